#include "commons/option/views.h"

#include <algorithm>
#include <tuple>

#include "commons/decision/views.h"
#include "commons/option/commands.h"
#include "commons/work/room.h"

namespace alongside::option {
namespace {

using kernel::Reader;

std::optional<Money> money_of(const std::optional<std::int64_t>& minor, const std::string& currency) {
  return minor ? std::optional(Money{.currency = currency, .minor = *minor}) : std::nullopt;
}

Text* part_of(OptionLine& line, const std::string& part) {
  if (part == "title") return &line.title;
  if (part == "what") return &line.what;
  if (part == "keeps") return &line.keeps;
  return part == "ends" ? &line.ends : nullptr;
}

// The last words of each part stand; those before them stay beside.
void fill_parts(Reader& reader, OptionLine& out) {
  const auto parts = reader.all<PartRow>("WHERE option = $1 ORDER BY part, act", {out.option.value});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PartRow& row = parts[i];
    const bool stands = i + 1 == parts.size() || parts[i + 1].part != row.part;
    Text words = row.part == "cost" ? Text{} : reader.words(row.act, row.part);
    if (!stands) {
      out.earlier.push_back({.part = row.part, .act = row.act, .words = std::move(words), .cost = money_of(row.cost_minor, row.cost_currency)});
    } else if (Text* at = part_of(out, row.part); at != nullptr) {
      *at = std::move(words);
    }
  }
  std::sort(out.earlier.begin(), out.earlier.end(), [](const EarlierLine& a, const EarlierLine& b) { return std::tie(a.act, a.part) < std::tie(b.act, b.part); });
}

OptionLine line_of(Reader& reader, const OptionRow& row) {
  OptionLine out{.option = row.index, .work = row.work, .cost = money_of(row.cost_minor, row.cost_currency), .put_act = row.put_act, .put_on = row.put_on};
  if (const auto stamp = reader.stamp(row.index)) out.recorded = stamp->at;
  if (const auto stamp = row.put_act.is_set() ? reader.stamp(row.put_act) : std::nullopt) out.put_recorded = stamp->at;
  fill_parts(reader, out);
  for (const TouchRow& one : reader.all<TouchRow>("WHERE option = $1 ORDER BY valued", {row.index.value})) {
    if (auto touched = valued::valued(reader, one.valued)) out.touches.push_back(std::move(*touched));
  }
  return out;
}

InWords in_words_of(Reader& reader, Index option) {
  const auto said = line(reader, option);
  if (!said) return {};
  return {.option = option, .title = said->title.or_empty(), .what = said->what.or_empty()};
}

ChoiceLine choice_of(Reader& reader, const ChoiceRow& row) {
  ChoiceLine out{.act = row.index, .work = row.work, .option = row.option, .words = reader.words(row.index, "words"), .decision = row.decision};
  if (const auto stamp = reader.stamp(row.index)) out.recorded = stamp->at;
  if (row.option.is_set()) out.title = title_of(reader, row.option);
  if (row.decision.is_set()) out.decision_title = decision::decision_title(reader, row.decision);
  if (out.words.state == Text::State::erased) return out;  // what was chosen cannot be compared any more
  // Chosen on the decision's day; where that is not known, on the day it was written down.
  const auto decided = row.decision.is_set() ? decision::line(reader, row.decision, out.recorded) : std::nullopt;
  const Day by = decided && decided->on ? decided->on->last() : out.recorded;
  const Drift drift = drift_by(reader, row.work, row.option, out.words.or_empty(), by);
  out.asked = drift.asked;
  out.nearest = drift.nearest;
  out.alike_per_mille = drift.alike_per_mille;
  if (drift.nearest.is_set()) out.nearest_title = title_of(reader, drift.nearest);
  for (const engines::Run& run : drift.runs) {
    out.runs.push_back({run.fate == engines::Fate::same ? "same" : run.fate == engines::Fate::removed ? "removed" : "added", run.text});
  }
  return out;
}

std::vector<ChoiceLine> choices(Reader& reader, std::string_view where, Index of) {
  std::vector<ChoiceLine> out;
  for (const ChoiceRow& row : reader.all<ChoiceRow>(where, {of.value})) out.push_back(choice_of(reader, row));
  return out;
}

std::vector<html::Choice> choices_where(const kernel::Seeing& seeing, bool put, bool not_put) {
  std::vector<html::Choice> out;
  for (const OptionRow& row : rows_of_work(seeing.reader, seeing.index("work"))) {
    if (row.is_put() ? !put : !not_put) continue;
    const Text title = title_of(seeing.reader, row.index);
    out.push_back(html::choice_named(std::to_string(row.index.value), title.is_shown() ? title.words : std::to_string(row.index.value)));
  }
  return out;
}

Problems no_such_work() { return problem(Code::not_found, "", msg("There is no such piece of work here.")); }

}  // namespace

