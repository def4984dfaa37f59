// gzip (RFC 1952) through zlib.
#pragma once

#include <string>
#include <string_view>

namespace alongside::web {

inline constexpr std::size_t gzip_worth_bytes_min = 1024;  // below this a header costs more than is saved

// The same bytes give the same output: no time, no name in it.
std::string gzipped(std::string_view bytes, int level = 5);
// Whether a content type is text that shrinks ("text/html; charset=utf-8", JSON, SVG, …).
bool is_compressible(std::string_view content_type);

}  // namespace alongside::web
