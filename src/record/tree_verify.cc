// The verifier's half of the tree, apart from what makes proofs: nothing here looks at a tree.
#include "record/tree.h"

namespace alongside::record {
namespace {

Problems wrong_length(std::size_t found) {
  return problem(Code::does_not_match, "proof", msg("The proof has too few or too many hashes for these sizes."),
                 std::to_string(found));
}

Problems wrong_root(const char* field) {
  return problem(Code::does_not_match, field, msg("The proof does not lead to this root."));
}

}  // namespace

Status verify_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size, std::span<const Digest> proof,
                        const Digest& root) {
  if (index < 0 || index >= size) {
    return problem(Code::out_of_range, "index", msg("The index must be less than the size."), std::to_string(index));
  }
  // RFC 9162 2.1.3.2: fn and sn are the entry's place and the last entry's place, level by level.
  auto fn = static_cast<std::uint64_t>(index);
  auto sn = static_cast<std::uint64_t>(size - 1);
  Digest hash = leaf;
  for (const Digest& other : proof) {
    if (sn == 0) return wrong_length(proof.size());
    if ((fn & 1) == 1 || fn == sn) {
      hash = node_hash(other, hash);
      // At the right edge, levels where no sibling exists are skipped.
      const int skip = fn == 0 ? 0 : std::countr_zero(fn);
      fn >>= skip;
      sn >>= skip;
    } else {
      hash = node_hash(hash, other);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return wrong_length(proof.size());
  if (hash != root) return wrong_root("root");
  return Done{};
}

Status verify_consistency(std::int64_t m, std::int64_t n, std::span<const Digest> proof, const Digest& root_m,
                          const Digest& root_n) {
  if (m < 1 || m > n) {
    return problem(Code::out_of_range, "size", msg("The earlier size must be at least 1 and at most the later one."),
                   std::to_string(m));
  }
  if (m == n) {
    if (!proof.empty()) return wrong_length(proof.size());
    if (root_m != root_n) return problem(Code::does_not_match, "root", msg("Two roots of one size must be the same."));
    return Done{};
  }
  if (proof.empty()) return wrong_length(0);
  // RFC 9162 2.1.4.2. When m is a power of two its root is itself the first node, and the proof leaves it out.
  const bool whole = std::has_single_bit(static_cast<std::uint64_t>(m));
  const Digest& first = whole ? root_m : proof.front();
  if (!whole) proof = proof.subspan(1);
  const int skip = std::countr_one(static_cast<std::uint64_t>(m - 1));
  std::uint64_t fn = static_cast<std::uint64_t>(m - 1) >> skip;
  std::uint64_t sn = static_cast<std::uint64_t>(n - 1) >> skip;
  Digest old_hash = first;
  Digest new_hash = first;
  for (const Digest& other : proof) {
    if (sn == 0) return wrong_length(proof.size());
    if ((fn & 1) == 1 || fn == sn) {
      old_hash = node_hash(other, old_hash);
      new_hash = node_hash(other, new_hash);
      const int edge = fn == 0 ? 0 : std::countr_zero(fn);
      fn >>= edge;
      sn >>= edge;
    } else {
      new_hash = node_hash(new_hash, other);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return wrong_length(proof.size());
  if (old_hash != root_m) return wrong_root("earlier root");
  if (new_hash != root_n) return wrong_root("later root");
  return Done{};
}

}  // namespace alongside::record
