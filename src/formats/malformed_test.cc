#include <doctest/doctest.h>

#include "base/text.h"
#include "formats/dates.h"
#include "formats/detect.h"
#include "formats/moderngov.h"
#include "formats/oparl.h"
#include "formats/popolo.h"
#include "formats/real_data_test.h"

using namespace alongside;
using namespace alongside::formats;

namespace {

constexpr const char* page_start =
    "<html><body><nav><p>Menu</p></nav><h2 class=mgSubTitleTxt>Library</h2><p><span class=mgLabel>Decision status: "
    "</span>Decision Made</p>";

Problem first_problem(const std::string& name, const std::string& bytes) {
  const auto read = read_any({.name = name, .bytes = bytes});
  REQUIRE(!read.ok());
  REQUIRE(read.problems().any());
  CHECK(read.problems().list().front().file == name);
  return read.problems().list().front();
}

}  // namespace

TEST_CASE("a file of the wrong kind is told what it looks like and what to give instead") {
  CHECK(first_problem("a.pdf", "%PDF-1.7 ...").found == "a PDF");
  CHECK(first_problem("a.docx", std::string("PK\x03\x04\0\0", 6)).found == "a zip file, or a Word or Excel document");
  CHECK(first_problem("a.png", std::string("\x89PNG\0", 5)).found == "a picture");
  CHECK(first_problem("a.html", "<html><body>Hello</body></html>").found ==
        "a web page, but none of ModernGov's with a decision on it");
  CHECK(first_problem("a.json", "{\"a\":1}").found == "JSON, but none that is known here");
  CHECK(first_problem("a.txt", "Dear all").found == "text: Dear all");
  CHECK(first_problem("a.csv", "colour,size\nred,1\n").found == "a table whose first line is: colour,size");
  CHECK(first_problem("empty", " \n").code == Code::missing);
  const auto holidays = read_only({.name = "h.csv", .bytes = "division,day,title\nscotland,2026-06-15,World Cup\n"},
                                  {Format::decisions_csv, Format::moderngov_decision});
  REQUIRE(!holidays.ok());
  CHECK(holidays.problems().list().front().found == "a table of bank holidays (CSV)");
}

TEST_CASE("a file beyond the bounds is refused, however it is made") {
  CHECK(first_problem("big.csv", std::string(file_bytes_max + 1, 'a')).code == Code::out_of_range);
  std::string deep = page_start;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK(first_problem("deep.html", deep).code == Code::out_of_range);
  const std::string nested =
      "{\"type\":\"https://schema.oparl.org/1.1/Body\",\"a\":" + std::string(100, '[') + std::string(100, ']') + "}";
  CHECK(first_problem("deep.json", nested).code == Code::out_of_range);
}

TEST_CASE("every day on a page that is none is named with its label and line, all at once") {
  const std::string page = std::string(page_start) +
                           "\n<p><span class=mgLabel>Publication date: </span>31/09/2025</p>\n<p><span "
                           "class=mgLabel>Date of decision: </span>soon</p></body></html>";
  const auto read = read_any({.name = "p.html", .bytes = page});
  REQUIRE(!read.ok());
  const auto& list = read.problems().list();
  REQUIRE(list.size() == 2);
  CHECK(list[0].field == "Publication date:");
  CHECK(list[0].found == "31/09/2025");
  CHECK(list[0].line == 2);
  CHECK(list[1].found == "soon");
  CHECK(list[1].line == 3);
}

TEST_CASE("a real file cut off at any point is read in part or refused, and never breaks anything") {
  for (const char* path : {"decisions/moderngov/constructed_decision_callin.html", "decisions/moderngov/committees.xml",
                           "decisions/oparl/Meeting-01.json", "decisions/moderngov/modgov_decisions_list.html",
                           "decisions/moderngov/meeting_with_minutes.xml"}) {
    const auto bytes = real_file(path);
    if (!bytes) {
      MESSAGE("skipped: ../shared/data/" << std::string(path) << " is not here");
      continue;
    }
    for (std::size_t size = 0; size < bytes->size(); size += 37) {
      const auto read = read_any({.name = path, .bytes = std::string_view(*bytes).substr(0, size)});
      if (!read.ok()) CHECK(read.problems().any());
    }
  }
}

