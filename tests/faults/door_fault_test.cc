// The database in a file, killed while it writes, on a full disk, damaged, and where it may not write.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <filesystem>

#include "faults/processes.h"
#include "store/door.h"
#include "store/posix_file.h"
#include "temporary_folder.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

namespace {

using Int = std::int64_t;
constexpr const char* insert = "INSERT INTO acts (idx, bytes) VALUES ($1, $2)";

void make(const std::string& file) {
  open_sqlite(file)->writer()->script("CREATE TABLE acts (idx INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
}

Int count(Database& database) {
  Int out = -1;
  database.reader()->each("SELECT COUNT(*) FROM acts", {}, [&](const Row& row) { out = row.integer(0); });
  return out;
}

Trouble trouble_of(const std::function<void()>& body) {
  try {
    body();
  } catch (const Failure& failure) {
    return failure.trouble;
  }
  return Trouble::other;
}

}  // namespace

TEST_CASE("killed while it writes, a database keeps each transaction that was acknowledged, and no half of one") {
  const TemporaryFolder folder;
  const std::string file = folder / "place.db";
  make(file);
  Int acknowledged = 0;
  for (int round = 0; round < 20; ++round) {
    int told[2];
    REQUIRE(::pipe(told) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(told[0]);
      const auto database = open_sqlite(file);
      auto writer = database->writer();
      for (Int i = count(*database);; i += 4) {
        writer->begin();
        for (Int k = 0; k < 4; ++k) writer->run(insert, {i + k, Blob{std::string(300, 'x')}});
        writer->commit();
        const Int now = i + 4;
        if (::write(told[1], &now, sizeof now) != sizeof now) ::_exit(1);
      }
    }
    ::close(told[1]);
    Int now = 0;
    for (int i = 0; i <= round; ++i) {
      REQUIRE(::read(told[0], &now, sizeof now) == sizeof now);
      acknowledged = now;
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(told[0], &now, sizeof now) == sizeof now) acknowledged = now;  // what it said before it died
    ::close(told[0]);
    const auto database = open_sqlite(file);
    const Int there = count(*database);
    CHECK(there % 4 == 0);
    CHECK(there >= acknowledged);
  }
  CHECK(acknowledged > 0);
}

namespace {

// Writes until the disk is full, in pairs. 7: it was said, and no half of a pair is there.
int fill_up(const std::string& file) {
  const auto database = open_sqlite(file);
  auto writer = database->writer();
  const Trouble trouble = trouble_of([&] {
    for (Int i = 2; i < 1'000; ++i) {
      writer->begin();
      writer->run(insert, {i * 10, Blob{std::string(10'000, 'x')}});
      writer->run(insert, {i * 10 + 1, Blob{std::string(10'000, 'x')}});
      writer->commit();
    }
  });
  writer->rollback();
  return trouble == Trouble::disk_full && count(*database) % 2 == 1 ? 7 : 10 + static_cast<int>(trouble);
}

}  // namespace

TEST_CASE("a file that may not grow is said to be a full disk, and what stood before stands") {
  const TemporaryFolder folder;
  const std::string file = folder / "place.db";
  make(file);
  open_sqlite(file)->writer()->run(insert, {Int{1}, Blob{"first"}});
  CHECK(in_a_process([&] {
          no_file_longer_than(200'000);
          return fill_up(file);
        }) == 7);
  const auto database = open_sqlite(file);
  CHECK(count(*database) % 2 == 1);
  database->writer()->run(insert, {Int{2}, Blob{"there is room again"}});
}

TEST_CASE("a full disk is said, the transaction is gone whole, and what stood before stands") {
  const TemporaryFolder folder;
  const int ended = in_a_process([&] {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=600k") != 0) {
      return 1;
    }
    const std::string file = folder / "place.db";
    make(file);
    open_sqlite(file)->writer()->run(insert, {Int{1}, Blob{"first"}});
    const int filled = fill_up(file);
    return filled == 7 && count(*open_sqlite(file)) % 2 == 1 ? 7 : filled;
  });
  if (ended == 1) {
    MESSAGE("skipped: a small disk of its own can be mounted by root alone");
    return;
  }
  CHECK(ended == 7);
}

TEST_CASE("a database that may not be written is said to be so") {
  const TemporaryFolder folder;
  const std::string file = folder / "place.db";
  make(file);
  ::chmod(folder.path().c_str(), 0755);
  ::chmod(file.c_str(), 0444);
  CHECK(in_a_process([&] {
          if (!become_nobody()) return 1;
          return trouble_of([&] {
                   open_sqlite(file)->writer()->run(insert, {Int{1}, Blob{"x"}});
                 }) == Trouble::read_only
                     ? 7
                     : 2;
        }) == 7);
  CHECK(in_a_process([&] {
          if (!become_nobody()) return 1;
          return trouble_of([&] { open_sqlite(folder / "new.db"); }) == Trouble::read_only ? 7 : 2;
        }) == 7);
}

TEST_CASE("a damaged database is said to be damaged") {
  const TemporaryFolder folder;
  const std::string file = folder / "place.db";
  make(file);
  {
    auto database = open_sqlite(file);
    std::vector<Values> rows;
    for (Int i = 0; i < 2'000; ++i) rows.push_back({i, Blob{std::string(100, 'x')}});
    database->writer()->run_many(insert, rows);
  }
  {
    PosixFile damaged(file, O_RDWR);
    for (std::int64_t page = 2; page * 4'096 < damaged.size(); ++page)
      damaged.write(std::string(200, '\x7f'), page * 4'096);
  }
  CHECK(trouble_of([&] {
          const auto database = open_sqlite(file);
          database->reader()->each("SELECT bytes FROM acts ORDER BY idx", {}, [](const Row&) {});
        }) == Trouble::corrupt);
  std::filesystem::resize_file(file, 50);
  CHECK(trouble_of([&] { open_sqlite(file); }) == Trouble::corrupt);
}
