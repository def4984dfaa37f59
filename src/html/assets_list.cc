// Made by scripts/assets.mjs (npm run build). The assembler puts each file's bytes in here; paths are seen from src/.
#include <array>

#include "html/assets.h"

asm(".section .rodata\n"
    ".global alongside_asset_0_bytes_start\n.global alongside_asset_0_bytes_end\nalongside_asset_0_bytes_start:\n"
    ".incbin \"../assets/built/atkinson-hyperlegible-next-latin-ext.7dae0c6c66af1aec.woff2\"\nalongside_asset_0_bytes_end: .byte 0\n"
    ".global alongside_asset_1_bytes_start\n.global alongside_asset_1_bytes_end\nalongside_asset_1_bytes_start:\n"
    ".incbin \"../assets/built/atkinson-hyperlegible-next-latin.18b2a1a39a2fa298.woff2\"\nalongside_asset_1_bytes_end: .byte 0\n"
    ".global alongside_asset_2_bytes_start\n.global alongside_asset_2_bytes_end\nalongside_asset_2_bytes_start:\n"
    ".incbin \"../assets/built/source-serif-4-latin-400.02194deb92d3975d.woff2\"\nalongside_asset_2_bytes_end: .byte 0\n"
    ".global alongside_asset_3_bytes_start\n.global alongside_asset_3_bytes_end\nalongside_asset_3_bytes_start:\n"
    ".incbin \"../assets/built/alongside.938fc809ae1de851.css\"\nalongside_asset_3_bytes_end: .byte 0\n"
    ".global alongside_asset_3_gzip_start\n.global alongside_asset_3_gzip_end\nalongside_asset_3_gzip_start:\n"
    ".incbin \"../assets/built/alongside.938fc809ae1de851.css.gz\"\nalongside_asset_3_gzip_end: .byte 0\n"
    ".global alongside_asset_4_bytes_start\n.global alongside_asset_4_bytes_end\nalongside_asset_4_bytes_start:\n"
    ".incbin \"../assets/built/mark.5c122553b162c913.svg\"\nalongside_asset_4_bytes_end: .byte 0\n"
    ".global alongside_asset_4_gzip_start\n.global alongside_asset_4_gzip_end\nalongside_asset_4_gzip_start:\n"
    ".incbin \"../assets/built/mark.5c122553b162c913.svg.gz\"\nalongside_asset_4_gzip_end: .byte 0\n"
    ".previous\n");

extern "C" {
extern const char alongside_asset_0_bytes_start[];
extern const char alongside_asset_0_bytes_end[];
extern const char alongside_asset_1_bytes_start[];
extern const char alongside_asset_1_bytes_end[];
extern const char alongside_asset_2_bytes_start[];
extern const char alongside_asset_2_bytes_end[];
extern const char alongside_asset_3_bytes_start[];
extern const char alongside_asset_3_bytes_end[];
extern const char alongside_asset_3_gzip_start[];
extern const char alongside_asset_3_gzip_end[];
extern const char alongside_asset_4_bytes_start[];
extern const char alongside_asset_4_bytes_end[];
extern const char alongside_asset_4_gzip_start[];
extern const char alongside_asset_4_gzip_end[];
}

namespace alongside::html {
namespace {

std::string_view between(const char* start, const char* end) { return {start, static_cast<std::size_t>(end - start)}; }

}  // namespace

std::span<const Asset> assets() {
  static const std::array<Asset, 5> all = {{
      {"atkinson-hyperlegible-next-latin-ext.woff2", "/assets/atkinson-hyperlegible-next-latin-ext.7dae0c6c66af1aec.woff2", "font/woff2",
       between(alongside_asset_0_bytes_start, alongside_asset_0_bytes_end),
       {}, "7dae0c6c66af1aec"},
      {"atkinson-hyperlegible-next-latin.woff2", "/assets/atkinson-hyperlegible-next-latin.18b2a1a39a2fa298.woff2", "font/woff2",
       between(alongside_asset_1_bytes_start, alongside_asset_1_bytes_end),
       {}, "18b2a1a39a2fa298"},
      {"source-serif-4-latin-400.woff2", "/assets/source-serif-4-latin-400.02194deb92d3975d.woff2", "font/woff2",
       between(alongside_asset_2_bytes_start, alongside_asset_2_bytes_end),
       {}, "02194deb92d3975d"},
      {"alongside.css", "/assets/alongside.938fc809ae1de851.css", "text/css; charset=utf-8",
       between(alongside_asset_3_bytes_start, alongside_asset_3_bytes_end),
       between(alongside_asset_3_gzip_start, alongside_asset_3_gzip_end), "938fc809ae1de851"},
      {"mark.svg", "/assets/mark.5c122553b162c913.svg", "image/svg+xml",
       between(alongside_asset_4_bytes_start, alongside_asset_4_bytes_end),
       between(alongside_asset_4_gzip_start, alongside_asset_4_gzip_end), "5c122553b162c913"},
  }};
  return all;
}

}  // namespace alongside::html
