// What anyone can fetch under /r/<place>/: all of it a function of the head, the leaves, the nodes and the openings.

#include <chrono>

#include "base/text.h"
#include "kernel/open_place.h"
#include "kernel/record_acts.h"
#include "kernel/words.h"
#include "record/opening.h"
#include "record/proof.h"
#include "record/tile.h"
#include "record/tree.h"

namespace alongside::kernel {
namespace {

constexpr std::int64_t between_heads_ms = 100;

std::int64_t monotonic_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string leaf_tile(store::Connection& connection, std::int64_t index, int width) {
  std::string out;
  connection.each("SELECT leaf FROM entries WHERE idx >= $1 AND idx < $2 ORDER BY idx", {index * 256, index * 256 + width},
                  [&](const store::Row& row) { out += row.blob(0); });
  return out;
}

std::vector<std::string> entries_of(store::Connection& connection, std::int64_t index, int width) {
  std::vector<std::string> out;
  connection.each("SELECT bytes FROM entries WHERE idx >= $1 AND idx < $2 ORDER BY idx", {index * 256, index * 256 + width},
                  [&](const store::Row& row) { out.emplace_back(row.blob(0)); });
  return out;
}

}  // namespace

std::string OpenPlace::verifier_key() const { return record::verifier_key_text(key_->verifier); }

Result<std::string> OpenPlace::checkpoint() {
  const std::lock_guard hold(publishing_);
  if (is_copy()) return published_;
  if (stands_still_.any()) return stands_still_;
  const std::int64_t now_ms = monotonic_ms();
  if (!published_.empty() && now_ms - published_at_ms_ < between_heads_ms) return published_;
  const Head head = this->head();
  if (guard_ && (guard_->size > head.size || (guard_->size == head.size && guard_->root != head.root))) {
    return problem(Code::does_not_match, "checkpoint", msg("More was signed than lies here: nothing is signed until that is settled."));
  }
  // Guard first, then sign: a head that was signed is never above the guard.
  if (!guard_ || guard_->size != head.size) {
    const Signed now{head.size, head.root};
    write_guard(files_.guard(), now);
    guard_ = now;
  }
  published_ = record::signed_checkpoint({.origin = origin(), .size = head.size, .root = head.root}, *key_->signs);
  published_at_ms_ = now_ms;
  return published_;
}

std::optional<std::string> OpenPlace::record_file(std::string_view path) {
  if (path == "checkpoint") {
    auto signed_head = checkpoint();
    return signed_head ? std::optional(*signed_head) : std::nullopt;
  }
  if (path == "key") return verifier_key() + "\n";
  std::optional<std::string> out;
  if (path == "erased") {
    read([&](Reader& reader) { out = erased_list(reader.connection()); });
    return out;
  }
  if (path.starts_with("openings/")) {
    const auto bundle = record::parse_tile_path("tile/entries/" + std::string(path.substr(9)));
    if (!bundle || bundle->width != record::tile_width) return std::nullopt;
    read([&](Reader& reader) {
      std::vector<record::Opening> openings;
      const std::int64_t from = bundle->index * 256;
      if (from >= reader.size().value) return;
      reader.each("SELECT act, field, slot, box FROM sealed WHERE act >= $1 AND act < $2 AND withheld = 0 ORDER BY act, field",
                  {from, from + 256}, [&](const store::Row& row) {
                    const auto key = vault_->key(row.integer(2));
                    auto opened = key ? open_words(*key, row.blob(3), {row.integer(0)}, row.text(1)) : std::nullopt;
                    if (!opened) return;
                    openings.push_back({.index = row.integer(0), .field = std::string(row.text(1)), .salt = opened->salt,
                                        .words = std::move(opened->words)});
                  });
      out = record::print_openings(std::move(openings));
    });
    return out;
  }
  const auto tile = record::parse_tile_path(path);
  if (!tile) return std::nullopt;
  read([&](Reader& reader) {
    // A tile exists as far as the log reaches; every partial width that was ever published is a part of what is there.
    const int level = tile->is_bundle() ? 0 : tile->level;
    if (level > 6) return;
    const std::int64_t hashes = reader.size().value >> (8 * level);
    if (tile->index > (hashes >> 8) || tile->index * 256 + tile->width > hashes) return;
    if (tile->is_bundle()) {
      out = record::bundle_bytes(entries_of(reader.connection(), tile->index, tile->width));
    } else if (level == 0) {
      out = leaf_tile(reader.connection(), tile->index, tile->width);
    } else {
      out = record::tile_bytes(*tile, [&](int at, std::int64_t index) { return subtree_hash(reader.connection(), at, index); });
    }
  });
  return out;
}

Result<std::string> OpenPlace::receipt(Index index) {
  // The head first: the proof is made for what it says, whatever is appended meanwhile.
  const auto signed_head = checkpoint();
  if (!signed_head) return signed_head.problems();
  const auto head = record::read_checkpoint_unchecked(*signed_head);
  if (!head) return head.problems();
  if (!index.is_set() || index.value >= head->size) {
    return problem(Code::not_found, "index", msg("Give an entry that this record holds: 0 to {last}.", {{"last", std::to_string(head->size - 1)}}),
                   std::to_string(index.value));
  }
  Result<std::string> out = std::string();
  read([&](Reader& reader) {
    const auto path = record::inclusion_proof(index.value, head->size, [&](int level, std::int64_t at) {
      return subtree_hash(reader.connection(), level, at);
    });
    if (!path) {
      out = path.problems();
      return;
    }
    out = record::print(record::Proof{.index = index.value, .path = *path, .checkpoint = *signed_head});
  });
  return out;
}

}  // namespace alongside::kernel
