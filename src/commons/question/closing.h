// The close of wordings: once their time is over the clock counts, for each side, what was answered. Nobody else can close
// one, and nobody earlier: whoever chose the moment of a count could tell by it what the last to come had said.
//
// All of a close happens in one order, so in one transaction: each choice is in it wholly or not at all. Somebody is counted
// on the side on which they are at that moment, and not at all if they have left. The choices are taken away with the close:
// nothing that is kept says who answered what.
//
// Counts are told as the work's rule says. In secret small numbers are hidden; by name the counts of each side stand whole,
// as each knew before they answered, and even then no page or act says who said what of a wording.
#pragma once

#include <vector>

#include "commons/question/standing.h"
#include "commons/work/room.h"
#include "commons/work/told.h"
#include "engines/consent.h"
#include "kernel/concern.h"

namespace alongside::question {

struct DueWording {
  Index wording;
  Index work;
  engines::ConsentRule rule;
  bool words_are_gone = false;   // erased: nobody can agree to them
  std::vector<work::SideTally> sides;  // each whose consent is asked
  work::ToldOfSides told;              // of how many they are
};
struct ClosingFacts {
  Day today;
  std::vector<DueWording> due;
};

inline constexpr std::size_t closes_max = 50;  // in one order; the rest follow the next time
ClosingFacts look_closing(const kernel::Situation& situation);
kernel::Changes decide_closing(const ClosingFacts& facts);
Result<kernel::Changes> close_what_is_due(const kernel::Situation& situation);

}  // namespace alongside::question
