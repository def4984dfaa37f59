#include "engines/disclosure.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace alongside::engines {
namespace {

struct Hidden {
  std::int64_t number = 0;
  std::int64_t sum = 0;
};

bool can_be_worked_out(const Hidden& hidden) {
  if (hidden.number < 2 || hidden.sum < smallest_shown) return true;
  return hidden.sum == hidden.number * (smallest_shown - 1);
}

}  // namespace

ShownRow with_small_numbers_hidden(std::span<const std::int64_t> counts) {
  ShownRow row;
  row.counts.resize(counts.size());
  const std::int64_t total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (total < smallest_shown) return row;
  row.total = total;

  Hidden hidden;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] >= smallest_shown) {
      row.counts[i] = counts[i];
    } else {
      ++hidden.number;
      hidden.sum += counts[i];
    }
  }
  while (hidden.number > 0 && can_be_worked_out(hidden)) {
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    for (const auto& count : row.counts) smallest = std::min(smallest, count.value_or(smallest));
    const std::int64_t before = hidden.number;
    for (auto& count : row.counts) {
      if (count != smallest) continue;
      count.reset();
      ++hidden.number;
      hidden.sum += smallest;
    }
    if (hidden.number == before) break;  // all are hidden
  }
  return row;
}

std::optional<std::int64_t> unless_small(std::int64_t count) {
  if (count < smallest_shown) return std::nullopt;
  return count;
}

bool too_close(std::span<const std::int64_t> before, std::span<const std::int64_t> now) {
  for (std::size_t i = 0; i < now.size(); ++i) {
    const std::int64_t apart = before[i] > now[i] ? before[i] - now[i] : now[i] - before[i];
    if (apart > 0 && apart < smallest_shown) return true;
  }
  return false;
}

}  // namespace alongside::engines
