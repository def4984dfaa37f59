#include "commons/said/upload.h"

#include <array>

namespace alongside::said {
namespace {

bool has(std::string_view bytes, std::size_t at, std::string_view what) { return bytes.size() >= at + what.size() && bytes.substr(at, what.size()) == what; }

std::uint32_t byte(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
std::uint32_t big16(std::string_view bytes, std::size_t at) { return byte(bytes, at) << 8 | byte(bytes, at + 1); }
std::uint32_t big32(std::string_view bytes, std::size_t at) { return big16(bytes, at) << 16 | big16(bytes, at + 2); }
std::uint32_t little32(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) | byte(bytes, at + 1) << 8 | byte(bytes, at + 2) << 16 | byte(bytes, at + 3) << 24;
}

// ISO/IEC 14496-12: a box "ftyp" stands first, with the brand after it.
Media iso_media(std::string_view bytes) {
  if (!has(bytes, 4, "ftyp") || bytes.size() < 12) return Media::none;
  const std::string_view brand = bytes.substr(8, 4);
  if (brand == "M4A " || brand == "M4B ") return Media::m4a;
  static constexpr std::array<std::string_view, 9> films{"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V "};
  for (const std::string_view one : films) {
    if (brand == one) return Media::mp4;
  }
  return Media::none;
}

// A frame of MPEG audio, layer III: eleven bits set, then version and layer. Without it, "ID3" stands first.
bool is_mp3(std::string_view bytes) {
  if (has(bytes, 0, "ID3")) return true;
  return bytes.size() > 2 && byte(bytes, 0) == 0xFF && (byte(bytes, 1) & 0xE0) == 0xE0 && (byte(bytes, 1) & 0x06) == 0x02 && (byte(bytes, 2) & 0xF0) != 0xF0;
}

// EXIF 2.32, 4.6: of its first directory, which way up the picture is (tag 0x0112): 1 to 8; 0 where it does not say.
std::uint32_t way_up(std::string_view exif) {
  using namespace std::string_view_literals;
  if (!has(exif, 0, "Exif\0\0"sv)) return 0;
  const std::string_view tiff = exif.substr(6);
  const bool big = has(tiff, 0, "MM"sv);
  if (tiff.size() < 10 || (!big && !has(tiff, 0, "II"sv))) return 0;
  const auto two = [&](std::size_t at) { return big ? big16(tiff, at) : byte(tiff, at) | byte(tiff, at + 1) << 8; };
  const std::size_t first = big ? big32(tiff, 4) : little32(tiff, 4);
  if (first > tiff.size() - 2) return 0;
  for (std::size_t i = 0, at = first + 2; i < two(first) && at + 12 <= tiff.size(); ++i, at += 12) {
    if (two(at) == 0x0112) return two(at + 8) <= 8 ? two(at + 8) : 0;
  }
  return 0;
}

// A segment that says nothing else.
std::string only_way_up(std::uint32_t way) {
  using namespace std::string_literals;
  return "\xFF\xE1\0\x22"s "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + static_cast<char>(way) + "\0\0\0\0\0\0"s;
}

// ITU-T T.81: segments after the start of image; APP1 holds EXIF and XMP, APP13 holds IPTC, COM a comment. Of all of it only
// which way up the picture is stays. JFIF (APP0), the colours (APP2, APP14) and all that draws the picture stay.
std::optional<std::string> jpeg_without_notes(std::string_view bytes) {
  std::string out(bytes.substr(0, 2));
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (byte(bytes, at) != 0xFF) return std::nullopt;
    const std::uint32_t marker = byte(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (marker == 0xDA) {  // from here on it is the picture
      out += bytes.substr(at);
      return out;
    }
    const std::size_t length = big16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
    const bool is_note = marker == 0xFE || (marker >= 0xE1 && marker <= 0xEF && marker != 0xE2 && marker != 0xEE);
    if (!is_note) out += bytes.substr(at, 2 + length);
    if (marker == 0xE1) {
      if (const std::uint32_t way = way_up(bytes.substr(at + 4, length - 2)); way > 1) out += only_way_up(way);
    }
    at += 2 + length;
  }
  return std::nullopt;
}

// PNG (W3C), section 11.3: what is written about the picture is dropped.
std::optional<std::string> png_without_notes(std::string_view bytes) {
  std::string out(bytes.substr(0, 8));
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    const std::size_t length = big32(bytes, at);
    if (length > bytes.size() || at + 12 + length > bytes.size()) return std::nullopt;
    const std::string_view type = bytes.substr(at + 4, 4);
    const bool is_note = type == "tEXt" || type == "zTXt" || type == "iTXt" || type == "eXIf" || type == "tIME";
    if (!is_note) out += bytes.substr(at, 12 + length);
    at += 12 + length;
    if (type == "IEND") return out;
  }
  return std::nullopt;
}

// RIFF chunks of WebP; "EXIF" and "XMP " are dropped, and the file's length and the flags that announce them mended.
std::optional<std::string> webp_without_notes(std::string_view bytes) {
  std::string out(bytes.substr(0, 12));
  std::size_t at = 12;
  while (at + 8 <= bytes.size()) {
    const std::string_view type = bytes.substr(at, 4);
    const std::size_t length = little32(bytes, at + 4);
    const std::size_t whole = 8 + length + length % 2;
    if (length > bytes.size() || at + 8 + length > bytes.size()) return std::nullopt;
    if (type != "EXIF" && type != "XMP ") {
      const std::size_t here = out.size();
      out += bytes.substr(at, whole);
      if (type == "VP8X" && length > 0) out[here + 8] = static_cast<char>(byte(out, here + 8) & ~0x0Cu);
    }
    at += whole;
  }
  const auto size = static_cast<std::uint32_t>(out.size() - 8);
  for (std::size_t i = 0; i < 4; ++i) out[4 + i] = static_cast<char>(size >> (8 * i) & 0xFF);
  return out;
}

}  // namespace

