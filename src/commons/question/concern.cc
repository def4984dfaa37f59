// All that can be done with the question of a piece of work, and by whom.
#include "commons/question/concern.h"

#include "base/text.h"
#include "commons/question/closing.h"
#include "commons/question/commands.h"
#include "commons/question/pages.h"
#include "commons/question/private.sql.h"
#include "commons/question/tables.sql.h"

namespace alongside::question {
namespace {

using kernel::CommandRow;
using kernel::Seeing;

constexpr const char* back = "/work/{work}/question";

CommandRow first_row() {
  return {.words = "wording first", .path = "/work/{work}/question/first", .may = work::may::run_work,
          .title = msg("Write the first wording"),
          .lede = msg("The question as you would ask it. Everybody in the room can propose other words, and these stay on the page for good."),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "words", .label = msg("The question"), .required = true},
                     {.field = "reason", .label = msg("Why you ask it"), .hint = msg("It stands on the page.")}},
          .then = back, .done = msg("The first wording is on the record.")};
}

CommandRow propose_row() {
  return {.words = "wording propose", .path = "/work/{work}/question/new", .may = work::may::take_part,
          .title = msg("Propose other words"),
          .lede = msg("Nobody sees your name. Your side is shown only where it has so many people that it cannot point at you. A person reads your words before others can. We are not a crisis service."),
          .submit = msg("Propose them"),
          .fields = {{.field = "words", .label = msg("The question, in your words"), .required = true},
                     {.field = "reason", .label = msg("Why you would ask it so"), .hint = msg("It stands beside your words. Please name no private person."), .required = true}},
          .then = back, .done = msg("Thank you. A person reads your words before others can.")};
}

// "?wording=71" begins the form with it.
Json start_choosing(const Seeing& seeing) {
  const auto wording = whole_number(seeing.asked("wording"));
  return wording.ok() && *wording >= 0 ? Json::object({{"wording", *wording}}) : Json::object();
}

CommandRow choose_row() {
  return {.words = "wording choose", .path = "/work/{work}/question/choose", .may = work::may::take_part,
          .title = msg("Is this the question?"),
          .lede = msg("Nobody is told what you say, and you can change it until the time is over. Then each side is counted. Where this work’s answers are secret, small numbers stay hidden; where they stand by name, the counts of each side are told whole."),
          .submit = msg("Say so"),
          .fields = {{.field = "wording", .label = msg("Which words"), .required = true, .choices = open_choices},
                     {.field = "choice", .label = msg("Should it be asked in these words?"), .required = true, .choice_labels = {msg("Yes"), msg("No"), msg("I abstain")}}},
          .then = back, .done = msg("It is kept. You can change it until the time is over."), .start = start_choosing};
}

CommandRow withdraw_row() {
  return {.words = "wording withdraw", .path = "/work/{work}/question/{wording}/withdraw", .may = own_wording,
          .title = msg("Withdraw your wording"), .lede = msg("Nobody asks you why. That there was a wording stays on the record."),
          .submit = msg("Withdraw it"), .then = back, .done = msg("Your wording is withdrawn.")};
}

CommandRow publish_row() {
  return {.words = "wording publish", .path = "/work/{work}/question/{wording}/publish", .may = kernel::may::moderators,
          .title = msg("Let others read this wording"), .lede = msg("Read the words first. Names of private people, health and abuse stay out. From today people can answer yes or no."),
          .submit = msg("Publish"), .then = back, .done = msg("Others can read it now.")};
}

CommandRow refuse_row() {
  return {.words = "wording refuse", .path = "/work/{work}/question/{wording}/refuse", .may = kernel::may::moderators,
          .title = msg("Do not publish this wording"), .lede = msg("The reasons were set beforehand. How often each is used is counted in public."),
          .submit = msg("Refuse"),
          .fields = {{.field = "reason", .label = msg("The reason"), .required = true,
                      .choice_labels = {msg("It names a private person"), msg("It is abuse"), msg("It is not a question for this work"), msg("It was sent twice"),
                                        msg("It could put somebody in danger"), msg("It is an advertisement")}}},
          .then = back, .done = msg("It was refused, and the reason is counted.")};
}

