#include "engines/about_the_same.h"

#include <algorithm>
#include <limits>

namespace alongside::engines {
namespace {

constexpr std::size_t told_every = 1'024;
constexpr std::uint32_t block = 256;
constexpr std::size_t first_stems = 45;
constexpr std::size_t common_share = 10;  // one text of so many
constexpr std::size_t common_min = 20;
constexpr std::uint64_t one = 1 << 15;  // the length of every text, so that two cosines fit into 32 bits
constexpr std::uint32_t per_log_unit = 1 << 16;

// log2(x) * 65536, rounded down, for 1 <= x. By squaring: Knuth, The Art of Computer Programming 1, 1.2.2, exercise 25.
std::uint32_t log2_of(std::uint64_t x) {
  std::uint32_t whole = 63;
  while ((x >> whole) == 0) --whole;
  std::uint64_t part = whole >= 31 ? x >> (whole - 31) : x << (31 - whole);  // 1 <= part / 2^31 < 2
  std::uint32_t bits = 0;
  for (int i = 0; i < 16; ++i) {
    part = part * part >> 31;
    bits <<= 1;
    if ((part >> 32) != 0) {
      part >>= 1;
      bits |= 1;
    }
  }
  return whole * per_log_unit + bits;
}

std::uint64_t root_of(std::uint64_t x) {
  std::uint64_t low = 0;
  std::uint64_t high = std::uint64_t{1} << 32;
  while (low + 1 < high) {
    const std::uint64_t middle = (low + high) / 2;
    (middle * middle <= x ? low : high) = middle;
  }
  return low;
}

struct Weight {
  std::uint32_t stem;
  std::uint16_t weight;  // of a text their squares sum to about one * one
};
struct Weighted {
  std::vector<Weight> weights;
  std::vector<std::size_t> starts{0};
  std::span<const Weight> operator[](std::size_t text) const {
    return std::span(weights).subspan(starts[text], starts[text + 1] - starts[text]);
  }
};

// How often each stem stands in a text, in halves; by stem.
struct Times {
  std::uint32_t stem;
  std::uint32_t halves;
};
void count(std::span<const std::uint32_t> row, std::vector<Times>& times) {
  times.clear();
  for (std::size_t i = 0; i < row.size(); ++i) times.push_back({row[i], i < first_stems ? 2u : 1u});
  std::sort(times.begin(), times.end(), [](const Times& a, const Times& b) { return a.stem < b.stem; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (kept > 0 && times[kept - 1].stem == times[i].stem) {
      times[kept - 1].halves += times[i].halves;
    } else {
      times[kept++] = times[i];
    }
  }
  times.resize(kept);
}

std::vector<std::uint32_t> holders(const Rows& rows, std::size_t stems) {
  std::vector<std::uint32_t> of(stems, 0);
  std::vector<Times> times;
  for (std::size_t text = 0; text < rows.size(); ++text) {
    count(rows[text], times);
    for (const Times& each : times) ++of[each.stem];
  }
  return of;
}

Weighted weighted(const Rows& rows, const std::vector<std::uint32_t>& holders_of) {
  const std::size_t held_at_most = std::max(rows.size() / common_share, common_min);
  const std::uint32_t all = rows.size() == 0 ? 0 : log2_of(rows.size());
  std::vector<std::uint32_t> rare(holders_of.size(), 0);
  for (std::size_t stem = 0; stem < rare.size(); ++stem) {
    // What all texts hold weighs nothing; of two texts that are all there are, what both hold still should.
    if (holders_of[stem] > 0 && holders_of[stem] <= held_at_most) rare[stem] = all - log2_of(holders_of[stem]) + per_log_unit / 4;
  }
  Weighted out;
  std::vector<Times> times;
  std::vector<std::uint64_t> raw;
  for (std::size_t text = 0; text < rows.size(); ++text) {
    count(rows[text], times);
    raw.clear();
    std::uint64_t squares = 0;
    for (const Times& each : times) {
      // ln c = log2 c * 0.6931; half a time counts half.
      const std::uint64_t often = each.halves < 2 ? per_log_unit / 2
                                                  : per_log_unit + std::uint64_t{log2_of(each.halves) - per_log_unit} * 6'931 / 10'000;
      raw.push_back(often * rare[each.stem] >> 20);  // below 2^20, so that 100,000 squares fit
      squares += raw.back() * raw.back();
    }
    const std::uint64_t length = std::max<std::uint64_t>(root_of(squares), 1);
    for (std::size_t i = 0; i < times.size(); ++i) {
      const auto weight = static_cast<std::uint16_t>(std::min(raw[i] * one / length, one));
      if (weight > 0) out.weights.push_back({times[i].stem, weight});
    }
    out.starts.push_back(out.weights.size());
  }
  return out;
}

// The best of one text so far. The last of a heap is the first to go.
struct Like {
  std::uint32_t score;
  std::uint32_t other;
};
bool better(const Like& a, const Like& b) { return a.score != b.score ? a.score > b.score : a.other < b.other; }

class Best {
 public:
  explicit Best(std::size_t at_most) : at_most_(at_most) {}
  void offer(std::vector<Like>& heap, Like one_more) const {
    if (heap.size() < at_most_) {
      heap.push_back(one_more);
      std::push_heap(heap.begin(), heap.end(), better);
    } else if (!heap.empty() && better(one_more, heap.front())) {
      std::pop_heap(heap.begin(), heap.end(), better);
      heap.back() = one_more;
      std::push_heap(heap.begin(), heap.end(), better);
    }
  }

 private:
  std::size_t at_most_;
};

// Without a branch, so that the machine compares many at a time.
std::uint32_t most_of(std::span<const std::uint32_t> scores) {
  std::uint32_t most = 0;
  for (const std::uint32_t score : scores) most = most < score ? score : most;
  return most;
}

std::vector<AlikeTexts> pairs_of(std::vector<std::vector<Like>>& best) {
  std::vector<AlikeTexts> pairs;
  for (std::uint32_t text = 0; text < best.size(); ++text) {
    for (const Like& like : best[text]) {
      pairs.push_back({std::min(text, like.other), std::max(text, like.other), static_cast<int>(std::uint64_t{like.score} * 1'000 / (one * one))});
    }
    best[text] = {};
  }
  std::sort(pairs.begin(), pairs.end(), [](const AlikeTexts& x, const AlikeTexts& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  pairs.erase(std::unique(pairs.begin(), pairs.end(), [](const AlikeTexts& x, const AlikeTexts& y) { return x.a == y.a && x.b == y.b; }),
              pairs.end());
  return pairs;
}

}  // namespace

std::optional<std::vector<AlikeTexts>> about_the_same(const Rows& rows, std::size_t stems, int per_mille, std::size_t at_most,
                                                      Progress& progress) {
  const std::vector<std::uint32_t> holders_of = holders(rows, stems);
  const Weighted texts = weighted(rows, holders_of);

  // Postings of each stem in one block; they fill up as texts are passed, so that each pair is met once.
  struct Posting {
    std::uint32_t text;
    std::uint32_t weight;
  };
  std::vector<std::size_t> ends(stems + 1, 0);
  for (const Weight& each : texts.weights) ++ends[each.stem + 1];
  for (std::size_t stem = 0; stem < stems; ++stem) ends[stem + 1] += ends[stem];
  std::vector<std::size_t> starts(ends.begin(), ends.end() - 1);
  ends = starts;
  std::vector<Posting> postings(texts.weights.size());

  const auto enough = static_cast<std::uint32_t>((static_cast<std::uint64_t>(per_mille) * one * one + 999) / 1'000);
  const Best keeping(at_most);
  std::vector<std::vector<Like>> best(rows.size());
  std::vector<std::uint32_t> scores(rows.size(), 0);
  for (std::uint32_t text = 0; text < rows.size(); ++text) {
    if (text % told_every == 0 && !progress.at(text, static_cast<std::int64_t>(rows.size()), "texts compared by what they are about")) {
      return std::nullopt;
    }
    for (const Weight& each : texts[text]) {
      const std::uint32_t weight = each.weight;
      for (std::size_t at = starts[each.stem]; at < ends[each.stem]; ++at) scores[postings[at].text] += weight * postings[at].weight;
      postings[ends[each.stem]++] = {text, weight};
    }
    for (std::uint32_t from = 0; from < text; from += block) {
      const std::uint32_t to = std::min(text, from + block);
      if (most_of(std::span(scores).subspan(from, to - from)) < enough) continue;
      for (std::uint32_t other = from; other < to; ++other) {
        if (scores[other] < enough) continue;
        keeping.offer(best[text], {scores[other], other});
        keeping.offer(best[other], {scores[other], text});
      }
    }
    std::fill(scores.begin(), scores.begin() + text, 0);
  }
  return pairs_of(best);
}

}  // namespace alongside::engines
