// Every part in every state, as data. The same list feeds the check of its HTML, axe, and pictures at 320 and 1280 px
// (tests/components). A part that is not here is not done.
#pragma once

#include <string>
#include <vector>

#include "html/html.h"
#include "html/say.h"

namespace alongside::html {

struct Shown {
  std::string part;
  std::string state;
  Html html;
};
std::vector<Shown> gallery(const Say& say);

// All of it as one page.
std::string gallery_page(const Say& say);

}  // namespace alongside::html