TEST_CASE("a page in windows-1252 or UTF-16 is read, and what surrounds the record is left out") {
  const std::string page = std::string(page_start) +
                           "<h3 class=mgSubSubTitleTxt>Decision:</h3><p>A caf\xE9 \x93stays\x94.</p></body></html>";
  const auto read = read_any({.name = "p.html", .bytes = page});
  REQUIRE(read.ok());
  REQUIRE(read->decisions.size() == 1);
  CHECK(read->decisions[0].what == std::vector<std::string>{"A café “stays”."});
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("name,where\nLibrary,Road\n")) wide += {c, '\0'};
  const auto table = read_any({.name = "t.csv", .bytes = wide});
  REQUIRE(table.ok());
  CHECK(table->valued[0].name == "Library");
}

TEST_CASE("contacts on a page are dropped, and an employee's name with them") {
  const std::string page =
      std::string(page_start) +
      "<p><span class=mgLabel>Contact: </span>Jo Bloggs Email: jo@example.org</p><p><span class=mgLabel>Report author: "
      "</span>Jo Bloggs</p>"
      "<p><span class=mgLabel>Lead officer: </span>Director of Place, tel. 01234 567890</p></body></html>";
  const auto read = read_any({.name = "p.html", .bytes = page});
  REQUIRE(read.ok());
  CHECK(read->decisions[0].lead_officer == "Director of Place");
}

TEST_CASE("the reason of an absence is dropped and only the absence kept") {
  const auto read = read_any(
      {.name = "m.json",
       .bytes = R"({"ID":1,"File":"Int 1","Name":"A","History":[{"Action":"Approved by Council","PassedFlagName":"Pass",
    "Votes":[{"FullName":"Ann Hill","Vote":"Medical"},{"FullName":"Bo Lee","Vote":"Parental"},{"FullName":"Cy Day","Vote":"Negative"}]}]})"});
  REQUIRE(read.ok());
  const auto& votes = read->decisions[0].votes;
  REQUIRE(votes.size() == 3);
  CHECK(votes[0].vote == Vote::absent);
  CHECK(votes[1].vote == Vote::absent);
  CHECK(votes[2].vote == Vote::against);
}

TEST_CASE("identities are told apart by their number space, and a session is no part of them") {
  CHECK(source_id_of("https://democracy.york.gov.uk/(S(abc))/ieDecisionDetails.aspx?Id=3856") == "ID=3856");
  CHECK(source_id_of("ieDecisionDetails.aspx?AIId=23143") == "AIId=23143");
  CHECK(source_id_of("mgIssueHistoryHome.aspx?IId=6535&Opt=0#a") == "IId=6535");
  CHECK(source_id_of("mgIssueHistoryHome.aspx?Opt=0") == "");
}

TEST_CASE("days are read as councils write them, day first, and never made up") {
  const std::pair<const char*, const char*> days[] = {{"22/10/2015", "2015-10-22"},
                                                      {"2011/12/14", "2011-12-14"},
                                                      {"Wed 11 Jan 2023", "2023-01-11"},
                                                      {"Tuesday, 27 July 2021", "2021-07-27"},
                                                      {"24th March 2022", "2022-03-24"},
                                                      {"March 2022", "2022-03"},
                                                      {"2013-01-04T08:00:00+01:00", "2013-01-04"},
                                                      {"2019", "2019"}};
  for (const auto& [written, iso] : days) {
    const std::string words = written;  // what is captured has a name of its own
    CAPTURE(words);
    REQUIRE(read_when(words));
    CHECK(read_when(words)->iso() == iso);
  }
  for (const char* words : {"31/09/2025", "29 February 2023", "soon", "", "13/13/2020", "1/2/20", "Closed"}) {
    CAPTURE(words);
    CHECK(!read_when(words));
  }
}
