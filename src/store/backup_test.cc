#include <doctest/doctest.h>
#include <fcntl.h>

#include <filesystem>
#include <fstream>

#include "databases.h"
#include "store/posix_file.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

namespace {

using Int = std::int64_t;

void fill(Database& database) {
  auto writer = database.writer();
  writer->script(
      "CREATE TABLE acts (idx INTEGER PRIMARY KEY, words TEXT NOT NULL, box BLOB); "
      "CREATE INDEX acts_by_words ON acts (words, idx); "
      "CREATE TABLE pairs (a INTEGER NOT NULL DEFAULT 7, b TEXT NOT NULL, PRIMARY KEY (a, b)); "
      "CREATE TABLE nothing_yet (n INTEGER)");
  std::vector<Values> rows;
  for (Int i = 0; i < 5'000; ++i) {
    rows.push_back({i, std::string("Zoë\t\\N ") + std::to_string(i),
                    i % 2 == 0 ? Value{} : Value{Blob{std::string("\0\n\xff", 3)}}});
  }
  writer->run_many("INSERT INTO acts (idx, words, box) VALUES ($1, $2, $3)", rows);
  writer->run("INSERT INTO pairs (b) VALUES ($1)", {std::string("x")});
}

std::string dump(Database& database) {
  auto reader = database.reader();
  std::string out;
  const auto add = [&](const Row& row) {
    for (int i = 0; i < row.columns(); ++i) out += (row.is_null(i) ? "~" : row.as_text(i)) + "|";
    out += "\n";
  };
  reader->each("SELECT * FROM acts ORDER BY words", {}, add);
  reader->each("SELECT * FROM pairs ORDER BY a, b", {}, add);
  reader->each("SELECT * FROM nothing_yet", {}, add);
  return out;
}

void check_keys_still_hold(Database& database) {
  auto writer = database.writer();
  try {
    writer->run("INSERT INTO pairs (a, b) VALUES ($1, $2)", {Int{7}, std::string("x")});
    FAIL("a key stood twice");
  } catch (const Failure& failure) {
    CHECK(failure.trouble == Trouble::duplicate);
  }
  CHECK_THROWS_AS(writer->run("INSERT INTO acts (idx) VALUES ($1)", {Int{90'000}}), Failure);
  std::string last;
  writer->each("SELECT words FROM acts ORDER BY words DESC LIMIT 1", {}, [&](const Row& row) { last = row.text(0); });
  CHECK(last == "Zoë\t\\N 999");
}

void damage(const std::string& file, std::int64_t at) {
  PosixFile open(file, O_RDWR);
  open.write(std::string(64, '\x5a'), at);
}

}  // namespace

TEST_CASE("an SQLite place comes back from its backup as it was when the backup was made") {
  const TemporaryFolder folder;
  const std::string file = folder / "place.db";
  const std::string backup = folder / "backup";
  std::string before;
  {
    const auto database = open_sqlite(file);
    fill(*database);
    before = dump(*database);
    auto writer = database->writer();
    writer->begin();
    writer->run("DELETE FROM acts");  // a backup sees only what is committed, and waits for nobody
    database->backup(backup);
    writer->commit();
    CHECK_FALSE(std::filesystem::exists(backup + "-wal"));
  }
  restore_sqlite(backup, file);
  const auto database = open_sqlite(file);
  CHECK(dump(*database) == before);
  check_keys_still_hold(*database);
}

TEST_CASE("a restored SQLite place finds nothing of the log that the old one left behind") {
  const TemporaryFolder folder;
  const std::string file = folder / "place.db";
  const std::string backup = folder / "backup";
  {
    const auto database = open_sqlite(file);
    fill(*database);
    database->backup(backup);
    database->writer()->run("DELETE FROM acts");
    std::filesystem::copy_file(file, folder / "other.db");
    std::filesystem::copy_file(file + "-wal", folder / "other.db-wal");
  }
  restore_sqlite(backup, folder / "other.db");
  const auto database = open_sqlite(folder / "other.db");
  CHECK(dump(*database).size() > 5'000);
}

TEST_CASE("an in-memory place can be backed up, too") {
  const TemporaryFolder folder;
  const auto database = open_memory();
  fill(*database);
  database->backup(folder / "backup");
  CHECK(dump(*open_sqlite(folder / "backup")) == dump(*database));
}

TEST_CASE("a damaged or foreign backup is refused, and what stands is left alone") {
  const TemporaryFolder folder;
  const std::string file = folder / "place.db";
  const std::string backup = folder / "backup";
  const auto database = open_sqlite(file);
  fill(*database);
  database->backup(backup);
  const std::string before = dump(*database);
  for (const std::int64_t at : {0, 4'096 * 3}) {
    std::filesystem::copy_file(backup, folder / "damaged", std::filesystem::copy_options::overwrite_existing);
    damage(folder / "damaged", at);
    CHECK_THROWS_AS(restore_sqlite(folder / "damaged", file), Failure);
  }
  CHECK_THROWS_AS(restore_sqlite(folder / "not there", file), Failure);
  std::ofstream(folder / "begun").close();
  CHECK_THROWS_AS(restore_sqlite(folder / "begun", file), Failure);
  CHECK(dump(*open_sqlite(file)) == before);
  std::ofstream(folder / "letter")
      << "Dear council, this is no database at all, but it is long enough to be looked at.\n";
  try {
    open_sqlite(folder / "letter");
    FAIL("a letter was opened as a database");
  } catch (const Failure& failure) {
    CHECK(failure.trouble == Trouble::corrupt);
  }
}

TEST_CASE("a PostgreSQL place comes back from its backup, into a schema of any name") {
  const auto url = postgres_url();
  if (!url) {
    MESSAGE("skipped: " << why_no_postgres());
    return;
  }
  const TemporaryFolder folder;
  const std::string backup = folder / "backup";
  const auto database = open_postgres(*url, "backed up");
  fill(*database);
  const std::string before = dump(*database);
  database->backup(backup);
  database->writer()->run("DELETE FROM acts");
  database->writer()->script("CREATE TABLE later (n INTEGER)");

  restore_postgres(backup, *url, "Restored \"elsewhere\"");
  const auto elsewhere = open_postgres(*url, "Restored \"elsewhere\"");
  CHECK(dump(*elsewhere) == before);
  check_keys_still_hold(*elsewhere);
  restore_postgres(backup, *url, "backed up");
  CHECK(dump(*database) == before);
  CHECK_THROWS_AS(database->writer()->run("DELETE FROM later"), Failure);

  for (const std::int64_t at : {3, 40, 20'000}) {
    std::filesystem::copy_file(backup, folder / "damaged", std::filesystem::copy_options::overwrite_existing);
    damage(folder / "damaged", at);
    CHECK_THROWS_AS(restore_postgres(folder / "damaged", *url, "backed up"), Failure);
  }
  std::filesystem::resize_file(backup, std::filesystem::file_size(backup) - 41);
  CHECK_THROWS_AS(restore_postgres(backup, *url, "backed up"), Failure);
  CHECK(dump(*database) == before);
}
