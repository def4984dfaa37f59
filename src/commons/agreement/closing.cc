#include "commons/agreement/closing.h"

#include <algorithm>

#include "commons/people/views.h"
#include "engines/disclosure.h"
#include "engines/wording.h"

namespace alongside::agreement {
namespace {

using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

// So alike that a person's answer to the one tells of their answer to the other.
constexpr int nearly_the_same_per_mille = 700;
constexpr std::int64_t compared_max = 20;  // the newest of the work's closed agreements

bool asks_nearly_the_same(Reader& reader, const AgreementRow& one, const AgreementRow& other) {
  if (one.wording.is_set() && one.wording == other.wording) return true;
  const std::vector<Index> options = options_of(reader, one.index);
  if (!options.empty() && options == options_of(reader, other.index)) return true;
  return engines::alike_per_mille(reader.words(one.index, "words").or_empty(), reader.words(other.index, "words").or_empty()) >= nearly_the_same_per_mille;
}

std::vector<AgreementRow> asked_before(Reader& reader, const AgreementRow& row) {
  std::vector<AgreementRow> out;
  for (AgreementRow& other : reader.all<AgreementRow>("WHERE work = $1 AND idx < $2 AND closed_act IS NOT NULL ORDER BY idx DESC LIMIT $3", {row.work.value, row.index.value, compared_max})) {
    if (asks_nearly_the_same(reader, row, other)) out.push_back(std::move(other));
  }
  return out;
}

Closing closing_of(Reader& reader, const AgreementRow& row) {
  Closing out{.agreement = row};
  if (const auto work = work::row_of(reader, row.work)) out.rule = work::rule_of(*work);
  out.rule.secret = row.is_secret();
  const std::vector<work::Side> sides = work::consenting_sides(reader, row.work);
  const work::PeopleOfSides people = work::people_of_sides(reader, row.work);
  std::vector<work::GivenAnswer> given;
  for (const AnswerRow& one : reader.all<AnswerRow>("WHERE agreement = $1 ORDER BY person", {row.index.value})) {
    given.push_back({one.person, one.answer});
    const auto at = people.find(one.person);
    if (row.is_secret() || at == people.end() || std::find(sides.begin(), sides.end(), at->second) == sides.end()) continue;
    out.named.push_back({.person = {one.person}, .name = people::pseudonym(reader, {one.person}), .side = at->second, .answer = one.answer});
  }
  for (work::SideTally& tally : work::tally(sides, people, given)) out.sides.push_back({.tally = tally, .told_before = {}});
  if (!row.is_secret()) return out;
  out.told = work::told_of_sides(reader, row.work);
  for (const AgreementRow& before : asked_before(reader, row)) {
    for (const ToldRow& told : reader.all<ToldRow>("WHERE agreement = $1 ORDER BY side", {before.index.value})) {
      for (SideCount& side : out.sides) {
        if (side.tally.side == told.side) side.told_before.push_back({told.yes, told.no, told.abstained});
      }
    }
  }
  return out;
}

std::array<std::int64_t, 3> numbers_of(const SideCount& side) { return {side.tally.answers.yes, side.tally.answers.no, side.tally.answers.abstained}; }

// In secret, with the same asked again: numbers that are a person or two from those told before say who changed their mind,
// came or went. Then no number of any side is told; which side it was is told by that too.
std::vector<SideAnswer> told_of(const Closing& closing, Changes& changes) {
  std::vector<SideAnswer> out;
  bool gives_away = false;
  for (const SideCount& side : closing.sides) {
    out.push_back(work::told(side.tally, closing.rule));
    const auto now = numbers_of(side);
    gives_away = gives_away || std::any_of(side.told_before.begin(), side.told_before.end(), [&](const auto& before) { return engines::too_close(before, now); });
  }
  if (!closing.rule.secret) return out;
  if (gives_away) {
    for (SideAnswer& one : out) one.answered = one.yes = one.no = one.abstained = std::nullopt;
  }
  work::hide_who_came(closing.told, out);
  work::keep_told(closing.agreement.work, out, changes);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto now = numbers_of(closing.sides[i]);
    if (out[i].answered) changes.keep(ToldRow{.agreement = closing.agreement.index, .side = out[i].side, .yes = now[0], .no = now[1], .abstained = now[2]});
  }
  return out;
}

}  // namespace

std::vector<Closing> due_closings(const Situation& situation) {
  std::vector<Closing> out;
  for (const AgreementRow& row : situation.reader.all<AgreementRow>("WHERE closed_act IS NULL AND until_day < $1 ORDER BY until_day, idx LIMIT $2",
                                                                    {kernel::to_value(situation.today), std::int64_t{closed_an_order_max}})) {
    out.push_back(closing_of(situation.reader, row));
  }
  return out;
}

void close(const Closing& closing, Day today, Changes& changes) {
  AgreementClosed act{.agreement = closing.agreement.index, .on = today};
  act.sides = told_of(closing, changes);
  changes.add(std::move(act));
  for (const NamedAnswer& one : closing.named) {
    changes.add(AnswerNamed{.agreement = closing.agreement.index, .answer = one.answer, .side = one.side, .name = Said(one.name)}, {.person = one.person});
  }
  changes.run("DELETE FROM agreement_answers WHERE agreement = $1", {closing.agreement.index.value});
}

Result<Changes> close_what_is_due(const Situation& situation) {
  Changes changes;
  for (const Closing& closing : due_closings(situation)) close(closing, situation.today, changes);
  return changes;
}

}  // namespace alongside::agreement
