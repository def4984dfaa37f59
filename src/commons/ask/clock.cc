#include "commons/ask/clock.h"

#include <algorithm>

namespace alongside::ask {
namespace {

// Working days from day 0 to `until`, without the paused ones.
int days_counted(const PartTimes& times, const engines::Calendar& calendar, Day until) {
  int days = 0;
  for (Day day = *times.sent + 1; day <= until; day = day + 1) {
    if (!calendar.is_working_day(day)) continue;
    const bool is_paused = std::any_of(times.pauses.begin(), times.pauses.end(), [day](const engines::Pause& pause) {
      return pause.from < day && (!pause.until || day <= *pause.until);
    });
    if (!is_paused) ++days;
  }
  return days;
}

}  // namespace

PartClock clock_of(const PartTimes& times, const engines::Holidays& holidays, Day today) {
  PartClock out;
  if (!times.sent) return out;
  const Day until = times.ended.value_or(today);
  const engines::Clock ours = engines::our_clock(*times.sent, times.pauses);
  out.started = times.sent;
  out.days = days_counted(times, holidays.as_known_on(until, ours.reach), until);
  const auto due = engines::due(ours, holidays, until);
  if (!due) {
    out.stand = ClockStand::paused;
    for (const engines::Pause& pause : times.pauses) {
      if (!pause.until && until - pause.from >= days_of_silence) out.is_silent = true;
    }
    // What was late before the body asked back stays late.
    out.days_late = std::max(0, out.days - days_allowed);
    return out;
  }
  out.due = due->now;
  if (due->as_it_stood != due->now) out.due_as_it_stood = due->as_it_stood;
  for (const engines::Moved& moved : due->moved) {
    out.moved.push_back({.day = moved.day, .added = moved.added, .known_on = moved.known_on});
  }
  out.days_late = engines::working_days_late(ours, holidays, until, until);
  if (times.ended) {
    out.stand = out.days_late > 0 ? ClockStand::ended_late : ClockStand::ended_in_time;
  } else {
    out.stand = out.days_late > 0 ? ClockStand::overdue : ClockStand::running;
  }
  return out;
}

}  // namespace alongside::ask
