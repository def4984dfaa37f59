#include "record/tree.h"

#include <cstring>

#include "base/text.h"

namespace alongside::record {
namespace {

constexpr std::string_view leaf_prefix("\x00", 1);

// The largest power of two below n, for n > 1.
std::int64_t split_of(std::int64_t n) { return std::int64_t(std::bit_floor(static_cast<std::uint64_t>(n - 1))); }

void path_within(std::int64_t index, std::int64_t begin, std::int64_t end, const NodeSource& source,
                 std::vector<Digest>& path) {
  const std::int64_t n = end - begin;
  if (n == 1) return;
  const std::int64_t middle = begin + split_of(n);
  if (index < middle) {
    path_within(index, begin, middle, source, path);
    path.push_back(range_hash(middle, end, source));
  } else {
    path_within(index, middle, end, source, path);
    path.push_back(range_hash(begin, middle, source));
  }
}

// SUB(m, D[begin:end], whole) of RFC 9162 2.1.4.1; `m` counts from the start of the record.
void consistency_within(std::int64_t m, std::int64_t begin, std::int64_t end, bool whole, const NodeSource& source,
                        std::vector<Digest>& proof) {
  if (m == end) {
    if (!whole) proof.push_back(range_hash(begin, end, source));
    return;
  }
  const std::int64_t middle = begin + split_of(end - begin);
  if (m <= middle) {
    consistency_within(m, begin, middle, whole, source, proof);
    proof.push_back(range_hash(middle, end, source));
  } else {
    consistency_within(m, middle, end, false, source, proof);
    proof.push_back(range_hash(begin, middle, source));
  }
}

Result<Digest> as_hash(Result<std::string> bytes, std::string_view field) {
  if (!bytes) return problem(Code::malformed, std::string(field), msg("Give a hash in base64."));
  return hash_of_bytes(*bytes, field);
}

}  // namespace

Digest leaf_hash(std::string_view entry) { return sha256(leaf_prefix, entry); }

Digest node_hash(const Digest& left, const Digest& right) {
  // One piece of 65 bytes: three updates of the hash would cost a tenth more.
  char both[65];
  both[0] = 1;
  std::memcpy(both + 1, left.data(), 32);
  std::memcpy(both + 33, right.data(), 32);
  return sha256({both, sizeof both});
}

Digest empty_root() { return sha256(std::string_view()); }

Result<Digest> hash_of_bytes(std::string_view bytes, std::string_view field) {
  if (bytes.size() == 32) return as_digest(bytes);
  return problem(Code::malformed, std::string(field), msg("A hash has 32 bytes."), std::to_string(bytes.size()));
}

Result<Digest> hash_of_base64(std::string_view text, std::string_view field) {
  return as_hash(from_base64(text), field);
}

Result<Digest> hash_of_base64url(std::string_view text, std::string_view field) {
  return as_hash(from_base64url(text), field);
}

Result<CompactRange> CompactRange::of(std::int64_t size, std::vector<Digest> edge) {
  if (size < 0) return problem(Code::out_of_range, "size", msg("A size is not negative."), std::to_string(size));
  const int needed = std::popcount(static_cast<std::uint64_t>(size));
  if (static_cast<int>(edge.size()) != needed) {
    return problem(Code::does_not_match, "edge",
                   msg("The edge of {size} entries has {count} hashes.",
                       {{"size", std::to_string(size)}, {"count", std::to_string(needed)}}),
                   std::to_string(edge.size()));
  }
  CompactRange range;
  range.size_ = size;
  range.edge_ = std::move(edge);
  return range;
}

Digest CompactRange::root() const {
  if (edge_.empty()) return empty_root();
  Digest hash = edge_.back();
  for (std::size_t i = edge_.size() - 1; i > 0; --i) hash = node_hash(edge_[i - 1], hash);
  return hash;
}

Digest range_hash(std::int64_t begin, std::int64_t end, const NodeSource& source) {
  const std::int64_t n = end - begin;
  if (n == 0) return empty_root();
  if (std::has_single_bit(static_cast<std::uint64_t>(n))) {
    const int level = std::countr_zero(static_cast<std::uint64_t>(n));
    return source(level, begin >> level);
  }
  const std::int64_t middle = begin + split_of(n);
  return node_hash(range_hash(begin, middle, source), range_hash(middle, end, source));
}

Digest root_of(std::int64_t size, const NodeSource& source) { return range_hash(0, size, source); }

Result<std::vector<Digest>> inclusion_proof(std::int64_t index, std::int64_t size, const NodeSource& source) {
  if (index < 0 || index >= size) {
    return problem(Code::out_of_range, "index",
                   msg("Give the index of an entry: less than {size}.", {{"size", std::to_string(size)}}),
                   std::to_string(index));
  }
  std::vector<Digest> path;
  path_within(index, 0, size, source, path);
  return path;
}

Result<std::vector<Digest>> consistency_proof(std::int64_t m, std::int64_t n, const NodeSource& source) {
  if (m < 0 || m > n) {
    return problem(Code::out_of_range, "size",
                   msg("Give an earlier size: at most {size}.", {{"size", std::to_string(n)}}), std::to_string(m));
  }
  std::vector<Digest> proof;
  if (m > 0) consistency_within(m, 0, n, true, source, proof);
  return proof;
}

}  // namespace alongside::record
