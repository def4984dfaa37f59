#include "engines/wording.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace alongside::engines {
namespace {

// "[-old-]{+new+}" where they differ.
std::string marked(std::string_view before, std::string_view after) {
  std::string out;
  for (const Run& run : differences(before, after)) {
    if (run.fate == Fate::same) out += run.text;
    if (run.fate == Fate::removed) out += "[-" + run.text + "-]";
    if (run.fate == Fate::added) out += "{+" + run.text + "+}";
  }
  return out;
}

bool gives_both_back(std::string_view before, std::string_view after) {
  std::string old;
  std::string fresh;
  for (const Run& run : differences(before, after)) {
    if (run.text.empty()) return false;
    if (run.fate != Fate::added) old += run.text;
    if (run.fate != Fate::removed) fresh += run.text;
  }
  return old == before && fresh == after;
}

TEST_CASE("a difference shows the words that went and the words that came") {
  CHECK(marked("Close the library", "Close the café") == "Close the [-library-]{+café+}");
  CHECK(marked("What would you miss?", "What would you miss most?") == "What would you miss{+ most+}?");
  CHECK(marked("to save a little money", "to save money") == "to save [-a little -]money");
  CHECK(marked("the old house", "the new home") == "the [-old house-]{+new home+}");
  CHECK(marked("same", "same") == "same");
  CHECK(marked("", "all new") == "{+all new+}");
  CHECK(marked("all old", "") == "[-all old-]");
  CHECK(differences("", "").empty());
}

TEST_CASE("the runs of a difference, put together, give both wordings byte for byte") {
  CHECK(rc::check([] {
    const auto words = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab cd\n,.\xC3\xA9")));
    const std::string before = *words;
    const std::string after = *words;
    RC_ASSERT(gives_both_back(before, after));
  }));
}

TEST_CASE("a small change in a long text is shown small") {
  std::string before;
  for (int i = 0; i < 30'000; ++i) before += "word" + std::to_string(i) + (i % 20 == 19 ? "\n" : " ");
  std::string after = before;
  after.replace(after.find("word15000 "), 9, "changed");
  const std::vector<Run> runs = differences(before, after);
  REQUIRE(runs.size() == 4);
  CHECK(runs[1].text == "word15000");
  CHECK(runs[2].text == "changed");
}

TEST_CASE("texts too far apart for words are compared by lines, and give both back all the same") {
  std::string before;
  std::string after;
  for (int i = 0; i < 6'000; ++i) {
    before += "a" + std::to_string(i) + " ";
    after += "b" + std::to_string(i) + " ";
    if (i % 10 == 9) before += "\n", after += "\nkept as it was\n";
    if (i % 10 == 9) before += "kept as it was\n";
  }
  CHECK(gives_both_back(before, after));
  const std::vector<Run> runs = differences(before, after);
  CHECK(runs.size() == 3 * 600);
  CHECK(gives_both_back(std::string(300'000, '.'), std::string(300'000, ',')));
}

TEST_CASE("how alike two wordings are is counted in words of the longer") {
  CHECK(alike_per_mille("", "") == 1000);
  CHECK(alike_per_mille("one two three four", "one two three four") == 1000);
  CHECK(alike_per_mille("one two three four", "one two") == 500);
  CHECK(alike_per_mille("one", "two") == 0);
}

}  // namespace
}  // namespace alongside::engines
