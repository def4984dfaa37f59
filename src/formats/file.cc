#include "formats/file.h"

#include <array>

#include "base/text.h"

namespace alongside::formats {
namespace {

void put_point(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

// Bytes 0x80 to 0x9F; the five that the standard leaves undefined become the replacement character.
// Source: https://encoding.spec.whatwg.org/index-windows-1252.txt
constexpr std::array<std::uint16_t, 32> windows_1252 = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    put_point(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80u] : byte);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<std::uint32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::string out;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    std::uint32_t point = unit(i);
    if (point >= 0xD800 && point < 0xDC00 && i + 3 < bytes.size() && (unit(i + 2) & 0xFC00) == 0xDC00) {
      point = 0x10000 + ((point - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    put_point(out, point >= 0xD800 && point < 0xE000 ? 0xFFFD : point);
  }
  return out;
}

std::string_view binary_kind(std::string_view bytes) {
  if (bytes.starts_with("%PDF")) return "a PDF";
  if (bytes.starts_with("PK\x03\x04")) return "a zip file, or a Word or Excel document";
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "an older Word or Excel document";
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF8"))
    return "a picture";
  if (bytes.starts_with("\x1F\x8B")) return "a compressed file";
  if (bytes.starts_with("SQLite format 3")) return "a database";
  if (bytes.starts_with("\x7F"
                        "ELF") ||
      bytes.starts_with("MZ"))
    return "a program";
  return "bytes that are no text";
}

}  // namespace

Result<std::string> as_text(const File& file) {
  const std::string_view bytes = file.bytes;
  if (bytes.size() > file_bytes_max) {
    return Problem{
        .code = Code::out_of_range,
        .file = file.name,
        .found = std::to_string(bytes.size()) + " bytes",
        .expected = msg("Give files of at most {count} MB.", {{"count", std::to_string(file_bytes_max >> 20)}})};
  }
  if (trimmed(bytes).empty()) {
    return Problem{.code = Code::missing,
                   .file = file.name,
                   .found = "an empty file",
                   .expected = msg("Give a file that is not empty.")};
  }
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes, false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes, true);
  if (bytes.find('\0') != std::string_view::npos || bytes.starts_with("%PDF")) {
    return Problem{.code = Code::not_supported,
                   .file = file.name,
                   .found = std::string(binary_kind(bytes)),
                   .expected = msg("Give a saved web page, CSV, XML or JSON.")};
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    const std::string_view rest = bytes.substr(3);
    return is_utf8(rest) ? std::string(rest) : from_windows_1252(rest);
  }
  // What says windows-1252 and is proper UTF-8 with high bytes was saved by a browser, which converts: believe the
  // bytes.
  return is_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

}  // namespace alongside::formats
