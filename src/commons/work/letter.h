// A letter to print and send: what is being decided, what is decided already, who decides, what is paid, and how to come in
// without the internet or with it. Its code is the number of the work: whoever types it into the first box of the place comes
// to it, and whoever rings says it. It is the same on every letter, so that nobody can be followed by it.
#pragma once

#include <string>

#include "commons/work/views.h"

namespace alongside::work {

struct LetterPage {
  WorkPage page;
  Text place;
  static void fields(auto& self, auto&& field) {
    field("page", self.page);
    field("place", self.place);
  }
  static Result<LetterPage> see(const kernel::Seeing& seeing);  // not found before people are invited
};
std::string title(const LetterPage& view, const html::Say& say);
html::Html show(const LetterPage& view, const kernel::Showing& at);

// What a notice says too (notice.h). Of an item of the launch list: inviting people needs all of it.
html::Html setting_words(const WorkPage& page, const char* item, const html::Say& say);
// Without the internet and with it: the code, which is the number of the work.
html::Html how_to_take_part(const WorkPage& page, const Text& place, const html::Say& say);

}  // namespace alongside::work
