#include "store/vault.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "store/posix_file.h"
#include "temporary_folder.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

namespace {

std::unique_ptr<Vault> open_vault(const std::string& file, const std::string& mirror = "") {
  Result<std::unique_ptr<Vault>> vault = Vault::open(file, mirror, true);
  REQUIRE(vault.ok());
  return std::move(vault).value();
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void flip(const std::string& file, std::int64_t at) {
  PosixFile open(file, O_RDWR);
  std::string byte = open.read(at, 1);
  byte[0] = static_cast<char>(byte[0] ^ 0x40);
  open.write(byte, at);
}

}  // namespace

TEST_CASE("a key is there at once, and again after the vault was opened anew") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  Slot first = 0;
  Key key{};
  {
    const auto vault = open_vault(file);
    first = vault->reserve(3);
    CHECK(first == 0);
    REQUIRE(vault->key(first + 2).has_value());
    key = *vault->key(first + 2);
    CHECK(std::filesystem::file_size(file) == 64);
    vault->store_reserved();
    CHECK(std::filesystem::file_size(file) == 64 + 3 * 32);
    CHECK(vault->key(first + 2) == key);
  }
  const auto vault = open_vault(file);
  CHECK(vault->key(first + 2) == key);
  CHECK(vault->size() == 3);
  CHECK(vault->create(1) == 3);
}

TEST_CASE("only its owner can read the vault's file") {
  const TemporaryFolder folder;
  const auto vault = open_vault(folder / "vault");
  struct stat status {};
  REQUIRE(::stat((folder / "vault").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a destroyed key stays destroyed, in the file too") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  std::string key;
  {
    const auto vault = open_vault(file);
    vault->create(5);
    const Key there = *vault->key(2);
    key.assign(reinterpret_cast<const char*>(there.data()), there.size());
    CHECK(bytes_of(file).find(key) != std::string::npos);
    vault->destroy(std::vector<Slot>{2});
    vault->destroy(std::vector<Slot>{2, 4});
    CHECK(vault->state(2) == SlotState::destroyed);
    CHECK_FALSE(vault->key(2).has_value());
    CHECK(vault->state(3) == SlotState::key);
  }
  CHECK(bytes_of(file).find(key) == std::string::npos);
  const auto vault = open_vault(file);
  CHECK(vault->state(2) == SlotState::destroyed);
  CHECK(vault->state(4) == SlotState::destroyed);
  CHECK(vault->create(1) == 5);
}

TEST_CASE("slots that were never written, or are not there, have no key") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  open_vault(file)->create(2);
  {
    PosixFile open(file, O_RDWR);
    open.write(std::string(32, '\0'), 64);
  }
  const auto vault = open_vault(file);
  CHECK(vault->state(0) == SlotState::never_written);
  CHECK(vault->state(1) == SlotState::key);
  CHECK(vault->state(2) == SlotState::never_written);
  CHECK(vault->state(-1) == SlotState::never_written);
  CHECK_THROWS_AS(vault->destroy(std::vector<Slot>{2}), Failure);
}

TEST_CASE("slots of a batch that was rolled back are given again only if they never reached the disk") {
  const TemporaryFolder folder;
  const auto vault = open_vault(folder / "vault");
  CHECK(vault->reserve(4) == 0);
  vault->forget_reserved();
  CHECK(vault->state(0) == SlotState::never_written);
  CHECK(vault->reserve(2) == 0);
  vault->store_reserved();
  vault->forget_reserved();
  CHECK(vault->reserve(1) == 2);
}

TEST_CASE("a flipped bit anywhere in the header is said, with the file's name") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  open_vault(file)->create(1);
  for (std::int64_t at = 0; at < 64; ++at) {
    flip(file, at);
    const auto refused = Vault::open(file, "", true);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.problems().list().front().file == file);
    flip(file, at);
  }
  CHECK(Vault::open(file, "", false).ok());
}

TEST_CASE("a vault that is cut short, missing or no vault is said and left alone") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  CHECK(Vault::open(file, "", false).problems().has(Code::not_found));
  CHECK_FALSE(std::filesystem::exists(file));
  for (const char* bytes :
       {"", "alongside vault\n", "something else that is longer than the header of a vault is, by a good deal"}) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    const auto refused = Vault::open(file, "", true);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.problems().has(Code::malformed));
    CHECK(refused.problems().list().front().file == file);
    CHECK(bytes_of(file) == bytes);
  }
  CHECK(Vault::open(folder / "nowhere/vault", "", true).problems().has(Code::cannot_read));
}

