// All that can be done with the choices of a piece of work, and by whom.
#include "commons/option/concern.h"

#include "commons/option/commands.h"
#include "commons/option/pages.h"
#include "commons/option/tables.sql.h"
#include "commons/valued/views.h"

namespace alongside::option {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;

std::vector<FieldWords> words_of_it() {
  return {{.field = "title", .label = msg("What you call this choice"), .one_line = true},
          {.field = "what", .label = msg("What it is"), .hint = msg("Write it as people will be asked about it.")},
          {.field = "cost", .label = msg("What it costs in a year")},
          {.field = "keeps", .label = msg("What it keeps")},
          {.field = "ends", .label = msg("What it ends, and for whom")},
          {.field = "touches", .label = msg("Places and groups that people value, and that it touches"), .hint = msg("Those who use them become a side of this work."), .choices = valued::valued_choices}};
}

CommandRow write_row() {
  CommandRow row{.words = "option write", .path = "/work/{work}/options/new", .may = work::may::run_work,
                 .title = msg("Write a choice"), .lede = msg("Its words can change until it is put to people."), .submit = msg("Put it on the record"),
                 .fields = words_of_it(), .then = "/work/{work}/options/{first}", .done = msg("The choice is on the record.")};
  row.fields.front().required = true;
  return row;
}

CommandRow change_row() {
  return {.words = "option change", .path = "/work/{work}/options/{option}/change", .may = may::run_its_work,
          .title = msg("Change the words of a choice"), .lede = msg("What you leave empty stays as it is. The words of before stay on the page."),
          .submit = msg("Put it on the record"), .fields = words_of_it(), .done = msg("The new words are on the record, beside the words of before.")};
}

CommandRow put_row() {
  return {.words = "options put", .path = "/work/{work}/options/put", .may = work::may::run_work,
          .title = msg("Put choices to people"), .lede = msg("From then on people are asked about exactly these words. Nobody can change them any more."),
          .submit = msg("Put them to people"),
          .fields = {{.field = "options", .label = msg("Which choices"), .required = true, .choices = not_put_choices},
                     {.field = "on", .label = msg("On which day"), .hint = msg("Leave it empty for today.")}},
          .then = "/work/{work}/options", .done = msg("They are put to people.")};
}

CommandRow choose_row() {
  return {.words = "option choose", .path = "/work/{work}/options/choose", .may = may::choose,
          .title = msg("Say which was chosen"), .lede = msg("Whether people were asked about it is worked out from what was put to them."),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "option", .label = msg("Which choice it was"), .hint = msg("Leave it empty if it was none of these."), .choices = option_choices},
                     {.field = "words", .label = msg("What was chosen, in the body’s words")},
                     {.field = "decision", .label = msg("The decision that chose it"), .hint = msg("Its number in the record.")}},
          .then = "/work/{work}/options", .done = msg("It is on the record.")};
}

// ---- search, and other pages ----------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each("SELECT option FROM option_parts WHERE act >= $1 AND act < $2 GROUP BY option ORDER BY option", {from.value, to.value},
              [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto one = line(reader, index);
  if (!one) return std::nullopt;
  const std::string body = one->what.or_empty() + "\n" + one->keeps.or_empty() + "\n" + one->ends.or_empty();
  return kernel::Found{.index = index, .path = option_path(one->work, index), .kind = "option", .title = one->title.or_empty(), .body = body};
}

kernel::AboutLine about_line(Index index, std::string path, std::function<html::Html(const kernel::Showing&)> html) {
  return {.index = index, .kind = "option", .path = std::move(path), .html = std::move(html)};
}

std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing) {
  kernel::Reader& reader = seeing.reader;
  std::vector<kernel::AboutLine> out;
  for (TouchingLine& one : touching(reader, thing)) {
    const bool is_open = one.is_open;
    const Index option = one.option.option;
    out.push_back(about_line(option, option_path(one.option.work, option), [one = std::move(one)](const kernel::Showing& at) { return touches_line(one, at); }));
    out.back().is_open = is_open;
  }
  for (ChoiceLine& one : choices_by(reader, thing)) {
    out.push_back(about_line(one.act, options_path(one.work), [one](const kernel::Showing& at) { return choice_line(one, at); }));
  }
  const std::int64_t options = reader.count("SELECT COUNT(*) FROM options WHERE work = $1", {thing.value});
  if (options == 0) return out;
  const std::int64_t put = reader.count("SELECT COUNT(*) FROM options WHERE work = $1 AND put_act IS NOT NULL", {thing.value});
  out.push_back(about_line(thing, options_path(thing), [=](const kernel::Showing& at) { return work_line(thing, options, put, at); }));
  return out;
}

// A choice was put to people.
std::vector<kernel::ChangeLine> changed_in(const kernel::Seeing& seeing, Index work) {
  std::vector<kernel::ChangeLine> out;
  for (const OptionRow& row : seeing.reader.all<OptionRow>("WHERE work = $1 AND put_act IS NOT NULL ORDER BY idx", {work.value})) {
    const auto stamp = seeing.reader.stamp(row.put_act);
    auto one = line(seeing.reader, row.index);
    if (!stamp || !one) continue;
    kernel::ChangeLine change{.index = row.put_act, .on = stamp->at, .path = option_path(work, row.index)};
    change.html = [one = std::move(*one)](const kernel::Showing& at) { return put_line(one, at); };
    out.push_back(std::move(change));
  }
  return out;
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("option", tables_sql, "")
      .acts<OptionWritten, OptionChanged, OptionsPut, OptionChosen>()
      .command<WriteOption>(write_row())
      .command<ChangeOption>(change_row())
      .command<PutOptions>(put_row())
      .command<ChooseOption>(choose_row())
      .page<OptionsPage>({.path = "/work/{work}/options", .may = kernel::may::anyone})
      .page<OptionPage>({.path = "/work/{work}/options/{option}", .may = kernel::may::anyone})
      .search({.changed = changed, .read = found})
      .about(about)
      .changed(changed_in);
}

}  // namespace alongside::option
