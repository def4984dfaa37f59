#include "html/nhsuk.h"

#include <doctest/doctest.h>

#include "html/nhsuk_examples.h"
#include "html/table.h"

namespace alongside::html {
namespace {

using examples::Given;
using examples::size_of;
using examples::Skipped;

Html draw_button(Given& given) {
  Button one{.words = text(given.text_at("text")),
             .small = given.flag_at("small"),
             .id = given.text_at("id"),
             .name = given.text_at("name"),
             .value = given.text_at("value"),
             .disabled = given.flag_at("disabled"),
             .once = given.flag_at("preventDoubleClick")};
  const std::string look = given.text_at("variant");
  if (look == "secondary")
    one.look = ButtonLook::secondary;
  else if (look == "warning")
    one.look = ButtonLook::warning;
  else if (look == "reverse")
    one.look = ButtonLook::reverse;
  else if (!look.empty())
    throw Skipped{"look " + look};
  if (const Json* once = given.take("preventDoubleClick"); once != nullptr && !once->boolean()) {
    throw Skipped{"a button that says it may be pressed twice"};
  }
  if (given.text_at("type") == "button") throw Skipped{"a button that submits nothing"};
  const std::string href = given.text_at("href");
  if (!href.empty() && one.small) throw Skipped{"a small button that is a link"};
  if (!href.empty()) return button_link(*Url::parse(href), one.words, one.look);
  return button(one);
}

Html draw_tag(Given& given) {
  static const std::map<std::string, Colour> colours = {{"", Colour::plain},
                                                        {"white", Colour::white},
                                                        {"grey", Colour::grey},
                                                        {"green", Colour::green},
                                                        {"aqua-green", Colour::aqua_green},
                                                        {"blue", Colour::blue},
                                                        {"purple", Colour::purple},
                                                        {"pink", Colour::pink},
                                                        {"red", Colour::red},
                                                        {"orange", Colour::orange},
                                                        {"yellow", Colour::yellow}};
  const Html words = text(given.text_at("text"));
  const std::string classes = given.text_at("classes");
  if (classes.starts_with("nhsuk-tag--")) throw Skipped{"a colour given as a class"};
  return nhsuk_tag(words, colours.at(given.text_at("colour")), classes);
}

Html draw_table(Given& given) {
  TableParts parts;
  parts.stacks = given.flag_at("responsive");
  parts.first_names_row = given.flag_at("firstCellIsHeader");
  if (!parts.first_names_row) throw Skipped{"a table whose rows have no name"};
  if (const Json* caption = given.take("caption"); caption != nullptr && caption->is_object()) {
    Given inner(*caption);
    parts.caption = text(inner.text_at("text"));
    parts.caption_size = size_of(inner.text_at("size"));
    inner.done("caption");
  } else {
    parts.caption = given.words_at("caption");
  }
  if (const Json* heads = given.take("head")) {
    for (const Json& head : heads->items()) {
      if (head.is_string()) {
        parts.heads.push_back({text(head.string()), false});
        continue;
      }
      Given one(head);
      parts.heads.push_back({text(one.text_at("text")), one.text_at("format") == "numeric"});
      one.done("head");
    }
  }
  const Json* rows = given.take("rows");
  if (rows == nullptr || parts.heads.empty()) throw Skipped{"a table without heads or rows"};
  for (const Json& row : rows->items()) {
    std::vector<Html> cells;
    for (const Json& data : row.items()) {
      if (data.is_string()) {
        cells.push_back(text(data.string()));
        continue;
      }
      Given one(data);
      cells.push_back(text(one.text_at("text")));
      const bool numeric = one.text_at("format") == "numeric";
      if (numeric != parts.heads.at(cells.size() - 1).numeric) throw Skipped{"a cell that differs from its column"};
      one.done("rows");
    }
    parts.rows.push_back(std::move(cells));
  }
  return table(parts);
}

Html draw_summary(Given& given) {
  std::vector<Fact> facts;
  for (const Json& row : given.take("rows")->items()) {
    if (!row.is_object()) throw Skipped{"a row that is empty"};
    Given one(row);
    facts.push_back({one.words_at("key"), one.words_at("value"), {}});
    one.done("rows");
  }
  return summary_list(facts);
}

Html draw_crumbs(Given& given) {
  std::vector<Crumb> crumbs;
  const Json* items = given.take("items");
  if (items == nullptr) throw Skipped{"no items"};
  for (const Json& item : items->items()) {
    Given one(item);
    crumbs.push_back({text(one.text_at("text")), *Url::parse(one.text_at("href"))});
    one.done("items");
  }
  return breadcrumb(crumbs, Say::english());
}

Html draw_pagination(Given& given) {
  const auto page = [&given](const char* key, Html& words) -> std::optional<Url> {
    const Json* found = given.take(key);
    if (found == nullptr) return std::nullopt;
    Given one(*found);
    const std::optional<Url> url = Url::parse(one.text_at("href"));
    words = one.words_at("label");
    one.done(key);
    return url;
  };
  Html before;
  Html after;
  const std::optional<Url> previous = page("previous", before);
  const std::optional<Url> next = page("next", after);
  return pagination(previous, next, Say::english(), before, after);
}

Html draw_warning(Given& given) {
  const Html heading = given.words_at("heading");
  if (heading.empty()) throw Skipped{"a warning without a heading"};
  if (heading.str().find("mportant") != std::string::npos) throw Skipped{"a heading that says Important itself"};
  const std::int64_t level = given.number_at("headingLevel");
  return warning(heading, el("p", {attr("class", "nhsuk-card__description")}, given.text_at("text")), Say::english(),
                 level == 0 ? 3 : static_cast<int>(level));
}

}  // namespace

TEST_CASE("the HTML of a part is the package's own, for every example whose options we have") {
  examples::compare({{"button", draw_button},
                     {"tag", draw_tag},
                     {"inset-text", [](Given& given) { return inset(el("p", given.text_at("text")), Say::english()); }},
                     {"warning-callout", draw_warning},
                     {"details",
                      [](Given& given) {
                        const Html summary = given.words_at("summary");
                        const bool open = given.flag_at("open");
                        return details(summary, text(given.text_at("text")), open);
                      }},
                     {"breadcrumb", draw_crumbs},
                     {"pagination", draw_pagination},
                     {"summary-list", draw_summary},
                     {"tables", draw_table},
                     {"back-link",
                      [](Given& given) {
                        const std::string href = given.text_at("href");
                        if (href.empty()) throw Skipped{"a way back that is a button"};
                        return back_link(*Url::parse(href), text(given.text_at("text")));
                      }}},
                    50);
}

}  // namespace alongside::html
