#include "store/door.h"

#include <doctest/doctest.h>

#include <atomic>
#include <limits>
#include <thread>

#include "databases.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

namespace {

using Int = std::int64_t;
using Text = std::string;

constexpr const char* things =
    "CREATE TABLE things (\n"
    "  idx INTEGER PRIMARY KEY,  -- not; a 'statement'\n"
    "  words TEXT,\n"
    "  bytes BLOB\n"
    ");\n"
    "CREATE INDEX things_by_words ON things (words);\n"
    "-- the end\n";
constexpr const char* insert = "INSERT INTO things (idx, words, bytes) VALUES ($1, $2, $3)";

std::unique_ptr<Connection> writer_with_things(Database& database) {
  auto writer = database.writer();
  writer->script(things);
  return writer;
}

Int count(Connection& connection) {
  Int out = -1;
  connection.each("SELECT COUNT(*) FROM things", {}, [&](const Row& row) { out = row.integer(0); });
  return out;
}

template <class Body>
Failure failure_of(const Body& body) {
  try {
    body();
  } catch (const Failure& failure) {
    return failure;
  }
  FAIL("nothing failed");
  return {Trouble::other, ""};
}

std::string every_character_of_two_bytes_and_some_more() {
  std::string out;
  for (unsigned c = 1; c < 0x800; ++c) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else {
      out += static_cast<char>(0xc0 | c >> 6);
      out += static_cast<char>(0x80 | (c & 0x3f));
    }
  }
  return out + "\u20ac \U0001F3DB e\u0301 \u202e \ufffd \U0010FFFF";
}

}  // namespace

TEST_CASE("what is put into a database comes out of it, byte for byte") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    writer->script("DROP INDEX things_by_words");  // PostgreSQL's indexes hold no text past 2,704 bytes
    std::string all_bytes;
    for (int i = 0; i < 256; ++i) all_bytes += static_cast<char>(i);
    const std::string words = every_character_of_two_bytes_and_some_more();
    writer->run(insert, {std::numeric_limits<Int>::min(), words, Blob{all_bytes}});
    writer->run(insert, {std::numeric_limits<Int>::max(), Text(), Blob{}});
    writer->run(insert, {Int{0}, Value{}, Value{}});
    writer->run(insert, {Int{-1}, Text(100'000, 'x'), Blob{Text(100'000, '\0')}});

    auto reader = database.reader();
    int rows = 0;
    reader->each("SELECT idx, words, bytes FROM things ORDER BY idx", {}, [&](const Row& row) {
      CHECK(row.columns() == 3);
      switch (rows++) {
        case 0:
          CHECK(row.integer(0) == std::numeric_limits<Int>::min());
          CHECK(row.text(1) == words);
          CHECK(row.blob(2) == all_bytes);
          CHECK(row.as_text(0) == "-9223372036854775808");
          CHECK(row.as_text(2).substr(0, 8) == "00010203");
          break;
        case 1:
          CHECK(row.integer(0) == -1);
          CHECK(row.blob(2) == Text(100'000, '\0'));
          break;
        case 2:
          CHECK(row.is_null(1));
          CHECK(row.is_null(2));
          CHECK(row.integer(1) == 0);
          CHECK(row.text(1).empty());
          CHECK(row.blob(2).empty());
          CHECK(row.as_text(2).empty());
          break;
        default:
          CHECK(row.integer(0) == std::numeric_limits<Int>::max());
          CHECK_FALSE(row.is_null(1));
          CHECK_FALSE(row.is_null(2));
          CHECK(row.text(1).empty());
          CHECK(row.blob(2).empty());
      }
    });
    CHECK(rows == 4);
  });
}

TEST_CASE("a value finds its row again, whatever its kind") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    writer->run(insert, {Int{5}, Text("it's"), Blob{Text("\0'", 2)}});
    int found = 0;
    const auto one_more = [&](const Row& row) { found += row.integer(0) == 5 ? 1 : 0; };
    writer->each("SELECT idx FROM things WHERE idx = $1", {Int{5}}, one_more);
    writer->each("SELECT idx FROM things WHERE words = $1", {Text("it's")}, one_more);
    writer->each("SELECT idx FROM things WHERE bytes = $1", {Blob{Text("\0'", 2)}}, one_more);
    writer->each("SELECT idx FROM things WHERE words = $2 AND idx = $1 AND bytes = $3 AND $1 = idx",
                 {Int{5}, Text("it's"), Blob{Text("\0'", 2)}}, one_more);
    CHECK(found == 4);
  });
}

