// Call-in: the days in which councillors can stop a decision before it takes effect.
//
// No law sets the number: it is each body's own rule at that date (York: two working days after the meeting in 2013,
// five after publication in 2024). Such rules are rows, by body and date. A published "effective from" is never
// overruled by what is computed here; it stands beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "base/day.h"
#include "engines/calendar.h"

namespace alongside::engines {

enum class CountedFrom { publication, meeting };
enum class Effective { on_the_last_day, the_day_after };  // the day after need not be a working day

struct CallInRule {
  std::int64_t body = 0;
  Day from;                  // the first day on which this rule held
  std::optional<Day> until;  // the last
  int working_days = 5;
  CountedFrom counted_from = CountedFrom::publication;
  bool first_day_counts = false;  // the day of publication (or of the meeting) is day 1, if it is a working day
  int end_minute = 24 * 60;       // minutes after midnight of the last day; 16 * 60: until 4 pm
  Effective effective = Effective::the_day_after;
  Reach reach = Reach::england_and_wales;
};

struct CallIn {
  Day last_day;  // a decision can be called in until `end_minute` of it
  int end_minute = 24 * 60;
  Day effective;
};

// The rule of a body on a day: that which began last, of those that hold. Nothing if its rule is not known.
const CallInRule* rule_on(std::span<const CallInRule> rules, std::int64_t body, Day day);

// Counted from the day that the rule counts from: of publication, or of the meeting.
CallIn call_in(const CallInRule& rule, Day counted_from, const Calendar& calendar);

// `minute` of `today` is minutes after midnight in the place; -1: not known, and then the last day is not over.
bool is_over(const CallIn& call_in, Day today, int minute);

}  // namespace alongside::engines
