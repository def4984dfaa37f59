// Days as people write them. Day before month always: all sources here are British or ISO.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace alongside::formats {

// "2026-11-24", "2026-11-24T10:00:00Z", "2026-11", "2026", "24/11/2026", "2011/12/14", "24.11.2026", "24 November
// 2026", "Wed 11 Jan 2023", "Tuesday, 27th July 2021", "March 2026". Nothing when it is no date at all, or no day of
// the calendar.
std::optional<When> read_when(std::string_view words);

// The date at the start of a longer text and what follows it: "March 2026 by Cabinet", "14/04/2025 - Title".
struct DateThenWords {
  When when;
  std::string rest;
};
std::optional<DateThenWords> read_leading_date(std::string_view words);

// White space (no-break too) runs as one space, ends trimmed.
std::string squeezed(std::string_view text);

}  // namespace alongside::formats
