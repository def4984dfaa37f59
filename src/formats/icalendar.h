// Calendar files (RFC 5545), printed: meetings that anybody's own calendar can take in and keep up to date.
//
// Moments are in UTC, so that no reader has to know our zones. A line is at most 75 octets and is folded between
// characters, never within one. What the standard forbids in a text is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace alongside::formats {

struct Event {
  std::string uid;       // never moves; "61@example.org/eastmere"
  int sequence = 0;      // rises with every change
  Day revised;           // when it was last changed
  Instant from;
  Instant to;            // later than `from`
  std::string summary;
  std::string location;     // empty: none is known
  std::string description;  // plain text of any length
  std::string link;         // its page: an absolute address
  bool is_cancelled = false;
};
struct Calendar {
  std::string name;
  std::vector<Event> events;
};

std::string print_icalendar(const Calendar& calendar);

// A value of type TEXT: \ ; , and line ends are escaped; controls are left out.
std::string icalendar_text(std::string_view text);
// One content line, folded, with its line end.
std::string icalendar_line(std::string_view name, std::string_view value);

}  // namespace alongside::formats
