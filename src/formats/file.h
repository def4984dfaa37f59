// A file as it came: its name, for messages, and its bytes. Every reader of this room takes one and gives what it says,
// or every problem with it at once. Nothing here opens a file, asks the network or knows what day it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace alongside::formats {

// Bounds. A saved council page is under 1 MB; the largest table of real data here is under 2 MB.
inline constexpr std::size_t file_bytes_max = 20u << 20;
inline constexpr int nesting_max = 64;            // elements inside elements, objects inside objects
inline constexpr std::size_t rows_max = 200'000;  // of one table
inline constexpr std::size_t columns_max = 200;
inline constexpr std::size_t problems_max = 200;  // what is beyond is counted, not listed

struct File {
  std::string name;
  std::string_view bytes;
};

// The text of the file in UTF-8, without its byte order mark. Windows-1252 (and what calls itself ISO-8859-1, which on
// the web means the same) is converted when the file says so or when it is not UTF-8; UTF-16 by its mark. Out of range:
// too large. Not supported: it holds zero bytes, so it is a program, a picture or a PDF; the problem says which.
Result<std::string> as_text(const File& file);

}  // namespace alongside::formats
