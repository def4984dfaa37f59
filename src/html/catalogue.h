// The texts of one language, read from a gettext .mo file that stands inside the program.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::html {

class Catalogue {
 public:
  virtual ~Catalogue() = default;
  // Null: this language has no such text. What is pointed to lives as long as the catalogue.
  virtual const char* find(const char* id) const = 0;
  virtual const char* find(const char* one, const char* many, std::int64_t n) const = 0;
};

// Null: not a .mo file that can be read.
std::shared_ptr<const Catalogue> read_catalogue(std::string_view language, std::string_view mo);

// A language that stands inside the program: locale/built/<code>.<hash>.mo.
struct Language {
  std::string_view code;
  std::string_view mo;
};
const std::vector<Language>& built_in_languages();

}  // namespace alongside::html