CommandRow danger_row() {
  CommandRow row = work::danger_row("wording danger", "/work/{work}/question/{wording}/danger", kernel::may::moderators);
  row.then = back;
  return row;
}

CommandRow danger_over_row() {
  CommandRow row = work::danger_over_row("wording release", "/work/{work}/question/{wording}/release", kernel::may::moderators);
  row.then = back;
  return row;
}

// ---- what others find -----------------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each("SELECT idx FROM wordings WHERE (idx >= $1 AND idx < $2) OR (state_act >= $1 AND state_act < $2) ORDER BY idx", {from.value, to.value},
              [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto row = wording_row(reader, index);
  const auto work = row ? work::row_of(reader, row->work) : std::nullopt;
  if (!work || work->state == work::WorkState::preparing) return std::nullopt;  // its address shows it, and nothing else does
  const Text words = reader.words(index, "words");
  if (!words.is_shown()) return std::nullopt;
  return kernel::Found{.index = index, .path = question_path(row->work), .kind = "wording", .title = words.words, .body = reader.words(index, "reason").or_empty()};
}

std::vector<kernel::AboutLine> about(const Seeing& seeing, Index thing) {
  std::vector<StandingWording> now = asked(seeing.reader, thing);
  if (now.empty()) return {};
  kernel::AboutLine line{.index = now.back().wording, .kind = "question", .path = question_path(thing)};
  line.is_open = seeing.reader.count("SELECT COUNT(*) FROM wordings WHERE work = $1 AND state = 'open'", {thing.value}) > 0;
  line.html = [thing, now = std::move(now)](const kernel::Showing& at) { return about_line(thing, now, at); };
  return {std::move(line)};
}

// Every side agreed to other words.
std::vector<kernel::ChangeLine> changed_in(const Seeing& seeing, Index work) {
  std::vector<kernel::ChangeLine> out;
  for (const WordingRow& row : seeing.reader.all<WordingRow>("WHERE work = $1 AND number > 1 AND state = 'closed' ORDER BY idx", {work.value})) {
    if (!all_agreed({row.index, row.state, answers_of(seeing.reader, row.index)})) continue;
    kernel::ChangeLine line{.index = row.state_act, .on = row.state_on, .path = question_path(work)};
    line.html = [work, words = seeing.reader.words(row.index, "words")](const kernel::Showing& at) { return agreed_line(work, words, at); };
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("question", tables_sql, private_sql)
      .acts<WordingProposed, WordingPublished, WordingRefused, WordingWithdrawn, WordingClosed>()
      .folds<work::WorkLaunched>(apply_launched)
      .command<FirstWording>(first_row())
      .command<ProposeWording>(propose_row())
      .command<ChooseWording>(choose_row())
      .command<WithdrawWording>(withdraw_row())
      .command<PublishWording>(publish_row())
      .command<RefuseWording>(refuse_row())
      .command<WordingDanger>(danger_row())
      .command<ReleaseWording>(danger_over_row())
      .page<QuestionPage>({.path = "/work/{work}/question", .may = kernel::may::anyone})
      .due({.words = "due wordings", .run = close_what_is_due})
      .search({.changed = changed, .read = found})
      .about(about)
      .changed(changed_in)
      .holds({{"wording_choices", "SELECT COUNT(*) FROM wording_choices WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("What you said of {n} wording that is open. It is gone once it is counted.", "What you said of {n} wordings that are open. It is gone once it is counted.", n); }},
              {"wording_authors", "SELECT COUNT(*) FROM wording_authors WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("That {n} wording is yours, so that you can withdraw it.", "That {n} wordings are yours, so that you can withdraw them.", n); }}})
      .forgets({"DELETE FROM wording_choices WHERE person = $1", "DELETE FROM wording_authors WHERE person = $1"});
}

}  // namespace alongside::question
