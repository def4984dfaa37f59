// What was read from a file, whatever it was. One struct for all formats, so that one form and one command take any
// file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "formats/bodies.h"
#include "formats/decisions.h"
#include "formats/file.h"
#include "formats/sayings.h"
#include "formats/valued.h"

namespace alongside::formats {

enum class Format {
  unknown,
  moderngov_decision,    // one decision
  moderngov_list,        // decisions, as a table or in full
  moderngov_issue_text,  // all decisions of one issue, as text
  moderngov_issue,       // an item of a forward plan
  moderngov_plan,        // a forward plan
  moderngov_committees,  // XML
  moderngov_meeting,     // XML
  legistar_matter,
  legistar_meetings,
  oparl,
  popolo,
  councillors_csv,
  libraries_csv,
  libraries_2023_csv,
  decisions_csv,
  offices_csv,
  valued_csv,
  holidays_csv,
  holidays_json,
  holidays_tsv,
  petitions,
  answers_jsonl,
  answers_csv,
  polis_comments,
  sayings_csv,
};
std::string_view name(Format format);   // a Token: "moderngov-decision"
std::string_view title(Format format);  // for people, in English: "a council's decision page (ModernGov)"

struct ReadHoliday {
  std::string division;  // "england-and-wales", "scotland", "northern-ireland", "united-kingdom"
  Day day;
  std::string title;
  std::string notes;
  std::optional<Day> known_from;  // the source's own day, where it gives one
};
struct ReadHolidayChange {
  Day changed_on;
  bool added = true;  // else removed
  std::string division;
  Day day;
  std::string title;
};

struct Read {
  Format format = Format::unknown;
  std::vector<ReadDecision> decisions;
  std::vector<ReadComing> coming;
  std::vector<ReadBody> bodies;
  std::vector<ReadOffice> offices;
  std::vector<ReadHolder> holders;
  std::vector<ReadMeeting> meetings;
  std::vector<ReadPaper> papers;
  std::vector<ReadValued> valued;
  std::vector<ReadSaying> sayings;
  std::vector<ReadHoliday> holidays;
  std::vector<ReadHolidayChange> holiday_changes;
  std::vector<Problem> notices;  // read all the same: an odd postcode, a column that is not used
};

}  // namespace alongside::formats
