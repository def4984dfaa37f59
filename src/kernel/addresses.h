// Rows by the address that they name: "/decisions/{decision}". Found by its shape, so that a house with many pages
// answers as fast as one with few.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::kernel {

// "/decisions/61" as "/decisions/{}", and {"61"}. A parameter is a whole number without a leading zero.
struct AddressShape {
  std::string shape;
  std::vector<std::string_view> numbers;
};
AddressShape shape_of(std::string_view path);

// "/decisions/{decision}" as "/decisions/{}", and {"decision"}. Nothing for a brace that is not shut, or a number in it.
struct AddressPattern {
  std::string shape;
  std::vector<std::string> names;
};
std::optional<AddressPattern> pattern_of(std::string_view pattern);

template <class Row>
class Addresses {
 public:
  struct Match {
    const Row* row = nullptr;
    std::map<std::string, std::string> path;  // the parameters by name
  };
  // False: another row has an address of this shape, or it is no pattern.
  bool add(std::string_view pattern, const Row* row) {
    auto read = pattern_of(pattern);
    return read && rows_.emplace(std::move(read->shape), Entry{row, std::move(read->names)}).second;
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
