#include "html/nhsuk_form.h"

#include <doctest/doctest.h>

#include "html/nhsuk_examples.h"

namespace alongside::html {
namespace {

using examples::Given;
using examples::id_of;
using examples::read_label;
using examples::size_of;
using examples::Skipped;
using examples::words_of;

std::vector<Option> options_of(Given& given, const char* chosen_key) {
  std::vector<std::string> chosen;
  if (const Json* values = given.take(chosen_key)) {
    if (values->is_string()) chosen = {values->string()};
    if (values->is_array()) {
      for (const Json& one : values->items()) chosen.push_back(one.string());
    }
  }
  std::vector<Option> out;
  const Json* items = given.take("items");
  if (items == nullptr) return out;
  for (const Json& item : items->items()) {
    if (!item.is_object()) throw Skipped{"an item that is empty"};
    Given one(item);
    if (one.take("value") == nullptr) throw Skipped{"an item without a value"};
    Option option{.value = one.text_at("value"), .label = text(one.text_at("text")), .hint = one.words_at("hint")};
    if (option.label.empty()) option.label = one.words_at("label");
    option.chosen = one.flag_at("checked") || one.flag_at("selected");
    for (const std::string& value : chosen) option.chosen = option.chosen || value == option.value;
    one.done("items");
    out.push_back(std::move(option));
  }
  return out;
}

Html draw_options(Given& given, OptionKind kind) {
  Options all;
  all.kind = kind;
  all.name = given.text_at("name");
  const std::string prefix = given.text_at("idPrefix");
  all.id = prefix.empty() ? all.name : prefix;
  if (const Json* fieldset = given.take("fieldset")) {
    Given inner(*fieldset);
    read_label(inner.take("legend"), all.words);
    inner.done("fieldset");
    if (all.words.label.empty()) throw Skipped{"a fieldset without a legend"};
  }
  all.words.hint = given.words_at("hint");
  all.words.error = given.words_at("errorMessage");
  all.small = given.flag_at("small");
  all.in_line = given.flag_at("inline");
  all.options = options_of(given, kind == OptionKind::radios ? "value" : "values");
  return options(all, Say::english());
}

Html draw_input(Given& given) {
  Input one;
  one.words = words_of(given);
  one.name = given.text_at("name");
  one.id = id_of(given, one.name);
  if (given.take("value") != nullptr) one.value = given.text_at("value");
  one.width = static_cast<int>(given.number_at("width"));
  one.autocomplete = given.text_at("autocomplete");
  one.prefix = given.words_at("prefix");
  one.suffix = given.words_at("suffix");
  const std::string inputmode = given.text_at("inputmode");
  const std::string type = given.text_at("type");
  if (const Json* spellcheck = given.take("spellcheck"))
    one.spellcheck = spellcheck->is_bool() && spellcheck->boolean();
  one.inputmode = inputmode;
  if (!type.empty()) one.type = type;
  return input(one, Say::english());
}

Html draw_textarea(Given& given) {
  Textarea one;
  one.words = words_of(given);
  one.name = given.text_at("name");
  one.id = id_of(given, one.name);
  one.value = given.text_at("value");
  one.autocomplete = given.text_at("autocomplete");
  if (const std::int64_t rows = given.number_at("rows"); rows != 0) one.rows = static_cast<int>(rows);
  if (const Json* spellcheck = given.take("spellcheck")) one.spellcheck = spellcheck->boolean();
  return textarea(one, Say::english());
}

Html draw_date(Given& given) {
  DateInput date;
  date.id = given.text_at("id");
  date.words.hint = given.words_at("hint");
  date.words.error = given.words_at("errorMessage");
  if (const Json* fieldset = given.take("fieldset")) {
    Given inner(*fieldset);
    read_label(inner.take("legend"), date.words);
    inner.done("fieldset");
  }
  std::map<std::string, std::string> values;
  if (const Json* typed = given.take("values")) {
    for (const auto& [key, value] : typed->members())
      values[key] = value.is_number() ? std::to_string(value.number()) : value.string();
  }
  for (const std::string box : {"day", "month", "year"}) {
    std::string label = box;
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
    date.boxes.push_back({.id = date.id + "-" + box,
                          .name = box,
                          .label = text(label),
                          .value = values[box],
                          .width = box == "year" ? 4 : 2});
  }
  return date_input(date, Say::english());
}

Html draw_error_summary(Given& given) {
  if (given.words_at("heading").str() != "There is a problem") throw Skipped{"another heading"};
  std::vector<SummaryLine> lines;
  const Json* list = given.take("errorList");
  if (list == nullptr) throw Skipped{"a summary of nothing"};
  for (const Json& error : list->items()) {
    if (!error.is_object()) throw Skipped{"an error that is empty"};
    Given one(error);
    const std::string href = one.text_at("href");
    lines.push_back({text(one.text_at("text")), href.empty() ? Url() : *Url::parse(href)});
    one.done("errorList");
  }
  return error_summary(lines, Say::english(), false);
}

Html draw_select(Given& given) {
  Select one;
  one.words = words_of(given);
  one.name = given.text_at("name");
  one.id = id_of(given, one.name);
  one.options = options_of(given, "value");
  return select(one, Say::english());
}

Html draw_file(Given& given) {
  FileInput one;
  one.words = words_of(given);
  one.name = given.text_at("name");
  one.id = id_of(given, one.name);
  return file_input(one, Say::english());
}

Html draw_label(Given& given) {
  Words words;
  const std::string id = given.text_at("for");
  words.size = size_of(given.text_at("size"));
  words.heading = given.flag_at("isPageHeading") ? 1 : 0;
  words.label = text(given.text_at("text"));
  if (const Json* heading = given.take("heading")) {
    if (!heading->is_string()) throw Skipped{"option heading of another type"};
    words.heading = 1;
    words.label = text(heading->string());
  }
  if (words.label.empty()) throw Skipped{"a label without words"};
  return label(words, id);
}

Html draw_fieldset(Given& given) {
  Words words;
  read_label(given.take("legend"), words);
  if (given.take("html") != nullptr) throw Skipped{"option html"};
  return fieldset(words, {});
}

}  // namespace

TEST_CASE("the HTML of a form control is the package's own, for every example whose options we have") {
  examples::compare(
      {{"hint", [](Given& given) { return hint(text(given.text_at("text")), given.text_at("id")); }},
       {"label", draw_label},
       {"error-message",
        [](Given& given) { return error_message(text(given.text_at("text")), given.text_at("id"), Say::english()); }},
       {"error-summary", draw_error_summary},
       {"fieldset", draw_fieldset},
       {"input", draw_input},
       {"textarea", draw_textarea},
       {"select", draw_select},
       {"radios", [](Given& given) { return draw_options(given, OptionKind::radios); }},
       {"checkboxes", [](Given& given) { return draw_options(given, OptionKind::checkboxes); }},
       {"date-input", draw_date},
       {"file-upload", draw_file}},
      100);
}

}  // namespace alongside::html
