// A calendar comes from a file, once.
#include <doctest/doctest.h>

#include "exchange/import_scene.h"
#include "formats/real_data_test.h"

namespace alongside::import {
namespace {

constexpr const char* words = "import holidays";

TEST_CASE("days that are in the calendar already are passed over") {
  Scene scene;
  const std::string csv =
      "division,day,title,known_from\nscotland,2020-12-25,Christmas Day,2019-01-02\nscotland,2020-12-28,Boxing "
      "Day,2019-01-02\n";
  const auto first = scene.import(words, "h.csv", csv);
  REQUIRE_MESSAGE(first.ok(), why(first));
  CHECK(first.acts.size() == 1);
  CHECK(told(first, "added") == 2);
  const auto again = scene.import(words, "h.csv", csv);
  REQUIRE_MESSAGE(again.ok(), why(again));
  CHECK(again.acts.empty());
  CHECK(told(again, "unchanged") == 2);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a day that was added and then removed is not added again by the same file") {
  Scene scene;
  const std::string csv =
      "division,day,title,known_from,change\nscotland,2020-05-04,May Day,2019-01-02,added\n"
      "scotland,2020-05-04,May Day,2019-06-10,removed\n";
  const auto first = scene.import(words, "h.csv", csv);
  REQUIRE_MESSAGE(first.ok(), why(first));
  CHECK(told(first, "removed") == 1);
  const auto again = scene.import(words, "h.csv", csv);
  REQUIRE_MESSAGE(again.ok(), why(again));
  CHECK(again.acts.empty());
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a calendar that was known only later than today is refused with its file") {
  Scene scene;
  const auto outcome =
      scene.import(words, "h.csv", "division,day,title,known_from\nscotland,2020-12-25,Christmas Day,2999-01-02\n");
  REQUIRE_FALSE(outcome.ok());
  CHECK(outcome.problems.list().front().code == Code::in_the_future);
  CHECK(outcome.problems.list().front().file == "h.csv");
}

TEST_CASE("the real calendars of GOV.UK are imported, one act a division and a day on which it was known") {
  Scene scene;
  for (const std::string& name : std::vector<std::string>{
           "bank_holidays.tsv", "bank_holiday_changes.tsv", "constructed_api_bank-holidays.json",
           "govuk_calendars_bank-holidays_2012-2020.json", "govuk_frontend_bank-holidays_2019-2028.json"}) {
    const auto bytes = formats::real_file("clocks/" + name);
    if (!bytes) {
      MESSAGE("skipped: the real calendars are not here");
      return;
    }
    CAPTURE(name);
    const auto first = scene.import(words, name, *bytes);
    REQUIRE_MESSAGE(first.ok(), why(first));
    MESSAGE(name << ": read " << told(first, "read") << ", added " << told(first, "added") << ", removed "
                 << told(first, "removed") << ", acts " << first.acts.size());
    CHECK(told(first, "read") > 0);
    const auto again = scene.import(words, name, *bytes);
    REQUIRE_MESSAGE(again.ok(), why(again));
    CHECK(told(again, "unchanged") == told(again, "read"));
    CHECK(scene.place.refold_difference() == "");
  }
}

}  // namespace
}  // namespace alongside::import
