// Many sayings are compared on a thread of their own, put together, answered in bulk, and taken away as they came in.
#include "exchange/alike_said.h"

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <thread>

#include "exchange/said_scene.h"
#include "formats/csv.h"
#include "formats/real_data_test.h"

namespace alongside::import {
namespace {

struct AlikeScene : ImportedSaid {
  void import(const std::string& name, const std::string& bytes) {
    at_the_house();
    const auto outcome = ImportedSaid::import(name, bytes, Json::object({{"published", true}, {"refused_for", "not_about_this"}}));
    REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  }
  std::string path() const { return "/work/" + std::to_string(work.value) + "/alike"; }
  // As somebody does who leaves the page open: it asks again until all are compared.
  Json when_compared(std::map<std::string, std::string> query = {}) {
    for (;;) {
      Json found = json(path(), query);
      if (!found.find("is_going")->boolean()) return found;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  // The words on all pages of the list, as CSV, for anyone.
  std::multiset<std::string> words_in_csv(const char* per) {
    std::multiset<std::string> out;
    place.as({});
    for (int page = 1;; ++page) {
      const auto bytes = place.csv(list(), {{"page", std::to_string(page)}, {"per", per}});
      REQUIRE(bytes.ok());
      const auto rows = formats::read_csv({"said.csv", *bytes});
      REQUIRE(rows.ok());
      if (rows->rows.empty()) return out;
      for (const formats::CsvRow& row : rows->rows) out.insert(row.cells[4]);
    }
  }
};

std::string number(int i) { return std::to_string(i); }

// 150 letters, and 250 sayings that no other is like.
std::string many_sayings() {
  std::string out = "words\n";
  for (int i = 0; i < 150; ++i) out += "Please keep the café at the library open because it is where I meet the people of my street every week says number " + number(i) + "\n";
  for (int i = 0; i < 250; ++i) out += "a" + number(i) + " b" + number(i) + " c" + number(i) + "\n";
  return out;
}

TEST_CASE("many are compared beside the page, which says how far it is and then what was found") {
  AlikeScene scene;
  scene.import("many.csv", many_sayings());
  const std::string first = scene.html(scene.path());
  const Json found = scene.when_compared();
  CHECK(first.find("<progress") != std::string::npos);
  CHECK(found.find("compared")->number() == 400);
  REQUIRE(found.find("groups_in_all")->number() == 1);
  CHECK(found.find("groups")->items().front().find("n")->number() == 150);
  CHECK(scene.html(scene.path()).find("150 sayings") != std::string::npos);

  // What comes later is counted, and compared when somebody says so; it joins the group that is there.
  const Json all = *found.find("groups")->items().front().find("saids");
  scene.done("said group", Json::object({{"work", scene.work.value}, {"as", "campaign"}, {"saids", all}}));
  CHECK(scene.when_compared().find("groups_in_all")->number() == 0);
  scene.import("late.csv", "words\nPlease keep the café at the library open because it is where I meet the people of my street every week says a late one\n");
  const Json later = scene.when_compared();
  CHECK(later.find("newer")->number() == 1);
  CHECK(later.find("groups_in_all")->number() == 0);
  CHECK(scene.html(scene.path()).find("Compare again") != std::string::npos);
  const Json again = scene.when_compared({{"since", std::to_string(scene.count("SELECT COUNT(*) FROM entries"))}});
  CHECK(again.find("newer")->number() == 0);
  REQUIRE(again.find("groups_in_all")->number() == 1);
  const Json& joins = again.find("groups")->items().front();
  CHECK(joins.find("n")->number() == 1);
  CHECK(joins.find("into")->number() > 0);
  scene.done("said group", Json::object({{"work", scene.work.value}, {"into", joins.find("into")->number()}, {"saids", *joins.find("saids")}}));
  CHECK(scene.when_compared().find("groups_in_all")->number() == 0);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("words that were withdrawn while they were compared are not proposed") {
  AlikeScene scene;
  scene.import("many.csv", many_sayings());
  const Json found = scene.when_compared();
  const Index gone{found.find("groups")->items().front().find("saids")->items().front().number()};
  scene.moderator();
  scene.done("said danger", Json::object({{"said", gone.value}, {"told", "Kim Tregear, by phone"}}));
  const Json now = scene.when_compared();
  CHECK(now.find("groups")->items().front().find("n")->number() == 149);
  for (const Json& one : now.find("groups")->items().front().find("saids")->items()) CHECK(one.number() != gone.value);
}

// The whole way of the real petitions: in, put together as proposed, answered in bulk, and out as they came in.
TEST_CASE("1,580 real petitions are compared, put together, answered in bulk and taken away with the same words") {
  const auto bytes = formats::real_file("decisions/petitions/petitions.jsonl");
  if (!bytes) {
    MESSAGE("skipped: the real data are not here");
    return;
  }
  AlikeScene scene;
  scene.import("petitions.jsonl", *bytes);
  const std::multiset<std::string> before = scene.words_in_csv("5000");
  CHECK(before.size() == 1580);
  CHECK(scene.words_in_csv("50") == before);

  // People decide; here they take what is one text, and the hundred pairs that are most alike.
  std::int64_t together = 0;
  const Json found = scene.when_compared();
  for (const Json& one : found.find("groups")->items()) {
    scene.done("said group", Json::object({{"work", scene.work.value}, {"as", "campaign"}, {"saids", *one.find("saids")}}));
    ++together;
  }
  CHECK(scene.when_compared().find("groups_in_all")->number() == found.find("groups_in_all")->number() - together);
  for (int i = 0; i < 100; ++i) {
    const Json page = scene.when_compared();
    if (page.find("pairs") == nullptr || page.find("pairs")->items().empty()) break;
    const Json& pair = page.find("pairs")->items().front();
    Json saids = Json::array();
    Json request = Json::object({{"work", scene.work.value}});
    const std::int64_t into = pair.find("into") == nullptr ? 0 : pair.find("into")->number();
    for (const char* name : {"first", "second"}) {
      const std::int64_t said = pair.find(name)->number();
      if (into != 0 && scene.row({said}).group.is_set()) continue;
      saids.push(said);
    }
    request.set("saids", std::move(saids));
    if (into != 0) request.set("into", into);
    scene.done("said group", std::move(request));
    ++together;
  }
  MESSAGE(scene.count("SELECT COUNT(*) FROM said_groups") << " groups of " << scene.count("SELECT COUNT(*) FROM sayings WHERE same_group IS NOT NULL") << " petitions, put together in " << together << " orders");

  std::vector<std::int64_t> groups;
  scene.place.read([&](kernel::Reader& reader) {
    reader.each("SELECT idx FROM said_groups ORDER BY idx", {}, [&](const store::Row& row) { groups.push_back(row.integer(0)); });
  });
  for (const std::int64_t group : groups) {
    Json request = scene.answer({}, "in_part");
    request.remove("saids");
    request.set("group", group);
    scene.done("said answer", std::move(request));
  }
  for (;;) {
    std::vector<Index> open;
    scene.place.read([&](kernel::Reader& reader) {
      reader.each("SELECT idx FROM sayings WHERE stand = 'open' ORDER BY idx LIMIT 1000", {}, [&](const store::Row& row) { open.push_back({row.integer(0)}); });
    });
    if (open.empty()) break;
    scene.done("said answer", scene.answer(open, "not_taken_up"));
  }
  CHECK(scene.count("SELECT COUNT(*) FROM sayings WHERE stand = 'answered'") + scene.count("SELECT COUNT(*) FROM sayings WHERE answer IS NOT NULL AND stand <> 'answered'") == 1580);
  CHECK(scene.json(scene.list()).find("counts")->find("answered")->number() == 1580);
  CHECK(scene.words_in_csv("5000") == before);
  CHECK(scene.place.refold_difference() == "");
}

}  // namespace
}  // namespace alongside::import
