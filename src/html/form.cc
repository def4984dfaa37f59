// Drawing a form.
#include "html/form.h"

#include <algorithm>

#include "html/components.h"
#include "html/form_tree.h"
#include "html/nhsuk_form.h"

namespace alongside::html {
namespace {

// One form being drawn: what was typed, what is wrong with it, in which language.
class Drawing {
 public:
  Drawing(const Form& form, const FormValues& typed, const Problems& problems, const Say& say)
      : form_(form), typed_(without_empty_items(typed)), problems_(problems), say_(say) {}

  Html fields() const {
    return each(form_.fields, [this](const Field& field) { return draw(field, field.name, 1); });
  }

 private:
  Html draw(const Field& field, const std::string& path, int depth) const {
    switch (field.kind) {
      case Kind::hidden:
        return hidden(path, value(field, path));
      case Kind::words:
        return several_lines(field, path);
      case Kind::day:
      case Kind::when:
        return day(field, path);
      case Kind::choice:
      case Kind::choices:
        return choices(field, path);
      case Kind::tick:
        return tick(field, path);
      case Kind::file:
        return file_input({.words = words(field, path),
                           .id = field_id(path),
                           .name = path,
                           .more = field.several ? Attrs{attr("multiple")} : Attrs{}},
                          say_);
      case Kind::list:
        return list(field, path, depth);
      default:
        return one_line(field, path);
    }
  }

  static Html hidden(std::string_view name, std::string_view value) {
    return el("input", {attr("type", "hidden"), attr("name", name), attr("value", value)});
  }

  std::string value(const Field& field, const std::string& path) const {
    const std::string* found = typed_.find(path);
    return found != nullptr ? *found : (typed_.empty() ? field.value : std::string());
  }

  Html error_at(const std::string& path) const {
    std::vector<Html> all;
    for (const Problem& one : problems_.list()) {
      if (one.field == path) all.push_back(say_(one.expected));
    }
    return join(all, raw(" "));
  }

  Words words(const Field& field, const std::string& path) const {
    Words out;
    out.label = field.label.id.empty() ? text(field.name) : say_(field.label);
    const bool says_optional = !field.required && field.kind != Kind::tick && form_.method == Method::post;
    if (says_optional) out.label = say_("{label} (optional)", {{"label", out.label}});
    if (!field.hint.id.empty()) out.hint = say_(field.hint);
    if (field.length_max > 0 && field.kind == Kind::words) {
      const Html limit =
          say_.count("Up to {n} character.", "Up to {n} characters.", static_cast<std::int64_t>(field.length_max));
      out.hint = out.hint.empty() ? limit : out.hint + raw(" ") + limit;
    }
    out.error = error_at(path);
    if (field.is_title) {
      out.heading = 1;
      out.size = "xl";
    }
    return out;
  }

  Attrs needed(const Field& field) const {
    // No maxlength: a browser would cut what is pasted without a word. The command says what is too long.
    return {attr_if(field.required, "required")};
  }

  Html one_line(const Field& field, const std::string& path) const {
    Input one;
    one.words = words(field, path);
    one.id = field_id(path);
    one.name = path;
    one.width = field.width;
    one.autocomplete = field.autocomplete;
    one.more = needed(field);
    const std::string typed = value(field, path);
    // A secret is never sent back.
    if (!typed.empty() && field.kind != Kind::secret) one.value = typed;
    if (!field.spellcheck) one.spellcheck = false;
    switch (field.kind) {
      case Kind::number:
        one.inputmode = "numeric";
        if (one.width == 0) one.width = 5;
        break;
      case Kind::money:
        one.prefix = text("£");
        if (one.width == 0) one.width = 10;
        break;
      case Kind::secret:
        one.type = "password";
        one.spellcheck = false;
        break;
      case Kind::email:
        one.type = "email";
        one.spellcheck = false;
        break;
      case Kind::phone:
        one.type = "tel";
        break;
      case Kind::address:
        one.type = "url";
        one.spellcheck = false;
        break;
      case Kind::search:
        one.type = "search";
        break;
      default:
        break;
    }
    return input(one, say_);
  }

  Html several_lines(const Field& field, const std::string& path) const {
    Textarea one;
    one.words = words(field, path);
    one.id = field_id(path);
    one.name = path;
    one.value = value(field, path);
    one.rows = field.rows;
    one.autocomplete = field.autocomplete;
    one.more = needed(field);
    return textarea(one, say_);
  }

  Html day(const Field& field, const std::string& path) const {
    FormValues start;
    if (typed_.empty() && !field.value.empty()) {
      start = values_of({.fields = {{.name = path, .kind = field.kind}}}, Json::object({{path, Json(field.value)}}));
    }
    const auto box = [&](std::string_view which, Html label, int width) {
      const std::string name = path + "." + std::string(which);
      return DateBox{.id = field_id(path) + "-" + std::string(which),
                     .name = name,
                     .label = std::move(label),
                     .value = typed_.empty() ? start.get(name) : typed_.get(name),
                     .width = width};
    };
    Words at = words(field, path);
    if (at.hint.empty()) {
      at.hint = field.kind == Kind::day
                    ? say_("For example, 27 3 2026")
                    : say_("For example, 27 3 2026. If you do not know the day or the month, leave it empty.");
    }
    at.size = at.size.empty() ? "s" : at.size;
    return date_input(
        {.words = at,
         .id = field_id(path),
         .boxes = {box("day", say_("Day"), 2), box("month", say_("Month"), 2), box("year", say_("Year"), 4)}},
        say_);
  }

