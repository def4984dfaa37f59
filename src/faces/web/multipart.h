// multipart/form-data (RFC 7578): the fields and files of a form. Files stay in memory; nothing is written to disk
// before it is sealed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace alongside::web {

struct Part {
  std::string name;
  std::string file_name;  // as the browser says; never a path: what stands before the last / or \ is dropped
  std::string type;       // its content type, or empty
  std::string content;
  bool is_file = false;  // a file name was given, even an empty one
};

inline constexpr std::size_t parts_max = 2000;
inline constexpr std::size_t part_header_bytes_max = 4 * 1024;

// The parts in order. Malformed: no or a bad boundary, a part without a name, a body that ends early, bytes where none
// belong. Too many: more than parts_max.
Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace alongside::web
