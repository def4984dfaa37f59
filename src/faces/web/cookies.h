// Cookies (RFC 6265): read leniently, written strictly.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faces/web/http.h"

namespace alongside::web {

inline constexpr std::size_t cookies_max = 50;

// Name and value of each pair, in order; what is no pair is passed over. At most cookies_max are read.
std::vector<std::pair<std::string, std::string>> parse_cookies(std::string_view header);
// The value of this cookie. Nothing if there is none, or if two differ: a subdomain or an injection set one of them,
// and guessing which is ours would let it choose the session.
std::optional<std::string> cookie(const Request& request, std::string_view name);

enum class SameSite { lax, strict };

struct Cookie {
  std::string name;   // a token; "__Host-…" needs secure and path "/"
  std::string value;  // cookie characters only: base64url does
  std::string path = "/";
  SameSite same_site = SameSite::lax;
  bool secure = false;
  std::optional<std::int64_t> max_age_s;  // absent: until the browser closes. 0: forget it now
};
// The value of a Set-Cookie field, always HttpOnly. Throws std::invalid_argument where name, value or path do not fit.
std::string print(const Cookie& cookie);

}  // namespace alongside::web
