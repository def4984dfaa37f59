#include "commons/question/views.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "commons/question/commands.h"
#include "engines/whose_words.h"

namespace alongside::question {
namespace {

using kernel::Reader;
using kernel::Seeing;

constexpr int not_named = -1;  // as a label of whose_words

int label_of(const std::optional<work::Side>& side) { return side ? static_cast<int>(*side) : not_named; }
std::optional<work::Side> side_of(int label) { return label == not_named ? std::nullopt : std::optional(static_cast<work::Side>(label)); }

WordingLine line_of(Reader& reader, const WordingRow& row) {
  WordingLine out{.wording = row.index, .number = row.number, .side = row.side, .state = row.state, .state_act = row.state_act, .state_on = row.state_on,
                  .on = row.on, .recorded = row.on, .until = row.until, .refusal = row.refusal};
  if (const auto stamp = reader.stamp(row.index)) out.recorded = stamp->at;
  out.words = reader.words(row.index, "words");
  out.reason = reader.words(row.index, "reason");
  if (row.state == WordingState::closed) out.sides = answers_of(reader, row.index);
  out.is_agreed = all_agreed({.wording = row.index, .state = row.state, .sides = out.sides});
  return out;
}

// Whose the words of the one wording are that is asked, by all the wordings before it that can be read.
void find_whose(QuestionPage& page) {
  if (page.asked.size() != 1 || page.asked.front().number == 1 || !page.asked.front().words.is_shown()) return;
  std::vector<engines::WrittenBy> texts;
  for (auto one = page.wordings.rbegin(); one != page.wordings.rend() && one->number <= page.asked.front().number; ++one) {
    if (one->words.is_shown()) texts.push_back({label_of(one->side), one->words.words});
  }
  std::map<int, WhoseWords> by_side;
  for (const engines::WordsBy& part : engines::whose_words(texts)) {
    page.runs.push_back({side_of(part.by), part.text});
    WhoseWords& whose = by_side[part.by == not_named ? static_cast<int>(work::all_sides.size()) : part.by];
    whose.side = side_of(part.by);
    whose.words += static_cast<std::int64_t>(part.words);
    whose.which.emplace_back(trimmed(part.text));
  }
  for (auto& one : by_side) page.whose.push_back(std::move(one.second));
}

void count_refused(QuestionPage& page) {
  std::map<Refusal, std::int64_t> counts;
  for (const WordingLine& one : page.wordings) {
    if (one.refusal) ++counts[*one.refusal];
  }
  for (const auto& [reason, n] : counts) page.refused.push_back({reason, n});
}

// A number in the query of a wording that can be read; 0 where it is none.
int compared(const Seeing& seeing, const char* name, const QuestionPage& page) {
  const auto asked = whole_number(seeing.asked(name));
  if (!asked.ok() || *asked < 1 || *asked > static_cast<std::int64_t>(page.wordings.size())) return 0;
  const WordingLine* wording = page.wording(static_cast<int>(*asked));
  return wording != nullptr && wording->words.is_shown() ? wording->number : 0;
}

void look_who(const Seeing& seeing, QuestionPage& page) {
  Reader& reader = seeing.reader;
  const kernel::MayAsk ask{seeing.actor, reader, Json::object(), seeing.path};
  page.may_run = work::may::run_work(ask);
  page.may_take_part = work::may::take_part(ask);
  page.moderates = seeing.actor.moderates();
  if (page.may_take_part) {
    page.mine = work::side_of(reader, page.work, seeing.actor.person);
    for (const WordingLine& one : page.wordings) {
      if (one.state <= WordingState::open && is_author(reader, seeing.actor.person, one.wording)) page.own.push_back(one.wording);
      const auto chose = reader.one<ChoiceRow>("WHERE wording = $1 AND person = $2", {one.wording.value, seeing.actor.person.value});
      if (chose) page.chosen.emplace_back(one.wording, chose->choice);
    }
  }
  for (const WordingLine& one : page.wordings) {
    const bool is_own = std::find(page.own.begin(), page.own.end(), one.wording) != page.own.end();
    if (one.state != WordingState::waiting || (!page.moderates && !is_own)) continue;
    page.unread.push_back({one.wording, one.number, reader.withheld_words(one.wording, "words"), reader.withheld_words(one.wording, "reason"), page.moderates && work::is_in_danger(reader, one.wording)});
  }
  if (page.moderates) page.safeguarding = work::setting_of(reader, page.work, "safeguarding");
  page.help = work::help_for(seeing);
}

}  // namespace

const WordingLine* QuestionPage::wording(int number) const {
  const auto at = std::find_if(wordings.begin(), wordings.end(), [number](const WordingLine& one) { return one.number == number; });
  return at == wordings.end() ? nullptr : &*at;
}

Result<QuestionPage> QuestionPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto work = work::row_of(reader, seeing.index("work"));
  if (!work) return problem(Code::not_found, "", msg("There is no such piece of work here."));
  QuestionPage page{.work = work->index, .work_title = reader.words(work->index, "title"), .consent = work->consent, .quorum_per_cent = work->quorum_per_cent,
                    .ballots = work->ballots, .deadlock = work->deadlock, .asked = question::asked(reader, work->index)};
  if (auto course = work::course(reader, work->index, seeing.today)) page.course = std::move(*course);
  page.is_preparing = work->state == work::WorkState::preparing;
  for (const WordingRow& row : reader.all<WordingRow>("WHERE work = $1 ORDER BY number DESC", {work->index.value})) page.wordings.push_back(line_of(reader, row));
  for (WordingLine& one : page.wordings) {
    one.stands = std::any_of(page.asked.begin(), page.asked.end(), [&](const StandingWording& now) { return now.wording == one.wording; });
  }
  for (work::MediatorLine& one : work::mediators(reader, work->index)) {
    const bool is_of_it = !one.about.is_set() || std::any_of(page.wordings.begin(), page.wordings.end(), [&](const WordingLine& line) { return line.wording == one.about; });
    if (is_of_it) page.mediators.push_back(std::move(one));
  }
  find_whose(page);
  count_refused(page);
  page.from = compared(seeing, "from", page);
  page.to = compared(seeing, "to", page);
  look_who(seeing, page);
  return page;
}

std::vector<html::Choice> open_choices(const Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  for (const WordingRow& row : seeing.reader.all<WordingRow>("WHERE work = $1 AND state = 'open' ORDER BY number", {seeing.index("work").value})) {
    const Text words = seeing.reader.words(row.index, "words");
    if (!words.is_shown() || row.until < seeing.today) continue;
    out.push_back(html::choice_named(std::to_string(row.index.value), say.plain("Wording {n}: {words}", {{"n", row.number}, {"words", words.words}})));
  }
  return out;
}

}  // namespace alongside::question
