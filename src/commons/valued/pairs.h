// Pairs of places that may be one: an import proposes them, a person says what they are.
//
// The table is private and can be made again from what was told, all but what a person has said: "they are two". A
// place that was put together with another counts here as the one that stays.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "kernel/changes.h"
#include "kernel/reader.h"

namespace alongside::valued {

struct Pair {
  Index valued;  // the later on the register
  Index maybe;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};
Pair pair_of(Index one, Index other);

struct Pairs {
  std::vector<Pair> waiting;  // oldest first
  std::set<Pair> two;         // a person has said so
  bool knows(const Pair& pair) const;
};
Pairs pairs(kernel::Reader& reader);

void propose(kernel::Changes& changes, const Pair& pair);  // nothing, where it was proposed before
void say_two(kernel::Changes& changes, const Pair& pair);
void drop_waiting(kernel::Changes& changes);

}  // namespace alongside::valued
