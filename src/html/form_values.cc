// Values of forms: looking them up, and taking them from what is there already.
#include "base/text.h"
#include "html/form.h"
#include "html/form_tree.h"

namespace alongside::html {
namespace {

void take_day(const std::string& path, std::string_view iso, FormValues& out) {
  const std::vector<std::string_view> parts = alongside::split(iso, '-');
  const auto without_zero = [](std::string_view part) {
    return std::string(part.starts_with('0') ? part.substr(1) : part);
  };
  if (!parts.empty()) out.add(path + ".year", std::string(parts[0]));
  if (parts.size() > 1) out.add(path + ".month", without_zero(parts[1]));
  if (parts.size() > 2) out.add(path + ".day", without_zero(parts[2]));
}

std::string pounds_and_pence(std::int64_t minor) {
  std::string out = std::to_string(minor / 100);
  const std::int64_t pence = minor % 100;
  if (pence != 0) out += (pence < 10 ? ".0" : ".") + std::to_string(pence);
  return out;
}

void take(const Form& form, const std::string& path, const Json& json, FormValues& out) {
  const Field* field = field_at(form.fields, path);
  const Kind kind = field == nullptr ? Kind::text : field->kind;
  const auto below = [&path](const std::string& key) { return path.empty() ? key : path + "/" + key; };
  if (json.is_string()) {
    if (kind == Kind::day || kind == Kind::when) {
      take_day(path, json.string(), out);
    } else {
      out.add(path, json.string());
    }
  } else if (json.is_number()) {
    out.add(path, std::to_string(json.number()));
  } else if (json.is_bool()) {
    if (json.boolean()) out.add(path, "yes");
  } else if (json.is_array()) {
    std::size_t at = 0;
    for (const Json& item : json.items())
      take(form, kind == Kind::choices ? path : below(std::to_string(at++)), item, out);
  } else if (json.is_object()) {
    const Json* minor = json.find("minor");
    if (kind == Kind::money && minor != nullptr && minor->is_number()) {
      out.add(path, pounds_and_pence(minor->number()));
      return;
    }
    for (const auto& [key, value] : json.members()) take(form, below(key), value, out);
  }
}

}  // namespace

Choice choice(std::string value, Message label, Message hint) {
  return {.value = std::move(value), .label = std::move(label), .hint = std::move(hint)};
}
Choice choice_named(std::string value, std::string name) {
  return {.value = std::move(value), .name = std::move(name)};
}

const std::string* FormValues::find(std::string_view name) const {
  for (const auto& [key, value] : pairs_) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::string FormValues::get(std::string_view name) const {
  const std::string* found = find(name);
  return found == nullptr ? std::string() : *found;
}

std::vector<std::string> FormValues::all(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& [key, value] : pairs_) {
    if (key == name) out.push_back(value);
  }
  return out;
}

bool FormValues::any_under(std::string_view prefix) const {
  for (const auto& [key, value] : pairs_) {
    if (key.starts_with(prefix) && !value.empty()) return true;
  }
  return false;
}

bool asks_for_another(const FormValues& typed) { return typed.find("form.add") != nullptr; }

FormValues values_of(const Form& form, const Json& json) {
  FormValues out;
  take(form, "", json, out);
  return out;
}

}  // namespace alongside::html
