#include "record/tree.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

#include "base/text.h"

namespace alongside::record {
namespace {

// The definition of RFC 9162 2.1.1, word for word and slow: what everything else is compared with.
Digest mth(std::span<const std::string> entries) {
  if (entries.empty()) return sha256(std::string_view());
  if (entries.size() == 1) return sha256(std::string(1, '\0') + entries[0]);
  std::size_t k = 1;
  while (k * 2 < entries.size()) k *= 2;
  const Digest left = mth(entries.first(k));
  const Digest right = mth(entries.subspan(k));
  return sha256("\x01" + std::string(view(left)) + std::string(view(right)));
}

std::vector<std::string> some_entries(int count) {
  std::vector<std::string> entries;
  for (int i = 0; i < count; ++i) entries.push_back("entry " + std::to_string(i));
  return entries;
}

// A tree that remembers every complete subtree as it grows.
struct Grown {
  CompactRange range;
  std::map<std::pair<int, std::int64_t>, Digest> nodes;
  std::vector<Digest> roots = {empty_root()};  // by size

  explicit Grown(const std::vector<std::string>& entries) {
    for (const std::string& entry : entries) {
      range.append(leaf_hash(entry), [&](int level, std::int64_t index, const Digest& hash) {
        nodes[{level, index}] = hash;
      });
      roots.push_back(range.root());
    }
  }
  NodeSource source() const {
    return [this](int level, std::int64_t index) { return nodes.at({level, index}); };
  }
};

}  // namespace

TEST_CASE("the root of a growing tree is what RFC 9162 defines, at every size up to 300") {
  const auto entries = some_entries(300);
  const Grown tree(entries);
  for (std::size_t n = 0; n <= entries.size(); ++n) {
    const Digest expected = mth(std::span(entries).first(n));
    REQUIRE(tree.roots[n] == expected);
    REQUIRE(root_of(std::int64_t(n), tree.source()) == expected);
  }
}

TEST_CASE("every inclusion proof up to 300 entries verifies, and no other index, size, leaf or hash does") {
  const auto entries = some_entries(300);
  const Grown tree(entries);
  int wrongly_accepted = 0;
  for (std::int64_t n = 1; n <= 300; ++n) {
    const Digest& root = tree.roots[std::size_t(n)];
    for (std::int64_t i = 0; i < n; ++i) {
      const Digest leaf = tree.nodes.at({0, i});
      auto proof = inclusion_proof(i, n, tree.source()).value();
      REQUIRE(verify_inclusion(leaf, i, n, proof, root).ok());
      wrongly_accepted += verify_inclusion(leaf, i + 1, n, proof, root).ok();
      wrongly_accepted += verify_inclusion(leaf, i - 1, n, proof, root).ok();
      wrongly_accepted += verify_inclusion(root, i, n, proof, root).ok() && n > 1;
      proof.push_back(leaf);
      wrongly_accepted += verify_inclusion(leaf, i, n, proof, root).ok();
      proof.pop_back();
      if (!proof.empty()) {
        proof[std::size_t(i) % proof.size()][std::size_t(n) % 32] ^= 1;
        wrongly_accepted += verify_inclusion(leaf, i, n, proof, root).ok();
        proof.pop_back();
        wrongly_accepted += verify_inclusion(leaf, i, n, proof, root).ok();
      }
    }
  }
  CHECK(wrongly_accepted == 0);
}

TEST_CASE("every consistency proof up to 300 entries verifies, and no changed one does") {
  const auto entries = some_entries(300);
  const Grown tree(entries);
  int wrongly_accepted = 0;
  for (std::int64_t n = 1; n <= 300; ++n) {
    for (std::int64_t m = 1; m <= n; ++m) {
      const Digest& old_root = tree.roots[std::size_t(m)];
      const Digest& new_root = tree.roots[std::size_t(n)];
      auto proof = consistency_proof(m, n, tree.source()).value();
      REQUIRE(verify_consistency(m, n, proof, old_root, new_root).ok());
      wrongly_accepted += m != n && verify_consistency(m, n, proof, new_root, old_root).ok();
      wrongly_accepted += verify_consistency(m - 1, n, proof, old_root, new_root).ok();
      if (proof.empty()) continue;
      proof[std::size_t(m) % proof.size()][std::size_t(n) % 32] ^= 1;
      wrongly_accepted += verify_consistency(m, n, proof, old_root, new_root).ok();
      proof.pop_back();
      wrongly_accepted += verify_consistency(m, n, proof, old_root, new_root).ok();
    }
  }
  CHECK(wrongly_accepted == 0);
}

TEST_CASE("an index that is not in the tree is refused, and said to be out of range") {
  const Grown tree(some_entries(3));
  CHECK(inclusion_proof(3, 3, tree.source()).problems().has(Code::out_of_range));
  CHECK(inclusion_proof(-1, 3, tree.source()).problems().has(Code::out_of_range));
  CHECK(consistency_proof(4, 3, tree.source()).problems().has(Code::out_of_range));
  CHECK(verify_inclusion(empty_root(), 0, 0, {}, empty_root()).problems().has(Code::out_of_range));
}

TEST_CASE("a hash that does not have 32 bytes is refused") {
  CHECK(hash_of_bytes(std::string(32, 'a'), "root").ok());
  CHECK_FALSE(hash_of_bytes(std::string(31, 'a'), "root").ok());
  CHECK_FALSE(hash_of_bytes(std::string(33, 'a'), "root").ok());
  CHECK_FALSE(hash_of_base64("bm90IGEgaGFzaA==", "root").ok());
}

TEST_CASE("a tree goes on from its stored edge as if it had never stopped") {
  CHECK(rc::check([] {
    const int before = *rc::gen::inRange(0, 2000);
    const int after = *rc::gen::inRange(0, 300);
    CompactRange whole;
    CompactRange stopped;
    for (int i = 0; i < before + after; ++i) {
      if (i == before) stopped = CompactRange::of(whole.size(), whole.edge()).value();
      const Digest leaf = leaf_hash(std::to_string(i));
      whole.append(leaf);
      if (i >= before) stopped.append(leaf);
    }
    if (after > 0) RC_ASSERT(stopped == whole);
    RC_ASSERT(static_cast<int>(whole.edge().size()) == std::popcount(static_cast<unsigned>(before + after)));
  }));
}

TEST_CASE("an edge with a hash too few or too many is refused") {
  CHECK_FALSE(CompactRange::of(3, {empty_root()}).ok());
  CHECK_FALSE(CompactRange::of(4, {}).ok());
  CHECK_FALSE(CompactRange::of(-1, {}).ok());
  CHECK(CompactRange::of(0, {}).value().root() == empty_root());
}

}  // namespace alongside::record
