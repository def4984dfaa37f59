// The close: the clock counts each answer of a room once, tells of each side what may be told, and forgets who said what.
//
// An order is carried out wholly or not at all, one after another: an answer is in the count, or it comes after the last day
// and is refused in words. Whoever left the room has no consent to give any more and is not counted; whoever changed sides is
// counted on the side of the close.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "commons/agreement/reading.h"
#include "commons/work/told.h"
#include "engines/consent.h"

namespace alongside::agreement {

struct NamedAnswer {
  kernel::Person person;
  std::string name;
  work::Side side = work::Side::lived;
  Answer answer = Answer::abstained;
};
struct SideCount {
  work::SideTally tally;
  std::vector<std::array<std::int64_t, 3>> told_before;  // yes, no, abstained of this side, where nearly the same was asked
};
struct Closing {
  AgreementRow agreement;
  engines::ConsentRule rule;
  std::vector<SideCount> sides;
  std::vector<NamedAnswer> named;  // by name alone, by person
  work::ToldOfSides told;          // of how many are on each side
};
inline constexpr int closed_an_order_max = 50;

std::vector<Closing> due_closings(const kernel::Situation& situation);  // the oldest first
void close(const Closing& closing, Day today, kernel::Changes& changes);
Result<kernel::Changes> close_what_is_due(const kernel::Situation& situation);

}  // namespace alongside::agreement
