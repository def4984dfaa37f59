#include "engines/disclosure.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace alongside::engines {
namespace {

using Counts = std::vector<std::int64_t>;
using Shown = std::vector<std::optional<std::int64_t>>;

TEST_CASE("numbers below five are hidden, with what would give them away") {
  CHECK(with_small_numbers_hidden(Counts{12, 30}) == ShownRow{{12, 30}, 42});
  CHECK(with_small_numbers_hidden(Counts{12, 3}) == ShownRow{{{}, {}}, 15});
  CHECK(with_small_numbers_hidden(Counts{12, 3, 9}) == ShownRow{{12, {}, {}}, 24});
  CHECK(with_small_numbers_hidden(Counts{12, 3, 2}) == ShownRow{{12, {}, {}}, 17});
  CHECK(with_small_numbers_hidden(Counts{12, 0, 1}) == ShownRow{{{}, {}, {}}, 13});
  CHECK(with_small_numbers_hidden(Counts{2, 2}) == ShownRow{{{}, {}}, {}});
  CHECK(with_small_numbers_hidden(Counts{}) == ShownRow{{}, {}});
  CHECK_FALSE(unless_small(4));
  CHECK(unless_small(5) == 5);
}

TEST_CASE("a number of the same size as a hidden one is hidden with it, so that its place tells nothing") {
  CHECK(with_small_numbers_hidden(Counts{5, 5, 4}).counts == Shown(3));
}

void each_row(std::size_t width, std::int64_t most, const std::function<void(const Counts&)>& visit) {
  Counts row(width, 0);
  while (true) {
    visit(row);
    std::size_t i = 0;
    while (i < width && row[i] == most) row[i++] = 0;
    if (i == width) return;
    ++row[i];
  }
}

// A reader who knows the rule keeps every row that would have been shown this way. If in all of these a count is the
// same, it has been worked out.
TEST_CASE("no hidden number can be worked out, even by somebody who knows the rule") {
  for (const auto& [width, most] : std::map<std::size_t, std::int64_t>{{1, 40}, {2, 40}, {3, 24}, {4, 13}, {5, 8}}) {
    std::map<std::pair<Shown, std::optional<std::int64_t>>, std::vector<std::set<std::int64_t>>> could_be;
    const auto at = [&](const Counts& row) -> auto& {
      const ShownRow shown = with_small_numbers_hidden(row);
      auto& found = could_be[{shown.counts, shown.total}];
      found.resize(row.size());
      return found;
    };
    each_row(width, most, [&](const Counts& row) {
      auto& found = at(row);
      for (std::size_t i = 0; i < row.size(); ++i) found[i].insert(row[i]);
    });
    for (const auto& [shown, found] : could_be) {
      // Beyond the largest count that was tried there are more rows; only those that need none of them are judged.
      if (shown.second && *shown.second > most) continue;
      for (std::size_t i = 0; i < found.size(); ++i) CHECK((shown.first[i] || found[i].size() >= 2));
    }
  }
}

TEST_CASE("what is shown is true") {
  each_row(3, 12, [](const Counts& row) {
    const ShownRow shown = with_small_numbers_hidden(row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (shown.counts[i]) CHECK(*shown.counts[i] == row[i]);
    }
    if (shown.total) CHECK(*shown.total == std::accumulate(row.begin(), row.end(), std::int64_t{0}));
  });
}

}  // namespace
}  // namespace alongside::engines
