// Whatever a table holds, it is read as what it should be or refused with a problem.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/decisions_csv.h"
#include "formats/holidays.h"
#include "formats/offices_csv.h"
#include "formats/valued_csv.h"

using alongside::formats::File;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const File file{.name = "fuzz", .bytes = {reinterpret_cast<const char*>(data), size}};
  for (const auto reader : {alongside::formats::read_decisions_csv, alongside::formats::read_offices_csv,
                            alongside::formats::read_councillors_csv, alongside::formats::read_valued_csv,
                            alongside::formats::read_libraries_csv, alongside::formats::read_libraries_2023_csv,
                            alongside::formats::read_holidays_csv, alongside::formats::read_holidays_tsv}) {
    const auto read = reader(file);
    if (!read && !read.problems().any()) __builtin_trap();
  }
  return 0;
}
