#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "faces/web/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)alongside::web::parse_multipart("multipart/form-data; boundary=b", text);
  // The first line as the content type, the rest as the body.
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos) return 0;
  const auto parts = alongside::web::parse_multipart(text.substr(0, line), text.substr(line + 1));
  if (!parts.ok()) return 0;
  for (const alongside::web::Part& part : *parts) {
    if (part.file_name.find_first_of("/\\") != std::string::npos) std::abort();
  }
  return 0;
}
