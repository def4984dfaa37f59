// What a page can be besides a page: a feed of what is new, and a calendar. The faces print them.
#pragma once

#include <string>
#include <vector>

#include "kernel/fields.h"

namespace alongside::kernel {

struct FeedEntry {
  std::string path;     // under the place
  std::string title;
  std::string summary;
  Day updated;
  Index index;
};
struct Feed {
  std::string title;
  std::vector<FeedEntry> entries;  // newest first
};

// Of something that happens between two moments, and may be moved or called off.
struct CalendarEntry {
  Index index;      // of its first act: makes an id that never moves
  int changes = 0;  // how often it was changed since
  Day revised;      // the last time
  Instant from;
  Instant to;
  std::string path;  // under the place
  std::string title;
  std::string where;
  std::string words;
  bool is_off = false;
};
struct Calendar {
  std::string title;
  std::vector<CalendarEntry> entries;
};

// Bytes that somebody uploaded, as they are looked at or played.
struct Upload {
  std::string_view content_type;
  std::string bytes;
};

}  // namespace alongside::kernel
