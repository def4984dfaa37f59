// Places that people value come from files; two accounts of one place both stand.
#include <doctest/doctest.h>

#include <chrono>
#include <set>

#include "commons/valued/pairs.h"
#include "exchange/import_scene.h"
#include "exchange/known_again.h"
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

// ---- the same place under another name ------------------------------------------------------------------------------

const std::string newer = "reporting,name,type,postcode,operation_23,closed\n";
const std::string older = "Local authority,Library name,Type of library,Postcode,Year closed\n";

std::vector<valued::Pair> pairs_told(const kernel::Outcome& outcome) {
  std::vector<valued::Pair> out;
  const Json pairs = *outcome.told.find("same_suggested");
  for (const Json& one : pairs.items()) out.push_back({{one.find("valued")->number()}, {one.find("maybe")->number()}});
  return out;
}
valued::Pairs pairs_of(Scene& scene) {
  valued::Pairs out;
  scene.place.read([&](kernel::Reader& reader) { out = valued::pairs(reader); });
  return out;
}
TEST_CASE("a library under another name is registered, proposed once and told to the keeper, and merged by nobody") {
  Scene scene;
  const auto first =
      scene.import(words, "new.csv", newer + "York,Fanshawe Library,Static Library,YO1 7DS,Closed,2010\n");
  REQUIRE_MESSAGE(first.ok(), why(first));
  const std::string csv = older + "York,Fanshawe,LAL,YO17DS,2010\nYork,Acomb,LAL,YO24 3BZ,\n";
  const auto second = scene.import(words, "old.csv", csv);
  REQUIRE_MESSAGE(second.ok(), why(second));
  CHECK(told(second, "registered") == 2);
  const std::vector<valued::Pair> pairs = pairs_told(second);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs_of(scene).waiting == pairs);
  CHECK(scene.place.page("/valued")->find("unexplained")->number() == 2);  // until a person says that it is one
  const std::string page = *scene.place.html("/valued/same");
  for (const char* one : {"Fanshawe Library", "Year closed: 2010", "They are the same place", "They are two places"}) {
    CHECK_MESSAGE(page.find(one) != page.npos, one);
  }
  CHECK(pairs_told(scene.import(words, "old.csv", csv)).empty());
  CHECK(pairs_of(scene).waiting == pairs);

  scene.place.done("valued merge", Json::object({{"into", pairs[0].maybe.value}, {"valued", pairs[0].valued.value}}));
  CHECK(pairs_of(scene).waiting.empty());
  CHECK(scene.place.page("/valued")->find("unexplained")->number() == 1);
  CHECK(scene.import(words, "old.csv", csv).acts.empty());
  CHECK(pairs_of(scene).waiting.empty());
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("two files of one order are compared too, and what a person calls two places is not proposed again") {
  Scene scene;
  Json files = Json::array();
  files.push(Scene::file("old.csv", older + "York,Explore Library & Archive,CL,YO1 7DS,\n"));
  files.push(Scene::file(
      "new.csv", newer + "York,York Explore,Static Library,YO1 7DS,LA,\nYork,York Explore,Archive,YO1 7DS,LA,\n"));
  const auto outcome = scene.place.order(words, Json::object({{"files", files}}));
  REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  const std::vector<valued::Pair> pairs = pairs_told(outcome);
  REQUIRE(pairs.size() == 1);  // the library, never the archive
  scene.place.done("valued two", Json::object({{"other", pairs[0].valued.value}, {"valued", pairs[0].maybe.value}}));
  CHECK(pairs_of(scene).waiting.empty());
  CHECK(pairs_told(scene.place.order(words, Json::object({{"files", files}}))).empty());
  CHECK(pairs_of(scene).waiting.empty());
}

TEST_CASE("what a later copy says of a place that was put together with another is news of the one that stays") {
  Scene scene;
  REQUIRE(scene.import(words, "new.csv", newer + "York,Fanshawe Library,Static Library,YO1 7DS,LA,\n").ok());
  const auto second = scene.import(words, "old.csv", older + "York,Fanshawe,LAL,YO1 7DS,\n");
  const valued::Pair pair = pairs_told(second).at(0);
  scene.place.done("valued merge", Json::object({{"into", pair.maybe.value}, {"valued", pair.valued.value}}));
  const std::string closed = older + "York,Fanshawe,LAL,YO1 7DS,2024\n";
  REQUIRE(scene.import(words, "old.csv", closed).ok());
  CHECK(scene.place.page("/valued")->find("unexplained")->number() == 1);
  CHECK(scene.import(words, "old.csv", closed).acts.empty());
}

