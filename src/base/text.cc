#include "base/text.h"

#include <utf8proc.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>

namespace alongside {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* p) const { std::free(p); }  // utf8proc_map allocates with malloc
};

Result<std::string> mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &out, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> held(out);
  if (size < 0) return problem(Code::malformed, "", msg("Give text in UTF-8."));
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 128) return false;
  }
  return true;
}

constexpr std::string_view standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view for_urls = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encode64(std::string_view bytes, std::string_view letters, bool pad) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  std::size_t i = 0;
  const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])); };
  for (; i + 3 <= bytes.size(); i += 3) {
    const std::uint32_t v = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    out += {letters[v >> 18], letters[v >> 12 & 63], letters[v >> 6 & 63], letters[v & 63]};
  }
  if (bytes.size() - i == 1) {
    const std::uint32_t v = byte(i) << 16;
    out += {letters[v >> 18], letters[v >> 12 & 63]};
    if (pad) out += "==";
  } else if (bytes.size() - i == 2) {
    const std::uint32_t v = byte(i) << 16 | byte(i + 1) << 8;
    out += {letters[v >> 18], letters[v >> 12 & 63], letters[v >> 6 & 63]};
    if (pad) out += "=";
  }
  return out;
}

constexpr std::uint8_t not_a_letter = 255;
using Values64 = std::array<std::uint8_t, 256>;
constexpr Values64 values_of(std::string_view letters) {
  Values64 out{};
  out.fill(not_a_letter);
  for (std::size_t i = 0; i < letters.size(); ++i) out[static_cast<unsigned char>(letters[i])] = static_cast<std::uint8_t>(i);
  return out;
}
constexpr Values64 standard_values = values_of(standard);
constexpr Values64 url_values = values_of(for_urls);

Result<std::string> decode64(std::string_view text, bool padded) {
  const auto wrong = [&] { return problem(Code::malformed, "", msg("Give base64.")); };
  if (padded) {
    if (text.size() % 4 != 0) return wrong();
    if (text.ends_with("==")) {
      text.remove_suffix(2);
    } else if (text.ends_with("=")) {
      text.remove_suffix(1);
    }
  }
  if (text.size() % 4 == 1) return wrong();
  std::string out;
  out.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t held = 0;
  int bits = 0;
  const Values64& values = padded ? standard_values : url_values;
  for (const char c : text) {
    const std::uint8_t value = values[static_cast<unsigned char>(c)];
    if (value == not_a_letter) return wrong();
    held = held << 6 | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += static_cast<char>(held >> bits & 255);
      held &= (1u << bits) - 1;
    }
  }
  if (held != 0) return wrong();  // stray bits: two texts would mean the same bytes
  return out;
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    if (*at < 128) {
      ++at;
      --left;
      continue;
    }
    utf8proc_int32_t point = 0;
    const auto used = utf8proc_iterate(at, left, &point);
    if (used <= 0) return false;
    at += used;
    left -= used;
  }
  return true;
}

Result<std::string> as_words(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r') {
      lines += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
      continue;
    }
    const auto u = static_cast<unsigned char>(c);
    if ((u < 32 && c != '\n' && c != '\t') || u == 127) {
      return problem(Code::malformed, "", msg("Take out the control character with number {number}.", {{"number", std::to_string(u)}}));
    }
    lines += c;
  }
  if (is_ascii(lines)) return lines;
  if (!is_utf8(lines)) return problem(Code::malformed, "", msg("Give text in UTF-8."));
  // The controls of Latin-1 (U+0080 to U+009F) are controls too.
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (static_cast<unsigned char>(lines[i]) == 0xC2 && static_cast<unsigned char>(lines[i + 1]) < 0xA0) {
      return problem(Code::malformed, "", msg("Take out the control character with number {number}.",
                                              {{"number", std::to_string(static_cast<unsigned char>(lines[i + 1]))}}));
    }
  }
  return mapped(lines, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string folded(std::string_view text) {
  std::string plain;
  if (is_ascii(text)) {
    plain = lower_ascii(text);
  } else {
    const auto mapped_text = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
                                              UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
    plain = mapped_text.ok() ? *mapped_text : lower_ascii(text);
  }
  std::string out;
  out.reserve(plain.size());
  for (const char c : plain) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto leading = [](std::string_view t) -> std::size_t {
    if (t.empty()) return 0;
    if (t[0] == ' ' || (t[0] >= '\t' && t[0] <= '\r')) return 1;
    return t.starts_with("\xC2\xA0") ? 2 : t.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  };
  const auto trailing = [](std::string_view t) -> std::size_t {
    if (t.empty()) return 0;
    if (t.back() == ' ' || (t.back() >= '\t' && t.back() <= '\r')) return 1;
    return t.ends_with("\xC2\xA0") ? 2 : 0;
  };
  while (const std::size_t n = leading(text)) text.remove_prefix(n);
  while (const std::size_t n = trailing(text)) text.remove_suffix(n);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == at) {
      parts.push_back(text.substr(from, i - from));
      from = i + 1;
    }
  }
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += between;
    out += parts[i];
  }
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && lower_ascii(text.substr(0, start.size())) == lower_ascii(start);
}

std::string shortened(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  std::size_t seen = 0;
  while (at < text.size()) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) {
      if (seen == count) return std::string(text.substr(0, at)) + "…";
      ++seen;
    }
    ++at;
  }
  return std::string(text);
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view letters = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto u = static_cast<unsigned char>(c);
    out += letters[u >> 4];
    out += letters[u & 15];
  }
  return out;
}

Result<std::string> from_hex(std::string_view text) {
  const auto digit = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
  };
  std::string out;
  if (text.size() % 2 != 0) return problem(Code::malformed, "", msg("Give lower-case hexadecimal digits, two a byte."));
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) return problem(Code::malformed, "", msg("Give lower-case hexadecimal digits, two a byte."));
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

std::string base64(std::string_view bytes) { return encode64(bytes, standard, true); }
std::string base64url(std::string_view bytes) { return encode64(bytes, for_urls, false); }
Result<std::string> from_base64(std::string_view text) { return decode64(text, true); }
Result<std::string> from_base64url(std::string_view text) { return decode64(text, false); }

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view letters = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += letters[u >> 4];
      out += letters[u & 15];
    }
  }
  return out;
}

Result<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] == '%') {
      const auto byte = i + 2 < text.size() ? from_hex(lower_ascii(text.substr(i + 1, 2))) : from_hex("x");
      if (!byte) return problem(Code::malformed, "", msg("Follow each % by two hexadecimal digits."), std::string(text));
      out += *byte;
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

Result<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view number = text.starts_with('-') ? text.substr(1) : text;
  if (error != std::errc() || end != text.data() + text.size() || (number.size() > 1 && number.front() == '0') ||
      (text.starts_with('-') && value == 0)) {
    return problem(Code::malformed, "", msg("Give a whole number."), std::string(text));
  }
  return value;
}

}  // namespace alongside
