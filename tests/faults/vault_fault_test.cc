// The vault, killed between any two of its steps, on a full disk, and where it may not write.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "faults/processes.h"
#include "store/door.h"
#include "store/vault.h"
#include "temporary_folder.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

namespace {

std::unique_ptr<Vault> open_vault(const std::string& file, const std::string& mirror = "") {
  Result<std::unique_ptr<Vault>> vault = Vault::open(file, mirror, true);
  REQUIRE(vault.ok());
  return std::move(vault).value();
}

// What a writer does with the vault for one batch, told in a journal as the database would tell it: a slot stands there
// once its commit is durable. Dies before step `last`.
int one_batch(const std::string& file, const std::string& mirror, const std::string& journal, int last) {
  const auto vault = std::move(Vault::open(file, mirror, true)).value();
  int step = 0;
  const auto next = [&] {
    if (step++ == last) die_at_once();
  };
  next();
  const Slot first = vault->reserve(3);
  next();
  vault->store_reserved();
  next();
  std::ofstream(journal, std::ios::app) << first << "\n" << first + 1 << "\n" << first + 2 << "\n";
  next();
  vault->destroy(std::vector<Slot>{first + 1});
  next();
  return 0;
}

std::vector<Slot> committed(const std::string& journal) {
  std::ifstream in(journal);
  std::vector<Slot> out;
  for (Slot slot = 0; in >> slot;) out.push_back(slot);
  return out;
}

}  // namespace

TEST_CASE("killed before any of its steps, again and again, a vault gives no committed slot twice and loses no key") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  const std::string mirror = folder / "mirror";
  const std::string journal = folder / "journal";
  for (int round = 0; round < 60; ++round) {
    const int ended = in_a_process([&] { return one_batch(file, mirror, journal, round % 6); });
    CHECK((ended == -SIGKILL || ended == 0));
  }
  const std::vector<Slot> slots = committed(journal);
  CHECK(slots.size() == 90);
  CHECK(std::set<Slot>(slots.begin(), slots.end()).size() == slots.size());
  const auto vault = open_vault(file, mirror);
  for (const Slot slot : slots) CHECK(vault->state(slot) != SlotState::never_written);
  CHECK_FALSE(std::set<Slot>(slots.begin(), slots.end()).contains(vault->reserve(1)));
}

TEST_CASE("a vault cut off at any length while it grew opens again, and never gives what was there") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  open_vault(file)->create(4);
  const std::string copy = folder / "cut";
  for (std::uintmax_t length = 64; length <= 64 + 4 * 32; ++length) {
    std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(copy, length);
    const auto vault = open_vault(copy);
    CHECK(vault->create(1) == static_cast<Slot>((length - 64 + 31) / 32));
  }
}

TEST_CASE("a full disk is said, nothing is given from it, and the vault opens again") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  open_vault(file)->create(10);
  const int ended = in_a_process([&] {
    no_file_longer_than(64 + 12 * 32 + 5);
    const auto vault = open_vault(file);
    vault->create(1);
    try {
      vault->create(8);
    } catch (const Failure& failure) {
      // Part of the batch is on the disk: its slots are passed over.
      return failure.trouble == Trouble::disk_full && vault->size() == 13 && vault->key(3).has_value() ? 7 : 1;
    }
    return 2;
  });
  CHECK(ended == 7);
  const auto vault = open_vault(file);
  CHECK(vault->create(1) == 13);
  CHECK_FALSE(vault->key(12).has_value());
}

TEST_CASE("destroying needs no room: it works on a full disk") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  open_vault(file)->create(10);
  CHECK(in_a_process([&] {
          no_file_longer_than(64 + 10 * 32);
          open_vault(file)->destroy(std::vector<Slot>{9});
          return 7;
        }) == 7);
  CHECK(open_vault(file)->state(9) == SlotState::destroyed);
}

TEST_CASE("a vault that may not be written is a problem with its name, not a crash") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  open_vault(file)->create(1);
  ::chmod(folder.path().c_str(), 0755);
  ::chmod(file.c_str(), 0444);
  CHECK(in_a_process([&] {
          if (!become_nobody()) return 1;
          const auto vault = Vault::open(file, "", true);
          return !vault.ok() && vault.problems().list().front().file == file ? 7 : 2;
        }) == 7);
  CHECK(in_a_process([&] {
          if (!become_nobody()) return 1;
          return Vault::open(folder / "another", "", true).ok() ? 2 : 7;
        }) == 7);
}
