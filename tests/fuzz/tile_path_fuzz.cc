// A tile has one path: it is refused, or prints to what was read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "record/tile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto tile = alongside::record::parse_tile_path(bytes);
  if (tile.ok() && alongside::record::tile_path(*tile) != bytes) std::abort();
  return 0;
}
