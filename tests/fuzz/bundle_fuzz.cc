// A bundle is refused, or its entries make the same bytes again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "record/tile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (size == 0) return 0;
  const auto entries = alongside::record::parse_bundle(bytes.substr(1), data[0] + 1);
  if (!entries.ok()) return 0;
  std::string again;
  for (const std::string_view entry : *entries) alongside::record::append_to_bundle(again, entry);
  if (again != bytes.substr(1)) std::abort();
  return 0;
}
