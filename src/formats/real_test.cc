#include <doctest/doctest.h>

#include "formats/real_data_test.h"

using namespace alongside;
using namespace alongside::formats;

namespace {
bool here(const char* path) {
  if (real_file(path)) return true;
  MESSAGE("skipped: ../shared/data/" << std::string(path) << " is not here");
  return false;
}
}  // namespace

TEST_CASE("every real file is told apart and read") {
  if (!here("decisions/expected.tsv")) return;
  const std::pair<const char*, Format> files[] = {
      {"decisions/moderngov/modgov_decision_detail.html", Format::moderngov_decision},
      {"decisions/moderngov/modgov_decision_multi_paragraph.html", Format::moderngov_decision},
      {"decisions/moderngov/modgov_decisions_list.html", Format::moderngov_list},
      {"decisions/moderngov/constructed_decision_callin.html", Format::moderngov_decision},
      {"decisions/moderngov/constructed_decisions_list_full.html", Format::moderngov_list},
      {"decisions/moderngov/constructed_issue_forward_plan.html", Format::moderngov_issue},
      {"decisions/moderngov/committees.xml", Format::moderngov_committees},
      {"decisions/moderngov/meeting_with_minutes.xml", Format::moderngov_meeting},
      {"decisions/oparl/Body-01.json", Format::oparl},
      {"decisions/oparl/Meeting-01.json", Format::oparl},
      {"decisions/oparl/Organization-01.json", Format::oparl},
      {"decisions/oparl/Paper-01.json", Format::oparl},
      {"decisions/legistar/nyc_introduction_2018_0647.json", Format::legistar_matter},
      {"decisions/legistar/nyc_resolution_2025_1167.json", Format::legistar_matter},
      {"decisions/legistar/chi_citycouncil_meetings.json", Format::legistar_meetings},
      {"decisions/people/tas_local_councillor_popolo.json", Format::popolo},
      {"decisions/people/tas_local_councillors.csv", Format::councillors_csv},
      {"places/libraries_england.csv", Format::libraries_csv},
      {"places/libraries_england_2023.csv", Format::libraries_2023_csv},
      {"clocks/bank_holidays.tsv", Format::holidays_tsv},
      {"clocks/bank_holiday_changes.tsv", Format::holidays_tsv},
      {"clocks/holidays_uk_union_2007-2010.tsv", Format::holidays_tsv},
      {"clocks/constructed_api_bank-holidays.json", Format::holidays_json},
      {"clocks/govuk_calendars_bank-holidays_2012-2020.json", Format::holidays_json},
      {"clocks/govuk_frontend_bank-holidays_2019-2028.json", Format::holidays_json},
  };
  for (const auto& [file, format] : files) {
    const std::string path = file;
    CAPTURE(path);
    const auto read = read_real(path);
    if (!read.ok()) {
      for (const Problem& one : read.problems().list()) MESSAGE(in_english(one));
    }
    REQUIRE(read.ok());
    CHECK(name(read->format) == name(format));
  }
}
