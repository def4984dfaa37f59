#include "html/nhsuk_form.h"

namespace alongside::html {
namespace {

std::string with_size(std::string_view base, std::string_view size) {
  std::string out(base);
  if (!size.empty()) out.append(" ").append(base).append("--").append(size);
  return out;
}

void add_class(std::string& classes, std::string_view more) {
  if (!more.empty()) classes.append(" ").append(more);
}

Html heading_of_level(int level, const Attrs& attrs, const Html& words) {
  switch (level) {
    case 1:
      return el("h1", attrs, words);
    case 2:
      return el("h2", attrs, words);
    case 3:
      return el("h3", attrs, words);
    default:
      return el("h4", attrs, words);
  }
}

std::string group_classes(const Words& words) {
  return words.error.empty() ? "nhsuk-form-group" : "nhsuk-form-group nhsuk-form-group--error";
}

// "on-hint on-error": what belongs to a control, in the order in which it stands.
std::string described_by(const Words& words, std::string_view id) {
  std::string out;
  if (!words.hint.empty()) out.append(id).append("-hint");
  if (!words.error.empty()) {
    if (!out.empty()) out += ' ';
    out.append(id).append("-error");
  }
  return out;
}

Html hint_and_error(const Words& words, const std::string& id, const Say& say) {
  Html out;
  if (!words.hint.empty()) out += hint(words.hint, id + "-hint");
  if (!words.error.empty()) out += error_message(words.error, id + "-error", say);
  return out;
}

Attr spellcheck_attr(std::optional<bool> spellcheck) {
  if (!spellcheck) return {};
  return attr("spellcheck", *spellcheck ? "true" : "false");
}

Html affix(std::string_view classes, const Html& words) {
  return el("div", {attr("class", classes), attr("aria-hidden", "true")}, words);
}

}  // namespace

Html label(const Words& words, std::string_view id, std::string_view classes) {
  if (words.label.empty()) return {};
  std::string all = with_size("nhsuk-label", words.size);
  add_class(all, classes);
  if (!words.label_is_seen) add_class(all, "nhsuk-u-visually-hidden");
  const Html inner = el("label", {attr("class", all), attr_unless_empty("for", id)}, words.label);
  if (words.heading == 0) return inner;
  return heading_of_level(words.heading, {attr("class", "nhsuk-label-wrapper")}, inner);
}

Html hint(const Html& words, std::string_view id, std::string_view classes) {
  std::string all = "nhsuk-hint";
  add_class(all, classes);
  return el("div", {attr("class", all), attr_unless_empty("id", id)}, words);
}

Html error_message(const Html& words, std::string_view id, const Say& say) {
  return el("span", {attr("class", "nhsuk-error-message"), attr_unless_empty("id", id)},
            el("span", {attr("class", "nhsuk-u-visually-hidden")}, say("Error:"), raw(" ")), words);
}

Html input(const Input& one, const Say& say) {
  std::string classes = "nhsuk-input";
  if (!one.words.error.empty() || one.red) add_class(classes, "nhsuk-input--error");
  if (one.width != 0) add_class(classes, "nhsuk-input--width-" + std::to_string(one.width));
  add_class(classes, one.classes);
  Attrs attrs{attr("class", classes), attr("id", one.id), attr("name", one.name), attr("type", one.type),
              spellcheck_attr(one.spellcheck)};
  if (one.value) attrs.add(attr("value", *one.value));
  attrs.add(attr_unless_empty("aria-describedby", described_by(one.words, one.id)));
  attrs.add(attr_unless_empty("autocomplete", one.autocomplete));
  attrs.add(attr_unless_empty("inputmode", one.inputmode));
  attrs.add(one.more);
  Html control = el("input", attrs);
  if (!one.prefix.empty() || !one.suffix.empty()) {
    control = el("div", {attr("class", "nhsuk-input-wrapper")},
                 when(!one.prefix.empty(), affix("nhsuk-input-wrapper__prefix", one.prefix)), control,
                 when(!one.suffix.empty(), affix("nhsuk-input-wrapper__suffix", one.suffix)));
  }
  const bool red_group = one.red && one.words.error.empty();
  return el("div", {attr("class", red_group ? "nhsuk-form-group nhsuk-form-group--error" : group_classes(one.words))},
            label(one.words, one.id, one.label_classes), hint_and_error(one.words, one.id, say), control);
}

Html textarea(const Textarea& one, const Say& say) {
  std::string classes = "nhsuk-textarea";
  if (!one.words.error.empty()) add_class(classes, "nhsuk-textarea--error");
  Attrs attrs{attr("class", classes), attr("id", one.id), attr("name", one.name), attr("rows", one.rows),
              spellcheck_attr(one.spellcheck)};
  attrs.add(attr_unless_empty("aria-describedby", described_by(one.words, one.id)));
  attrs.add(attr_unless_empty("autocomplete", one.autocomplete));
  attrs.add(one.more);
  // A parser drops one line end right after the tag: where the words begin with one, it is written twice.
  const std::string_view first = one.value.starts_with('\n') || one.value.starts_with('\r') ? "\n" : "";
  return el("div", {attr("class", group_classes(one.words))}, label(one.words, one.id),
            hint_and_error(one.words, one.id, say), el("textarea", attrs, first, one.value));
}

Html select(const Select& one, const Say& say) {
  std::string classes = "nhsuk-select";
  if (!one.words.error.empty()) add_class(classes, "nhsuk-select--error");
  const Html items = each(one.options, [](const Option& option) {
    return el("option", {attr("value", option.value), attr_if(option.chosen, "selected")}, option.label);
  });
  return el("div", {attr("class", group_classes(one.words))}, label(one.words, one.id),
            hint_and_error(one.words, one.id, say),
            el("select",
               {attr("class", classes), attr("id", one.id), attr("name", one.name),
                attr_unless_empty("aria-describedby", described_by(one.words, one.id))},
               items));
}

Html fieldset(const Words& words, const Html& fields, std::string_view described, bool is_group) {
  Html legend;
  if (!words.label.empty()) {
    std::string classes = with_size("nhsuk-fieldset__legend", words.size);
    if (!words.label_is_seen) add_class(classes, "nhsuk-u-visually-hidden");
    legend = el("legend", {attr("class", classes)},
                words.heading == 0
                    ? words.label
                    : heading_of_level(words.heading, {attr("class", "nhsuk-fieldset__heading")}, words.label));
  }
  return el("fieldset",
            {attr("class", "nhsuk-fieldset"), attr_if(is_group, "role", "group"),
             attr_unless_empty("aria-describedby", described)},
            legend, fields);
}

Html options(const Options& all, const Say& say) {
  const bool radios = all.kind == OptionKind::radios;
  const std::string base = radios ? "nhsuk-radios" : "nhsuk-checkboxes";
  const bool has_legend = !all.words.label.empty();
  const std::string described = described_by(all.words, all.id);
  std::size_t number = 0;
  const Html items = each(all.options, [&](const Option& option) {
    const std::string id = ++number == 1 ? all.id : all.id + "-" + std::to_string(number);
    std::string by = has_legend || radios ? "" : described;
    if (!option.hint.empty()) by += (by.empty() ? "" : " ") + id + "-item-hint";
    Words words;
    words.label = option.label;
    return el("div", {attr("class", base + "__item")},
              el("input", {attr("class", base + "__input"), attr("id", id), attr("name", all.name),
                           attr("type", radios ? "radio" : "checkbox"), attr("value", option.value),
                           attr_if(option.chosen, "checked"), attr_unless_empty("aria-describedby", by)}),
              label(words, id, base + "__label"),
              when(!option.hint.empty(), hint(option.hint, id + "-item-hint", base + "__hint")));
  });
  std::string classes = base;
  if (all.small) add_class(classes, base + "--small");
  if (all.in_line) add_class(classes, base + "--inline");
  const Html inner =
      hint_and_error(all.words, all.id, say) + el("div", {attr("class", classes), attr("data-module", base)}, items);
  return el("div", {attr("class", group_classes(all.words))},
            has_legend ? fieldset(all.words, inner, described) : inner);
}

Html date_input(const DateInput& date, const Say& say) {
  bool any_red = false;
  for (const DateBox& box : date.boxes) any_red = any_red || box.red;
  const Html boxes = each(date.boxes, [&](const DateBox& box) {
    Input one;
    one.words.label = box.label;
    one.id = box.id;
    one.name = box.name;
    if (!box.value.empty()) one.value = box.value;
    one.width = box.width;
    one.inputmode = "numeric";
    one.classes = "nhsuk-date-input__input";
    one.label_classes = "nhsuk-date-input__label";
    one.red = box.red || (!any_red && !date.words.error.empty());
    return el("div", {attr("class", "nhsuk-date-input__item")}, input(one, say));
  });
  const Html inner = hint_and_error(date.words, date.id, say) +
                     el("div", {attr("class", "nhsuk-date-input"), attr_unless_empty("id", date.id)}, boxes);
  return el("div", {attr("class", group_classes(date.words))},
            date.words.label.empty() ? inner : fieldset(date.words, inner, described_by(date.words, date.id), true));
}

Html file_input(const FileInput& file, const Say& say) {
  return el(
      "div",
      {attr("class", group_classes(file.words) + " nhsuk-file-upload"), attr("data-module", "nhsuk-file-upload")},
      label(file.words, file.id), hint_and_error(file.words, file.id, say),
      el("input", Attrs{attr("class", "nhsuk-file-upload__input"), attr("id", file.id), attr("name", file.name),
                        attr("type", "file"), attr_unless_empty("aria-describedby", described_by(file.words, file.id))}
                      .add(file.more)));
}

Html error_summary(const std::vector<SummaryLine>& lines, const Say& say, bool takes_focus) {
  if (lines.empty()) return {};
  const Html list = each(
      lines, [](const SummaryLine& line) { return el("li", line.to.empty() ? line.words : a(line.to, line.words)); });
  Attrs attrs{attr("class", "nhsuk-error-summary"), attr("data-module", "nhsuk-error-summary")};
  if (takes_focus) attrs.add(attr("tabindex", "-1")).add(attr("autofocus"));
  return el("div", attrs,
            el("div", {attr("role", "alert")},
               el("h2", {attr("class", "nhsuk-error-summary__heading")}, say("There is a problem")),
               el("div", {attr("class", "nhsuk-error-summary__body")},
                  el("ul", {attr("class", "nhsuk-list nhsuk-error-summary__list")}, list))));
}

}  // namespace alongside::html
