#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "databases.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

namespace {

using Int = std::int64_t;

constexpr const char* insert = "INSERT INTO numbers (n) VALUES ($1)";

std::unique_ptr<Connection> writer_with_numbers(Database& database) {
  auto writer = database.writer();
  writer->script("CREATE TABLE numbers (n INTEGER PRIMARY KEY); CREATE TABLE others (n INTEGER PRIMARY KEY)");
  return writer;
}

Int count(Connection& connection) {
  Int out = -1;
  connection.each("SELECT COUNT(*) FROM numbers", {}, [&](const Row& row) { out = row.integer(0); });
  return out;
}

Trouble trouble_of(const std::function<void()>& body) {
  try {
    body();
  } catch (const Failure& failure) {
    return failure.trouble;
  }
  FAIL("nothing failed");
  return Trouble::other;
}

}  // namespace

TEST_CASE("what is committed stays, and what is rolled back was never there") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    writer->begin();
    writer->run(insert, {Int{1}});
    writer->commit();
    writer->begin();
    writer->run(insert, {Int{2}});
    CHECK(count(*writer) == 2);
    writer->rollback();
    writer->rollback();
    CHECK(count(*writer) == 1);
    CHECK(count(*database.reader()) == 1);
    CHECK_THROWS_AS(writer->commit(), Failure);
  });
}

TEST_CASE("after an error the transaction refuses everything until it is rolled back, and commits nothing") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    writer->begin();
    writer->run(insert, {Int{1}});
    CHECK(trouble_of([&] { writer->run(insert, {Int{1}}); }) == Trouble::duplicate);
    CHECK_THROWS_AS(writer->run(insert, {Int{2}}), Failure);
    CHECK_THROWS_AS(count(*writer), Failure);
    CHECK_THROWS_AS(writer->savepoint(), Failure);
    CHECK_THROWS_AS(writer->commit(), Failure);
    CHECK(count(*writer) == 0);
    writer->begin();
    writer->run(insert, {Int{3}});
    writer->commit();
    CHECK(count(*writer) == 1);
  });
}

TEST_CASE("a refused order leaves nothing, and the orders before and after it stand") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    writer->begin();
    for (Int order = 0; order < 30; ++order) {
      writer->savepoint();
      writer->run(insert, {order * 10});
      writer->run(insert, {order * 10 + 1});
      if (order % 3 == 0) {
        writer->rollback_to();
      } else if (order % 3 == 1) {
        CHECK(trouble_of([&] { writer->run(insert, {order * 10}); }) == Trouble::duplicate);
        writer->rollback_to();
      } else {
        writer->release();
      }
    }
    writer->savepoint();
    CHECK_THROWS_AS(writer->run(insert, {std::string("a\0b", 3)}), Failure);
    CHECK_THROWS_AS(writer->run(insert, {Int{7}}), Failure);
    writer->rollback_to();
    writer->commit();
    CHECK(count(*writer) == 20);
    CHECK(count(*database.reader()) == 20);
  });
}

TEST_CASE("an error of many rows is rolled back to the savepoint like any other") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    const char* upsert =
        "INSERT INTO numbers (n) VALUES ($1) ON CONFLICT (n) DO UPDATE SET n = excluded.n / (excluded.n - 5)";
    writer->begin();
    for (const char* sql : {insert, upsert}) {
      writer->savepoint();
      CHECK_THROWS_AS(writer->run_many(sql, std::vector<Values>{{Int{1}}, {Int{2}}, {std::string("\xff")}}), Failure);
      writer->rollback_to();
    }
    writer->savepoint();
    CHECK_THROWS_AS(writer->run_many(insert, std::vector<Values>{{Int{1}}, {Int{1}}}), Failure);
    CHECK_THROWS_AS(count(*writer), Failure);
    writer->rollback_to();
    writer->run_many(insert, std::vector<Values>{{Int{1}}, {Int{2}}});
    writer->commit();
    CHECK(count(*writer) == 2);
  });
}

TEST_CASE("a reader cannot write") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    auto reader = database.reader();
    CHECK(trouble_of([&] { reader->run(insert, {Int{1}}); }) == Trouble::read_only);
    CHECK(trouble_of([&] { reader->script("CREATE TABLE more (n INTEGER)"); }) == Trouble::read_only);
    reader->begin();
    CHECK(trouble_of([&] { reader->run("DELETE FROM numbers"); }) == Trouble::read_only);
    reader->rollback();
    CHECK(count(*reader) == 0);
  });
}

TEST_CASE("a reader that was given back in the middle of things is as new for the next one") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    {
      auto reader = database.reader();
      reader->begin();
      CHECK_THROWS_AS(reader->run("DELETE FROM numbers"), Failure);
    }
    writer->run(insert, {Int{1}});
    auto reader = database.reader();
    CHECK(count(*reader) == 1);
    const Snapshot snapshot(*reader);
    CHECK(count(*reader) == 1);
  });
}

TEST_CASE("a snapshot does not move while others write, from the moment it is taken") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    writer->run(insert, {Int{1}});
    auto reader = database.reader();
    auto other = database.reader();
    reader->begin();
    // In memory a commit waits for the snapshots before it, so the other thread's ends when this one's does.
    std::thread writing([&] {
      try {
        writer->run(insert, {Int{2}});
      } catch (const Failure& failure) {
        CHECK(failure.trouble == Trouble::busy);
      }
    });
    if (database.kind() == "sqlite") {
      CHECK(count(*reader) == 1);
    } else {
      writing.join();
      CHECK(count(*other) == 2);
      CHECK(count(*reader) == 1);
    }
    CHECK(count(*reader) == 1);
    reader->rollback();
    if (writing.joinable()) writing.join();
    reader->begin();
    CHECK(count(*reader) == 2);
    reader->rollback();
  });
}

