// A checkpoint is refused, or prints to the bytes it came in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "record/checkpoint.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto checkpoint = alongside::record::parse_checkpoint(bytes);
  if (checkpoint.ok() && alongside::record::text(*checkpoint) != bytes) std::abort();
  return 0;
}
