// Openings: the salt and the words behind commitments, served beside the record for as long as they exist.
//
//   {"openings":[{"field":"reasons","index":61,"salt":"43 characters","words":"…"}]}
//
// Canonical JSON, sorted by (index, field), each pair once. File N holds those of the acts in entry bundle N.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/commitment.h"

namespace alongside::record {

struct Opening {
  std::int64_t index = 0;
  std::string field;
  Salt salt{};
  std::string words;
  friend bool operator==(const Opening&, const Opening&) = default;
};

// Sorts them first. Two for the same field of the same act throw std::logic_error.
std::string print_openings(std::vector<Opening> openings);
// Refuses another order, a pair that stands twice, unknown keys, JSON that is not canonical.
Result<std::vector<Opening>> parse_openings(std::string_view bytes);

inline bool opens(const Opening& opening, const Digest& commitment) {
  return commit(opening.salt, opening.field, opening.words) == commitment;
}

// "openings/000", "openings/x001/x234/067": where file N lies under the record's prefix, N as in a tile's path.
std::string openings_path(std::int64_t bundle);

}  // namespace alongside::record
