// A notice for the door: to print, and to pin up where people who use a place come. It says to them that a piece of work touches
// the place, that they are a side of it, who decides, and how to take part with the internet and without.
#pragma once

#include <string>

#include "commons/work/letter.h"

namespace alongside::work {

struct NoticePage {
  LetterPage letter;
  TouchedPlace touched;
  std::vector<kernel::AboutLine> choices;  // of this work, that would touch the place
  std::string moved_to;                    // it was put together with another: that one's notice
  static void fields(auto& self, auto&& field) {
    field("choices", self.choices);
    field("letter", self.letter);
    field("touched", self.touched);
  }
  static Result<NoticePage> see(const kernel::Seeing& seeing);  // not found before people are invited, and of any other place
};
std::string title(const NoticePage& view, const html::Say& say);
html::Html show(const NoticePage& view, const kernel::Showing& at);

}  // namespace alongside::work
