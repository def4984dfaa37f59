// Decisions come from files in one order, and an import is never a quiet change.
#include <doctest/doctest.h>

#include "exchange/import_scene.h"
#include "formats/real_data_test.h"

namespace alongside::import {
namespace {

const std::string head = "source id,title,decision,decided,reasons\n";
const std::string lease = "ID=1,Let the hall,That the hall be let.,2024-03-04,It stands empty.\n";

TEST_CASE("the same table imported twice changes nothing") {
  Scene scene;
  const auto first = scene.import("d.csv", head + lease);
  REQUIRE_MESSAGE(first.ok(), why(first));
  CHECK(told(first, "taken") == 1);
  const auto again = scene.import("d.csv", head + lease);
  REQUIRE_MESSAGE(again.ok(), why(again));
  CHECK(again.acts.empty());
  CHECK(told(again, "unchanged") == 1);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a source that reads otherwise than before leaves both wordings on the record") {
  Scene scene;
  const auto first = scene.import("d.csv", head + lease);
  REQUIRE_MESSAGE(first.ok(), why(first));
  const auto later =
      scene.import("d.csv", head + "ID=1,Let the hall,That the hall be sold.,2024-03-04,It stands empty.\n");
  REQUIRE_MESSAGE(later.ok(), why(later));
  CHECK(told(later, "changed") == 1);
  const std::string page = scene.place.html("/decisions/" + std::to_string(first.acts.at(1).value)).value();
  CHECK(page.find("That the hall be let.") != page.npos);
  CHECK(page.find("That the hall be sold.") != page.npos);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a table that fails on its last line leaves no trace, and the problem says which line") {
  Scene scene;
  Index before;
  scene.place.read([&](kernel::Reader& reader) { before = reader.size(); });
  const auto outcome = scene.import("d.csv", head + lease + "ID=2,Sell the hall,Sold.,2024-13-41,None.\n");
  REQUIRE_FALSE(outcome.ok());
  CHECK(outcome.problems.list().front().file == "d.csv");
  CHECK(outcome.problems.list().front().line == 3);
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.size() == before); });
}

TEST_CASE("a decision in two files of one order is put on the record once") {
  Scene scene;
  Json files = Json::array();
  files.push(Scene::file("a.csv", head + lease));
  files.push(Scene::file("b.csv", head + lease + "ID=2,Mend the roof,Mended.,2024-03-05,It leaks.\n"));
  const auto outcome = scene.import(std::move(files));
  REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  CHECK(told(outcome, "taken") == 2);
  CHECK(told(outcome, "unchanged") == 1);
}

TEST_CASE("why somebody was absent from a vote is nowhere on the record") {
  for (const std::string& name : std::vector<std::string>{"nyc_introduction_2018_0647", "nyc_resolution_2025_1167"}) {
    const auto bytes = formats::real_file("decisions/legistar/" + name + ".json");
    if (!bytes) {
      MESSAGE("skipped: the real matters are not here");
      return;
    }
    CAPTURE(name);
    Scene scene;
    const auto first = scene.import(name + ".json", *bytes);
    REQUIRE_MESSAGE(first.ok(), why(first));
    MESSAGE(name << ": taken " << told(first, "taken") << ", acts " << first.acts.size());
    scene.place.read([&](kernel::Reader& reader) {
      for (std::int64_t i = 0; i < reader.size().value; ++i) {
        for (const auto& [field, text] : reader.all_words({i})) {
          for (const char* reason : {"Medical", "Maternity", "Parental", "Bereavement"}) {
            CHECK(text.words.find(reason) == std::string::npos);
          }
        }
      }
    });
    const auto again = scene.import(name + ".json", *bytes);
    CHECK(again.acts.empty());
    CHECK(scene.place.refold_difference() == "");
  }
}

TEST_CASE("real pages of councils are imported, twice without a change") {
  for (const std::string& name :
       {std::string("modgov_decision_detail"), std::string("modgov_decision_multi_paragraph"),
        std::string("modgov_decisions_list"), std::string("constructed_decision_callin"),
        std::string("constructed_decisions_list_full"), std::string("constructed_issue_forward_plan")}) {
    const auto bytes = formats::real_file("decisions/moderngov/" + name + ".html");
    if (!bytes) {
      MESSAGE("skipped: the real pages are not here");
      return;
    }
    CAPTURE(name);
    Scene scene;
    const auto first = scene.import(name + ".html", *bytes);
    REQUIRE_MESSAGE(first.ok(), why(first));
    MESSAGE(name << ": taken " << told(first, "taken") << ", coming " << told(first, "coming") << ", unchanged "
                 << told(first, "unchanged"));
    CHECK(told(first, "taken") + told(first, "coming") > 0);
    CHECK((told(first, "coming") > 0) == (name == "constructed_issue_forward_plan"));
    const auto again = scene.import(name + ".html", *bytes);
    REQUIRE_MESSAGE(again.ok(), why(again));
    CHECK(again.acts.empty());
    CHECK(scene.place.refold_difference() == "");
  }
}

}  // namespace
}  // namespace alongside::import
