// HTML that is escaped by construction.
//
//   el("p", {attr("class", "lede")}, "5 < 6, says ", name)     <p class="lede">5 &lt; 6, says …</p>
//
// A child is Html (already safe) or text (escaped here). Names of elements and attributes are literals that are checked
// as they compile; href, src and action take a Url (url.h). The only ways in for text that is not escaped are raw(),
// which takes a literal of our own source, and other Html. Appending only; cheap to move.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/literal.h"
#include "html/url.h"

namespace alongside::html {

// Puts text into `out` as HTML: & < > " ' are replaced; what is no UTF-8 character or a control becomes U+FFFD.
void append_escaped(std::string& out, std::string_view text);

// One attribute, already printed: ` class="lede"`. An empty one prints nothing.
class Attr {
 public:
  Attr() = default;

 private:
  friend class Attrs;
  friend Attr attr(Name name, std::string_view value);
  friend Attr attr(Name name, std::int64_t value);
  friend Attr attr(Name name);
  friend Attr attr(UrlName name, const Url& url);
  std::string text_;
};

Attr attr(Name name, std::string_view value);
Attr attr(Name name, std::int64_t value);
inline Attr attr(Name name, int value) { return attr(name, static_cast<std::int64_t>(value)); }
Attr attr(Name name);  // one that is there or not: attr("required")
Attr attr(UrlName name, const Url& url);

// Only if it holds.
inline Attr attr_if(bool holds, Name name) { return holds ? attr(name) : Attr(); }
inline Attr attr_if(bool holds, Name name, std::string_view value) { return holds ? attr(name, value) : Attr(); }
inline Attr attr_if(bool holds, Name name, std::int64_t value) { return holds ? attr(name, value) : Attr(); }
inline Attr attr_if(bool holds, UrlName name, const Url& url) { return holds ? attr(name, url) : Attr(); }
// Only if there is something in it.
inline Attr attr_unless_empty(Name name, std::string_view value) { return attr_if(!value.empty(), name, value); }

class Attrs {
 public:
  Attrs() = default;
  Attrs(std::initializer_list<Attr> list) {
    for (const Attr& one : list) text_ += one.text_;
  }
  Attrs& add(const Attr& one) {
    text_ += one.text_;
    return *this;
  }
  Attrs& add(const Attrs& more) {
    text_ += more.text_;
    return *this;
  }
  const std::string& str() const { return text_; }

 private:
  std::string text_;
};

class Html {
 public:
  Html() = default;

  bool empty() const { return text_.empty(); }
  const std::string& str() const { return text_; }
  std::string take() && { return std::move(text_); }
  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  Html& operator+=(const Html& more) {
    text_ += more.text_;
    return *this;
  }
  Html& operator+=(std::string_view words) {
    append_escaped(text_, words);
    return *this;
  }
  friend Html operator+(Html left, const Html& right) {
    left += right;
    return left;
  }

 private:
  friend Html raw(Literal ours);
  friend Html text(std::string_view words);
  template <class... Children>
  friend Html el(Tag tag, const Attrs& attrs, const Children&... children);
  friend Html document(Html&& page);
  std::string text_;
};

inline Html text(std::string_view words) {
  Html out;
  append_escaped(out.text_, words);
  return out;
}
inline Html raw(Literal ours) {
  Html out;
  out.text_ = ours.text;
  return out;
}

template <class T>
concept Child = std::same_as<T, Html> || std::convertible_to<const T&, std::string_view>;

template <class... Children>
Html el(Tag tag, const Attrs& attrs, const Children&... children) {
  static_assert((Child<Children> && ...), "a child is Html or text; numbers and days go through Say");
  [[maybe_unused]] constexpr auto length = [](const auto& child) -> std::size_t {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(child)>, Html>) {
      return child.str().size();
    } else {
      return std::string_view(child).size();
    }
  };
  Html out;
  out.text_.reserve((std::size_t{2} * tag.name.size() + 5 + attrs.str().size()) + (length(children) + ... + 0));
  out.text_ += '<';
  out.text_ += tag.name;
  out.text_ += attrs.str();
  out.text_ += '>';
  if (tag.is_void) return out;
  ((out += children), ...);
  out.text_ += "</";
  out.text_ += tag.name;
  out.text_ += '>';
  return out;
}
template <class... Children>
requires(Child<Children>&&...) Html el(Tag tag, const Children&... children) { return el(tag, Attrs(), children...); }

// A link: a(url, "words").
template <class Words>
Html a(const Url& to, const Words& words, const Attrs& more = {}) {
  Attrs attrs{attr("href", to)};
  return el("a", attrs.add(more), words);
}

inline Html when(bool holds, Html html) { return holds ? std::move(html) : Html(); }

// One piece of HTML for each thing.
template <class Range, class Show>
Html each(const Range& range, Show show) {
  Html out;
  for (const auto& one : range) out += show(one);
  return out;
}

// Puts `between` between those that are not empty.
Html join(const std::vector<Html>& pieces, const Html& between);

// Puts pieces one after another: all(a, b, c).
template <class... Pieces>
Html all(const Pieces&... pieces) {
  static_assert((Child<Pieces> && ...), "a piece is Html or text");
  Html out;
  ((out += pieces), ...);
  return out;
}

// With "<!DOCTYPE html>" before it.
Html document(Html&& page);

}  // namespace alongside::html
