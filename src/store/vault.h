// The vault: a file of 32-byte slots, each the key of one sealed box. What is erased here is gone everywhere.
//
// A slot is written and synced before the commit that uses it, and overwritten with the destroyed mark and synced after
// the commit that erases it. Slots are never used twice. Zeros mean a lost vault. If a second path is given, every write
// is done there too. The vault is never part of a database backup: so yesterday's backup revives nobody.
// Bytes: docs/operating.md and docs/record.md.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace alongside::store {

using Key = std::array<std::uint8_t, 32>;
using Slot = std::int64_t;

enum class SlotState { never_written, key, destroyed };

class Vault {
 public:
  // Creates it when `create` and it is not there. Problems name the file: not a vault, the mirror differs (a mirror that is
  // behind is caught up; a slot destroyed in either is destroyed in both), cannot be read.
  static Result<std::unique_ptr<Vault>> open(const std::string& file, const std::string& mirror, bool create);
  virtual ~Vault() = default;

  // The next `count` slots, never given before, filled with new random keys and synced. Gives the first.
  // One writer at a time (the place's Writer).
  virtual Slot create(std::int64_t count) = 0;
  // Two steps, so that a commit can seal first and sync once: reserve() gives keys in memory, store() writes and syncs.
  virtual Slot reserve(std::int64_t count) = 0;  // keys are readable through key() at once
  virtual void store_reserved() = 0;             // durable when it returns
  virtual void forget_reserved() = 0;            // the batch was rolled back; the slots are not used again if store_reserved was called

  // Marks them destroyed, in the file and the mirror, and syncs. Marking twice is harmless.
  virtual void destroy(std::span<const Slot> slots) = 0;

  virtual SlotState state(Slot slot) const = 0;      // any thread
  virtual std::optional<Key> key(Slot slot) const = 0;  // any thread; nothing unless state is key
  virtual std::int64_t size() const = 0;             // slots, used and destroyed
  virtual bool has_mirror() const = 0;
};

// XChaCha20-Poly1305 (libsodium): nonce(24) || ciphertext || tag(16). `bound` is authenticated with it and not stored: where
// the box belongs, so that a box moved to another row does not open.
std::string seal(const Key& key, std::string_view plain, std::string_view bound);
// Nothing when the key, the bytes or `bound` are not those it was sealed with.
std::optional<std::string> open_box(const Key& key, std::string_view box, std::string_view bound);

}  // namespace alongside::store
