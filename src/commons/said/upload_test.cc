// What a file is, and what is taken out of a picture.
#include "commons/said/upload.h"

#include <doctest/doctest.h>

namespace alongside::said {
namespace {

using namespace std::string_literals;

std::string segment(char marker, const std::string& body) {
  const std::size_t length = body.size() + 2;
  return "\xFF"s + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + body;
}
std::string chunk(const std::string& type, const std::string& body) { return "\0\0\0"s + static_cast<char>(body.size()) + type + body + "CRC!"; }

}  // namespace

TEST_CASE("a file is told by its first bytes") {
  CHECK(media_of("\xFF\xD8\xFF\xE0"s) == Media::jpeg);
  CHECK(media_of("\x89PNG\r\n\x1A\n"s) == Media::png);
  CHECK(media_of("RIFF\0\0\0\0WEBPVP8 "s) == Media::webp);
  CHECK(media_of("RIFF\0\0\0\0WAVEfmt "s) == Media::wav);
  CHECK(media_of("OggS\0"s) == Media::ogg);
  CHECK(media_of("ID3\x04"s) == Media::mp3);
  CHECK(media_of("\xFF\xFB\x90\x64"s) == Media::mp3);
  CHECK(media_of("\0\0\0\x20"s "ftypM4A \0\0\0\0"s) == Media::m4a);
  CHECK(media_of("\0\0\0\x20"s "ftypisom\0\0\0\0"s) == Media::mp4);
  CHECK(media_of("\x1A\x45\xDF\xA3\x42\x82\x84webm"s) == Media::webm);
  for (const std::string& none : {"<svg onload=\"alert(1)\">"s, "GIF89a"s, "%PDF-1.7"s, "PK\x03\x04"s, ""s, "\xFF"s, "RIFF"s, "\0\0\0\x20"s "ftypheic"s, "\x1A\x45\xDF\xA3matroska"s}) {
    CHECK(media_of(none) == Media::none);
  }
}

TEST_CASE("where and when a picture was taken is taken out of it, and the picture stays") {
  const std::string jpeg = "\xFF\xD8"s + segment('\xE0', "JFIF") + segment('\xE1', "Exif GPS 51.5 N") + segment('\xFE', "by Heron") + segment('\xDB', "table") + "\xFF\xDA\0\x02picture\xFF\xD9"s;
  CHECK(without_notes(Media::jpeg, jpeg) == "\xFF\xD8"s + segment('\xE0', "JFIF") + segment('\xDB', "table") + "\xFF\xDA\0\x02picture\xFF\xD9"s);
  const std::string png = "\x89PNG\r\n\x1A\n"s + chunk("IHDR", "head") + chunk("tEXt", "Author Heron") + chunk("eXIf", "GPS") + chunk("IDAT", "picture") + chunk("IEND", "");
  CHECK(without_notes(Media::png, png) == "\x89PNG\r\n\x1A\n"s + chunk("IHDR", "head") + chunk("IDAT", "picture") + chunk("IEND", ""));
  const std::string webp = "RIFF\x1A\0\0\0WEBP"s + "VP8 \x04\0\0\0abcd"s + "EXIF\x02\0\0\0hi"s;
  CHECK(without_notes(Media::webp, webp) == "RIFF\x10\0\0\0WEBP"s + "VP8 \x04\0\0\0abcd"s);
}

TEST_CASE("which way up a picture was taken is all that stays of what a camera wrote into it") {
  const auto exif = [](const std::string& order, const std::string& directory) { return "Exif\0\0"s + order + directory; };
  // Two entries: the camera's name, then the way up, in each byte order.
  const std::string big = exif("MM\0\x2A\0\0\0\x08"s, "\0\x02"s "\x01\x0F\0\x02\0\0\0\x04" "Cam\0"s "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s "\0\0\0\0"s);
  const std::string little = exif("II\x2A\0\x08\0\0\0"s, "\x02\0"s "\x0F\x01\x02\0\x04\0\0\0" "Cam\0"s "\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"s "\0\0\0\0"s);
  const std::string only = exif("MM\0\x2A\0\0\0\x08"s, "\0\x01"s "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s "\0\0\0\0"s);
  const std::string end = "\xFF\xDA\0\x02picture\xFF\xD9"s;
  for (const std::string& one : {big, little}) {
    CHECK(without_notes(Media::jpeg, "\xFF\xD8"s + segment('\xE1', one) + end) == "\xFF\xD8"s + segment('\xE1', only) + end);
    for (std::size_t n = 0; n < one.size(); ++n) {
      const auto cut = without_notes(Media::jpeg, "\xFF\xD8"s + segment('\xE1', one.substr(0, n)) + end);
      REQUIRE(cut);
      CHECK(cut->find("Cam") == std::string::npos);
    }
  }
  CHECK(without_notes(Media::jpeg, "\xFF\xD8"s + segment('\xE1', "Exif\0\0MM\0\x2A\xFF\xFF\xFF\xFE\xFF\xFF"s) + end) == "\xFF\xD8"s + end);
}

TEST_CASE("a picture that is cut short anywhere is no picture, and nothing is read beyond its end") {
  const std::string jpeg = "\xFF\xD8"s + segment('\xE0', "JFIF") + segment('\xE1', "Exif") + "\xFF\xDA"s + "x"s + "\0\0"s;
  const std::string png = "\x89PNG\r\n\x1A\n"s + chunk("IHDR", "head") + chunk("IEND", "");
  for (std::size_t n = 4; n < jpeg.size() - 5; ++n) CHECK_FALSE(without_notes(Media::jpeg, jpeg.substr(0, n)));
  for (std::size_t n = 8; n < png.size(); ++n) CHECK_FALSE(without_notes(Media::png, png.substr(0, n)));
  for (std::size_t n = 12; n < 40; ++n) (void)without_notes(Media::webp, ("RIFF\xFF\xFF\xFF\xFFWEBPVP8X\xFF\xFF\xFF\xFF"s + std::string(40, 'x')).substr(0, n));
}

}  // namespace alongside::said
