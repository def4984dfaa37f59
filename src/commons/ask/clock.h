// Our own clock, one for each part of a question: 20 working days of the calendar of the whole United Kingdom, from the
// day it was sent. It pauses while the body waits for an answer to what it asked back; the law's clock never does.
//
// Once a part has ended its days stand still, lateness too: they are counted by the calendar as it was known that day.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "engines/calendar.h"

namespace alongside::ask {

inline constexpr int days_allowed = 20;
inline constexpr int days_of_silence = 42;  // after which a page says that nobody has answered what the body asked back

struct PartTimes {
  std::optional<Day> sent;  // day 0; none: the clock has not begun, or what was sent bounced
  std::optional<Day> ended;
  std::vector<engines::Pause> pauses = {};
};

enum class ClockStand { not_started, running, paused, overdue, ended_in_time, ended_late };
constexpr auto words_of(ClockStand) {
  using namespace std::string_view_literals;
  return std::array{"not_started"sv, "running"sv, "paused"sv, "overdue"sv, "ended_in_time"sv, "ended_late"sv};
}

// One holiday that moved the day on which an answer is due.
struct MovedBy {
  Day day;
  bool added = true;
  Day known_on;
  static void fields(auto& self, auto&& field) {
    field("added", self.added);
    field("day", self.day);
    field("known_on", self.known_on);
  }
};

struct PartClock {
  ClockStand stand = ClockStand::not_started;
  std::optional<Day> started;
  std::optional<Day> due;              // none while it is paused: then no day can be named
  std::optional<Day> due_as_it_stood;  // only where a holiday moved it since
  std::vector<MovedBy> moved;
  int days = 0;       // working days that counted
  int days_late = 0;  // working days
  bool is_silent = false;  // paused, and nobody has answered the body for 42 days
  static void fields(auto& self, auto&& field) {
    field("days", self.days);
    field("days_late", self.days_late);
    field("due", self.due);
    field("due_as_it_stood", self.due_as_it_stood);
    field("is_silent", self.is_silent);
    field("moved", self.moved);
    field("stand", self.stand);
    field("started", self.started);
  }
};

PartClock clock_of(const PartTimes& times, const engines::Holidays& holidays, Day today);

}  // namespace alongside::ask
