#include "commons/valued/pairs.h"

#include <algorithm>
#include <iterator>

namespace alongside::valued {

Pair pair_of(Index one, Index other) { return {.valued = std::max(one, other), .maybe = std::min(one, other)}; }

bool Pairs::knows(const Pair& pair) const {
  return two.contains(pair) || std::binary_search(waiting.begin(), waiting.end(), pair);
}

Pairs pairs(kernel::Reader& reader) {
  Pairs out;
  std::set<Pair> waiting;
  reader.each(
      "SELECT COALESCE(one.merged_into, one.idx), COALESCE(other.merged_into, other.idx), s.are_two FROM valued_same s "
      "JOIN valued one ON one.idx = s.valued JOIN valued other ON other.idx = s.maybe ORDER BY s.valued, s.maybe",
      {}, [&](const store::Row& row) {
        const Pair pair = pair_of({row.integer(0)}, {row.integer(1)});
        if (pair.valued == pair.maybe) return;  // put together since
        (row.integer(2) == 1 ? out.two : waiting).insert(pair);
      });
  std::set_difference(waiting.begin(), waiting.end(), out.two.begin(), out.two.end(), std::back_inserter(out.waiting));
  return out;
}

void propose(kernel::Changes& changes, const Pair& pair) {
  changes.run(
      "INSERT INTO valued_same (valued, maybe, are_two) VALUES ($1, $2, 0) ON CONFLICT (valued, maybe) DO NOTHING",
      {pair.valued.value, pair.maybe.value});
}

void say_two(kernel::Changes& changes, const Pair& pair) {
  changes.run(
      "INSERT INTO valued_same (valued, maybe, are_two) VALUES ($1, $2, 1) ON CONFLICT (valued, maybe) DO UPDATE SET "
      "are_two = 1",
      {pair.valued.value, pair.maybe.value});
}

void drop_waiting(kernel::Changes& changes) { changes.run("DELETE FROM valued_same WHERE are_two = 0", {}); }

}  // namespace alongside::valued
