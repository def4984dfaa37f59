// Bags of words that are nearly the same: the join behind grouping.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/progress.h"

namespace alongside::engines {

// Rows of numbers, one after another.
struct Rows {
  std::vector<std::uint32_t> numbers;
  std::vector<std::size_t> starts{0};  // one more than there are rows
  std::size_t size() const { return starts.size() - 1; }
  std::span<const std::uint32_t> operator[](std::size_t row) const {
    return std::span(numbers).subspan(starts[row], starts[row + 1] - starts[row]);
  }
  void end_row() { starts.push_back(numbers.size()); }
};

// Which texts are one: a forest in which every tree is a group.
class Together {
 public:
  explicit Together(std::size_t count);
  std::uint32_t root(std::uint32_t text);
  void put(std::uint32_t a, std::uint32_t b);  // the root is the smaller of both

 private:
  std::vector<std::uint32_t> above_;
};

// Of |x| and |y| numbers, how many must be in both so that their Jaccard is at least t thousandths.
std::size_t shared_at_least(std::size_t x, std::size_t y, int t_per_mille);

// Words like "not", counted in each text: one more of them makes another saying of a short text, however alike the rest.
struct Turns {
  std::vector<std::uint32_t> count;  // one for each bag
  std::size_t matter_below = 0;      // in bags of fewer numbers than this they must be equal
};

// Puts together every two bags whose Jaccard is at least t thousandths and whose turns allow it. A bag: different numbers,
// ascending, best the rarest first. Bags come smallest first, none empty. False: told to stop.
//
// Exact: two near bags share k of their rarest numbers, whatever k, if enough of these are looked at (the prefixes of ACM TODS
// 36(3), 2011, section 3; k of them: Wang, Li and Feng, "Can we beat the prefix filtering?", SIGMOD 2012, section 3). Only such
// pairs are compared in full. New here: of a group that a bag belongs to already nothing more is counted or compared, so 100,000
// variants of one letter cost about as many comparisons, and no list of their 5,000,000,000 pairs is ever made.
bool put_near_texts_together(const Rows& bags, const Turns& turns, int t_per_mille, Together& together, Progress& progress);

}  // namespace alongside::engines
