#include "formats/atom.h"

#include <algorithm>

namespace alongside::formats {
namespace {

// Days are printed as their first second in UTC; RFC 4287 wants a moment.
std::string moment(Day day) { return day.iso() + "T00:00:00Z"; }

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml_escaped(text) + "</" + std::string(name) + ">\n";
}
std::string link(std::string_view rel, std::string_view address) {
  return "<link rel=\"" + std::string(rel) + "\" href=\"" + xml_escaped(address) + "\"/>\n";
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF: no character of XML.
    const bool not_a_character = byte == 0xEF && i + 2 < text.size() && text[i + 1] == '\xBF' &&
                                 (text[i + 2] == '\xBE' || text[i + 2] == '\xBF');
    if (not_a_character) {
      i += 2;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (byte >= 32 || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

std::string print_atom(const Feed& feed) {
  Day updated = feed.updated;
  if (!feed.entries.empty()) {
    updated = std::max_element(feed.entries.begin(), feed.entries.end(), [](const FeedEntry& a, const FeedEntry& b) {
                return a.updated < b.updated;
              })->updated;
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  out += element("id", feed.id) + element("title", feed.title) + element("updated", moment(updated));
  out += link("alternate", feed.link) + link("self", feed.self_link);
  out += "<author>\n" + element("name", feed.author) + "</author>\n";
  for (const FeedEntry& entry : feed.entries) {
    out += "<entry>\n" + element("id", entry.id) + element("title", entry.title) +
           element("updated", moment(entry.updated));
    out += link("alternate", entry.link);
    if (!entry.summary.empty()) out += element("summary", entry.summary);
    out += "</entry>\n";
  }
  return out + "</feed>\n";
}

}  // namespace alongside::formats
