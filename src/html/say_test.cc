#include "html/say.h"

#include <doctest/doctest.h>

#include "html/catalogue.h"
#include "html/gallery.h"

namespace alongside::html {
namespace {

// The text of a page without its tags.
std::vector<std::string> texts_of(std::string_view html) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    if (open > at) out.emplace_back(html.substr(at, open - at));
    at = open == html.size() ? open : html.find('>', open) + 1;
  }
  return out;
}

const Day library_closed = *Day::of({2024, 9, 28});

}  // namespace

TEST_CASE("an argument stands where its name is, escaped unless it is HTML") {
  const Say& say = Say::english();
  CHECK(say("Who decided: {title}", {{"title", "<b>it</b>"}}).str() == "Who decided: &lt;b&gt;it&lt;/b&gt;");
  CHECK(say("{n} of {all}", {{"n", el("b", "9")}, {"all", 1284}}).str() == "<b>9</b> of 1,284");
  CHECK(say("Closed on {day}", {{"day", library_closed}}).str() ==
        "Closed on <time datetime=\"2024-09-28\">28 September 2024</time>");
  CHECK(say("It cost {sum}", {{"sum", Money{"GBP", 34000000}}}).str() == "It cost £340,000");
  CHECK(say("A slip: {nobody}").str() == "A slip: {nobody}");
}

TEST_CASE("plain text keeps its characters and drops tags, for titles and attributes") {
  const Say& say = Say::english();
  CHECK(say.plain("{a} & {b}", {{"a", "x < y"}, {"b", el("b", "Q & A")}}) == "x < y & Q & A");
  CHECK(say.plain(msg("{days} days late", {{"days", "3"}})) == "3 days late");
}

TEST_CASE("one is not many, and thousands are grouped") {
  const Say& say = Say::english();
  CHECK(say.count("{n} day late", "{n} days late", 1).str() == "1 day late");
  CHECK(say.count("{n} day late", "{n} days late", 0).str() == "0 days late");
  CHECK(say.count("{n} day late", "{n} days late", 1284).str() == "1,284 days late");
  CHECK(say.number(-1284567) == "−1,284,567");
  CHECK(say.number(INT64_MIN) == "−9,223,372,036,854,775,808");
  CHECK(say.number(999) == "999");
}

TEST_CASE("days are written in full, and never more exactly than they are known") {
  const Say& say = Say::english();
  CHECK(say.day(library_closed) == "28 September 2024");
  CHECK(say.when(*When::parse("2026-03")) == "March 2026");
  CHECK(say.when(*When::parse("1931")) == "1931");
  CHECK(say.day_with_weekday(*Day::of({2026, 11, 27})) == "Friday 27 November 2026");
  CHECK(say.time_of_day(605) == "10:05");
  CHECK(say.list({text("a"), text("b"), text("c")}).str() == "a, b and c");
  CHECK(say.list(std::vector<std::string>{"a"}) == "a");
}

TEST_CASE("every word that a part says by itself is translated") {
  const Say pseudo = Say::in("en-XA");
  REQUIRE(pseudo.language() == "en-XA");
  CHECK(pseudo("Check").str().starts_with("⟦"));
  CHECK(pseudo.count("{n} working day left", "{n} working days left", 2).str().find("ŵ") != std::string::npos);
  // What a part is given stays as it is; what it says itself differs from English.
  const std::vector<Shown> english = gallery(Say::english());
  const std::vector<Shown> accented = gallery(pseudo);
  const std::string page = gallery_page(pseudo);
  for (const char* own : {"The short answer",
                          "Check",
                          "Not on the record",
                          "We have not chosen",
                          "What this proves",
                          "On another computer",
                          "working day",
                          "Kept",
                          "Lost",
                          "Not known",
                          "You are here",
                          "hidden",
                          "There is a problem",
                          "Error:",
                          "Add another",
                          "(optional)",
                          "Need help now?",
                          "This record",
                          "Menu",
                          "Decisions",
                          "Skip to main content",
                          "Find out or ask",
                          "Previous",
                          "Choose one"}) {
    for (const std::string& words : texts_of(page)) {
      if (words.find("⟦") != std::string::npos || words.find("⟧") != std::string::npos) continue;
      CAPTURE(words);
      CHECK_MESSAGE(words.find(own) == std::string::npos, own);
    }
  }
  CHECK(english.size() == accented.size());
}

TEST_CASE("a language that is not here is English, and a broken file is no language") {
  CHECK(Say::in("xx").language() == "en-GB");
  CHECK(read_catalogue("cy", "not a .mo file") == nullptr);
}

TEST_CASE("the six plural forms of Welsh are told apart") {
  // A catalogue with one entry ("{n} day", "{n} days"), written by hand: magic, revision, count, two tables, the texts.
  const std::string header_id;
  const std::string header =
      "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
      "n==3 ? 3 "
      ": n==6 ? 4 : 5);\n";
  const std::string id("{n} day\0{n} days", 16);
  const std::string forms("zero\0one\0two\0three\0six\0other", 29);
  std::string mo;
  const auto put = [&mo](std::uint32_t n) {
    for (int shift = 0; shift < 32; shift += 8) mo += static_cast<char>((n >> shift) & 0xFFU);
  };
  put(0x950412de);
  put(0);
  put(2);
  put(28);
  put(44);
  put(0);
  put(60);
  std::uint32_t at = 60;
  const auto entry = [&](const std::string& one) {
    put(static_cast<std::uint32_t>(one.size()));
    put(at);
    at += static_cast<std::uint32_t>(one.size()) + 1;
  };
  entry(header_id);
  entry(id);
  entry(header);
  entry(forms);
  for (const std::string* one : {&header_id, &id, &header, &forms}) mo += *one + '\0';

  const auto welsh = read_catalogue("cy", mo);

  REQUIRE(welsh != nullptr);
  const std::vector<std::pair<int, std::string>> expected = {{0, "zero"},  {1, "one"}, {2, "two"},   {3, "three"},
                                                             {4, "other"}, {6, "six"}, {11, "other"}};
  for (const auto& [number, form] : expected) {
    const int n = number;
    CAPTURE(n);
    CHECK(std::string(welsh->find("{n} day", "{n} days", n)) == form);
  }
}

}  // namespace alongside::html
