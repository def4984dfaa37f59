#include "html/assets.h"

#include <stdexcept>
#include <string>

namespace alongside::html {

const Asset* asset_at(std::string_view path) {
  for (const Asset& one : assets()) {
    if (one.path == path) return &one;
  }
  return nullptr;
}

Url asset_url(std::string_view name) {
  for (const Asset& one : assets()) {
    if (one.name == name) return Url::to(one.path);
  }
  throw std::logic_error("no asset is called " + std::string(name));
}

}  // namespace alongside::html
