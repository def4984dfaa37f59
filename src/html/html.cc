#include "html/html.h"

#include <array>

#include "base/text.h"

namespace alongside::html {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// What each byte costs: 0 goes through, others are replaced or looked at.
enum : std::uint8_t { plain, special, control, beyond_ascii };
constexpr std::array<std::uint8_t, 256> kinds_of_bytes() {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t i = 0; i < 32; ++i) kinds[i] = control;
  kinds['\n'] = kinds['\t'] = kinds['\r'] = plain;
  kinds[127] = control;
  for (const char c : {'&', '<', '>', '"', '\''}) kinds[static_cast<std::uint8_t>(c)] = special;
  for (std::size_t i = 128; i < 256; ++i) kinds[i] = beyond_ascii;
  return kinds;
}
constexpr std::array<std::uint8_t, 256> kinds = kinds_of_bytes();

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

// The length of the well-formed character at `at`, or 0 (RFC 3629, table of section 4).
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(at);
  const unsigned second = byte(at + 1);
  if (first >= 0xC2 && first <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!follows(at + 1) || !follows(at + 2)) return 0;
    return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!follows(at + 1) || !follows(at + 2) || !follows(at + 3)) return 0;
    return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4;
  }
  return 0;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t start = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::uint8_t kind = kinds[static_cast<std::uint8_t>(text[at])];
    if (kind == plain) {
      ++at;
      continue;
    }
    if (kind == beyond_ascii) {
      if (const std::size_t length = character_length(text, at)) {
        at += length;
        continue;
      }
    }
    out += text.substr(start, at - start);
    out += kind == special ? entity(text[at]) : replacement;
    start = ++at;
  }
  out += text.substr(start);
}

Attr attr(Name name, std::string_view value) {
  Attr out;
  out.text_.reserve(name.text.size() + value.size() + 4);
  out.text_ += ' ';
  out.text_ += name.text;
  out.text_ += "=\"";
  append_escaped(out.text_, value);
  out.text_ += '"';
  return out;
}

Attr attr(Name name, std::int64_t value) { return attr(name, std::string_view(std::to_string(value))); }

Attr attr(Name name) {
  Attr out;
  out.text_ += ' ';
  out.text_ += name.text;
  return out;
}

Attr attr(UrlName name, const Url& url) {
  Attr out;
  out.text_ += ' ';
  out.text_ += name.text;
  out.text_ += "=\"";
  append_escaped(out.text_, url.str());
  out.text_ += '"';
  return out;
}

Html join(const std::vector<Html>& pieces, const Html& between) {
  Html out;
  for (const Html& piece : pieces) {
    if (piece.empty()) continue;
    if (!out.empty()) out += between;
    out += piece;
  }
  return out;
}

Html document(Html&& page) {
  Html out = raw("<!DOCTYPE html>\n");
  out.reserve(out.str().size() + page.str().size());
  out += page;
  return out;
}

}  // namespace alongside::html
