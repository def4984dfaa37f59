// Two pieces of work side by side: when each side came in, what had been decided by then, what was promised and what is lost.
#pragma once

#include "commons/home/whole_work.h"
#include "html/html.h"
#include "kernel/concern.h"

namespace alongside::home {

struct BesidePage {
  WholeWork one;
  WholeWork other;
  static void fields(auto& self, auto&& field) {
    field("one", self.one);
    field("other", self.other);
  }
  static Result<BesidePage> see(const kernel::Seeing& seeing);
};
std::string title(const BesidePage& view, const html::Say& say);
html::Html show(const BesidePage& view, const kernel::Showing& at);

}  // namespace alongside::home
