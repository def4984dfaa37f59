#include "faces/web/calendar.h"

#include "formats/icalendar.h"

namespace alongside::web {

std::string icalendar(const kernel::Calendar& calendar, std::string_view origin, std::string_view public_url, std::string_view place) {
  const std::string base = std::string(public_url) + "/" + std::string(place);
  formats::Calendar out{.name = calendar.title};
  for (const kernel::CalendarEntry& one : calendar.entries) {
    // The index makes an id that never moves, whatever address the site has.
    out.events.push_back({.uid = std::to_string(one.index.value) + "@" + std::string(origin), .sequence = one.changes, .revised = one.revised,
                          .from = one.from, .to = one.to, .summary = one.title, .location = one.where, .description = one.words,
                          .link = base + one.path, .is_cancelled = one.is_off});
  }
  return formats::print_icalendar(out);
}

}  // namespace alongside::web
