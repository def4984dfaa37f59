// What a label of ModernGov's pages says, put where it belongs. Shared by all its pages.
#pragma once

#include <string>
#include <vector>

#include "formats/labels.h"
#include "formats/page.h"
#include "formats/read.h"

namespace alongside::formats {

// What a reader of pages knows beside the struct it fills.
struct Reading {
  const std::string& file;
  Problems problems;
  std::vector<Problem> notices;
};

void set_field(ReadDecision& decision, Label label, const Block& block, Reading& reading);
void set_field(ReadComing& coming, Label label, const Block& block, Reading& reading);
// A paragraph or list item of the section that began with this label.
void add_words(ReadDecision& decision, Label section, const Block& block);
void add_words(ReadComing& coming, Label section, const Block& block);

// A title as it was meant: escaped twice, it is unescaped once more, and that is flagged.
std::string read_title(std::string_view words, std::vector<Flag>& flags);
Answer read_answer(std::string_view words);
// "(All Wards);" and "Millbrook; Riverside;"
std::vector<std::string> read_wards(std::string_view words);
// A post or department; e-mail addresses and telephone numbers, and what follows them, are dropped.
std::string without_contact(std::string_view words);

}  // namespace alongside::formats
