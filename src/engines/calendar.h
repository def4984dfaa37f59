// Working days, and the clocks that count in them.
//
// Holidays are rows that arrive over time: a royal event is announced, a bank holiday moves. So each calendar is asked
// "as it was known on that day", and a clock that was already running can say that it moved, and by what.
//
// - Freedom of Information Act 2000 s.10(6): a working day is none of Saturday, Sunday, Christmas Day, Good Friday, or
// a
//   bank holiday in any part of the United Kingdom. 2 January (Scotland) stops an English clock.
// - Freedom of Information (Scotland) Act 2002 s.73: bank holidays in Scotland only, and Christmas Day.
// - The day of receipt is day 0, so a clock that starts at a weekend ends with that of the Friday before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"

namespace alongside::engines {

enum class Division { england_and_wales, scotland, northern_ireland };

struct Holiday {
  Division division = Division::england_and_wales;
  Day day;
  std::string title;
  Day known_from;                 // the source's own day, not that of our import
  std::optional<Day> removed_on;  // it stood until the day before
};

// Whose holidays count.
enum class Reach { united_kingdom, england_and_wales, scotland, northern_ireland };

// The holidays of one reach as they were known on one day. Made by Holidays::as_known_on.
class Calendar {
 public:
  bool is_working_day(Day day) const;
  // The n-th working day after `start`, which is day 0. n is 0 to 10,000; with 0, `start` itself.
  Day add_working_days(Day start, int n) const;
  // How many days d with after < d <= until are working days; 0 if `until` is not later.
  int working_days_between(Day after, Day until) const;
  // `day`, or the first working day after it.
  Day working_day_from(Day day) const;

 private:
  friend class Holidays;
  explicit Calendar(bool good_friday) : good_friday_is_closed_(good_friday) {}
  std::vector<Day> closed_;  // ascending, each once
  bool good_friday_is_closed_;
};

class Holidays {
 public:
  Holidays() = default;
  explicit Holidays(std::vector<Holiday> rows);

  // A whole year that enters the source at once (five or more days of a division, with nothing of that year before) is
  // a list of what the law had set long before. It counts as known on any day: importing Christmas late moves no clock.
  Calendar as_known_on(Day day, Reach reach) const;

  // The row that stands behind a closed day in this reach, as known on `known`. Nothing for a weekend.
  const Holiday* on(Day day, Reach reach, Day known) const;
  const std::vector<Holiday>& rows() const { return rows_; }

 private:
  std::vector<Holiday> rows_;        // by day, then division
  std::vector<Day> effective_from_;  // for each row: its known_from, or the beginning of time for a year's first list
};

// One holiday that moved a clock.
struct Moved {
  Day day;
  std::string title;
  bool added = true;  // false: it was taken away
  Day known_on;       // when that became known
};

// The days d with from < d <= until do not count; without `until` it is still waiting.
struct Pause {
  Day from;
  std::optional<Day> until;
};

struct Clock {
  Day start;  // day 0
  int working_days = 20;
  Reach reach = Reach::united_kingdom;
  std::vector<Pause> pauses = {};  // any order, may overlap
};

// The clocks that are named on pages. Ours has the same arithmetic as the law's; only ours pauses.
Clock foi_2000(Day received);
Clock foi_scotland_2002(Day received);
Clock our_clock(Day sent, std::vector<Pause> pauses);

struct Due {
  Day as_it_stood;           // by the calendar as it was known when the clock began
  Day now;                   // by the calendar as it is known today
  std::vector<Moved> moved;  // by day; empty unless the two differ
};

// When it is due. Nothing while an open pause holds it: then no day can be named.
std::optional<Due> due(const Clock& clock, const Holidays& holidays, Day today);

// Due in n working days, without pauses.
Due due(Day start, int n, const Holidays& holidays, Reach reach, Day today);

// Working days after the due day, up to `until` (today, or the day on which it was answered), without paused ones.
// 0: not late.
int working_days_late(const Clock& clock, const Holidays& holidays, Day until, Day today);

}  // namespace alongside::engines
