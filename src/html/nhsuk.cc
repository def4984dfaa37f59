#include "html/nhsuk.h"

namespace alongside::html {
namespace {

std::string_view look_class(ButtonLook look) {
  switch (look) {
    case ButtonLook::secondary:
      return " nhsuk-button--secondary";
    case ButtonLook::warning:
      return " nhsuk-button--warning";
    case ButtonLook::reverse:
      return " nhsuk-button--reverse";
    default:
      return "";
  }
}

std::string_view colour_class(Colour colour) {
  switch (colour) {
    case Colour::white:
      return " nhsuk-tag--white";
    case Colour::grey:
      return " nhsuk-tag--grey";
    case Colour::green:
      return " nhsuk-tag--green";
    case Colour::aqua_green:
      return " nhsuk-tag--aqua-green";
    case Colour::blue:
      return " nhsuk-tag--blue";
    case Colour::purple:
      return " nhsuk-tag--purple";
    case Colour::pink:
      return " nhsuk-tag--pink";
    case Colour::red:
      return " nhsuk-tag--red";
    case Colour::orange:
      return " nhsuk-tag--orange";
    case Colour::yellow:
      return " nhsuk-tag--yellow";
    default:
      return "";
  }
}

std::string with_classes(std::string base, std::string_view more) {
  if (!more.empty()) base.append(" ").append(more);
  return base;
}

Html warning_heading(int level, const Html& words) {
  const Attrs attrs{attr("class", "nhsuk-card__heading")};
  return level == 2 ? el("h2", attrs, words) : level == 3 ? el("h3", attrs, words) : el("h4", attrs, words);
}

Html arrow_left() {
  return raw(
      "<svg class=\"nhsuk-icon nhsuk-icon--arrow-left\" xmlns=\"http://www.w3.org/2000/svg\" "
      "viewBox=\"0 0 24 24\" width=\"16\" height=\"16\" focusable=\"false\" aria-hidden=\"true\">"
      "<path d=\"M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5"
      "A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z\"/></svg>");
}

Html arrow_right() {
  return raw(
      "<svg class=\"nhsuk-icon nhsuk-icon--arrow-right\" xmlns=\"http://www.w3.org/2000/svg\" "
      "viewBox=\"0 0 24 24\" width=\"16\" height=\"16\" focusable=\"false\" aria-hidden=\"true\">"
      "<path d=\"m14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6"
      "l-3.3-3.3a1 1 0 1 1 1.4-1.4Z\"/></svg>");
}

}  // namespace

Html button(const Button& one) {
  std::string classes = "nhsuk-button";
  classes += look_class(one.look);
  if (one.small) classes += " nhsuk-button--small";
  return el("button",
            {attr("class", classes), attr_unless_empty("id", one.id), attr_unless_empty("name", one.name),
             attr("data-module", "nhsuk-button"), attr_if(one.once, "data-prevent-double-click", "true"),
             attr("type", "submit"), attr_unless_empty("value", one.value), attr_if(one.disabled, "disabled"),
             attr_if(one.disabled, "aria-disabled", "true")},
            one.words);
}

Html button_link(const Url& to, const Html& words, ButtonLook look) {
  return el("a",
            {attr("class", std::string("nhsuk-button").append(look_class(look))), attr("data-module", "nhsuk-button"),
             attr("href", to), attr("role", "button"), attr("draggable", "false")},
            words);
}

Html nhsuk_tag(const Html& words, Colour colour, std::string_view classes) {
  return el("strong", {attr("class", with_classes(std::string("nhsuk-tag").append(colour_class(colour)), classes))},
            words);
}

Html inset(const Html& body, const Say& say) {
  return el("div", {attr("class", "nhsuk-inset-text")},
            el("span", {attr("class", "nhsuk-u-visually-hidden")}, say("Information:"), raw(" ")), body);
}

Html warning(const Html& heading, const Html& body, const Say& say, int level) {
  const Html words = el("span", {attr("role", "text")},
                        el("span", {attr("class", "nhsuk-u-visually-hidden")}, say("Important:"), raw(" ")), heading);
  return el("div", {attr("class", "nhsuk-card nhsuk-card--warning")},
            el("div", {attr("class", "nhsuk-card__content")}, warning_heading(level, words), body));
}

Html details(const Html& summary, const Html& body, bool open, std::string_view classes) {
  return el("details", {attr("class", with_classes("nhsuk-details", classes)), attr_if(open, "open")},
            el("summary", {attr("class", "nhsuk-details__summary")},
               el("span", {attr("class", "nhsuk-details__summary-text")}, summary)),
            el("div", {attr("class", "nhsuk-details__text")}, body));
}

Html back_link(const Url& to, const Html& words) {
  return el("a", {attr("class", "nhsuk-back-link"), attr("href", to)}, words);
}

Html breadcrumb(const std::vector<Crumb>& crumbs, const Say& say) {
  if (crumbs.empty()) return {};
  const Html items = each(crumbs, [](const Crumb& crumb) {
    return el("li", {attr("class", "nhsuk-breadcrumb__list-item")},
              el("a", {attr("class", "nhsuk-breadcrumb__link"), attr("href", crumb.to)}, crumb.words));
  });
  return el(
      "nav", {attr("class", "nhsuk-breadcrumb"), attr("aria-label", say.plain("Breadcrumb"))},
      el("ol", {attr("class", "nhsuk-breadcrumb__list")}, items),
      back_link(crumbs.back().to, el("span", {attr("class", "nhsuk-u-visually-hidden")}, say("Back to"), raw(" ")) +
                                      crumbs.back().words));
}

Html skip_link(const Say& say) {
  return el(
      "a",
      {attr("class", "nhsuk-skip-link"), attr("data-module", "nhsuk-skip-link"), attr("href", Url::fragment("main"))},
      say("Skip to main content"));
}

Html pagination(const std::optional<Url>& previous, const std::optional<Url>& next, const Say& say,
                const Html& previous_words, const Html& next_words) {
  if (!previous && !next) return {};
  const auto title = [](const Html& words) { return el("span", {attr("class", "nhsuk-pagination__title")}, words); };
  const auto page = [](const Html& words) {
    return when(!words.empty(), el("span", {attr("class", "nhsuk-u-visually-hidden")}, ":") +
                                    el("span", {attr("class", "nhsuk-pagination__page")}, words));
  };
  Html items;
  if (previous) {
    items +=
        el("li", {attr("class", "nhsuk-pagination-item--previous")},
           el("a",
              {attr("class", "nhsuk-pagination__link nhsuk-pagination__link--prev"), attr("href", *previous),
               attr("rel", "prev")},
              title(say("Previous{page}",
                        {{"page", el("span", {attr("class", "nhsuk-u-visually-hidden")}, raw(" "), say("page"))}})),
              page(previous_words), arrow_left()));
  }
  if (next) {
    items +=
        el("li", {attr("class", "nhsuk-pagination-item--next")},
           el("a",
              {attr("class", "nhsuk-pagination__link nhsuk-pagination__link--next"), attr("href", *next),
               attr("rel", "next")},
              title(say("Next{page}",
                        {{"page", el("span", {attr("class", "nhsuk-u-visually-hidden")}, raw(" "), say("page"))}})),
              page(next_words), arrow_right()));
  }
  return el(
      "nav",
      {attr("class", "nhsuk-pagination"), attr("role", "navigation"), attr("aria-label", say.plain("Pagination"))},
      el("ul", {attr("class", "nhsuk-list nhsuk-pagination__list")}, items));
}

Html pages(const Url& here, int page, bool has_more, const Say& say) {
  const auto at = [&](int other) { return here.with("page", std::to_string(other)); };
  return pagination(page > 1 ? std::optional(at(page - 1)) : std::nullopt,
                    has_more ? std::optional(at(page + 1)) : std::nullopt, say);
}

Html summary_list(const std::vector<Fact>& facts) {
  bool any_action = false;
  for (const Fact& fact : facts) any_action = any_action || !fact.action.empty();
  return el("dl", {attr("class", "nhsuk-summary-list")}, each(facts, [any_action](const Fact& fact) {
              const bool bare = any_action && fact.action.empty();
              return el(
                  "div",
                  {attr("class", bare ? "nhsuk-summary-list__row nhsuk-summary-list__row--no-actions"
                                      : "nhsuk-summary-list__row")},
                  el("dt", {attr("class", "nhsuk-summary-list__key")}, fact.name),
                  el("dd", {attr("class", "nhsuk-summary-list__value")}, fact.value),
                  when(!fact.action.empty(), el("dd", {attr("class", "nhsuk-summary-list__actions")}, fact.action)));
            }));
}

}  // namespace alongside::html
