// A note is refused, or prints to a note that reads the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "record/note.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto note = alongside::record::parse_note(bytes);
  if (note.ok() && alongside::record::parse_note(alongside::record::print(*note)).value() != *note) std::abort();
  return 0;
}
