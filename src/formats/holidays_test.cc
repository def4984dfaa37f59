#include "formats/holidays.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "formats/real_data_test.h"

using namespace alongside;
using namespace alongside::formats;

namespace {
using Named = std::set<std::tuple<std::string, Day, std::string, std::string>>;
Named named(const Read& read, int first_year) {
  Named out;
  for (const ReadHoliday& one : read.holidays) {
    if (one.day.date().year >= first_year) out.emplace(one.division, one.day, one.title, one.notes);
  }
  return out;
}
}  // namespace

TEST_CASE("the same days are read from the site's own file and from the shape of its API") {
  const auto site = read_real("clocks/govuk_frontend_bank-holidays_2019-2028.json");
  const auto api = read_real("clocks/constructed_api_bank-holidays.json");
  if (!site || !api) {
    MESSAGE("skipped: ../shared/data/clocks is not here");
    return;
  }
  CHECK(named(*site, 2019) == named(*api, 2019));
}

TEST_CASE("the table of 472 days says from when each was known") {
  const auto read = read_real("clocks/bank_holidays.tsv");
  if (!read) {
    MESSAGE("skipped: ../shared/data/clocks is not here");
    return;
  }
  CHECK(read->holidays.size() == 472);
  const auto cup = std::find_if(read->holidays.begin(), read->holidays.end(), [](const ReadHoliday& one) {
    return one.division == "scotland" && one.day.iso() == "2026-06-15";
  });
  REQUIRE(cup != read->holidays.end());
  CHECK(cup->title == "World Cup bank holiday");
  CHECK(cup->known_from->iso() == "2026-02-25");
  const auto changes = read_real("clocks/bank_holiday_changes.tsv");
  REQUIRE(changes.ok());
  CHECK(changes->holiday_changes.front().changed_on.iso() == "2019-06-10");
  CHECK(!changes->holiday_changes[2].added);
}

TEST_CASE("a holiday on a day that is none is named") {
  const auto read = read_holidays_json(
      {.name = "h.json",
       .bytes =
           R"({"scotland":{"division":"scotland","events":[{"title":"A","date":"2026-02-30"}]},"mars":{"events":[]}})"});
  REQUIRE(!read.ok());
  CHECK(read.problems().list().size() == 2);
}
