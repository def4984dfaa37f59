#include "faces/web/cookies.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace alongside::web {
namespace {

// RFC 6265, 4.1.1: no controls, space, quote, comma, semicolon or backslash.
bool is_cookie_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
  });
}

}  // namespace

std::vector<std::pair<std::string, std::string>> parse_cookies(std::string_view header) {
  std::vector<std::pair<std::string, std::string>> cookies;
  while (!header.empty() && cookies.size() < cookies_max) {
    const std::size_t end = header.find(';');
    const std::string_view pair = header.substr(0, end);
    header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = trimmed(pair.substr(0, equals));
    std::string_view value = trimmed(pair.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    if (is_header_name(name) && is_cookie_value(value)) cookies.emplace_back(name, value);
  }
  return cookies;
}

std::optional<std::string> cookie(const Request& request, std::string_view name) {
  std::optional<std::string> found;
  for (const auto& [field, value] : request.headers.all()) {
    if (!same_name(field, "Cookie")) continue;
    for (auto& [one, content] : parse_cookies(value)) {
      if (one != name) continue;
      if (found && *found != content) return std::nullopt;
      found = std::move(content);
    }
  }
  return found;
}

std::string print(const Cookie& cookie) {
  if (!is_header_name(cookie.name)) throw std::invalid_argument("a cookie's name must be a token");
  if (!is_cookie_value(cookie.value)) throw std::invalid_argument("a cookie's value must be cookie characters");
  if (!cookie.path.starts_with('/') || !is_cookie_value(cookie.path)) {
    throw std::invalid_argument("a cookie's path must begin with / and hold no space, comma or semicolon");
  }
  if (cookie.name.starts_with("__Host-") && (!cookie.secure || cookie.path != "/")) {
    throw std::invalid_argument("a __Host- cookie is secure and has the path /");
  }
  std::string out = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
  if (cookie.max_age_s) out += "; Max-Age=" + std::to_string(*cookie.max_age_s);
  if (cookie.secure) out += "; Secure";
  out += "; HttpOnly; SameSite=";
  out += cookie.same_site == SameSite::strict ? "Strict" : "Lax";
  return out;
}

}  // namespace alongside::web