  std::vector<Option> options_of(const Field& field, const std::string& path) const {
    std::vector<std::string> chosen = typed_.all(path);
    if (typed_.empty() && !field.value.empty()) chosen = {field.value};
    std::vector<Option> out;
    for (const Choice& one : field.choices) {
      out.push_back({.value = one.value,
                     .label = one.name.empty() ? say_(one.label) : text(one.name),
                     .hint = one.hint.id.empty() ? Html() : say_(one.hint),
                     .chosen = std::find(chosen.begin(), chosen.end(), one.value) != chosen.end()});
    }
    return out;
  }

  Html choices(const Field& field, const std::string& path) const {
    if (field.kind == Kind::choice && field.choices.size() > radios_max) {
      std::vector<Option> all = options_of(field, path);
      all.insert(all.begin(), Option{.label = say_("Choose one")});
      return select({.words = words(field, path), .id = field_id(path), .name = path, .options = std::move(all)}, say_);
    }
    Words at = words(field, path);
    at.size = at.size.empty() ? "s" : at.size;
    return options({.kind = field.kind == Kind::choice ? OptionKind::radios : OptionKind::checkboxes,
                    .words = at,
                    .id = field_id(path),
                    .name = path,
                    .options = options_of(field, path)},
                   say_);
  }

  Html tick(const Field& field, const std::string& path) const {
    const std::string now = value(field, path);
    Words at;
    at.error = error_at(path);
    return options({.kind = OptionKind::checkboxes,
                    .words = at,
                    .id = field_id(path),
                    .name = path,
                    .options = {{.value = "yes",
                                 .label = field.label.id.empty() ? text(field.name) : say_(field.label),
                                 .hint = field.hint.id.empty() ? Html() : say_(field.hint),
                                 .chosen = !now.empty() && now != "no"}}},
                   say_);
  }

  int items_drawn(const Field& field, const std::string& path) const {
    int count = 0;
    while (count < field.items_max && typed_.any_under(path + "/" + std::to_string(count) + "/")) ++count;
    if (typed_.get("form.add") == path) ++count;
    return std::min(std::max(count, field.items_min), field.items_max);
  }

  Html list(const Field& field, const std::string& path, int depth) const {
    const int drawn = items_drawn(field, path);
    Html items;
    for (int at = 0; at < drawn; ++at) {
      const std::string item_path = path + "/" + std::to_string(at);
      Words legend;
      const std::string number = std::to_string(at + 1);
      legend.label = field.item.id.empty() ? say_("{label}, number {n}", {{"label", say_(field.label)}, {"n", number}})
                                           : say_({field.item.id, {{"n", number}}});
      legend.size = "s";
      legend.error = error_at(item_path);
      Html inner = when(!legend.error.empty(), error_message(legend.error, field_id(item_path) + "-error", say_));
      for (const Field& one : field.group) inner += draw(one, item_path + "/" + one.name, depth + 1);
      items += el("div", {attr("class", "item"), attr("id", field_id(item_path))}, fieldset(legend, inner));
    }
    const Words whole = words(field, path);
    const bool room_for_more = drawn < field.items_max;
    Words legend = whole;
    legend.size = "m";
    const Html inner =
        when(!whole.hint.empty(), hint(whole.hint, field_id(path) + "-hint")) +
        when(!whole.error.empty(), error_message(whole.error, field_id(path) + "-error", say_)) + items +
        when(room_for_more, button({.words = say_("Add another") + hidden_words(raw(" ") + say_(field.label)),
                                    .look = ButtonLook::secondary,
                                    .small = true,
                                    .name = "form.add",
                                    .value = path,
                                    .once = false}));
    return el("div",
              {attr("class",
                    whole.error.empty() ? "nhsuk-form-group items" : "nhsuk-form-group nhsuk-form-group--error items"),
               attr("id", field_id(path))},
              fieldset(legend, inner));
  }

  const Form& form_;
  const FormValues typed_;
  const Problems& problems_;
  const Say& say_;
};

// Where a link of the summary leads: the first control of the field.
Url link_to(const Form& form, const std::string& path) {
  const Field* field = field_at(form.fields, path);
  if (field == nullptr) return {};
  const bool has_boxes = field->kind == Kind::day || field->kind == Kind::when;
  return Url::fragment(field_id(path) + (has_boxes ? "-day" : ""));
}

}  // namespace

Html render(const Form& form, const FormValues& typed, const Problems& problems, const Say& say) {
  const Drawing drawing(form, typed, problems, say);
  const Html carried = each(form.carried, [](const auto& pair) {
    return el("input", {attr("type", "hidden"), attr("name", pair.first), attr("value", pair.second)});
  });
  const bool has_list =
      std::any_of(form.fields.begin(), form.fields.end(), [](const Field& one) { return one.kind == Kind::list; });
  const Html submit = form.submit.id.empty() ? say("Save") : say(form.submit);
  return el("form",
            {attr("action", form.action), attr("method", form.method == Method::post ? "post" : "get"),
             attr_if(form.has_file, "enctype", "multipart/form-data"), attr("novalidate")},
            // The first submit button of a form is what Enter presses: it must not be "Add another".
            when(has_list, el("button",
                              {attr("class", "nhsuk-u-visually-hidden"), attr("type", "submit"), attr("tabindex", "-1"),
                               attr("aria-hidden", "true")},
                              submit)),
            carried, drawing.fields(), button({.words = submit}), when(!form.then.id.empty(), small(say(form.then))));
}

Html error_summary(const Form& form, const Problems& problems, const Say& say) {
  std::vector<SummaryLine> lines;
  for (const Problem& one : problems.list()) lines.push_back({say(one.expected), link_to(form, one.field)});
  return error_summary(lines, say);
}

std::string title_with_errors(std::string_view title, const Problems& problems, const Say& say) {
  return problems.any() ? say.plain("Error: {title}", {{"title", title}}) : std::string(title);
}

}  // namespace alongside::html
