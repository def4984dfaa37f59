// Made by scripts/words from locale/*.po: the languages that stand inside the program.
#include "html/catalogue.h"

asm(".section .rodata\n"
    ".global alongside_language_0_start\n.global alongside_language_0_end\nalongside_language_0_start:\n"
    ".incbin \"../locale/built/en-XA.81e18741bd48f86a.mo\"\nalongside_language_0_end: .byte 0\n"
    ".previous\n");

extern "C" {
extern const char alongside_language_0_start[];
extern const char alongside_language_0_end[];
}

namespace alongside::html {

const std::vector<Language>& built_in_languages() {
  static const std::vector<Language> languages = {
      {"en-XA", {alongside_language_0_start, static_cast<std::size_t>(alongside_language_0_end - alongside_language_0_start)}},
  };
  return languages;
}

}  // namespace alongside::html
