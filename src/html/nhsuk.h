// Parts of nhsuk-frontend 10.6 that we use as they are. Their HTML is the package's own: nhsuk_test.cc compares each
// with the package's fixtures, for the options that are here. Form controls are in nhsuk_form.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"
#include "html/say.h"

namespace alongside::html {

enum class ButtonLook { primary, secondary, warning, reverse };
struct Button {
  Html words = {};
  ButtonLook look = ButtonLook::primary;
  bool small = false;
  std::string id = {};
  std::string name = {};
  std::string value = {};
  bool disabled = false;
  bool once = true;  // prevents a double click, where scripts run
};
Html button(const Button& button);  // submits
Html button_link(const Url& to, const Html& words, ButtonLook look = ButtonLook::primary);

enum class Colour { plain, white, grey, green, aqua_green, blue, purple, pink, red, orange, yellow };
Html nhsuk_tag(const Html& words, Colour colour = Colour::plain, std::string_view classes = {});

Html inset(const Html& body, const Say& say);
// A warning that must not be missed; the heading is read as "Important: …".
Html warning(const Html& heading, const Html& body, const Say& say, int level = 2);
Html details(const Html& summary, const Html& body, bool open = false, std::string_view classes = {});
Html back_link(const Url& to, const Html& words);

struct Crumb {
  Html words = {};
  Url to = {};
};
Html breadcrumb(const std::vector<Crumb>& crumbs, const Say& say);
Html skip_link(const Say& say);

// Earlier and later pages of a list: both empty prints nothing. The words say what is there ("Page 2 of 9").
Html pagination(const std::optional<Url>& previous, const std::optional<Url>& next, const Say& say,
                const Html& previous_words = {}, const Html& next_words = {});

// The same for a list at `here` that is read page by page ("?page=2").
Html pages(const Url& here, int page, bool has_more, const Say& say);

struct Fact {
  Html name = {};
  Html value = {};
  Html action = {};  // of a summary list: "Change" and what, as a link
};
Html summary_list(const std::vector<Fact>& facts);

}  // namespace alongside::html
