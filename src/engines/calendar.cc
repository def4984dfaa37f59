#include "engines/calendar.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace alongside::engines {
namespace {

constexpr int days_in_a_years_list = 5;
constexpr int working_days_max = 10'000;
constexpr Day beginning_of_time = Day(-10'000'000);

bool counts_in(Division division, Reach reach) {
  switch (reach) {
    case Reach::united_kingdom:
      return true;
    case Reach::england_and_wales:
      return division == Division::england_and_wales;
    case Reach::scotland:
      return division == Division::scotland;
    case Reach::northern_ireland:
      return division == Division::northern_ireland;
  }
  return false;
}

bool is_weekend(Day day) { return day.weekday() == Weekday::saturday || day.weekday() == Weekday::sunday; }

// Gregorian Easter, the anonymous algorithm ("Meeus/Jones/Butcher"; Meeus, Astronomical Algorithms, chapter 8).
Day easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return *Day::of({year, f / 31, f % 31 + 1});
}

bool is_paused(const std::vector<Pause>& pauses, Day day) {
  return std::any_of(pauses.begin(), pauses.end(),
                     [&](const Pause& pause) { return day > pause.from && (!pause.until || day <= *pause.until); });
}

// The day on which the clock ends; nothing if an open pause holds it before that.
std::optional<Day> end_of(const Clock& clock, const Calendar& calendar) {
  Day last_closed = clock.start;
  for (const Pause& pause : clock.pauses) last_closed = std::max(last_closed, pause.until.value_or(pause.from));
  Day day = clock.start;
  for (int left = clock.working_days; left > 0;) {
    day = day + 1;
    if (is_paused(clock.pauses, day)) {
      if (day > last_closed) return std::nullopt;  // only an open pause reaches beyond every closed one
    } else if (calendar.is_working_day(day)) {
      --left;
    }
  }
  return day;
}

// A day that was open and is closed now, or the other way round, with the row that did it. Such a row is always there:
// weekends, Christmas and Good Friday never change.
Moved moved_by(const Holidays& holidays, Reach reach, Day day, bool was_open, Day then, Day now) {
  const Holiday& row = *holidays.on(day, reach, was_open ? now : then);
  return {.day = day, .title = row.title, .added = was_open, .known_on = was_open ? row.known_from : *row.removed_on};
}

}  // namespace

bool Calendar::is_working_day(Day day) const {
  if (is_weekend(day)) return false;
  const Date date = day.date();
  if (date.month == 12 && date.day == 25) return false;
  if (good_friday_is_closed_ && date.month >= 3 && date.month <= 4 && day.weekday() == Weekday::friday &&
      day + 2 == easter_sunday(date.year)) {
    return false;
  }
  return !std::binary_search(closed_.begin(), closed_.end(), day);
}

Day Calendar::add_working_days(Day start, int n) const {
  if (n < 0 || n > working_days_max) throw std::out_of_range("working days must be 0 to 10,000");
  Day day = start;
  while (n > 0) {
    day = day + 1;
    if (is_working_day(day)) --n;
  }
  return day;
}

int Calendar::working_days_between(Day after, Day until) const {
  int count = 0;
  for (Day day = after + 1; day <= until; day = day + 1) count += is_working_day(day) ? 1 : 0;
  return count;
}

Day Calendar::working_day_from(Day day) const {
  while (!is_working_day(day)) day = day + 1;
  return day;
}

Holidays::Holidays(std::vector<Holiday> rows) : rows_(std::move(rows)) {
  std::stable_sort(rows_.begin(), rows_.end(), [](const Holiday& a, const Holiday& b) {
    return a.day != b.day ? a.day < b.day : a.division < b.division;
  });
  struct First {
    Day known;
    int days = 0;
  };
  std::map<std::pair<Division, int>, First> first_list;
  for (const Holiday& row : rows_) {
    First& first = first_list[{row.division, row.day.date().year}];
    if (first.days == 0 || row.known_from < first.known) {
      first = {row.known_from, 1};
    } else if (row.known_from == first.known) {
      ++first.days;
    }
  }
  effective_from_.reserve(rows_.size());
  for (const Holiday& row : rows_) {
    const First& first = first_list[{row.division, row.day.date().year}];
    const bool listed_at_once = row.known_from == first.known && first.days >= days_in_a_years_list;
    effective_from_.push_back(listed_at_once ? beginning_of_time : row.known_from);
  }
}

