#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "faces/web/http.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto fields = alongside::web::parse_form(text);
  if (!fields.ok()) return 0;
  const auto again = alongside::web::parse_form(alongside::web::print_form(*fields));
  if (!again.ok() || *again != *fields) std::abort();
  return 0;
}
