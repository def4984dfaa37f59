// Atom feeds (RFC 4287). Days only: nothing here has a clock, and nothing published says an hour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace alongside::formats {

struct FeedEntry {
  std::string id;  // an address that never moves
  std::string title;
  std::string link;
  Day updated;
  std::string summary;  // plain text
};
struct Feed {
  std::string id;
  std::string title;
  std::string link;       // the page
  std::string self_link;  // the feed
  std::string author;
  Day updated;  // where there are entries, the latest of them counts
  std::vector<FeedEntry> entries;
};

std::string print_atom(const Feed& feed);

// Text inside an element or a quoted attribute; characters that XML 1.0 forbids are left out.
std::string xml_escaped(std::string_view text);

}  // namespace alongside::formats
