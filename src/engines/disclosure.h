// Small numbers about people who take part are not shown, nor is anything from which they could be worked out.
//
// For a row of counts that add up to a total (sides, standings, answers), the rule is:
//   1. A total below 5 hides the whole row, total included. A row with no count below 5 is shown whole.
//   2. Otherwise the total is shown, and every count below 5 is hidden (0 too).
//   3. While the hidden ones are fewer than two, or together below 5, or all of them could only be 4, the smallest
//   count
//      still shown is hidden as well, with every other of the same size.
// Then each hidden count could be at least two numbers, even for a reader who knows this rule: exchanging two hidden
// counts gives a row that is shown the same way, so different ones cannot be told apart; and if all are equal, taking
// one person from one and adding it to another gives another such row. disclosure_test.cc tries every small row.
//
// It protects one row. Two rows about the same people (by month, or a table with two margins) need their own thought,
// and no share or average may be shown of a row in which something is hidden. Numbers about office holders acting in
// office are never hidden (docs/decisions.md), and do not pass through here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace alongside::engines {

inline constexpr std::int64_t smallest_shown = 5;

struct ShownRow {
  std::vector<std::optional<std::int64_t>> counts;  // in the order given; nothing: hidden
  std::optional<std::int64_t> total;                // nothing: below 5
  friend bool operator==(const ShownRow&, const ShownRow&) = default;
};

// Counts are 0 or more; fewer than 2^53 in total.
ShownRow with_small_numbers_hidden(std::span<const std::int64_t> counts);

// One number that stands alone, with nothing it is a part of.
std::optional<std::int64_t> unless_small(std::int64_t count);

// Whether counts of the same groups, told after `before` was, would give away who came or went between the two: one of them
// differs by 1 to 4. Then none of them may be told. Both of one length, in one order.
bool too_close(std::span<const std::int64_t> before, std::span<const std::int64_t> now);

}  // namespace alongside::engines