Calendar Holidays::as_known_on(Day day, Reach reach) const {
  // The Scottish Act names Christmas Day alone; Good Friday is closed there as a bank holiday, which is a row.
  Calendar calendar(reach != Reach::scotland);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Holiday& row = rows_[i];
    const bool known = effective_from_[i] <= day && (!row.removed_on || day < *row.removed_on);
    if (!known || !counts_in(row.division, reach)) continue;
    if (calendar.closed_.empty() || calendar.closed_.back() != row.day) calendar.closed_.push_back(row.day);
  }
  return calendar;
}

const Holiday* Holidays::on(Day day, Reach reach, Day known) const {
  const auto from = std::lower_bound(rows_.begin(), rows_.end(), day,
                                     [](const Holiday& row, Day wanted) { return row.day < wanted; });
  for (auto row = from; row != rows_.end() && row->day == day; ++row) {
    const auto at = static_cast<std::size_t>(row - rows_.begin());
    const bool is_known = effective_from_[at] <= known && (!row->removed_on || known < *row->removed_on);
    if (is_known && counts_in(row->division, reach)) return &*row;
  }
  return nullptr;
}

Clock foi_2000(Day received) { return {.start = received, .working_days = 20, .reach = Reach::united_kingdom}; }

Clock foi_scotland_2002(Day received) { return {.start = received, .working_days = 20, .reach = Reach::scotland}; }

Clock our_clock(Day sent, std::vector<Pause> pauses) {
  return {.start = sent, .working_days = 20, .reach = Reach::united_kingdom, .pauses = std::move(pauses)};
}

std::optional<Due> due(const Clock& clock, const Holidays& holidays, Day today) {
  if (clock.working_days < 0 || clock.working_days > working_days_max) {
    throw std::out_of_range("working days must be 0 to 10,000");
  }
  const Day now_known = std::max(today, clock.start);
  const Calendar before = holidays.as_known_on(clock.start, clock.reach);
  const Calendar now = holidays.as_known_on(now_known, clock.reach);
  const std::optional<Day> as_it_stood = end_of(clock, before);
  const std::optional<Day> as_it_stands = end_of(clock, now);
  if (!as_it_stood || !as_it_stands) return std::nullopt;
  Due found{.as_it_stood = *as_it_stood, .now = *as_it_stands, .moved = {}};
  if (found.as_it_stood == found.now) return found;
  for (Day day = clock.start + 1; day <= std::max(found.as_it_stood, found.now); day = day + 1) {
    const bool was_open = before.is_working_day(day);
    if (was_open == now.is_working_day(day) || is_paused(clock.pauses, day)) continue;
    found.moved.push_back(moved_by(holidays, clock.reach, day, was_open, clock.start, now_known));
  }
  return found;
}

Due due(Day start, int n, const Holidays& holidays, Reach reach, Day today) {
  return *due(Clock{.start = start, .working_days = n, .reach = reach}, holidays, today);
}

int working_days_late(const Clock& clock, const Holidays& holidays, Day until, Day today) {
  const std::optional<Due> when = due(clock, holidays, today);
  if (!when) return 0;
  const Calendar now = holidays.as_known_on(std::max(today, clock.start), clock.reach);
  int late = 0;
  for (Day day = when->now + 1; day <= until; day = day + 1) {
    late += now.is_working_day(day) && !is_paused(clock.pauses, day) ? 1 : 0;
  }
  return late;
}

}  // namespace alongside::engines