TEST_CASE("a last slot that a crash cut short is never given to anyone") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  open_vault(file)->create(3);
  std::filesystem::resize_file(file, 64 + 2 * 32 + 7);
  const auto vault = open_vault(file);
  CHECK(vault->size() == 3);
  CHECK_FALSE(vault->key(2).has_value());
  CHECK(vault->create(1) == 3);
}

TEST_CASE("the mirror is the same as the vault after each write") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  const std::string mirror = folder / "mirror";
  const auto vault = open_vault(file, mirror);
  CHECK(vault->has_mirror());
  CHECK(bytes_of(file) == bytes_of(mirror));
  vault->create(7);
  CHECK(bytes_of(file) == bytes_of(mirror));
  vault->destroy(std::vector<Slot>{3});
  CHECK(bytes_of(file) == bytes_of(mirror));
}

TEST_CASE("a mirror that is behind or new is caught up, and what is destroyed in either is destroyed in both") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  const std::string mirror = folder / "mirror";
  open_vault(file)->create(10'000);
  open_vault(file, mirror);
  CHECK(bytes_of(file) == bytes_of(mirror));
  {
    const auto alone = open_vault(file);
    alone->create(20);
    alone->destroy(std::vector<Slot>{9'999});
  }
  {
    const auto other = open_vault(mirror);
    other->destroy(std::vector<Slot>{5});
  }
  const auto vault = open_vault(file, mirror);
  CHECK(bytes_of(file) == bytes_of(mirror));
  CHECK(vault->size() == 10'020);
  CHECK(vault->state(5) == SlotState::destroyed);
  CHECK(vault->state(9'999) == SlotState::destroyed);
  CHECK(vault->state(10'019) == SlotState::key);
}

TEST_CASE("a lost vault, or lost slots of it, come back from the mirror") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  const std::string mirror = folder / "mirror";
  open_vault(file, mirror)->create(40);
  const std::string whole = bytes_of(file);
  std::filesystem::remove(file);
  open_vault(file, mirror);
  CHECK(bytes_of(file) == whole);
  std::filesystem::resize_file(file, 64 + 3 * 32);
  open_vault(file, mirror);
  CHECK(bytes_of(file) == whole);
  PosixFile(file, O_RDWR).write(std::string(64, '\0'), 64 + 10 * 32);
  open_vault(file, mirror);
  CHECK(bytes_of(file) == whole);
}

TEST_CASE("another vault's file, or a mirror with another key, is refused and nothing is changed") {
  const TemporaryFolder folder;
  const std::string file = folder / "vault";
  const std::string mirror = folder / "mirror";
  open_vault(file)->create(1);
  open_vault(mirror)->create(1);
  CHECK(Vault::open(file, mirror, true).problems().has(Code::does_not_match));

  std::filesystem::remove(mirror);
  open_vault(file, mirror);
  flip(mirror, 64);
  const std::string before = bytes_of(mirror);
  const auto refused = Vault::open(file, mirror, true);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.problems().list().front().found == "0");
  CHECK(bytes_of(mirror) == before);
}

TEST_CASE("a box opens with its own key and place, and with nothing else") {
  Key key{};
  key.fill(7);
  Key other = key;
  other[31] = 8;
  const std::string words("the words\0and more", 18);
  for (const std::string& plain : {words, std::string(), std::string(100'000, 'x')}) {
    std::string box = seal(key, plain, "12/reasons");
    CHECK(box.size() == plain.size() + 40);
    CHECK(open_box(key, box, "12/reasons") == plain);
    CHECK_FALSE(open_box(other, box, "12/reasons").has_value());
    CHECK_FALSE(open_box(key, box, "13/reasons").has_value());
    CHECK_FALSE(open_box(key, box.substr(1), "12/reasons").has_value());
    CHECK_FALSE(open_box(key, box.substr(0, 39), "12/reasons").has_value());
    box[box.size() / 2] = static_cast<char>(box[box.size() / 2] ^ 1);
    CHECK_FALSE(open_box(key, box, "12/reasons").has_value());
  }
  CHECK(seal(key, words, "") != seal(key, words, ""));
}
