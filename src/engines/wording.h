// What changed between two wordings, word by word.
//
// Myers' O(ND) shortest edit over tokens (Algorithmica 1, 1986), after the equal start and end are set aside. Tokens
// are words, runs of white space and single marks, so the runs put together give back both texts byte for byte. White
// space alone between two changes joins them: people read one change, not three.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside::engines {

enum class Fate { same, removed, added };

struct Run {
  Fate fate = Fate::same;
  std::string text;  // never empty
};

// Neighbouring runs differ in fate; where both stand, removed comes before added. Joining the same and removed runs
// gives `before`, the same and added ones `after`.
//
// Bounded: texts of more than 20,000 tokens, or more than 1,500 edits apart, are compared by lines; if they are still
// further apart than that, what lies between the equal start and end is removed and added whole. Memory at most 10 MB.
std::vector<Run> differences(std::string_view before, std::string_view after);

// Words that are the same in both, as a share of the words of the longer: 0 nothing, 1000 all. For drift, in whole
// thousandths so that it is the same on every machine. Two empty texts: 1000.
int alike_per_mille(std::string_view before, std::string_view after);

}  // namespace alongside::engines