std::optional<OptionRow> row_of(Reader& reader, Index option) {
  return option.is_set() ? reader.one<OptionRow>("WHERE idx = $1", {option.value}) : std::nullopt;
}

std::vector<OptionRow> rows_of_work(Reader& reader, Index work) { return reader.all<OptionRow>("WHERE work = $1 ORDER BY idx", {work.value}); }

std::string options_path(Index work) { return "/work/" + std::to_string(work.value) + "/options"; }
std::string option_path(Index work, Index option) { return options_path(work) + "/" + std::to_string(option.value); }

std::optional<OptionLine> line(Reader& reader, Index option) {
  const auto row = row_of(reader, option);
  if (!row) return std::nullopt;
  return line_of(reader, *row);
}

Text title_of(Reader& reader, Index option) {
  const auto row = reader.one<PartRow>("WHERE option = $1 AND part = 'title' ORDER BY act DESC LIMIT 1", {option.value});
  return row ? reader.words(row->act, "title") : Text{};
}

std::vector<ChoiceLine> choices_of_work(Reader& reader, Index work) { return choices(reader, "WHERE work = $1 ORDER BY idx DESC", work); }
std::vector<ChoiceLine> choices_by(Reader& reader, Index decision) { return choices(reader, "WHERE decision = $1 ORDER BY idx", decision); }

std::vector<TouchingLine> touching(Reader& reader, Index valued) {
  std::vector<TouchingLine> out;
  for (const TouchRow& row : reader.all<TouchRow>("WHERE valued = $1 ORDER BY option DESC", {valued.value})) {
    auto option = line(reader, row.option);
    if (!option) continue;
    TouchingLine one{.option = std::move(*option)};
    const auto work = work::row_of(reader, one.option.work);
    const auto chosen = reader.all<ChoiceRow>("WHERE work = $1 ORDER BY idx", {one.option.work.value});
    one.is_chosen = std::any_of(chosen.begin(), chosen.end(), [&](const ChoiceRow& choice) { return choice.option == one.option.option; });
    one.another_chosen = !chosen.empty() && !one.is_chosen;
    one.is_open = work && work::is_open_to_people(*work) && chosen.empty();
    out.push_back(std::move(one));
  }
  return out;
}

Drift drift_by(Reader& reader, Index work, Index option, const std::string& words, Day by) {
  std::vector<InWords> put;
  for (const OptionRow& row : rows_of_work(reader, work)) {
    if (row.is_put() && *row.put_on <= by) put.push_back(in_words_of(reader, row.index));
  }
  return drift_of(option.is_set() ? in_words_of(reader, option) : InWords{}, words, put);
}

std::vector<html::Choice> option_choices(const kernel::Seeing& seeing, const html::Say&) { return choices_where(seeing, true, true); }
std::vector<html::Choice> not_put_choices(const kernel::Seeing& seeing, const html::Say&) { return choices_where(seeing, false, true); }
std::vector<html::Choice> put_choices(const kernel::Seeing& seeing, const html::Say&) { return choices_where(seeing, true, false); }

Result<OptionsPage> OptionsPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  auto course = work::course(reader, seeing.index("work"), seeing.today);
  if (!course) return no_such_work();
  OptionsPage out{.work = course->line.work, .work_title = course->line.title, .course = std::move(*course)};
  for (const OptionRow& row : rows_of_work(reader, out.work)) out.options.push_back(line_of(reader, row));
  out.chosen = choices_of_work(reader, out.work);
  out.may_run = work::may::run_work({seeing.actor, reader, Json::object(), seeing.path});
  out.may_choose = may::choose({seeing.actor, reader, Json::object(), seeing.path});
  return out;
}

Result<OptionPage> OptionPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  auto found = option::line(reader, seeing.index("option"));
  if (!found || found->work != seeing.index("work")) return problem(Code::not_found, "", msg("There is no such choice here."));
  OptionPage out{.line = std::move(*found)};
  if (auto course = work::course(reader, out.line.work, seeing.today)) out.course = std::move(*course);
  out.work_title = out.course.line.title;
  for (ChoiceLine& one : choices_of_work(reader, out.line.work)) {
    if (one.option == out.line.option) out.chosen.push_back(std::move(one));
  }
  out.about = seeing.about(out.line.option);
  out.may_run = work::may::run_work({seeing.actor, reader, Json::object(), seeing.path});
  return out;
}

}  // namespace alongside::option
