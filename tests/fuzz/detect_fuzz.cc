// Any file at all is told apart, and read or refused with a problem.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "formats/detect.h"

using alongside::formats::File;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const File file{.name = "fuzz", .bytes = {reinterpret_cast<const char*>(data), size}};
  const auto read = alongside::formats::read_any(file);
  if (!read && !read.problems().any()) __builtin_trap();
  if (alongside::formats::looks_like(file).empty() && size > 0 && !alongside::trimmed(file.bytes).empty() && size < 100)
    __builtin_trap();
  return 0;
}
