// The bytes of a vault, all of it in the clear because it is nothing but keys:
//
//   header, 64 bytes   "alongside vault\n" | version, 4 bytes big-endian, 1 | the vault's own 12 random bytes | SHA-256
//   of those 32 slot n, 32 bytes   at 64 + 32 n: a key; or the mark of destruction; or zeros, never written (if a row
//   names it: lost)
//
// Slots lie inside one 512-byte sector each, so a disk writes one whole or not at all. The next slot is where the file
// ends: a crash after reserve() leaves nothing, a crash in store_reserved() leaves slots that no row names, and neither
// can make a slot serve twice.
#include "store/vault.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>
#include <shared_mutex>

#include "base/hash.h"
#include "base/random.h"
#include "store/posix_file.h"

namespace alongside::store {
namespace {

constexpr std::string_view magic = "alongside vault\n";
constexpr std::string_view version_1{"\0\0\0\1", 4};
constexpr std::string_view destroyed_mark = "This key was destroyed for ever.";
constexpr std::string_view zeros{"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32};
constexpr std::int64_t header_size = 64;
constexpr std::int64_t slot_size = 32;
constexpr std::int64_t slots_at_once = 4096;  // while two files are compared
static_assert(magic.size() == 16 && destroyed_mark.size() == slot_size && zeros.size() == slot_size);

std::int64_t place_of(Slot slot) { return header_size + slot * slot_size; }

SlotState state_of(std::string_view bytes) {
  if (bytes.size() < slot_size || bytes == zeros) return SlotState::never_written;
  return bytes == destroyed_mark ? SlotState::destroyed : SlotState::key;
}

std::string new_header() {
  std::string header(magic);
  header += version_1;
  header += secret_bytes(12);
  header += view(sha256(header));
  return header;
}

// Written beside and renamed, so that no crash leaves half a header.
void create_file(const std::string& path, const std::string& header) {
  const std::string beside = path + ".new";
  PosixFile file(beside, O_RDWR | O_CREAT | O_TRUNC);
  file.write(header, 0);
  file.sync();
  rename_durably(beside, path);
}

Result<std::string> read_header(const PosixFile& file) {
  const std::string header = file.read(0, header_size);
  const auto refuse = [&](Code code, Message expected, std::string found) -> Problem {
    return {.code = code, .file = file.path(), .found = std::move(found), .expected = std::move(expected)};
  };
  if (header.size() < header_size) {
    return refuse(Code::malformed,
                  msg("This is not a whole vault: it is cut short. Put back the vault's mirror or a copy of it."),
                  std::to_string(header.size()) + " bytes");
  }
  if (!header.starts_with(magic)) {
    return refuse(Code::malformed, msg("This file is not a vault. Give the path of the place's vault."), {});
  }
  if (header.substr(32) != view(sha256(header.substr(0, 32)))) {
    return refuse(Code::does_not_match,
                  msg("The vault's first bytes are damaged. Put back the vault's mirror or a copy of it."), {});
  }
  if (header.substr(16, 4) != version_1) {
    return refuse(Code::not_supported,
                  msg("This vault was written by a newer version of this software. Use that version."), {});
  }
  return header;
}

Problem cannot(const std::string& path, const Failure& failure) {
  return {.code = Code::cannot_read,
          .file = path,
          .found = failure.what(),
          .expected = msg("The vault must be there, readable and writable, before the place can open.")};
}

std::int64_t whole_slots(const PosixFile& file) { return (file.size() - header_size) / slot_size; }

// A crash can cut the last slot short. No row names it; it is marked, so that it never serves.
void mark_cut_slot(PosixFile& file) {
  const std::int64_t over = (file.size() - header_size) % slot_size;
  if (over == 0) return;
  file.write(destroyed_mark, file.size() - over);
  file.sync();
}

// Brings the two files to the same bytes: what either has and the other lacks is copied, and what is destroyed in
// either is destroyed in both. Two different keys in one slot: nothing is changed, and the slot's number is given.
std::optional<Slot> bring_together(PosixFile& first, PosixFile& second) {
  const Slot end = std::max(whole_slots(first), whole_slots(second));
  bool first_changed = false;
  bool second_changed = false;
  for (const bool writing : {false, true}) {  // look at all of it before touching any
    for (Slot from = 0; from < end; from += slots_at_once) {
      const auto count = static_cast<std::size_t>(std::min(slots_at_once, end - from));
      std::string one = first.read(place_of(from), count * slot_size);
      std::string two = second.read(place_of(from), count * slot_size);
      one.resize(count * slot_size);
      two.resize(count * slot_size);
      if (one == two && whole_slots(first) >= from + static_cast<Slot>(count) &&
          whole_slots(second) >= from + static_cast<Slot>(count)) {
        continue;
      }
      for (std::size_t i = 0; i < count; ++i) {
        const std::string_view a = std::string_view(one).substr(i * slot_size, slot_size);
        const std::string_view b = std::string_view(two).substr(i * slot_size, slot_size);
        const Slot slot = from + static_cast<Slot>(i);
        const bool destroyed = state_of(a) == SlotState::destroyed || state_of(b) == SlotState::destroyed;
        if (!destroyed && state_of(a) == SlotState::key && state_of(b) == SlotState::key && a != b) return slot;
        if (!writing) continue;
        const std::string_view right = destroyed ? destroyed_mark : state_of(a) == SlotState::key ? a : b;
        if (a != right || slot >= whole_slots(first)) first.write(right, place_of(slot)), first_changed = true;
        if (b != right || slot >= whole_slots(second)) second.write(right, place_of(slot)), second_changed = true;
      }
      sodium_memzero(one.data(), one.size());
      sodium_memzero(two.data(), two.size());
    }
  }
  if (first_changed) first.sync();
  if (second_changed) second.sync();
  return std::nullopt;
}

class FileVault final : public Vault {
 public:
  FileVault(PosixFile file, PosixFile mirror) : file_(std::move(file)), mirror_(std::move(mirror)) {
    stored_ = whole_slots(file_);
  }
  ~FileVault() override { forget(); }

  Slot create(std::int64_t count) override {
    const Slot first = reserve(count);
    store_reserved();
    return first;
  }

  Slot reserve(std::int64_t count) override {
    const std::unique_lock hold(reserved_mutex_);
    const Slot first = stored_ + static_cast<Slot>(reserved_.size());
    for (std::int64_t i = 0; i < count; ++i) {
      Key key{};
      std::string random = secret_bytes(key.size());
      std::memcpy(key.data(), random.data(), key.size());
      sodium_memzero(random.data(), random.size());
      reserved_.push_back(key);
    }
    return first;
  }

  void store_reserved() override {
    if (reserved_.empty()) return;  // only the writer changes it, and this is the writer
    std::string bytes;
    for (const Key& key : reserved_) bytes.append(reinterpret_cast<const char*>(key.data()), key.size());
    try {
      for (PosixFile* file : both()) {
        file->write(bytes, place_of(stored_));
        file->sync();
      }
    } catch (...) {
      sodium_memzero(bytes.data(), bytes.size());
      pass_over();
      throw;
    }
    sodium_memzero(bytes.data(), bytes.size());
    const std::unique_lock hold(reserved_mutex_);
    stored_ += static_cast<Slot>(reserved_.size());
    forget();
  }

  void forget_reserved() override {
    const std::unique_lock hold(reserved_mutex_);
    forget();
  }

  void destroy(std::span<const Slot> slots) override {
    if (slots.empty()) return;
    for (const Slot slot : slots) {
      if (slot < 0 || slot >= stored_)
        throw Failure(Trouble::other, file_.path() + ": there is no slot " + std::to_string(slot));
    }
    for (PosixFile* file : both()) {
      for (const Slot slot : slots) file->write(destroyed_mark, place_of(slot));
      file->sync();
    }
  }

  SlotState state(Slot slot) const override {
    std::array<char, slot_size> bytes{};
    const SlotState state = read(slot, bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return state;
  }

  std::optional<Key> key(Slot slot) const override {
    std::array<char, slot_size> bytes{};
    if (read(slot, bytes) != SlotState::key) return std::nullopt;
    Key key{};
    std::memcpy(key.data(), bytes.data(), key.size());
    sodium_memzero(bytes.data(), bytes.size());
    return key;
  }

  std::int64_t size() const override {
    const std::shared_lock hold(reserved_mutex_);
    return stored_ + static_cast<Slot>(reserved_.size());
  }
  bool has_mirror() const override { return mirror_.is_open(); }

 private:
  std::vector<PosixFile*> both() {
    if (mirror_.is_open()) return {&file_, &mirror_};
    return {&file_};
  }

  SlotState read(Slot slot, std::array<char, slot_size>& bytes) const {
    if (slot < 0) return SlotState::never_written;
    {
      const std::shared_lock hold(reserved_mutex_);
      if (slot >= stored_) {
        const auto at = static_cast<std::size_t>(slot - stored_);
        if (at >= reserved_.size()) return SlotState::never_written;
        std::memcpy(bytes.data(), reserved_[at].data(), bytes.size());
        return SlotState::key;
      }
    }
    const std::size_t got = file_.read_into(bytes.data(), bytes.size(), place_of(slot));
    return state_of(std::string_view(bytes.data(), got));
  }

  void forget() {
    if (!reserved_.empty()) sodium_memzero(reserved_.data(), reserved_.size() * sizeof(Key));
    reserved_.clear();
  }

  // A write that failed half-way may have left keys on the disk: those slots are never given again.
  void pass_over() {
    const std::unique_lock hold(reserved_mutex_);
    Slot end = stored_;
    for (const PosixFile* file : both()) end = std::max(end, (file->size() - header_size + slot_size - 1) / slot_size);
    stored_ = end;
    forget();
  }

  PosixFile file_;
  PosixFile mirror_;
  mutable std::shared_mutex
      reserved_mutex_;  // holds stored_ and reserved_, which readers look at and the writer changes
  Slot stored_ = 0;
  std::vector<Key> reserved_;  // the slots from stored_ on, not yet on the disk
};

}  // namespace

Result<std::unique_ptr<Vault>> Vault::open(const std::string& file, const std::string& mirror, bool create) {
  const bool has_mirror = !mirror.empty();
  try {
    if (!file_exists(file)) {
      if (has_mirror && file_exists(mirror)) {  // the first was lost: the mirror is what a mirror is for
        const PosixFile there(mirror, O_RDONLY);
        Result<std::string> header = read_header(there);
        if (!header) return std::move(header).problems();
        create_file(file, *header);
      } else if (create) {
        create_file(file, new_header());
      } else {
        return Problem{.code = Code::not_found,
                       .file = file,
                       .expected = msg("The place's vault is not here. Put it back: without it no words can be read.")};
      }
    }
    PosixFile first(file, O_RDWR);
    const Result<std::string> header = read_header(first);
    if (!header) return header.problems();
    mark_cut_slot(first);
    if (!has_mirror) return std::unique_ptr<Vault>(std::make_unique<FileVault>(std::move(first), PosixFile()));

    if (!file_exists(mirror)) create_file(mirror, *header);
    PosixFile second(mirror, O_RDWR);
    const Result<std::string> second_header = read_header(second);
    if (!second_header) return second_header.problems();
    if (*header != *second_header) {
      return Problem{
          .code = Code::does_not_match,
          .file = mirror,
          .expected = msg("The mirror belongs to another vault. Give this place's own mirror, or a new path.")};
    }
    mark_cut_slot(second);
    if (const std::optional<Slot> differs = bring_together(first, second)) {
      return Problem{
          .code = Code::does_not_match,
          .file = mirror,
          .field = "slot",
          .found = std::to_string(*differs),
          .expected =
              msg("The vault and its mirror hold different keys. Find out which is sound, and take the other away.")};
    }
    return std::unique_ptr<Vault>(std::make_unique<FileVault>(std::move(first), std::move(second)));
  } catch (const Failure& failure) {
    return cannot(file, failure);
  }
}

}  // namespace alongside::store
