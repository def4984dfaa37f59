#include "record/tree.h"

#include <stdexcept>

#include "base/text.h"

namespace alongside::record {
namespace {

constexpr std::string_view leaf_mark("\x00", 1);
constexpr std::string_view node_mark("\x01", 1);

Problems wrong(std::string field, Message expected, std::string found = {}) {
  return problem(Code::does_not_match, std::move(field), std::move(expected), std::move(found));
}

Result<Digest> checked(Result<std::string> bytes, std::string_view field) {
  if (!bytes) return problem(Code::malformed, std::string(field), msg("Give a hash of 32 bytes."));
  return hash_of_bytes(*bytes, field);
}

// The size of the left half of n entries: the largest power of two below n.
std::int64_t left_of(std::int64_t n) { return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(n - 1))); }

// PATH(m, D[begin:end]) of RFC 9162 2.1.3.1, the leaf's side first.
void path_into(std::int64_t m, std::int64_t begin, std::int64_t end, const NodeSource& source, std::vector<Digest>& out) {
  if (end - begin == 1) return;
  const std::int64_t k = left_of(end - begin);
  if (m - begin < k) {
    path_into(m, begin, begin + k, source, out);
    out.push_back(range_hash(begin + k, end, source));
  } else {
    path_into(m, begin + k, end, source, out);
    out.push_back(range_hash(begin, begin + k, source));
  }
}

// SUBPROOF(m, D[begin:end], whole) of RFC 9162 2.1.4.1; `m` is counted from `begin`.
void consistency_into(std::int64_t m, std::int64_t begin, std::int64_t end, bool whole, const NodeSource& source,
                      std::vector<Digest>& out) {
  if (m == end - begin) {
    if (!whole) out.push_back(range_hash(begin, end, source));
    return;
  }
  const std::int64_t k = left_of(end - begin);
  if (m <= k) {
    consistency_into(m, begin, begin + k, whole, source, out);
    out.push_back(range_hash(begin + k, end, source));
  } else {
    consistency_into(m - k, begin + k, end, false, source, out);
    out.push_back(range_hash(begin, begin + k, source));
  }
}

}  // namespace

Digest leaf_hash(std::string_view entry) { return sha256(leaf_mark, entry); }

Digest node_hash(const Digest& left, const Digest& right) { return sha256(node_mark, view(left), view(right)); }

Digest empty_root() { return sha256(""); }

Result<Digest> hash_of_bytes(std::string_view bytes, std::string_view field) {
  if (bytes.size() != 32) {
    return problem(Code::malformed, std::string(field), msg("Give a hash of 32 bytes."), std::to_string(bytes.size()) + " bytes");
  }
  return as_digest(bytes);
}
Result<Digest> hash_of_base64(std::string_view text, std::string_view field) { return checked(from_base64(text), field); }
Result<Digest> hash_of_base64url(std::string_view text, std::string_view field) { return checked(from_base64url(text), field); }

Result<CompactRange> CompactRange::of(std::int64_t size, std::vector<Digest> edge) {
  if (size < 0 || static_cast<int>(edge.size()) != std::popcount(static_cast<std::uint64_t>(size))) {
    return wrong("edge", msg("Give one hash for each bit that is set in the size."), std::to_string(edge.size()));
  }
  CompactRange range;
  range.size_ = size;
  range.edge_ = std::move(edge);
  return range;
}

Digest CompactRange::root() const {
  if (edge_.empty()) return empty_root();
  Digest root = edge_.back();
  for (std::size_t i = edge_.size() - 1; i > 0; --i) root = node_hash(edge_[i - 1], root);
  return root;
}

Digest range_hash(std::int64_t begin, std::int64_t end, const NodeSource& source) {
  const std::int64_t n = end - begin;
  if (n <= 0) return empty_root();
  if (std::has_single_bit(static_cast<std::uint64_t>(n))) {
    const int level = std::countr_zero(static_cast<std::uint64_t>(n));
    return source(level, begin >> level);
  }
  const std::int64_t k = left_of(n);
  return node_hash(range_hash(begin, begin + k, source), range_hash(begin + k, end, source));
}

Digest root_of(std::int64_t size, const NodeSource& source) { return range_hash(0, size, source); }

Result<std::vector<Digest>> inclusion_proof(std::int64_t index, std::int64_t size, const NodeSource& source) {
  if (index < 0 || index >= size) {
    return problem(Code::out_of_range, "index", msg("Give an index below the size."), std::to_string(index));
  }
  std::vector<Digest> out;
  path_into(index, 0, size, source, out);
  return out;
}

Result<std::vector<Digest>> consistency_proof(std::int64_t m, std::int64_t n, const NodeSource& source) {
  if (m < 0 || m > n) return problem(Code::out_of_range, "size", msg("Give an older size that is not above the newer."), std::to_string(m));
  std::vector<Digest> out;
  if (m != 0 && m != n) consistency_into(m, 0, n, true, source, out);
  return out;
}

Status verify_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size, std::span<const Digest> proof, const Digest& root) {
  if (index < 0 || index >= size) {
    return problem(Code::out_of_range, "index", msg("Give an index below the size."), std::to_string(index));
  }
  auto fn = static_cast<std::uint64_t>(index);
  auto sn = static_cast<std::uint64_t>(size - 1);
  Digest hash = leaf;
  for (const Digest& p : proof) {
    if (sn == 0) return wrong("proof", msg("A proof with fewer hashes."));
    if ((fn & 1) != 0 || fn == sn) {
      hash = node_hash(p, hash);
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      hash = node_hash(hash, p);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return wrong("proof", msg("A proof with more hashes."));
  if (hash != root) return wrong("root", msg("The proof leads to another root."));
  return Done{};
}

Status verify_consistency(std::int64_t m, std::int64_t n, std::span<const Digest> proof, const Digest& root_m, const Digest& root_n) {
  if (m < 0 || m > n || (m == 0 && n > 0)) {
    return problem(Code::out_of_range, "size", msg("Give an older size of at least 1 that is not above the newer."), std::to_string(m));
  }
  if (m == n) {
    if (!proof.empty()) return wrong("proof", msg("Between equal sizes the proof is empty."));
    if (root_m != root_n) return wrong("root", msg("Equal sizes have the same root."));
    return Done{};
  }
  if (proof.empty()) return wrong("proof", msg("A proof with more hashes."));
  std::vector<Digest> hashes;
  if (std::has_single_bit(static_cast<std::uint64_t>(m))) hashes.push_back(root_m);
  hashes.insert(hashes.end(), proof.begin(), proof.end());
  auto fn = static_cast<std::uint64_t>(m - 1);
  auto sn = static_cast<std::uint64_t>(n - 1);
  while ((fn & 1) != 0) {
    fn >>= 1;
    sn >>= 1;
  }
  Digest fr = hashes.front();
  Digest sr = hashes.front();
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    const Digest& c = hashes[i];
    if (sn == 0) return wrong("proof", msg("A proof with fewer hashes."));
    if ((fn & 1) != 0 || fn == sn) {
      fr = node_hash(c, fr);
      sr = node_hash(c, sr);
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = node_hash(sr, c);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return wrong("proof", msg("A proof with more hashes."));
  if (fr != root_m) return wrong("root", msg("The proof leads to another older root."));
  if (sr != root_n) return wrong("root", msg("The proof leads to another newer root."));
  return Done{};
}

}  // namespace alongside::record
