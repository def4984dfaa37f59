// Rows by the address that they name: "/decisions/{decision}". Found by its shape, so that a house with many pages
// answers as fast as one with few.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace alongside::kernel {

// "/decisions/61" as "/decisions/{}", and {"61"}. A parameter is a whole number without a leading zero.
struct AddressShape {
  std::string shape;
  std::vector<std::string_view> numbers;
};
AddressShape shape_of(std::string_view path);

template <class Row>
class Addresses {
 public:
  struct Match {
    const Row* row = nullptr;
    std::map<std::string, std::string> path;  // the parameters by name
  };
  // False: another row has an address of this shape.
  bool add(std::string_view pattern, const Row* row) {
    Entry entry{.row = row};
    std::string shape;
    for (std::size_t at = 0; at < pattern.size();) {
      const std::size_t open = pattern.find('{', at);
      shape.append(pattern.substr(at, open - at));
      if (open == pattern.npos) break;
      const std::size_t shut = pattern.find('}', open);
      entry.names.emplace_back(pattern.substr(open + 1, shut - open - 1));
      shape.append("{}");
      at = shut + 1;
    }
    return rows_.emplace(std::move(shape), std::move(entry)).second;
  }
  Match find(std::string_view path) const {
    if (path.find('{') != path.npos) return {};  // somebody typed a shape
    const AddressShape shape = shape_of(path);
    const auto at = rows_.find(shape.shape);
    if (at == rows_.end()) return {};
    Match match{.row = at->second.row};
    for (std::size_t i = 0; i < shape.numbers.size(); ++i) {
      match.path.emplace(at->second.names[i], shape.numbers[i]);
    }
    return match;
  }

 private:
  struct Entry {
    const Row* row;
    std::vector<std::string> names;
  };
  std::map<std::string, Entry, std::less<>> rows_;
};

}  // namespace alongside::kernel
