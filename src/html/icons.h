// The small drawings: marks of the sides, and icons. All are decoration, hidden from screen readers, beside a word.
#pragma once

#include "html/html.h"

namespace alongside::html::icons {

inline Html icon(const Html& inside) {
  return el(
      "svg",
      {attr("class", "icon"), attr("viewBox", "0 0 24 24"), attr("aria-hidden", "true"), attr("focusable", "false")},
      inside);
}
inline Html gap() {
  return icon(raw("<rect x=\"3\" y=\"4\" width=\"18\" height=\"16\" stroke-dasharray=\"3.5 3.5\"/>"));
}
inline Html question() {
  return icon(
      raw("<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M9.2 9.3a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.1-1.5 "
          "2.2\"/><path d=\"M12 17.5v.01\"/>"));
}
inline Html tick() { return icon(raw("<path d=\"M4 12.5l5.5 5.5L20 6.5\"/>")); }
inline Html arrow() { return icon(raw("<path d=\"M3 12h16M13 5.5l6.5 6.5L13 18.5\"/>")); }
inline Html dash() { return icon(raw("<path d=\"M5 12h14\"/>")); }
inline Html cross() { return icon(raw("<path d=\"M5.5 5.5l13 13M18.5 5.5l-13 13\"/>")); }

}  // namespace alongside::html::icons
