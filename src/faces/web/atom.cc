#include "faces/web/atom.h"

#include "formats/atom.h"

namespace alongside::web {

std::string atom(const kernel::Feed& feed, std::string_view origin, std::string_view public_url, std::string_view place,
                 std::string_view path) {
  const std::string base = std::string(public_url) + "/" + std::string(place);
  const std::string page = base + std::string(path);
  formats::Feed out{.id = "tag:" + std::string(origin) + ":" + std::string(path), .title = feed.title, .link = page,
                    .self_link = (path.empty() ? page + "/index" : page) + ".atom", .author = std::string(place)};
  for (const kernel::FeedEntry& one : feed.entries) {
    // The index makes an id that never moves, whatever address the site has.
    out.entries.push_back({.id = std::string("tag:") + std::string(origin) + ":" + std::to_string(one.index.value), .title = one.title,
                           .link = base + one.path, .updated = one.updated, .summary = one.summary});
  }
  return formats::print_atom(out);
}

}  // namespace alongside::web
