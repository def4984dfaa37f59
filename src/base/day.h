// Days and moments. A day has no hour and no zone; a moment is seconds since 1970 in UTC. Nothing here asks what time it
// is: "today" is an argument everywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace alongside {

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct Date {
  int year;
  int month;  // 1 to 12
  int day;    // 1 to 31
};

class Day {
 public:
  constexpr Day() = default;
  constexpr explicit Day(std::int32_t days_since_1970) : days_(days_since_1970) {}
  static std::optional<Day> of(Date date);               // nothing for 31 September
  static std::optional<Day> parse(std::string_view iso);  // exactly "2026-11-24"

  constexpr std::int32_t number() const { return days_; }
  Date date() const;
  Weekday weekday() const;
  std::string iso() const;  // "2026-11-24"

  constexpr Day operator+(std::int32_t days) const { return Day(days_ + days); }
  constexpr Day operator-(std::int32_t days) const { return Day(days_ - days); }
  constexpr std::int32_t operator-(Day other) const { return days_ - other.days_; }
  friend constexpr auto operator<=>(Day, Day) = default;

 private:
  std::int32_t days_ = 0;
};

// As exactly as it is known: a year, a month or a day. Never more exact than the source was.
class When {
 public:
  When() = default;
  When(Day day);  // NOLINT: a day is a When
  static std::optional<When> parse(std::string_view text);  // "2026", "2026-11", "2026-11-24"

  bool is_day() const { return month_ != 0 && day_ != 0; }
  bool is_month() const { return month_ != 0 && day_ == 0; }
  std::optional<Day> day() const;  // only if it is one
  Day first() const;               // the earliest day it can mean
  Day last() const;                // the latest
  int year() const { return year_; }
  int month() const { return month_; }
  std::string iso() const;
  friend auto operator<=>(const When&, const When&) = default;

 private:
  int year_ = 1970;
  int month_ = 0;  // 0: not known
  int day_ = 0;    // 0: not known
};

struct Instant {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  std::string iso() const;   // "2026-11-24T10:05:00Z"
  friend constexpr auto operator<=>(Instant, Instant) = default;
};

// The day that a moment falls on in a zone of the system's own database ("Europe/London"). Malformed: no such zone.
Result<Day> day_in_zone(Instant moment, const std::string& zone);
// Minutes after midnight there.
Result<int> minutes_in_zone(Instant moment, const std::string& zone);
// The moment at which it is this day there, and so many minutes after midnight. Where an hour stands twice, the first of
// the two; where the clock leaps over it, the moment as the clock before the leap would have said it.
Result<Instant> moment_in_zone(Day day, int minutes, const std::string& zone);

}  // namespace alongside
