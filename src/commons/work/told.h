// What was told of how many people are on each side, so that the next number does not point at one of them.
//
// The end of a step tells how many are on a side; the close of an agreement, of a wording or of notes how many of them
// answered; a meeting how many of them came. Whoever knows that one person came into the room between the two reads on which
// side that is: where 12 were on a side and then 13 answered. So where a number and an earlier one do not fit together but
// for 1 to 4 people, no number of any side is told.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "commons/work/acts.h"
#include "kernel/changes.h"
#include "kernel/concern.h"

namespace alongside::work {

struct ToldOfSide {
  Side side = Side::lived;
  std::optional<std::int64_t> people;  // that were counted on it when numbers were last told
  std::int64_t at_least = 0;           // that were told since then to be among them
};
using ToldOfSides = std::vector<ToldOfSide>;  // in the order of all_sides

ToldOfSides told_of_sides(kernel::Reader& reader, Index work);

// More of a side than were told to be on it: one to four are new there.
bool shows_who_came(const ToldOfSides& told, Side side, std::int64_t at_least);
// Of how many are on each of these sides: one differs by 1 to 4 from the number told before, or is 1 to 4 fewer than were told
// to be among them.
bool shows_who_moved(const ToldOfSides& told, const std::vector<Side>& sides, const std::vector<std::int64_t>& people);

// Takes every number out of answers that would show who came.
void hide_who_came(const ToldOfSides& told, std::vector<SideAnswer>& answers);

// Remembers what is told: numbers among a side, or all who are on it, which ends what was remembered before.
void keep_told(Index work, Side side, std::int64_t at_least, kernel::Changes& changes);
void keep_told(Index work, const std::vector<SideAnswer>& answers, kernel::Changes& changes);
void keep_counted(Index work, const std::vector<Side>& sides, const std::vector<std::int64_t>& people, kernel::Changes& changes);

}  // namespace alongside::work
