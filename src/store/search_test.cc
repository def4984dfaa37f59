#include "store/search.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <atomic>
#include <string>
#include <thread>

using alongside::store::SearchIndex;

namespace {
using Ids = std::vector<std::int64_t>;

SearchIndex& some_decisions(SearchIndex& index) {
  index.put({{1, "Close Harbour Road Library", "The council closed the library on 28 September 2024. Café closes too."},
             {2, "Quay Street Day Centre", "The library van goes on. Carers were not asked."},
             {3, "Parking charges", "Charges rise by 20p an hour."}});
  return index;
}
}  // namespace

TEST_CASE("a word in a title weighs more than the same word in a text") {
  SearchIndex index;
  CHECK(some_decisions(index).find("library", 10) == Ids{1, 2});
  CHECK(index.find("library", 1) == Ids{1});
  CHECK(index.find("library", 0).empty());
}

TEST_CASE("case and accents do not matter, and the last word may be unfinished") {
  SearchIndex index;
  some_decisions(index);
  CHECK(index.find("CAFE", 10) == Ids{1});
  CHECK(index.find("café harb", 10) == Ids{1});
  CHECK(index.find("harb café", 10) == Ids{1});  // nothing holds the word "harb", so either word will do
  CHECK(index.find("parkin", 10) == Ids{3});
}

TEST_CASE("what was removed or replaced is not found any more") {
  SearchIndex index;
  some_decisions(index);
  index.put({{3, "Bus fares", "Fares rise."}});
  CHECK(index.find("parking", 10).empty());
  CHECK(index.find("fares", 10) == Ids{3});
  index.put({{.id = 3, .is_gone = true}, {.id = 99, .is_gone = true}});
  index.put({{.id = 3, .is_gone = true}});
  CHECK(index.find("fares", 10).empty());
}

TEST_CASE("nothing that anyone types is an error, or means anything to the search") {
  SearchIndex index;
  some_decisions(index);
  for (const char* hostile : {"",
                              " ",
                              "\"",
                              "\"\"",
                              "library\"",
                              "title:library",
                              "library OR",
                              "NOT library",
                              "NEAR(library, 3)",
                              "^library",
                              "lib*",
                              "*",
                              "(library",
                              "library)",
                              "-library",
                              "{title}: library",
                              "library; DROP TABLE things",
                              "\xff\xfe library",
                              "— library",
                              "\u2014",
                              "\u00ad\u200b",
                              "library + road",
                              "a AND b OR c",
                              "'library'",
                              "col:: library"}) {
    CAPTURE(hostile);
    CHECK_NOTHROW(index.find(hostile, 10));
  }
  CHECK(index.find("\"library\"", 10) == Ids{1, 2});
  CHECK(index.find("— library", 10) == Ids{1, 2});
  CHECK(index.find("title:harbour", 10) == Ids{1});
  CHECK(index.find(std::string(1'000'000, 'x'), 10).empty());
  CHECK(index.find(std::string("library\0road", 12), 10).size() == 1);
}

TEST_CASE("any bytes can be put in and asked for") {
  CHECK(rc::check([](const std::string& title, const std::string& body, const std::string& question) {
    SearchIndex index;
    index.put({{1, title, body}});
    index.find(question, 10);
    index.find(title, 10);
    index.put({{2, "library", ""}});
    RC_ASSERT(index.find("library", 10).back() == 2 || index.find("library", 10).front() == 2);
  }));
}

TEST_CASE("of very many that match, those with the word in their title come first, then the newest") {
  SearchIndex index;
  for (std::int64_t i = 0; i < 2'500; ++i) index.put({{i, i == 7 ? "Library" : "Road", "The library and the road."}});
  CHECK(index.find("library", 1) == Ids{7});
  const Ids more = index.find("library", 3);
  REQUIRE(more.size() == 3);
  CHECK(more[0] == 7);
  CHECK(more[1] >= 1'500);
}

TEST_CASE("it can be asked while it is being filled") {
  SearchIndex index;
  std::atomic<bool> finished = false;
  std::thread asking([&] {
    while (!finished) index.find("library road", 10);
  });
  for (std::int64_t i = 0; i < 500; ++i) index.put({{i, "Library", "Road " + std::to_string(i)}});
  finished = true;
  asking.join();
  CHECK(index.find("road 499", 1) == Ids{499});
}
