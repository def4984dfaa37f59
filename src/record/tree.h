// The Merkle tree of the record (RFC 6962, RFC 9162 section 2.1):
//
//   leaf = SHA256(0x00 || entry), node = SHA256(0x01 || left || right), the empty root = SHA256("")
//
// For n > 1 entries, the left half has as many as the largest power of two below n.
//
// MTH(level, index) stands for the hash of the complete, aligned subtree of 2^level leaves that begins at
// index * 2^level. Every proof and tile is made of such hashes; where they come from is the caller's business.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/result.h"

namespace alongside::record {

Digest leaf_hash(std::string_view entry);
Digest node_hash(const Digest& left, const Digest& right);
Digest empty_root();

// 32 bytes as a hash; refused when there are fewer or more. `field` names them in the problem.
Result<Digest> hash_of_bytes(std::string_view bytes, std::string_view field);
Result<Digest> hash_of_base64(std::string_view text, std::string_view field);
Result<Digest> hash_of_base64url(std::string_view text, std::string_view field);

// The right edge of the tree: what it takes to append and to know the root. At most 63 hashes: one for each bit that is
// set in the size, the largest subtree first.
class CompactRange {
 public:
  CompactRange() = default;  // of no entries
  // The edge as stored. Refused when it does not have one hash for each bit of the size.
  static Result<CompactRange> of(std::int64_t size, std::vector<Digest> edge);

  void append(const Digest& leaf) {
    append(leaf, [](int, std::int64_t, const Digest&) {});
  }

  // Tells on_node(level, index, hash) each subtree that this leaf completes, the leaf itself (level 0) included.
  template <class OnNode>
  void append(const Digest& leaf, OnNode&& on_node) {
    on_node(0, size_, leaf);
    Digest hash = leaf;
    const int merges = std::countr_one(static_cast<std::uint64_t>(size_));
    for (int level = 1; level <= merges; ++level) {
      hash = node_hash(edge_.back(), hash);
      edge_.pop_back();
      on_node(level, size_ >> level, hash);
    }
    edge_.push_back(hash);
    ++size_;
  }

  Digest root() const;
  std::int64_t size() const { return size_; }
  const std::vector<Digest>& edge() const { return edge_; }
  friend bool operator==(const CompactRange&, const CompactRange&) = default;

 private:
  std::int64_t size_ = 0;
  std::vector<Digest> edge_;
};

// MTH(level, index). Asked only for subtrees that are complete within the size in question; throws when it cannot know.
using NodeSource = std::function<Digest(int level, std::int64_t index)>;

// The root of the first `size` entries; the hash of the entries from `begin` up to `end`, where `begin` is a multiple
// of the smallest power of two that is at least end - begin.
Digest root_of(std::int64_t size, const NodeSource& source);
Digest range_hash(std::int64_t begin, std::int64_t end, const NodeSource& source);

// RFC 9162 2.1.3.1, the leaf's side first. Refused: index >= size.
Result<std::vector<Digest>> inclusion_proof(std::int64_t index, std::int64_t size, const NodeSource& source);
// RFC 9162 2.1.4.1: that the tree of n entries begins with the tree of m. Refused: m > n; empty when m is 0 or n.
Result<std::vector<Digest>> consistency_proof(std::int64_t m, std::int64_t n, const NodeSource& source);

// RFC 9162 2.1.3.2. out_of_range: index >= size; does_not_match: the proof has too few or too many hashes, or does not
// lead to the root.
Status verify_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size, std::span<const Digest> proof,
                        const Digest& root);
// RFC 9162 2.1.4.2. Between equal sizes the proof is empty and the roots are the same. m = 0 is refused: every tree
// begins with the empty one, so such a proof would say nothing.
Status verify_consistency(std::int64_t m, std::int64_t n, std::span<const Digest> proof, const Digest& root_m,
                          const Digest& root_n);

}  // namespace alongside::record
