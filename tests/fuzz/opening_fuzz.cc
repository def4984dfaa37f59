// Openings are refused, or print to the bytes they came in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "record/opening.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto openings = alongside::record::parse_openings(bytes);
  if (openings.ok() && alongside::record::print_openings(*openings) != bytes) std::abort();
  return 0;
}
