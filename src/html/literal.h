// Text that stood in our own source when it was compiled: the only text that reaches a page without being escaped, and
// the only text that can be looked up in a translation. It cannot be made from a value.
#pragma once

#include <cstddef>
#include <string_view>

namespace alongside::html {

struct Literal {
  template <std::size_t N>
  consteval Literal(const char (&source)[N]) : text(source, N - 1) {}  // NOLINT: "p" is a Literal
  std::string_view text;
};

// The name of an element. `script` and `style` do not compile: no page of ours carries code or rules inside it.
struct Tag {
  template <std::size_t N>
  consteval Tag(const char (&source)[N]) : name(source, N - 1), is_void(void_element(name)) {  // NOLINT
    for (const char c : name) {
      if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) throw "not an element's name";
    }
    if (name == "script" || name == "style") throw "no script and no style inside a page";
  }
  std::string_view name;
  bool is_void;  // has no end tag

 private:
  static consteval bool void_element(std::string_view name) {
    for (const std::string_view one :
         {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}) {
      if (name == one) return true;
    }
    return false;
  }
};

// The name of an attribute that holds text. Handlers (onclick), style and those that hold an address do not compile.
struct Name {
  template <std::size_t N>
  consteval Name(const char (&source)[N]) : text(source, N - 1) {  // NOLINT
    for (const char c : text) {
      if (c <= ' ' || c == '"' || c == '\'' || c == '>' || c == '/' || c == '=' || c > '~')
        throw "not an attribute's name";
    }
    if (text.starts_with("on") || text == "style" || text == "srcdoc" || text == "http-equiv")
      throw "never on our pages";
    for (const std::string_view address :
         {"href", "src", "action", "formaction", "srcset", "poster", "data", "cite", "ping", "xlink:href"}) {
      if (text == address) throw "an address takes a Url";
    }
  }
  std::string_view text;
};

// The name of an attribute that holds an address.
struct UrlName {
  template <std::size_t N>
  consteval UrlName(const char (&source)[N]) : text(source, N - 1) {  // NOLINT
    if (text != "href" && text != "src" && text != "action" && text != "formaction") throw "not an address";
  }
  std::string_view text;
};

}  // namespace alongside::html
