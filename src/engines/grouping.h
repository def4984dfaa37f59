// What many people said is found: one text that many sent, with small changes or none; and sayings about the same thing in
// other words. It proposes; people decide.
//
// One text sent by many (near_texts.h): sayings whose words, each counted as often as it stands, are the same in 70 of 100
// (Jaccard of bags). Found by a join that leaves out only what cannot reach that share (Bayardo, Ma and Srikant, "Scaling up
// all pairs similarity search", WWW 2007, section 4; Xiao, Wang, Lin, Yu and Wang, "Efficient similarity joins for
// near-duplicate detection", ACM TODS 36(3) 2011, sections 3 and 4), never by chance: so whoever changes, adds and removes
// together at most 17 of every 100 words of a text is found, always. Those that reach each other step by step are one group.
//
// About the same (about_the_same.h): cosine of weighted stems (Salton and Buckley 1988, "tfc" with a dampened count).
// Only proposed in pairs, never chained: what is like two things need not make them one.
//
// The same bytes on every machine: whole numbers throughout, and another order of the sayings gives the same groups.
// Measured on 1,580 petitions of which Parliament's staff marked 394 pairs as asking for the same: docs/grouping.md.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "base/result.h"

namespace alongside::engines {

struct GroupingOptions {
  int near_per_mille = 700;
  int about_per_mille = 205;         // docs/grouping.md says how it was chosen
  std::size_t about_at_most = 20;    // the best of each text; both sides of a pair are asked
};

// One text from several people. Sayings are told by their place in what was given.
struct SameText {
  std::vector<std::uint32_t> sayings;  // two or more, ascending
  std::uint32_t usual = 0;             // the first with the wording that most of them have
  bool is_exact = false;               // all of them, but for case, marks, greeting and signature
};
struct AboutTheSame {
  std::uint32_t a = 0;  // a < b; of a group its usual saying
  std::uint32_t b = 0;
  int per_mille = 0;
  friend bool operator==(const AboutTheSame&, const AboutTheSame&) = default;
};
struct Grouping {
  std::vector<SameText> same;        // no saying in two of them; most sayings first, then by the first saying
  std::vector<AboutTheSame> about;   // no pair twice; most alike first, then by a and b
};

// Sayings without any word are in no group. Of each at most 100,000 bytes are read. Memory: about 24 bytes for each word of
// each different text, and 8 for each proposal kept. Time: docs/grouping.md; at worst (all texts made of the same few
// words) it grows with the square of their number. Fails only when `progress` says stop.
Result<Grouping> group(std::span<const std::string_view> sayings, const GroupingOptions& options, Progress& progress);

}  // namespace alongside::engines
