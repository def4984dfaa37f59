// The room of a piece of work, for the concerns that ask it something: which sides it has, who is on which, and the rule by
// which they consent. Who is on which side is nobody's to read: what is told of it goes through engines/disclosure.h.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "commons/work/rows.h"
#include "kernel/concern.h"

namespace alongside::work {

std::optional<WorkRow> row_of(kernel::Reader& reader, Index work);
// What its launch list says of one item ("safeguarding"); absent where nobody has said.
Text setting_of(kernel::Reader& reader, Index work, const char* item);

// In the order of all_sides; `affected` only where the work touches a place that people value.
std::vector<Side> sides_of(kernel::Reader& reader, Index work);
// Those whose consent a shared step needs: all but the advisors.
std::vector<Side> consenting_sides(kernel::Reader& reader, Index work);

std::optional<Side> side_of(kernel::Reader& reader, Index work, kernel::Person person);  // nothing: not in the room
std::int64_t people_on(kernel::Reader& reader, Index work, Side side);

// ---- asking the room ------------------------------------------------------------------------------------------------

engines::ConsentRule rule_of(const WorkRow& work);

// Who is on which side, by person: for a count, which reads it once and tells of nobody.
using PeopleOfSides = std::map<std::int64_t, Side>;
PeopleOfSides people_of_sides(kernel::Reader& reader, Index work);

struct GivenAnswer {
  std::int64_t person = 0;
  Answer answer = Answer::abstained;
};
struct SideTally {
  Side side = Side::lived;
  engines::Answers answers;
};
// Of each of these sides, in their order. Somebody is counted on the side on which they are now, and not at all if they have
// left the room.
std::vector<SideTally> tally(const std::vector<Side>& sides, const PeopleOfSides& people, std::span<const GivenAnswer> answers);
// As much of it as may be told.
SideAnswer told(const SideTally& tally, const engines::ConsentRule& rule);

// The side, where it may stand beside what somebody on it proposed; else nothing: "somebody in the room". As if the numbers of
// people were shown, a side is named where its number would be: what is left unnamed could then be of at least 5 people, of
// two sides or more. A side with nobody on it hides nobody. Where all are on one side it is not named: that would say it of each
// of them. `people` are those on each of `sides`.
std::optional<Side> named_side(Side side, const std::vector<Side>& sides, const std::vector<std::int64_t>& people);
std::optional<Side> named_side(kernel::Reader& reader, Index work, Side side);

namespace may {
// The work is the field or the part of the address called "work". Where a request is about something in a work (a wording,
// a saying), its concern finds the work and asks these.
bool run_work(const kernel::MayAsk& ask);   // an officer of the body whose work it is; the keeper
bool take_part(const kernel::MayAsk& ask);  // members and officers: who moderates or keeps is on no side
bool runs(const kernel::Actor& actor, const WorkRow& work);
}  // namespace may

}  // namespace alongside::work