TEST_CASE("in a file, a writer commits while a snapshot is held, and the snapshot does not see it") {
  const TemporaryFolder folder;
  const auto database = open_sqlite(folder / "place.db");
  auto writer = writer_with_numbers(*database);
  auto reader = database->reader();
  const Snapshot snapshot(*reader);
  writer->run(insert, {Int{1}});
  CHECK(count(*reader) == 0);
  CHECK(count(*database->reader()) == 1);
}

TEST_CASE("two cannot write at once") {
  over_each_database([](Database& database) {
    if (database.kind() == "postgresql") return;  // there the second one waits: the next test
    auto first = writer_with_numbers(database);
    auto second = database.writer();
    first->begin();
    CHECK(trouble_of([&] { second->begin(); }) == Trouble::busy);
    first->run(insert, {Int{1}});
    first->commit();
    second->begin();
    CHECK(count(*second) == 1);
    second->rollback();
  });
}

TEST_CASE("on PostgreSQL a second writer waits, and then sees all that the first committed") {
  const auto url = postgres_url();
  if (!url) {
    MESSAGE("skipped: " << why_no_postgres());
    return;
  }
  const auto database = open_postgres(*url, "two writers");
  auto first = writer_with_numbers(*database);
  std::atomic<bool> is_in = false;
  first->begin();
  std::thread other([&] {
    auto second = database->writer();
    second->begin();
    is_in = true;
    CHECK(count(*second) == 1);
    second->rollback();
  });
  CHECK_FALSE(is_in);
  first->run(insert, {Int{1}});
  first->commit();
  other.join();
  CHECK(is_in);
}

TEST_CASE("places in one PostgreSQL do not see one another") {
  const auto url = postgres_url();
  if (!url) {
    MESSAGE("skipped: " << why_no_postgres());
    return;
  }
  const auto here = open_postgres(*url, "eastmere");
  const auto there = open_postgres(*url, "East\"mere");
  auto writer_here = writer_with_numbers(*here);
  auto writer_there = writer_with_numbers(*there);
  writer_here->begin();
  writer_there->begin();
  writer_here->run(insert, {Int{1}});
  CHECK(count(*writer_there) == 0);
  writer_here->commit();
  writer_there->commit();
  CHECK(count(*there->reader()) == 0);
}

TEST_CASE("a lost connection is said at once, and the next transaction has a new one") {
  const auto url = postgres_url();
  if (!url) {
    MESSAGE("skipped: " << why_no_postgres());
    return;
  }
  const auto database = open_postgres(*url, "lost");
  auto writer = writer_with_numbers(*database);
  auto reader = database->reader();
  reader->begin();
  writer->begin();
  writer->run(insert, {Int{1}});
  break_postgres_connections();
  CHECK(trouble_of([&] { count(*reader); }) == Trouble::connection_lost);
  CHECK(trouble_of([&] { writer->commit(); }) == Trouble::connection_lost);
  writer->rollback();
  writer->begin();
  CHECK(count(*writer) == 0);
  writer->run(insert, {Int{1}});
  writer->commit();
  reader.reset();
  break_postgres_connections();
  reader = database->reader();  // from the pool or new: begin() mends it
  reader->begin();
  CHECK(count(*reader) == 1);
}

TEST_CASE("readers in many threads each see whole transactions") {
  over_each_database([](Database& database) {
    auto writer = writer_with_numbers(database);
    std::atomic<bool> finished = false;
    std::atomic<int> torn = 0;
    std::atomic<int> reads = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i) {
      readers.emplace_back([&] {
        while (!finished || reads < 10) {
          try {
            auto reader = database.reader();
            const Snapshot snapshot(*reader);
            const Int one = count(*reader);
            if (one % 2 != 0 || count(*reader) != one) ++torn;
            ++reads;
          } catch (const Failure& failure) {
            if (failure.trouble != Trouble::busy) ++torn;
          }
        }
      });
    }
    for (Int i = 0; i < 100; ++i) {
      for (;;) {
        try {
          writer->begin();
          writer->run(insert, {i * 2});
          writer->run(insert, {i * 2 + 1});
          writer->commit();
          break;
        } catch (const Failure& failure) {
          writer->rollback();
          REQUIRE(failure.trouble == Trouble::busy);
        }
      }
    }
    finished = true;
    for (std::thread& thread : readers) thread.join();
    CHECK(torn == 0);
    CHECK(count(*database.reader()) == 200);
  });
}

TEST_CASE("a fold that writes another's table is refused, at once and by name") {
  const auto database = open_memory();
  auto writer = writer_with_numbers(*database);
  std::string mine = "numbers";
  writer->run("INSERT INTO others (n) VALUES ($1)", {Int{1}});
  database->only_these_tables(*writer, [&](std::string_view table) { return table == mine; });
  writer->begin();
  writer->run(insert, {Int{1}});
  writer->savepoint();
  CHECK_THROWS_WITH_AS(writer->run("INSERT INTO others (n) VALUES ($1)", {Int{2}}), doctest::Contains("others"),
                       Failure);
  writer->rollback_to();
  writer->each("SELECT n FROM others", {}, [](const Row&) {});
  mine = "others";
  writer->run("INSERT INTO others (n) VALUES ($1)", {Int{2}});
  writer->savepoint();
  CHECK_THROWS_AS(writer->script("DELETE FROM numbers"), Failure);
  writer->rollback_to();
  writer->commit();
  database->only_these_tables(*writer, nullptr);
  writer->run("DELETE FROM numbers");
}
