#include "engines/near_texts.h"

#include <algorithm>
#include <numeric>

namespace alongside::engines {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};
constexpr std::size_t told_every = 1'024;

std::size_t rounded_up(std::size_t a, std::size_t b) { return (a + b - 1) / b; }

// How many of its rarest numbers two near bags must share to be compared in full: more in big bags, of which many pairs share
// one. It never falls as bags grow.
std::size_t witnesses(std::size_t bag) { return 1 + bag / 25; }

constexpr std::size_t tried_of_a_group = 4;

// The bags that hold a number among their rarest. Those of groups stand apart, so that a bag can pass over its own.
struct Holders {
  std::vector<std::uint32_t> alone;  // smallest first
  std::size_t big_enough = 0;        // before it all are too small for what comes
  std::vector<std::vector<std::uint32_t>> groups;
};

class Join {
 public:
  Join(const Rows& bags, const Turns& turns, int t_per_mille, Together& together)
      : bags_(bags), turns_(turns), t_(static_cast<std::size_t>(t_per_mille)), together_(together), is_alone_(bags.size(), true),
        shared_(bags.size(), 0), compared_(bags.size(), none), met_at_(bags.size(), 0), met_(bags.size(), 0) {
    std::uint32_t most = 0;
    for (const std::uint32_t number : bags.numbers) most = std::max(most, number);
    holders_.resize(bags.numbers.empty() ? 0 : std::size_t{most} + 1);
  }

  // What came before it is at most as big.
  void add(std::uint32_t x) {
    const auto bag = bags_[x];
    const std::size_t more = witnesses(bag.size());
    const std::size_t asked = std::min(bag.size(), bag.size() - rounded_up(t_ * bag.size(), 1'000) + more);
    smallest_ = rounded_up(t_ * bag.size(), 1'000);
    for (std::size_t place = 0; place < asked; ++place) ask(x, holders_[bag[place]]);
    for (const std::uint32_t y : seen_) {
      const std::size_t shared = shared_[y];
      shared_[y] = 0;
      if (shared < std::min(witnesses(bags_[y].size()), shared_at_least(bag.size(), bags_[y].size(), static_cast<int>(t_)))) continue;
      if (together_.root(y) != together_.root(x) && are_near(x, y)) put(x, y);
    }
    seen_.clear();
    const std::size_t kept = std::min(bag.size(), bag.size() - rounded_up(2 * t_ * bag.size(), 1'000 + t_) + more);
    for (std::size_t place = 0; place < kept; ++place) keep(x, holders_[bag[place]]);
  }

 private:
  void ask(std::uint32_t x, Holders& holders) {
    auto& alone = holders.alone;
    while (holders.big_enough < alone.size() && bags_[alone[holders.big_enough]].size() < smallest_) ++holders.big_enough;
    std::size_t stay = holders.big_enough;
    for (std::size_t i = holders.big_enough; i < alone.size(); ++i) {
      const std::uint32_t y = alone[i];
      if (!is_alone_[y]) {
        holders.groups.push_back({y});
        continue;
      }
      alone[stay++] = y;
      count(y);
    }
    alone.resize(stay);
    ask_groups(x, holders.groups);
  }

  void ask_groups(std::uint32_t x, std::vector<std::vector<std::uint32_t>>& groups) {
    ++asks_;
    std::size_t stay = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const std::uint32_t group = together_.root(groups[i].front());
      if (met_at_[group] == asks_) {  // two that have become one
        auto& earlier = groups[met_[group]];
        if (earlier.size() < groups[i].size()) std::swap(earlier, groups[i]);
        earlier.insert(earlier.end(), groups[i].begin(), groups[i].end());
        continue;
      }
      met_at_[group] = asks_;
      met_[group] = static_cast<std::uint32_t>(stay);
      if (stay != i) groups[stay] = std::move(groups[i]);
      ++stay;
    }
    groups.resize(stay);
    for (const auto& group : groups) {
      if (!is_of(x, group)) {
        for (const std::uint32_t y : group) count(y);
      }
    }
  }

  // It belongs to this group already, or is found to at once: then none of the group need be counted.
  bool is_of(std::uint32_t x, const std::vector<std::uint32_t>& group) {
    for (std::size_t i = 0; i <= std::min(tried_of_a_group, group.size()); ++i) {
      if (together_.root(group.front()) == together_.root(x)) return true;
      if (i == group.size() || i == tried_of_a_group) break;
      if (compared_[group[i]] == x) continue;
      compared_[group[i]] = x;
      if (are_near(x, group[i])) put(x, group[i]);
    }
    return false;
  }

  void count(std::uint32_t y) {
    if (shared_[y]++ == 0) seen_.push_back(y);
  }

  void put(std::uint32_t x, std::uint32_t y) {
    together_.put(x, y);
    is_alone_[x] = false;
    is_alone_[y] = false;
  }

  bool are_near(std::uint32_t x, std::uint32_t y) const {
    const auto a = bags_[x];
    const auto b = bags_[y];
    if (b.size() < smallest_ || (b.size() < turns_.matter_below && turns_.count[x] != turns_.count[y])) return false;
    const std::size_t needed = shared_at_least(a.size(), b.size(), static_cast<int>(t_));
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (shared + std::min(a.size() - i, b.size() - j) < needed) return false;
      const std::uint32_t left = a[i];
      const std::uint32_t right = b[j];
      shared += left == right ? 1 : 0;
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return shared >= needed;
  }

  void keep(std::uint32_t x, Holders& holders) {
    if (is_alone_[x]) {
      holders.alone.push_back(x);
      return;
    }
    for (auto& group : holders.groups) {
      if (together_.root(group.front()) != together_.root(x)) continue;
      group.push_back(x);
      return;
    }
    holders.groups.push_back({x});
  }

  const Rows& bags_;
  const Turns& turns_;
  const std::size_t t_;
  Together& together_;
  std::vector<Holders> holders_;  // by number
  std::vector<char> is_alone_;
  std::size_t smallest_ = 0;              // what a bag must have to be near the one that is added
  std::vector<std::uint32_t> shared_;     // with the one that is added, among the rarest of both
  std::vector<std::uint32_t> seen_;       // those that share some
  std::vector<std::uint32_t> compared_;   // by bag: the last that it was compared with before its turn
  std::uint64_t asks_ = 0;
  std::vector<std::uint64_t> met_at_;  // by group: the ask in which it was met last
  std::vector<std::uint32_t> met_;     // and at which place
};

}  // namespace

Together::Together(std::size_t count) : above_(count) { std::iota(above_.begin(), above_.end(), 0u); }

std::uint32_t Together::root(std::uint32_t text) {
  while (above_[text] != text) {
    above_[text] = above_[above_[text]];
    text = above_[text];
  }
  return text;
}

void Together::put(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  above_[std::max(a, b)] = std::min(a, b);
}

std::size_t shared_at_least(std::size_t x, std::size_t y, int t_per_mille) {
  const auto t = static_cast<std::size_t>(t_per_mille);
  return rounded_up(t * (x + y), 1'000 + t);
}

bool put_near_texts_together(const Rows& bags, const Turns& turns, int t_per_mille, Together& together, Progress& progress) {
  Join join(bags, turns, t_per_mille, together);
  for (std::uint32_t x = 0; x < bags.size(); ++x) {
    if (x % told_every == 0 && !progress.at(x, static_cast<std::int64_t>(bags.size()), "different texts compared")) return false;
    join.add(x);
  }
  return true;
}

}  // namespace alongside::engines
