#include "base/csv.h"
#include "formats/csv.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/text.h"
#include "formats/decisions_csv.h"
#include "formats/detect.h"
#include "formats/holidays.h"
#include "formats/offices_csv.h"
#include "formats/valued_csv.h"

using namespace alongside;
using namespace alongside::formats;

TEST_CASE("cells with commas, quotation marks and line ends are read, and a row knows the line it began on") {
  const auto csv =
      read_csv({.name = "a.csv", .bytes = "\xEF\xBB\xBFname,note\r\nOne,\"a, \"\"b\"\"\nc\"\r\n\r\nTwo,\r\n"});
  REQUIRE(csv.ok());
  REQUIRE(csv->rows.size() == 2);
  CHECK(csv->header == std::vector<std::string>{"name", "note"});
  CHECK(csv->rows[0].cells[1] == "a, \"b\"\nc");
  CHECK(csv->rows[0].line == 2);
  CHECK(csv->rows[1].line == 5);
}

TEST_CASE("all that is wrong with a table is said at once, each with its line") {
  const auto csv =
      read_csv({.name = "a.csv", .bytes = "name,note,Name\nOne,two\nOne,\"two\"x,three\nA,B,C,D\n1,2,\"open"});
  REQUIRE(!csv.ok());
  const auto& list = csv.problems().list();
  REQUIRE(list.size() == 5);
  for (const Problem& one : list) CHECK(one.file == "a.csv");
  CHECK(list[0].field == "name");
  CHECK(list[0].code == Code::already_there);
  CHECK(list[1].line == 2);
  CHECK(list[1].found == "2 cells");
  CHECK(list[2].line == 4);
  CHECK(list[3].line == 3);
  CHECK(list[4].line == 5);
}

TEST_CASE("whatever is written to a table is read back as it was, and no cell begins like a formula") {
  CHECK(rc::check("round trip", [](std::vector<std::string> cells) {
    RC_PRE(!cells.empty() && cells.size() < 20);
    std::string header;
    bool any = false;
    for (std::string& cell : cells) {
      for (char& c : cell) {
        if (static_cast<unsigned char>(c) >= 128 || c == '\0') c = 'x';
      }
      any = any || !trimmed(cell).empty();
      header += (header.empty() ? "c" : ",c") + std::to_string(&cell - cells.data());
    }
    RC_PRE(any);
    const std::string bytes = header + "\n" + csv_row(cells);
    const auto csv = read_csv({.name = "a.csv", .bytes = bytes});
    RC_ASSERT(csv.ok());
    RC_ASSERT(csv->rows.size() == 1u);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& written = csv->rows[0].cells[i];
      RC_ASSERT(written.empty() || std::string_view("=+-@\t\r").find(written.front()) == std::string_view::npos);
      RC_ASSERT(unguarded(written) == unguarded(cells[i]));
    }
  }));
}

TEST_CASE("a decision's row says which day is none, which word is unknown and which columns there are") {
  const auto read = read_any(
      {.name = "decisions.csv", .bytes = "title,decided,key,votes,colour\n,31/09/2025,perhaps,Ann Hill: ill,red\n"});
  REQUIRE(!read.ok());
  const auto& list = read.problems().list();
  REQUIRE(list.size() == 5);
  const auto has = [&](Code code, const char* field, std::int64_t line) {
    for (const Problem& one : list) {
      if (one.code == code && one.field == field && one.line == line) return true;
    }
    return false;
  };
  CHECK(has(Code::unknown_field, "colour", 1));
  CHECK(has(Code::missing, "title", 2));
  CHECK(has(Code::malformed, "decided", 2));
  CHECK(has(Code::unknown_word, "key", 2));
  CHECK(has(Code::unknown_word, "votes", 2));
}

TEST_CASE("a decision written to our table is read back the same") {
  ReadDecision d{.reference = "K/2025/017",
                 .title = "=Future of the library",
                 .maker = "Cabinet",
                 .status = "Decision Made",
                 .key = Answer::yes,
                 .what = {"To close.", "To sell the lease."},
                 .wards = {"Millbrook", "Riverside"},
                 .documents = {{.title = "Lease", .withheld = true}},
                 .reasons = {"Little used."},
                 .no_interests = true,
                 .votes = {{"Ann Hill", Vote::against}, {"Bo Lee", Vote::absent}},
                 .motion = Motion::disapprove,
                 .carried = true};
  d.decided = When::parse("2025-04");
  const std::string bytes = decisions_csv_header() + decisions_csv_row(d);
  const auto read = read_any({.name = "d.csv", .bytes = bytes});
  REQUIRE(read.ok());
  REQUIRE(read->decisions.size() == 1);
  const ReadDecision& back = read->decisions[0];
  CHECK(back.title == d.title);
  CHECK(back.what == d.what);
  CHECK(back.decided == d.decided);
  CHECK(back.no_interests);
  CHECK(back.votes.size() == 2);
  CHECK(back.votes[1].vote == Vote::absent);
  CHECK(back.documents[0].withheld);
  CHECK(decisions_csv_header() + decisions_csv_row(back) == bytes);
}

TEST_CASE("a row with a day when it is due and no day when it was decided is something coming") {
  const auto read = read_any(
      {.name = "d.csv", .bytes = "title,due,maker,representations\nLibrary,March 2026,Cabinet,Write to us.\n"});
  REQUIRE(read.ok());
  REQUIRE(read->coming.size() == 1);
  CHECK(read->coming[0].due->iso() == "2026-03");
  CHECK(read->decisions.empty());
}

TEST_CASE("an office whose holder left before they came is refused with its line") {
  const auto read =
      read_any({.name = "o.csv",
                .bytes = "office,body,holder,from,to\nMayor,Eastmere,Ann Hill,2025-05-01,2024-05-01\n,Eastmere,,,\n"});
  REQUIRE(!read.ok());
  REQUIRE(read.problems().list().size() == 2);
  CHECK(read.problems().list()[0].line == 2);
  CHECK(read.problems().list()[1].field == "office");
}

TEST_CASE("our own tables of offices, valued places and holidays are read") {
  const auto offices = read_any(
      {.name = "o.csv",
       .bytes = "body,office,holder,from\nEastmere Council,Leader,Ann Hill,2023-05\nEastmere Council,Clerk,,2020\n"});
  REQUIRE(offices.ok());
  CHECK(offices->bodies.size() == 1);
  CHECK(offices->offices.size() == 2);
  CHECK(offices->holders.size() == 1);
  const auto valued =
      read_any({.name = "v.csv", .bytes = "name,support,status,on\nHarbour Road Library,open_place,lost,2024-09-28\n"});
  REQUIRE(valued.ok());
  CHECK(valued->valued[0].now == ValuedStatus::lost);
  const auto holidays = read_any({.name = "h.csv",
                                  .bytes = "division,day,title,known from,change\nscotland,2026-06-15,World "
                                           "Cup,2026-02-25,\nscotland,2027-08-30,Summer,2025-01-09,removed\n"});
  REQUIRE(holidays.ok());
  CHECK(holidays->holidays.size() == 1);
  CHECK(!holidays->holiday_changes[0].added);
}
