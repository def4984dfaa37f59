// Were people asked about what was chosen? Worked out from what was put to them, never asked of whoever records it.
//
// They were where one of the choices that had been put to them by then was chosen and the body's words for it are the words
// that were put: its title, what it is, or both, whatever the white space between. Otherwise the choice of those put to them
// that is nearest in words stands beside it, with the words that differ (engines/wording.h).
#pragma once

#include <string>
#include <vector>

#include "engines/wording.h"
#include "kernel/fields.h"

namespace alongside::option {

enum class Asked { as_put, other_words, never_put, nothing_put, not_known };
constexpr auto words_of(Asked) {
  using namespace std::string_view_literals;
  return std::array{"as_put"sv, "other_words"sv, "never_put"sv, "nothing_put"sv, "not_known"sv};
}

// A choice in its words: as it was put, or as it was chosen. Erased words are empty.
struct InWords {
  Index option;
  std::string title;
  std::string what;
};

struct Drift {
  Asked asked = Asked::not_known;
  Index nearest;            // of those put to people; unset: none was
  int alike_per_mille = 0;  // of the nearest words put and the words chosen
  std::vector<engines::Run> runs;  // from the words put to the words chosen; empty: the same, or nothing to compare
};

// `chosen`: what was written under the option's number, if there is one; `words`: the body's. `put`: all that had been put.
Drift drift_of(const InWords& chosen, const std::string& words, const std::vector<InWords>& put);

}  // namespace alongside::option
