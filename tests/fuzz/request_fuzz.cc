#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "faces/web/parser.h"

namespace {

using alongside::web::RequestParser;

// Gives the bytes in pieces of this size and tells what came of it.
std::string read(std::string_view bytes, std::size_t piece) {
  RequestParser parser({});
  std::size_t used = 0;
  for (std::size_t seen = 0; seen < bytes.size();) {
    seen = std::min(bytes.size(), seen + piece);
    while (parser.at() == RequestParser::At::head || parser.at() == RequestParser::At::body) {
      const bool in_head = parser.at() == RequestParser::At::head;
      const std::size_t count = parser.put(bytes.substr(used, seen - used));
      if (count > seen - used) std::abort();
      used += count;
      if (in_head && parser.at() != RequestParser::At::head) parser.set_body_bytes_max(4096);
      if (count == 0) break;
    }
  }
  if (parser.at() == RequestParser::At::refused) return "refused";
  if (parser.at() != RequestParser::At::done) return "more";
  const alongside::web::Request request = parser.take();
  if (request.path != "*" && !request.path.starts_with('/')) std::abort();
  if (request.body.size() > 4096) std::abort();
  return std::to_string(used) + request.method + " " + request.path + "?" + request.query + "\n" + request.body;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (read(bytes, size + 1) != read(bytes, 7)) std::abort();
  return 0;
}
