#include "commons/question/closing.h"

#include <algorithm>

namespace alongside::question {

using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

namespace {

Consented told(engines::Consented outcome) {
  switch (outcome) {
    case engines::Consented::agreed: return Consented::agreed;
    case engines::Consented::not_agreed: return Consented::not_agreed;
    case engines::Consented::no_quorum: return Consented::no_quorum;
    case engines::Consented::too_few: break;
  }
  return Consented::too_few;
}

void count(Choice choice, engines::Answers& answers) {
  switch (choice) {
    case Choice::yes: ++answers.yes; break;
    case Choice::no: ++answers.no; break;
    case Choice::abstained: ++answers.abstained; break;
  }
}

std::vector<SideChose> chosen(Reader& reader, const WordingRow& wording) {
  std::vector<SideChose> sides;
  for (const work::Side side : work::consenting_sides(reader, wording.work)) {
    sides.push_back({.side = side, .answers = {.people = work::people_on(reader, wording.work, side)}});
  }
  for (const ChoiceRow& one : reader.all<ChoiceRow>("WHERE wording = $1 ORDER BY person", {wording.index.value})) {
    const auto side = work::side_of(reader, wording.work, {one.person});
    const auto at = std::find_if(sides.begin(), sides.end(), [&](const SideChose& chose) { return side == chose.side; });
    if (at != sides.end()) count(one.choice, at->answers);
  }
  return sides;
}

}  // namespace

engines::ConsentRule rule_of(const work::WorkRow& work) {
  return {.two_thirds = work.consent == work::Consent::two_thirds, .quorum_per_cent = work.quorum_per_cent, .secret = work.ballots != work::Ballots::by_name};
}

ClosingFacts look_closing(const Situation& situation) {
  Reader& reader = situation.reader;
  ClosingFacts facts{.today = situation.today};
  for (const WordingRow& row : reader.all<WordingRow>("WHERE state = 'open' AND until_day < $1 ORDER BY until_day, idx", {kernel::to_value(situation.today)})) {
    if (facts.due.size() == closes_max) break;
    const auto work = work::row_of(reader, row.work);
    if (!work || work->state == work::WorkState::preparing) continue;  // nobody could answer yet
    facts.due.push_back({.wording = row.index, .rule = rule_of(*work),
                         .words_are_gone = reader.words(row.index, "words").state == Text::State::erased, .sides = chosen(reader, row)});
  }
  return facts;
}

Changes decide_closing(const ClosingFacts& facts) {
  Changes changes;
  for (const DueWording& one : facts.due) {
    WordingClosed act{.wording = one.wording, .on = facts.today};
    for (const SideChose& side : one.sides) {
      if (one.words_are_gone) break;
      const engines::SideOutcome outcome = engines::outcome_of(side.answers, one.rule);
      act.sides.push_back({.side = side.side, .consented = told(outcome.consented), .answered = outcome.answered, .yes = outcome.yes,
                           .no = outcome.no, .abstained = outcome.abstained});
    }
    changes.add(std::move(act));
    changes.run("DELETE FROM wording_choices WHERE wording = $1", {one.wording.value});
  }
  return changes;
}

Result<Changes> close_what_is_due(const Situation& situation) { return decide_closing(look_closing(situation)); }

}  // namespace alongside::question
