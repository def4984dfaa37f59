#include "faces/web/command_form.h"

#include <algorithm>

namespace alongside::web {
namespace {

using kernel::Command;
using kernel::FieldSpec;
using kernel::FieldType;
using kernel::FieldWords;

html::Kind kind_of(const FieldSpec& spec, const FieldWords& words) {
  if (words.hidden) return html::Kind::hidden;
  switch (spec.type) {
    case FieldType::words: return words.one_line ? html::Kind::text : html::Kind::words;
    case FieldType::day: return html::Kind::day;
    case FieldType::when: return html::Kind::when;
    case FieldType::number: return html::Kind::number;
    case FieldType::tick: return html::Kind::tick;
    case FieldType::money: return html::Kind::money;
    case FieldType::file: return html::Kind::file;
    case FieldType::choice: return spec.is_list ? html::Kind::choices : html::Kind::choice;
    case FieldType::index:
      if (words.choices) return spec.is_list ? html::Kind::choices : html::Kind::choice;
      return html::Kind::number;
    case FieldType::group: return html::Kind::list;
    case FieldType::token: return words.choices ? html::Kind::choice : html::Kind::text;
    case FieldType::text: return words.secret ? html::Kind::secret : html::Kind::text;
    default: return html::Kind::text;
  }
}

// The words of the members of a group are named "options/title".
const FieldSpec* spec_named(const std::vector<FieldSpec>& specs, std::string_view name) {
  const auto at = std::find_if(specs.begin(), specs.end(), [&](const FieldSpec& spec) { return spec.name == name; });
  return at == specs.end() ? nullptr : &*at;
}

html::Field field_of(const FieldSpec& spec, const FieldWords& words, const std::vector<FieldWords>& all,
                     const std::string& path, const kernel::Seeing& seeing, const html::Say& say) {
  html::Field field{.name = spec.name, .kind = kind_of(spec, words), .label = words.label, .hint = words.hint,
                    .required = words.required, .autocomplete = words.autocomplete};
  field.several = spec.type == FieldType::file && spec.is_list;
  if (words.choices) field.choices = words.choices(seeing, say);
  if (spec.type == FieldType::choice) {
    for (std::size_t i = 0; i < spec.choices.size(); ++i) {
      field.choices.push_back(i < words.choice_labels.size() ? html::choice(spec.choices[i], words.choice_labels[i])
                                                             : html::choice_named(spec.choices[i], spec.choices[i]));
    }
  }
  if (spec.type == FieldType::group) {
    field.item = words.item.id.empty() ? words.label : words.item;
    for (const FieldWords& member : all) {
      const std::string_view name = member.field;
      if (!name.starts_with(path + "/")) continue;
      const FieldSpec* inner = spec_named(spec.members, name.substr(path.size() + 1));
      if (inner != nullptr) field.group.push_back(field_of(*inner, member, all, std::string(name), seeing, say));
    }
  }
  return field;
}

}  // namespace

html::Form form_of(const Command& command, const kernel::Seeing& seeing, const html::Url& action, const html::Say& say) {
  html::Form form{.action = action, .submit = command.row.submit.id.empty() ? msg("Continue") : command.row.submit};
  for (const FieldWords& words : command.row.fields) {
    if (std::string_view(words.field).find('/') != std::string_view::npos) continue;
    const FieldSpec* spec = spec_named(command.specs, words.field);
    if (spec == nullptr) throw std::logic_error(std::string(command.row.words) + " names a field that it does not have: " + words.field);
    if (seeing.path.count(words.field) != 0) continue;  // the address says it
    form.fields.push_back(field_of(*spec, words, command.row.fields, words.field, seeing, say));
    form.has_file = form.has_file || spec->type == FieldType::file;
  }
  form.carried.emplace_back(key_field, seeing.fresh_key);
  return form;
}

}  // namespace alongside::web
