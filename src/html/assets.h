// The style sheet, fonts and drawings, inside the program. Their names carry a hash of their bytes, so that a browser
// may keep them for good (Cache-Control: public, max-age=31536000, immutable). `npm run build` makes them from
// assets/src.
#pragma once

#include <span>
#include <string_view>

#include "html/url.h"

namespace alongside::html {

struct Asset {
  std::string_view name;          // "alongside.css"
  std::string_view path;          // "/assets/alongside.1f3a….css"
  std::string_view content_type;  // with its charset
  std::string_view bytes;
  std::string_view gzip;  // empty: compressing does not help (fonts)
  std::string_view hash;  // the first 16 hexadecimal digits of its SHA-256
};
std::span<const Asset> assets();
const Asset* asset_at(std::string_view path);  // null: there is none
Url asset_url(std::string_view name);          // throws when there is none: a name in our own source is wrong

}  // namespace alongside::html
