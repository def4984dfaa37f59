#include "formats/icalendar.h"

namespace alongside::formats {
namespace {

constexpr std::size_t octets_max = 75;  // of a line without its end (section 3.1)

// "20261201T140000Z"
std::string moment(Instant at) {
  std::string out;
  for (const char c : at.iso()) {
    if (c != '-' && c != ':') out += c;
  }
  return out;
}

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string text_line(std::string_view name, std::string_view text) {
  return text.empty() ? std::string() : icalendar_line(name, icalendar_text(text));
}

std::string print_event(const Event& event) {
  std::string out = icalendar_line("BEGIN", "VEVENT");
  out += icalendar_line("UID", icalendar_text(event.uid));
  out += icalendar_line("DTSTAMP", moment(Instant{std::int64_t{event.revised.number()} * 86400}));
  out += icalendar_line("SEQUENCE", std::to_string(event.sequence));
  out += icalendar_line("STATUS", event.is_cancelled ? "CANCELLED" : "CONFIRMED");
  out += icalendar_line("DTSTART", moment(event.from));
  out += icalendar_line("DTEND", moment(event.to));
  out += text_line("SUMMARY", event.summary);
  out += text_line("LOCATION", event.location);
  out += text_line("DESCRIPTION", event.description);
  if (!event.link.empty()) out += icalendar_line("URL", event.link);
  return out + icalendar_line("END", "VEVENT");
}

}  // namespace

std::string icalendar_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      out += "\\n";
    } else if (c == '\t' || (static_cast<unsigned char>(c) >= 32 && c != 127)) {
      out += c;
    }
  }
  return out;
}

std::string icalendar_line(std::string_view name, std::string_view value) {
  const std::string line = std::string(name) + ":" + std::string(value);
  std::string out;
  std::size_t at = 0;
  std::size_t room = octets_max;
  while (line.size() - at > room) {
    std::size_t end = at + room;
    while (end > at + 1 && continues_a_character(line[end])) --end;
    out += line.substr(at, end - at) + "\r\n ";
    at = end;
    room = octets_max - 1;  // the space that begins a folded line counts
  }
  return out + line.substr(at) + "\r\n";
}

std::string print_icalendar(const Calendar& calendar) {
  std::string out = icalendar_line("BEGIN", "VCALENDAR") + icalendar_line("VERSION", "2.0");
  out += icalendar_line("PRODID", "-//Alongside//Meetings//EN");
  out += icalendar_line("CALSCALE", "GREGORIAN");
  out += text_line("NAME", calendar.name);  // RFC 7986
  for (const Event& event : calendar.events) out += print_event(event);
  return out + icalendar_line("END", "VCALENDAR");
}

}  // namespace alongside::formats
