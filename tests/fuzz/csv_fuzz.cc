// A table is even, or refused with a problem.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/csv.h"
#include "formats/csv.h"

using alongside::formats::File;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const File file{.name = "fuzz", .bytes = {reinterpret_cast<const char*>(data), size}};
  const auto csv = alongside::formats::read_csv(file);
  if (!csv && !csv.problems().any()) __builtin_trap();
  if (!csv) return 0;
  for (const auto& row : csv->rows) {
    if (row.cells.size() != csv->header.size()) __builtin_trap();
    if (row.cells.size() > 0 && alongside::csv_row(row.cells).empty()) __builtin_trap();
  }
  return 0;
}
