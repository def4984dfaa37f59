// Places that people value come from files; two accounts of one place both stand.
#include <doctest/doctest.h>

#include <chrono>

#include "exchange/import_scene.h"
#include "formats/real_data_test.h"

namespace alongside::import {
namespace {

constexpr const char* words = "import valued";
const std::string head = "source id,name,where,status,on,words,notes\n";

TEST_CASE("a place from a table is registered once, with what became of it") {
  Scene scene;
  const std::string csv = head + "1,Quay Street Day Centre,Quay Street,lost,2024-04,It was let.,\n";
  const auto first = scene.import(words, "v.csv", csv);
  REQUIRE_MESSAGE(first.ok(), why(first));
  CHECK(told(first, "registered") == 1);
  CHECK(count(scene, "SELECT COUNT(*) FROM valued WHERE status = 'lost'") == 1);
  CHECK(scene.import(words, "v.csv", csv).acts.empty());
  const auto later = scene.import(words, "v.csv", head + "1,Quay Street Day Centre,Quay Street,restored,2025,,\n");
  CHECK(told(later, "changed") == 1);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a closing whose note speaks of a move stays a loss until a person says otherwise") {
  Scene scene;
  const auto outcome =
      scene.import(words, "v.csv", head + "1,Old Library,High Street,lost,2019,,Replaced by Dagenham Library\n");
  REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  CHECK(outcome.told.find("moves_suggested")->items().size() == 1);
  CHECK(count(scene, "SELECT COUNT(*) FROM valued WHERE status = 'lost'") == 1);
  CHECK(count(scene, "SELECT COUNT(*) FROM valued WHERE status = 'moved'") == 0);
}

TEST_CASE("what a person has said of a place is not undone by the table it came from") {
  Scene scene;
  const std::string csv = head + "1,Old Library,High Street,lost,2019,,\n";
  const auto first = scene.import(words, "v.csv", csv);
  REQUIRE_MESSAGE(first.ok(), why(first));
  scene.place.done("valued status", Json::object({{"valued", first.acts.at(1).value}, {"status", "moved"}}));
  CHECK(scene.import(words, "v.csv", csv).acts.empty());
  CHECK(count(scene, "SELECT COUNT(*) FROM valued WHERE status = 'moved'") == 1);
}

TEST_CASE("both editions of England's libraries are imported, and both accounts of Sycamore House stand") {
  Scene scene;
  for (const std::string& name : std::vector<std::string>{"libraries_england_2023.csv", "libraries_england.csv"}) {
    const auto bytes = formats::real_file("places/" + name);
    if (!bytes) {
      MESSAGE("skipped: the real libraries are not here");
      return;
    }
    CAPTURE(name);
    const auto begun = std::chrono::steady_clock::now();
    const auto first = scene.import(words, name, *bytes);
    REQUIRE_MESSAGE(first.ok(), why(first));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    MESSAGE(name << ": read " << told(first, "read") << ", registered " << told(first, "registered") << ", accounts "
                 << told(first, "accounts") << ", acts " << first.acts.size() << ", moves suggested "
                 << first.told.find("moves_suggested")->items().size() << ", seconds " << took.count());
    if (name == "libraries_england_2023.csv") CHECK(told(first, "registered") == 3487);
    if (name == "libraries_england.csv") CHECK(told(first, "read") == 3318);
    const auto again = scene.import(words, name, *bytes);
    REQUIRE_MESSAGE(again.ok(), why(again));
    CHECK(again.acts.empty());
  }
  CHECK(count(scene, "SELECT COUNT(*) FROM valued WHERE status = 'moved'") == 0);
  Index sycamore;
  scene.place.read([&](kernel::Reader& reader) {
    reader.each("SELECT idx FROM valued ORDER BY idx", {}, [&](const store::Row& row) {
      if (reader.words({row.integer(0)}, "name").or_empty() != "Sycamore House Reading Cafe") return;
      CHECK(!sycamore.is_set());
      sycamore = {row.integer(0)};
    });
    REQUIRE(sycamore.is_set());
    CHECK(reader.count("SELECT COUNT(*) FROM valued_accounts WHERE about = $1", {sycamore.value}) == 2);
    CHECK(reader.count("SELECT COUNT(*) FROM valued WHERE idx = $1 AND status = 'lost' AND status_on = '2018'",
                       {sycamore.value}) == 1);
  });
  const std::string page = scene.place.html("/valued/" + std::to_string(sycamore.value)).value();
  CHECK(page.find("statutory: yes") != page.npos);
  CHECK(page.find("statutory_10: Facility Not Open") != page.npos);
  CHECK(scene.place.refold_difference() == "");
}

}  // namespace
}  // namespace alongside::import
