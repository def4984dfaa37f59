// Reads one request out of bytes as they arrive. Boost.Beast reads the grammar; this is stricter where servers and
// proxies have been found to read the same bytes differently (request smuggling: RFC 9112, 11.2).
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "faces/web/http.h"

namespace alongside::web {

struct ParserLimits {
  std::size_t header_bytes_max = 16 * 1024;
  std::size_t target_bytes_max = 8 * 1024;
};

class RequestParser {
 public:
  enum class At { head, body, done, refused };

  explicit RequestParser(const ParserLimits& limits);
  ~RequestParser();
  RequestParser(RequestParser&&) noexcept;

  // How many of the bytes were used; the caller keeps the rest and gives it again with what follows. It stops after the
  // head, so that body_bytes_max can be set from it, and after the request.
  std::size_t put(std::string_view bytes);
  At at() const;
  int refused_with() const;  // the status to answer with; 0 if not refused

  // Once at the body or done:
  void set_body_bytes_max(std::size_t max);            // refuses with 413 at once if it is declared longer
  std::optional<std::size_t> declared_length() const;  // nothing: in chunks
  bool expects_continue() const;
  bool keeps_alive() const;
  bool is_http_1_0() const;
  const Request& request() const;
  Request take();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace alongside::web
