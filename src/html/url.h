// An address that is safe to link to: a path on this site, or http(s), mailto or tel. "javascript:", "data:" and
// "//elsewhere" have no way in. Source for how browsers read addresses: https://url.spec.whatwg.org/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace alongside::html {

class Url {
 public:
  // Of this page itself: "".
  Url() = default;

  // An address on this site, put together by the program: Url::to("/eastmere/decisions/", 61). It begins with one "/",
  // "?" or "#"; text in it that is data goes through segment(). Anything else is a broken invariant and throws.
  template <class... Pieces>
  static Url to(std::string_view start, const Pieces&... pieces) {
    std::string path(start);
    (append(path, pieces), ...);
    return checked(std::move(path));
  }

  // An address that somebody typed or that stands in a source. Nothing: not one that may be linked to.
  static std::optional<Url> parse(std::string_view text);

  // On this page: Url::fragment("people") is "#people".
  static Url fragment(std::string_view id);

  // Data as one segment of a path: "a/b c" becomes "a%2Fb%20c".
  static std::string segment(std::string_view data);

  // The same address with "?name=value" added, or "&name=value"; both are encoded. An empty value is left out.
  Url with(std::string_view name, std::string_view value) const;
  Url at(std::string_view id) const;  // the same address with "#id"

  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool is_elsewhere() const;  // not on this site
  friend bool operator==(const Url&, const Url&) = default;

 private:
  explicit Url(std::string text) : text_(std::move(text)) {}
  static Url checked(std::string path);

  template <class Piece>
  static void append(std::string& path, const Piece& piece) {
    if constexpr (std::is_integral_v<Piece>) {
      path += std::to_string(piece);
    } else {
      path += std::string_view(piece);
    }
  }

  std::string text_;
};

}  // namespace alongside::html
