#include "formats/icalendar.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/text.h"

using namespace alongside;
using namespace alongside::formats;

namespace {

// Section 3.1 the other way round: a line end followed by a space or a tab is nothing.
std::string unfolded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\r\n" && i + 2 < text.size() && (text[i + 2] == ' ' || text[i + 2] == '\t')) {
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Section 3.3.11 the other way round.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      out += text[i] == 'n' || text[i] == 'N' ? '\n' : text[i];
    } else {
      out += text[i];
    }
  }
  return out;
}

Event event() {
  return {.uid = "412@alongside.invalid/eastmere/0a1b2c3d",
          .sequence = 2,
          .revised = *Day::parse("2026-11-24"),
          .from = Instant{1796133600},
          .to = Instant{1796140800},
          .summary = "Meeting 9: the café budget",
          .location = "St Olave’s Hall",
          .description = "Soup.",
          .link = "https://example.org/eastmere/work/61/meetings/412"};
}

}  // namespace

TEST_CASE("a text is escaped as the example of section 3.3.11 of RFC 5545 has it") {
  CHECK(icalendar_text("Project XYZ Final Review\nConference Room - 3B\nCome Prepared.") ==
        "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.");
  CHECK(icalendar_text("a\\b;c,d\r\ne\rf\x01\x7Fg") == "a\\\\b\\;c\\,d\\ne\\nfg");
}

TEST_CASE("a long line is folded, and the words of section 3.1 of RFC 5545 come back whole when it is unfolded") {
  const std::string words = "This is a long description that exists on a long line.";
  CHECK(icalendar_line("DESCRIPTION", words) == "DESCRIPTION:" + words + "\r\n");
  const std::string twice = words + " " + words;
  const std::string folded = icalendar_line("DESCRIPTION", twice);
  CHECK(folded.find("\r\n ") == 75);
  CHECK(unfolded(folded) == "DESCRIPTION:" + twice + "\r\n");
}

TEST_CASE("a meeting is printed line by line as RFC 5545 asks") {
  CHECK(print_icalendar({.name = "Meetings", .events = {event()}}) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Alongside//Meetings//EN\r\nCALSCALE:GREGORIAN\r\nNAME:Meetings\r\n"
        "BEGIN:VEVENT\r\nUID:412@alongside.invalid/eastmere/0a1b2c3d\r\nDTSTAMP:20261124T000000Z\r\nSEQUENCE:2\r\n"
        "STATUS:CONFIRMED\r\nDTSTART:20261201T140000Z\r\nDTEND:20261201T160000Z\r\nSUMMARY:Meeting 9: the café budget\r\n"
        "LOCATION:St Olave’s Hall\r\nDESCRIPTION:Soup.\r\n"
        "URL:https://example.org/eastmere/work/61/meetings/412\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("a meeting that was called off is cancelled in the calendar, and keeps its number") {
  Event off = event();
  off.is_cancelled = true;
  const std::string text = print_icalendar({.events = {off}});
  CHECK(text.find("STATUS:CANCELLED\r\n") != text.npos);
  CHECK(text.find("UID:412@") != text.npos);
}

TEST_CASE("whatever is said of a meeting, each line has at most 75 octets of whole characters, and the words come back") {
  CHECK(rc::check([] {
    static const std::vector<std::string> pieces{"a", "é", "’", "\n", ",", ";", "\\", ":", "\"", "END:VEVENT", "😀", " ", "\t", "word "};
    const auto chosen = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
    std::string words;
    for (const std::size_t one : chosen) words += pieces[one];
    Event said = event();
    said.description = words;
    const std::string text = print_icalendar({.events = {said}});
    for (const std::string_view line : split(text, '\n')) {
      RC_ASSERT(line.size() <= 76);  // with its return
      RC_ASSERT(line.empty() || line.back() == '\r');
      RC_ASSERT(is_utf8(line));
    }
    const std::string whole = unfolded(text);
    const std::size_t at = whole.find("\r\nDESCRIPTION:");
    RC_ASSERT((at == whole.npos) == words.empty());
    if (words.empty()) return;
    const std::size_t from = at + 14;
    RC_ASSERT(unescaped(std::string_view(whole).substr(from, whole.find("\r\n", from) - from)) == words);
  }));
}