TEST_CASE("text is sorted by its bytes") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    const std::vector<Text> sorted = {"",   " b", "A", "Z",      "a",      "a b",       "a-b",
                                      "ab", "b",  "z", "\u00e9", "\u20ac", "\U0001F3DB"};
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      const std::size_t at = (i * 5) % sorted.size();
      writer->run(insert, {static_cast<Int>(at), sorted[at], Value{}});
    }
    std::vector<Text> seen;
    writer->each("SELECT words FROM things ORDER BY words", {},
                 [&](const Row& row) { seen.emplace_back(row.text(0)); });
    CHECK(seen == sorted);
    Text greatest;
    writer->each("SELECT MAX(words) FROM things WHERE words < $1", {Text("a")},
                 [&](const Row& row) { greatest = row.text(0); });
    CHECK(greatest == "Z");
  });
}

TEST_CASE("sums, counts and truths are integers on both") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    for (const Int i : {Int{1}, Int{20'000}, Int{-7}, Int{4'000'000'000'000'000'000}})
      writer->run(insert, {i, Text("x"), Value{}});
    writer->each(
        "SELECT SUM(idx), COUNT(*), COUNT(bytes), MIN(idx), SUM(idx) - 4000000000000020000, SUM(idx) > 0, SUM(0) FROM "
        "things",
        {}, [](const Row& row) {
          CHECK(row.integer(0) == 4'000'000'000'000'019'994);
          CHECK(row.integer(1) == 4);
          CHECK(row.integer(2) == 0);
          CHECK(row.integer(3) == -7);
          CHECK(row.integer(4) == -6);
          CHECK(row.integer(5) == 1);
          CHECK(row.integer(6) == 0);
          CHECK(row.as_text(0) == "4000000000000019994");
        });
    writer->each("SELECT SUM(idx) FROM things WHERE idx > 0 AND idx < 0", {},
                 [](const Row& row) { CHECK(row.is_null(0)); });
  });
}

TEST_CASE("a column is never read as what it is not") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    writer->run(insert, {Int{1}, Text("12"), Blob{"34"}});
    writer->each("SELECT idx, words, bytes FROM things", {}, [](const Row& row) {
      CHECK_THROWS_AS(row.text(0), Failure);
      CHECK_THROWS_AS(row.blob(0), Failure);
      CHECK_THROWS_AS(row.integer(1), Failure);
      CHECK_THROWS_AS(row.text(2), Failure);
      CHECK_THROWS_AS(row.integer(2), Failure);
    });
  });
}

TEST_CASE("text that only one of the two databases would keep is refused by both") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    for (const Text& bad : {Text("a\0b", 3), Text("\xff"), Text("\xc3"), Text("\xed\xa0\x80")}) {
      CHECK(failure_of([&] { writer->run(insert, {Int{1}, bad, Value{}}); }).trouble == Trouble::constraint);
      CHECK(failure_of([&] {
              writer->run_many(insert, std::vector<Values>{{Int{1}, bad, Value{}}});
            }).trouble == Trouble::constraint);
    }
    CHECK(count(*writer) == 0);
  });
}

TEST_CASE("a key that stands twice is a duplicate, and the failure says no value") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    writer->script(
        "CREATE TABLE names (name TEXT PRIMARY KEY, number INTEGER NOT NULL); CREATE UNIQUE INDEX names_by_number ON "
        "names (number)");
    const char* sql = "INSERT INTO names (name, number) VALUES ($1, $2)";
    writer->run(sql, {Text("Agnes Bell"), Int{4711}});
    const Failure same_name = failure_of([&] { writer->run(sql, {Text("Agnes Bell"), Int{2}}); });
    CHECK(same_name.trouble == Trouble::duplicate);
    CHECK(Text(same_name.what()).find("Agnes") == Text::npos);
    const Failure same_number = failure_of([&] { writer->run(sql, {Text("Someone"), Int{4711}}); });
    CHECK(same_number.trouble == Trouble::duplicate);
    CHECK(Text(same_number.what()).find("4711") == Text::npos);
    CHECK(failure_of([&] { writer->run(sql, {Text("Nobody"), Value{}}); }).trouble == Trouble::constraint);
    writer->run(insert, {Int{1}, Text("x"), Value{}});
    CHECK(failure_of([&] { writer->run(insert, {Int{1}, Text("x"), Value{}}); }).trouble == Trouble::duplicate);
  });
}

