// A receipt is refused, or prints to a receipt that reads the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "record/proof.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto proof = alongside::record::parse_proof(bytes);
  if (proof.ok() && alongside::record::parse_proof(alongside::record::print(*proof)).value() != *proof) std::abort();
  return 0;
}
