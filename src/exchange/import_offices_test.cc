// Bodies, offices and holders come from files, each once.
#include <doctest/doctest.h>

#include "exchange/import_scene.h"
#include "formats/real_data_test.h"

namespace alongside::import {
namespace {

TEST_CASE("a holder whose last day a table brings later has left, and is not held a second time") {
  Scene scene;
  const auto first = scene.import("import offices", "o.csv",
                                  "body,office,holder,from,to\nEastmere Council,Leader,Joan Tarrant,2021-05,\nSaltway "
                                  "Trust,Chair,Ruth Ellery,2020,\n");
  REQUIRE_MESSAGE(first.ok(), why(first));
  CHECK(told(first, "bodies") == 1);  // the council is registered already
  CHECK(told(first, "offices") == 2);
  CHECK(told(first, "holders") == 2);
  const auto later = scene.import("import offices", "o.csv",
                                  "body,office,holder,from,to\nEastmere Council,Leader,Joan Tarrant,2021-05,2024-05\n");
  REQUIRE_MESSAGE(later.ok(), why(later));
  CHECK(later.acts.size() == 1);
  CHECK(told(later, "left") == 1);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("real registers are imported, twice without a change, and without parties") {
  struct Asked {
    const char* words;
    std::string path;
  };
  for (const Asked& asked :
       {Asked{"import offices", "people/tas_local_councillor_popolo.json"},
        Asked{"import offices", "people/tas_local_councillors.csv"}, Asked{"import bodies", "moderngov/committees.xml"},
        Asked{"import bodies", "oparl/Organization-01.json"}}) {
    const auto bytes = formats::real_file("decisions/" + asked.path);
    if (!bytes) {
      MESSAGE("skipped: the real registers are not here");
      return;
    }
    CAPTURE(asked.path);
    Scene scene;
    const auto first = scene.import(asked.words, asked.path, *bytes);
    REQUIRE_MESSAGE(first.ok(), why(first));
    MESSAGE(asked.path << ": read " << told(first, "read") << ", bodies " << told(first, "bodies") << ", offices "
                       << told(first, "offices") << ", holders " << told(first, "holders"));
    CHECK(!first.acts.empty());
    const auto again = scene.import(asked.words, asked.path, *bytes);
    REQUIRE_MESSAGE(again.ok(), why(again));
    CHECK(again.acts.empty());
    CHECK(scene.place.refold_difference() == "");
  }
}

}  // namespace
}  // namespace alongside::import
