#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "faces/web/cookies.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto cookies = alongside::web::parse_cookies(text);
  if (cookies.size() > alongside::web::cookies_max) std::abort();
  // Whatever was read can be written again without a way out of its value.
  for (const auto& [name, value] : cookies) {
    alongside::web::Cookie cookie{.name = name, .value = value, .secure = true};
    if (!alongside::web::is_header_value(alongside::web::print(cookie))) std::abort();
  }
  return 0;
}
