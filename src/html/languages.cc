// Made by scripts/words from locale/*.po: the languages that stand inside the program.
#include "html/catalogue.h"

namespace alongside::html {

const std::vector<Language>& built_in_languages() {
  static const std::vector<Language> languages = {};
  return languages;
}

}  // namespace alongside::html
