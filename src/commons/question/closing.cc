#include "commons/question/closing.h"

namespace alongside::question {

using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

namespace {

std::vector<work::SideTally> counted(Reader& reader, const WordingRow& wording) {
  std::vector<work::GivenAnswer> given;
  for (const ChoiceRow& one : reader.all<ChoiceRow>("WHERE wording = $1 ORDER BY person", {wording.index.value})) given.push_back({one.person, one.choice});
  return work::tally(work::consenting_sides(reader, wording.work), work::people_of_sides(reader, wording.work), given);
}

}  // namespace

ClosingFacts look_closing(const Situation& situation) {
  Reader& reader = situation.reader;
  ClosingFacts facts{.today = situation.today};
  for (const WordingRow& row : reader.all<WordingRow>("WHERE state = 'open' AND until_day < $1 ORDER BY until_day, idx", {kernel::to_value(situation.today)})) {
    if (facts.due.size() == closes_max) break;
    const auto work = work::row_of(reader, row.work);
    if (!work || work->state == work::WorkState::preparing) continue;  // nobody could answer yet
    facts.due.push_back({.wording = row.index, .work = row.work, .rule = work::rule_of(*work),
                         .words_are_gone = reader.words(row.index, "words").state == Text::State::erased, .sides = counted(reader, row), .told = work::told_of_sides(reader, row.work)});
  }
  return facts;
}

Changes decide_closing(const ClosingFacts& facts) {
  Changes changes;
  for (const DueWording& one : facts.due) {
    WordingClosed act{.wording = one.wording, .on = facts.today};
    if (!one.words_are_gone) {
      for (const work::SideTally& side : one.sides) act.sides.push_back(work::told(side, one.rule));
      if (one.rule.secret) {
        work::hide_who_came(one.told, act.sides);
        work::keep_told(one.work, act.sides, changes);
      }
    }
    changes.add(std::move(act));
    changes.run("DELETE FROM wording_choices WHERE wording = $1", {one.wording.value});
  }
  return changes;
}

Result<Changes> close_what_is_due(const Situation& situation) { return decide_closing(look_closing(situation)); }

}  // namespace alongside::question
