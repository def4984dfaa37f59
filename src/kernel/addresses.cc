#include "kernel/addresses.h"

#include <algorithm>

#include "base/text.h"

namespace alongside::kernel {

AddressShape shape_of(std::string_view path) {
  AddressShape out;
  out.shape.reserve(path.size() + 2);
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    const bool digits = !part.empty() && part.front() >= '0' && part.front() <= '9';
    if (digits && whole_number(part).ok()) {
      out.shape += "{}";
      out.numbers.push_back(part);
    } else {
      out.shape += part;
    }
    if (end < path.size()) out.shape += '/';
    at = end + 1;
  }
  return out;
}

std::optional<AddressPattern> pattern_of(std::string_view pattern) {
  AddressPattern out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    out.shape.append(pattern.substr(at, open - at));
    if (open == pattern.size()) break;
    const std::size_t shut = pattern.find('}', open);
    if (shut == pattern.npos) return std::nullopt;
    out.names.emplace_back(pattern.substr(open + 1, shut - open - 1));
    out.shape.append("{}");
    at = shut + 1;
  }
  // A number of its own would never be found: in a path every number is a parameter.
  return shape_of(out.shape).numbers.empty() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace alongside::kernel