Media media_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (has(bytes, 0, "\xFF\xD8\xFF"sv)) return Media::jpeg;
  if (has(bytes, 0, "\x89PNG\r\n\x1A\n"sv)) return Media::png;
  if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) return Media::webp;
  if (has(bytes, 0, "RIFF") && has(bytes, 8, "WAVE")) return Media::wav;
  if (has(bytes, 0, "OggS")) return Media::ogg;
  // EBML with the document type "webm" in its head: a Matroska file of another type is none.
  if (has(bytes, 0, "\x1A\x45\xDF\xA3"sv)) return bytes.substr(0, 64).find("webm") != bytes.npos ? Media::webm : Media::none;
  if (const Media iso = iso_media(bytes); iso != Media::none) return iso;
  return is_mp3(bytes) ? Media::mp3 : Media::none;
}

std::string_view content_type(Media media) {
  switch (media) {
    case Media::jpeg: return "image/jpeg";
    case Media::png: return "image/png";
    case Media::webp: return "image/webp";
    case Media::mp3: return "audio/mpeg";
    case Media::m4a: return "audio/mp4";
    case Media::ogg: return "audio/ogg";
    case Media::wav: return "audio/wav";
    case Media::mp4: return "video/mp4";
    case Media::webm: return "video/webm";
    case Media::none: break;
  }
  return "application/octet-stream";
}

bool is_picture(Media media) { return media == Media::jpeg || media == Media::png || media == Media::webp; }
bool is_sound(Media media) { return media == Media::mp3 || media == Media::m4a || media == Media::ogg || media == Media::wav; }

std::optional<std::string> without_notes(Media media, std::string_view bytes) {
  switch (media) {
    case Media::jpeg: return jpeg_without_notes(bytes);
    case Media::png: return png_without_notes(bytes);
    case Media::webp: return webp_without_notes(bytes);
    default: return std::string(bytes);
  }
}

}  // namespace alongside::said