// Pairs of the two real editions, taken by lot and looked over by hand: each is the same library, the last eight of
// them in another building or street.
constexpr std::pair<const char*, const char*> same_libraries[] = {
    {"Bishops Stortford Library", "Bishops Stortford Library"},
    {"Darlaston District Library", "Darlaston Community Library"},
    {"Sedbergh Library", "Sedbergh Library"},
    {"Stroud Green & Harringay Library", "Stroud Green & Harringay Library"},
    {"Darwen", "Darwen Library"},
    {"Southsea", "Southsea Library"},
    {"Far Cotton", "Far Cotton"},
    {"Rochester Library, Community Hub Rochester", "Rohester Community Hub"},
    {"Silloth Library", "Silloth Library"},
    {"Barlby Library & Community Hub", "Barlby Library"},
    {"Hartlepool Central Library -now Community Hub Central", "Community Hub Central"},
    {"Lowford Community", "Bursledon Community Library"},
    {"Tunstall Library", "Tunstall Library"},
    {"Southwold", "Southwold"},
    {"Roseberry Library", "Roseberry Library"},
    {"Bovey Tracey", "Bovey Tracey"},
    {"Castle Donington", "Castle Donington"},
    {"Dover Library", "Dover Library"},
    {"Mixenden", "Mixenden"},
    {"Folkestone Library", "Folkestone Library"}};

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
                 << first.told.find("moves_suggested")->items().size() << ", same suggested "
                 << pairs_told(first).size() << ", seconds " << took.count());
    if (name == "libraries_england_2023.csv") CHECK(told(first, "registered") == 3487);
    if (name == "libraries_england.csv") CHECK(told(first, "read") == 3318);
    const auto again = scene.import(words, name, *bytes);
    REQUIRE_MESSAGE(again.ok(), why(again));
    CHECK(again.acts.empty());
  }
  CHECK(count(scene, "SELECT COUNT(*) FROM valued WHERE status = 'moved'") == 0);
  CHECK(pairs_of(scene).waiting.size() == 467);
  std::set<std::pair<std::string, std::string>> proposed;
  scene.place.read([&](kernel::Reader& reader) {
    const auto name = [&](Index valued) { return reader.words(valued, "name").or_empty(); };
    for (const valued::Pair& pair : valued::pairs(reader).waiting)
      proposed.emplace(name(pair.valued), name(pair.maybe));
  });
  for (const auto& names : same_libraries) CHECK_MESSAGE(proposed.contains({names.first, names.second}), names.first);
  // Another house makes the same of the same words.
  scene.place.read([&](kernel::Reader& reader) {
    kernel::Changes changes;
    know_again(changes, reader);
    const auto number = [](const store::Value& value) { return std::to_string(std::get<std::int64_t>(value)); };
    std::set<std::string> told, same, told_here, same_here;
    for (const kernel::PrivateStatement& one : changes.statements()) {
      if (one.sql.starts_with("INSERT INTO valued_told"))
        told.insert(number(one.values[0]) + " " + std::get<std::string>(one.values[1]));
      if (one.sql.starts_with("INSERT INTO valued_same"))
        same.insert(number(one.values[0]) + " " + number(one.values[1]));
    }
    reader.each("SELECT valued, edition FROM valued_told ORDER BY valued", {}, [&](const store::Row& row) {
      told_here.insert(std::to_string(row.integer(0)) + " " + std::string(row.text(1)));
    });
    reader.each("SELECT valued, maybe FROM valued_same ORDER BY valued", {}, [&](const store::Row& row) {
      same_here.insert(std::to_string(row.integer(0)) + " " + std::to_string(row.integer(1)));
    });
    CHECK(told == told_here);
    CHECK(same == same_here);
  });
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
