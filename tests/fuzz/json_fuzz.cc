// Whatever the JSON of others holds, it is read or refused with a problem.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/holidays.h"
#include "formats/legistar.h"
#include "formats/oparl.h"
#include "formats/popolo.h"

using alongside::formats::File;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const File file{.name = "fuzz", .bytes = {reinterpret_cast<const char*>(data), size}};
  for (const auto reader :
       {alongside::formats::read_matter, alongside::formats::read_chicago_meetings, alongside::formats::read_oparl,
        alongside::formats::read_popolo, alongside::formats::read_holidays_json}) {
    const auto read = reader(file);
    if (!read && !read.problems().any()) __builtin_trap();
  }
  return 0;
}
