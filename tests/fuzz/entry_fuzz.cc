// An entry is refused, or prints to the bytes it came in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "record/entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto entry = alongside::record::parse_entry(bytes);
  if (entry.ok() && alongside::record::print(*entry).value() != bytes) std::abort();
  return 0;
}
