// The clock of a part, on days that can be counted by hand. In 2026 the bank holidays here are Christmas and Boxing Day
// (28 December, since the 26th is a Saturday).
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "commons/ask/clock.h"

namespace alongside::ask {
namespace {

Day day(const char* iso) { return *Day::parse(iso); }

engines::Holidays of_2026() {
  return engines::Holidays({{.day = day("2026-12-25"), .title = "Christmas Day", .known_from = day("2024-01-01")},
                            {.day = day("2026-12-28"), .title = "Boxing Day", .known_from = day("2024-01-01")}});
}

struct Case {
  const char* says;
  PartTimes times;
  const char* today;
  ClockStand stand;
  const char* due;  // null: no day can be named
  int days;
  int late;
};

}  // namespace

TEST_CASE("our clock is 20 working days from the day it was sent, and every row of this table holds") {
  const std::vector<Case> cases{
      {"not sent", {}, "2026-11-24", ClockStand::not_started, nullptr, 0, 0},
      {"sent today", {.sent = day("2026-11-02")}, "2026-11-02", ClockStand::running, "2026-11-30", 0, 0},
      {"on the due day", {.sent = day("2026-11-02")}, "2026-11-30", ClockStand::running, "2026-11-30", 20, 0},
      {"a day late", {.sent = day("2026-11-02")}, "2026-12-01", ClockStand::overdue, "2026-11-30", 21, 1},
      {"answered on the due day", {.sent = day("2026-11-02"), .ended = day("2026-11-30")}, "2026-12-20", ClockStand::ended_in_time, "2026-11-30", 20, 0},
      {"answered late, and late it stays", {.sent = day("2026-11-02"), .ended = day("2026-12-03")}, "2027-06-01", ClockStand::ended_late, "2026-11-30", 23, 3},
      {"over Christmas", {.sent = day("2026-12-01")}, "2026-12-29", ClockStand::running, "2026-12-31", 18, 0},
      {"sent on a Saturday", {.sent = day("2026-11-07")}, "2026-11-09", ClockStand::running, "2026-12-04", 1, 0},
      {"the body waits for us", {.sent = day("2026-11-02"), .pauses = {{.from = day("2026-11-06"), .until = {}}}}, "2026-11-20", ClockStand::paused, nullptr, 4, 0},
      {"it was told after a week", {.sent = day("2026-11-02"), .pauses = {{.from = day("2026-11-06"), .until = day("2026-11-13")}}}, "2026-11-16", ClockStand::running, "2026-12-07", 5, 0},
  };
  const auto holidays = of_2026();
  for (const Case& one : cases) {
    CAPTURE(one.says);
    const PartClock clock = clock_of(one.times, holidays, day(one.today));
    CHECK(clock.stand == one.stand);
    CHECK((clock.due ? clock.due->iso() : std::string("none")) == (one.due != nullptr ? one.due : "none"));
    CHECK(clock.days == one.days);
    CHECK(clock.days_late == one.late);
  }
}

TEST_CASE("a holiday that is announced while a clock runs moves it, and both days are kept") {
  const engines::Holidays holidays({{.day = day("2026-11-16"), .title = "A royal event", .known_from = day("2026-11-10")}});
  const PartTimes times{.sent = day("2026-11-02")};
  CHECK(clock_of(times, holidays, day("2026-11-09")).due == day("2026-11-30"));
  const PartClock clock = clock_of(times, holidays, day("2026-11-24"));
  CHECK(clock.due == day("2026-12-01"));
  CHECK(clock.due_as_it_stood == day("2026-11-30"));
  REQUIRE(clock.moved.size() == 1);
  CHECK(clock.moved[0].day == day("2026-11-16"));
  CHECK(clock.moved[0].known_on == day("2026-11-10"));
}

TEST_CASE("after 42 days in which nobody answers the body, the clock says so") {
  const PartTimes times{.sent = day("2026-11-02"), .pauses = {{.from = day("2026-11-06"), .until = {}}}};
  CHECK_FALSE(clock_of(times, of_2026(), day("2026-12-17")).is_silent);
  CHECK(clock_of(times, of_2026(), day("2026-12-18")).is_silent);
}

TEST_CASE("a day of the clock is either within the 20 or late, never both") {
  CHECK(rc::check([] {
    const auto holidays = of_2026();
    const Day sent = day("2026-10-01") + *rc::gen::inRange(0, 60);
    const Day from = sent + *rc::gen::inRange(0, 20);
    const Day until = from + *rc::gen::inRange(0, 20);
    const Day ended = until + *rc::gen::inRange(0, 80);
    const PartClock clock = clock_of({.sent = sent, .ended = ended, .pauses = {{.from = from, .until = until}}}, holidays, ended + 100);
    RC_ASSERT(clock.due.has_value());
    RC_ASSERT(clock.days_late == std::max(0, clock.days - days_allowed));
    RC_ASSERT((clock.stand == ClockStand::ended_late) == (clock.days_late > 0));
  }));
}

}  // namespace alongside::ask
