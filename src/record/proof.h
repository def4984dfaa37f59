// A receipt (C2SP tlog-proof): that an entry is in a record, checkable by anyone who holds the record's verifier key.
//
//   c2sp.org/tlog-proof@v1
//   extra BASE64             (optional: in the person's own copy, the salt)
//   index 61
//   BASE64                   (the inclusion proof, the leaf's side first)
//                            (an empty line)
//   (the signed checkpoint)
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/checkpoint.h"
#include "record/tree.h"

namespace alongside::record {

struct Proof {
  std::optional<std::string> extra;  // any bytes
  std::int64_t index = 0;
  std::vector<Digest> path;  // at most 63
  std::string checkpoint;    // with all its signature lines, as published
  friend bool operator==(const Proof&, const Proof&) = default;
};

std::string print(const Proof& proof);
Result<Proof> parse_proof(std::string_view bytes);
// The checkpoint is signed by a known key, and the entry with this leaf hash is at the proof's index under its root.
Result<OpenedCheckpoint> verify_proof(const Proof& proof, const Digest& leaf, std::span<const Verifier> known);

}  // namespace alongside::record
