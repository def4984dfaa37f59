// Texts about the same thing in other words: the cosine of their weighted stems, behind grouping.h.
//
// A stem that stands c times in a text (the first 45 stems count whole, later ones half: what is asked for is said first)
// weighs (1 + ln c) * ln(N / n), where n of the N texts hold it. Stems in more than one text of ten, but at least in 20, tell
// no texts apart here and are left out, as the commonest words of English are. Logarithms and lengths are worked out in whole
// numbers, so that every machine finds the same.
#pragma once

#include <optional>

#include "engines/near_texts.h"

namespace alongside::engines {

struct AlikeTexts {
  std::uint32_t a;  // a < b
  std::uint32_t b;
  int per_mille;
};

// Each row: the stems of one text in their order, as numbers below `stems`. Of the pairs of at least `per_mille`, those that
// are among the `at_most` best of either text; a tie goes to the earlier row. Nothing: told to stop.
std::optional<std::vector<AlikeTexts>> about_the_same(const Rows& rows, std::size_t stems, int per_mille, std::size_t at_most,
                                                      Progress& progress);

}  // namespace alongside::engines
