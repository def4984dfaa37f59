#include "html/url.h"

#include <stdexcept>

#include "base/text.h"

namespace alongside::html {
namespace {

constexpr std::size_t length_max = 4096;

// Bytes that stand for themselves in an address (RFC 3986); "%" begins an escape that is already there.
bool stands_for_itself(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

bool has_control_or_backslash(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\') return true;
  }
  return false;
}

std::string with_the_rest_encoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (stands_for_itself(c)) {
      out += c;
    } else {
      out += percent_encoded(std::string_view(&c, 1));
    }
  }
  return out;
}

bool is_path_here(std::string_view text) {
  if (text.empty()) return true;
  if (text[0] == '?' || text[0] == '#') return true;
  return text[0] == '/' && !(text.size() > 1 && text[1] == '/');
}

// "https://host…": a scheme that we link to, then a host that is not empty.
bool is_web(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (starts_with_ignoring_case(text, scheme) && text.size() > scheme.size()) {
      const char first = text[scheme.size()];
      return first != '/' && first != '?' && first != '#' && first != ':' && first != '@';
    }
  }
  return false;
}

}  // namespace

Url Url::checked(std::string path) {
  if (!is_path_here(path) || has_control_or_backslash(path)) {
    throw std::logic_error("an address on this site begins with one '/', '?' or '#'");
  }
  return Url(with_the_rest_encoded(path));
}

std::optional<Url> Url::parse(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > length_max || has_control_or_backslash(text) || !is_utf8(text)) return std::nullopt;
  const bool mail_or_phone = (starts_with_ignoring_case(text, "mailto:") && text.size() > 7) ||
                             (starts_with_ignoring_case(text, "tel:") && text.size() > 4);
  if (!is_path_here(text) && !is_web(text) && !mail_or_phone) return std::nullopt;
  return Url(with_the_rest_encoded(text));
}

Url Url::fragment(std::string_view id) { return Url("#" + with_the_rest_encoded(id)); }

std::string Url::segment(std::string_view data) { return percent_encoded(data); }

Url Url::with(std::string_view name, std::string_view value) const {
  if (value.empty()) return *this;
  const std::size_t hash = text_.find('#');
  std::string out = text_.substr(0, hash);
  out += out.find('?') == std::string::npos ? '?' : '&';
  out += percent_encoded(name) + "=" + percent_encoded(value);
  if (hash != std::string::npos) out += text_.substr(hash);
  return Url(std::move(out));
}

Url Url::at(std::string_view id) const {
  return Url(text_.substr(0, text_.find('#')) + "#" + with_the_rest_encoded(id));
}

bool Url::is_elsewhere() const { return !is_path_here(text_); }

}  // namespace alongside::html