TEST_CASE("how many rows changed is told, and RETURNING and upsert work") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    CHECK(writer->run(insert, {Int{1}, Text("a"), Value{}}) == 1);
    CHECK(writer->run(insert, {Int{2}, Text("a"), Value{}}) == 1);
    CHECK(writer->run("UPDATE things SET words = $1 WHERE idx > $2", {Text("b"), Int{0}}) == 2);
    CHECK(writer->run("DELETE FROM things WHERE idx = $1", {Int{9}}) == 0);
    const char* upsert =
        "INSERT INTO things (idx, words) VALUES ($1, $2) ON CONFLICT (idx) DO UPDATE SET words = excluded.words "
        "RETURNING words";
    Text returned;
    writer->each(upsert, {Int{1}, Text("c")}, [&](const Row& row) { returned = row.text(0); });
    CHECK(returned == "c");
    CHECK(count(*writer) == 2);
    writer->run_many(
        "INSERT INTO things (idx, words) VALUES ($1, $2) ON CONFLICT (idx) DO UPDATE SET words = excluded.words",
        std::vector<Values>{{Int{1}, Text("d")}, {Int{1}, Text("e")}, {Int{3}, Value{}}});
    writer->each("SELECT words FROM things WHERE idx = 1", {}, [&](const Row& row) { returned = row.text(0); });
    CHECK(returned == "e");
  });
}

TEST_CASE("many rows go in as one would, nulls and all, and all of them or none") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    std::vector<Values> rows;
    for (Int i = 0; i < 12'345; ++i) {
      rows.push_back({i, i % 3 == 0 ? Value{} : Value{Text("text ") + std::to_string(i)},
                      Blob{Text(static_cast<std::size_t>(i % 40), '\0')}});
    }
    writer->run_many(insert, rows);
    CHECK(count(*writer) == 12'345);
    writer->each("SELECT words, bytes FROM things WHERE idx = $1", {Int{12'343}}, [](const Row& row) {
      CHECK(row.text(0) == "text 12343");
      CHECK(row.blob(1) == Text(23, '\0'));
    });
    std::vector<Values> more = {{Int{50'000}, Value{}, Value{}}, {Int{50'001}, Value{}, Value{}}};
    writer->run_many(insert, more);
    CHECK(count(*writer) == 12'347);
    more = {{Int{60'000}, Text("x"), Value{}}, {Int{0}, Text("twice"), Value{}}, {Int{60'001}, Text("x"), Value{}}};
    CHECK(failure_of([&] { writer->run_many(insert, more); }).trouble == Trouble::duplicate);
    CHECK(count(*writer) == 12'347);
    writer->run_many("UPDATE things SET words = $2 WHERE idx = $1",
                     std::vector<Values>{{Int{1}, Text("one")}, {Int{2}, Text("two")}});
    writer->each("SELECT words FROM things WHERE idx = 2", {}, [](const Row& row) { CHECK(row.text(0) == "two"); });
    writer->run_many(insert, {});
    CHECK_THROWS_AS(writer->run_many(insert, std::vector<Values>{{Int{70'000}, Value{}, Value{}}, {Int{70'001}}}),
                    Failure);
    CHECK(count(*writer) == 12'347);
  });
}

TEST_CASE("a query may ask the same query inside itself") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    for (Int i = 0; i < 4; ++i) writer->run(insert, {i, Text("x"), Value{}});
    auto reader = database.reader();
    const Snapshot snapshot(*reader);
    int seen = 0;
    const char* after = "SELECT idx FROM things WHERE idx > $1 ORDER BY idx";
    reader->each(after, {Int{-1}}, [&](const Row& outer) {
      const Int at = outer.integer(0);
      reader->each(after, {at}, [&](const Row& inner) {
        CHECK(inner.integer(0) > at);
        ++seen;
      });
      CHECK(outer.integer(0) == at);
    });
    CHECK(seen == 6);
  });
}

TEST_CASE("an exception in the middle of a query leaves the connection of use") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    for (Int i = 0; i < 4; ++i) writer->run(insert, {i, Text("x"), Value{}});
    CHECK_THROWS_AS(writer->each("SELECT idx FROM things", {}, [](const Row&) { throw std::runtime_error("enough"); }),
                    std::runtime_error);
    CHECK(count(*writer) == 4);
  });
}

TEST_CASE("as many values as placeholders, and a statement that is one") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    CHECK_THROWS_AS(writer->run(insert, {Int{1}, Text("x")}), Failure);
    CHECK_THROWS_AS(writer->run("INSERT INTO nowhere (a) VALUES ($1)", {Int{1}}), Failure);
    CHECK_THROWS_AS(writer->run("this is no SQL"), Failure);
    CHECK(count(*writer) == 0);
  });
}

TEST_CASE("a script is done whole or not at all") {
  over_each_database([](Database& database) {
    auto writer = writer_with_things(database);
    CHECK_THROWS_AS(writer->script("INSERT INTO things (idx) VALUES (1); INSERT INTO things (idx) VALUES (1)"),
                    Failure);
    CHECK(count(*writer) == 0);
    writer->script("INSERT INTO things (idx, words) VALUES (1, 'TEXT; INTEGER')");
    writer->each("SELECT words FROM things", {}, [](const Row& row) { CHECK(row.text(0) == "TEXT; INTEGER"); });
  });
}
