#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/csv.h"
#include "base/day.h"
#include "base/json.h"
#include "base/money.h"
#include "base/random.h"
#include "base/text.h"

namespace alongside {

TEST_CASE("JSON with a double, a key that stands twice, or too many levels is refused") {
  for (const char* text : {"1.5", "1e3", "{\"a\":1,\"a\":2}", "18446744073709551615", "[", "{\"a\":\"\\ud800\"}", "nul",
                           "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]"}) {
    CAPTURE(text);
    CHECK(!parse_json(text).ok());
  }
}

TEST_CASE("canonical JSON has sorted keys, no space between, and the shortest escapes") {
  const auto json = parse_json(" { \"b\" : [ 1 , true , null ] , \"a\" : \"\\u0001 \\u00e9 \\/ \\n\" } ");
  REQUIRE(json.ok());
  CHECK(json->canonical() == "{\"a\":\"\\u0001 é / \\n\",\"b\":[1,true,null]}");
  CHECK(parse_json(json->canonical())->canonical() == json->canonical());
}

TEST_CASE("a JSON object of many unordered keys reads as the same object in order") {
  std::string unordered = "{";
  std::string ordered = "{";
  for (int i = 0; i < 1000; ++i) {
    unordered += (i == 0 ? "\"k" : ",\"k") + std::to_string(9999 - i) + "\":" + std::to_string(9999 - i);
    ordered += (i == 0 ? "\"k" : ",\"k") + std::to_string(9000 + i) + "\":" + std::to_string(9000 + i);
  }
  CHECK(parse_json(unordered + "}")->canonical() == ordered + "}");
}

TEST_CASE("base64 and hexadecimal give back what went in, and refuse what could be written in two ways") {
  CHECK(rc::check([](const std::string& bytes) {
    RC_ASSERT(*from_base64(base64(bytes)) == bytes);
    RC_ASSERT(*from_base64url(base64url(bytes)) == bytes);
    RC_ASSERT(*from_hex(hex(bytes)) == bytes);
  }));
  for (const char* text : {"QQ", "QR==", "QQ=", "Q===", "Q!=="}) CHECK(!from_base64(text).ok());
  CHECK(!from_base64url("QR").ok());
  CHECK(!from_hex("AB").ok());
}

TEST_CASE("words keep their spaces, lose their carriage returns, and may hold no control") {
  CHECK(*as_words(" a\r\nb\rc\td ") == " a\nb\nc\td ");
  CHECK(*as_words("e\xCC\x81") == "\xC3\xA9");  // NFC
  for (const std::string& text : {std::string("a\0b", 3), std::string("\x1b"), std::string("\xC2\x85"), std::string("\xFF")}) {
    CHECK(!as_words(text).ok());
  }
}

TEST_CASE("a day exists or it is refused, and counts on over leap years") {
  CHECK(!Day::parse("2026-09-31"));
  CHECK(!Day::parse("2026-2-3"));
  CHECK((*Day::parse("2024-02-28") + 1).iso() == "2024-02-29");
  CHECK(Day::parse("2026-11-24")->weekday() == Weekday::tuesday);
  CHECK(rc::check([] {
    const Day day(*rc::gen::inRange(-200'000, 200'000));
    RC_ASSERT(*Day::parse(day.iso()) == day);
  }));
}

TEST_CASE("a month is never more exact than its source, and knows its first and last day") {
  const auto month = When::parse("2024-02");
  REQUIRE(month);
  CHECK(month->iso() == "2024-02");
  CHECK(month->last().iso() == "2024-02-29");
  CHECK(!month->day());
  CHECK(!When::parse("2024-13"));
}

TEST_CASE("a moment falls on the day that it is in London, in summer too, and far beyond the table of zones") {
  const auto at = [](const char* day, int hour) { return Instant{std::int64_t{Day::parse(day)->number()} * 86400 + hour * 3600}; };
  CHECK(day_in_zone(at("2026-07-01", 23), "Europe/London")->iso() == "2026-07-02");
  CHECK(day_in_zone(at("2026-01-01", 23), "Europe/London")->iso() == "2026-01-01");
  CHECK(day_in_zone(at("2060-07-01", 23), "Europe/London")->iso() == "2060-07-02");
  CHECK(!day_in_zone(at("2026-01-01", 1), "../etc/passwd").ok());
}

TEST_CASE("an hour of a day in London is one moment, in winter and in summer; of two it is the first, and a leap loses none") {
  const auto at = [](const char* day, int minutes, const char* zone = "Europe/London") { return moment_in_zone(*Day::parse(day), minutes, zone)->iso(); };
  CHECK(at("2026-12-01", 14 * 60) == "2026-12-01T14:00:00Z");
  CHECK(at("2026-07-01", 14 * 60) == "2026-07-01T13:00:00Z");
  CHECK(at("2026-07-01", 24 * 60) == "2026-07-01T23:00:00Z");
  CHECK(at("2060-07-01", 0) == "2060-06-30T23:00:00Z");
  CHECK(at("2026-10-25", 90) == "2026-10-25T00:30:00Z");
  CHECK(at("2026-10-25", 120) == "2026-10-25T02:00:00Z");
  CHECK(at("2026-03-29", 90) == "2026-03-29T01:30:00Z");
  CHECK(at("2026-03-29", 120) == "2026-03-29T01:00:00Z");
  CHECK(at("2026-12-01", 14 * 60, "Pacific/Auckland") == "2026-12-01T01:00:00Z");
  CHECK(!moment_in_zone(*Day::parse("2026-01-01"), 0, "../etc/passwd").ok());
}

TEST_CASE("no cell of our CSV is a formula, and reading it again gives the cell") {
  CHECK(csv_row({"=1+1", "a,b", "say \"so\""}) == "'=1+1,\"a,b\",\"say \"\"so\"\"\"\r\n");
  CHECK(rc::check([](const std::string& cell) {
    const std::string safe = guarded(cell);
    RC_ASSERT(safe.empty() || std::string_view("=+-@\t\r").find(safe.front()) == std::string_view::npos);
  }));
  CHECK(unguarded(guarded("-5")) == "-5");
}

TEST_CASE("money is whole pence, said in pounds") {
  CHECK(in_words({.minor = 34'000'000}) == "£340,000");
  CHECK(in_words({.minor = 1850}) == "£18.50");
  CHECK(in_words({.currency = "NOK", .minor = -5}) == "−NOK 0.05");
}

TEST_CASE("seeded numbers repeat, and secrets do not") {
  Seeded one(7);
  Seeded two(7);
  for (int i = 0; i < 100; ++i) CHECK(one.below(10) == two.below(10));
  CHECK(secret_bytes(32) != secret_bytes(32));
}

}  // namespace alongside
