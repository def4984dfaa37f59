// Which format a file is, from its bytes and its name; and reading it as that.
#pragma once

#include "formats/read.h"

namespace alongside::formats {

Format detect(const File& file);

// What a file of no known kind looks like: "a PDF", "a picture", "a web page, but none of ModernGov's".
std::string looks_like(const File& file);

// Reads any file. Not supported: it is of no known kind; the problem says what it looks like and what can be read.
Result<Read> read_any(const File& file);
// The same, and refuses what is of another kind than `wanted` (for instance Format::decisions_csv and all ModernGov
// pages where decisions are wanted).
Result<Read> read_only(const File& file, const std::vector<Format>& wanted);

}  // namespace alongside::formats
