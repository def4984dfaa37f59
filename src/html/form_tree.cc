#include "html/form_tree.h"

#include <algorithm>

#include "base/text.h"

namespace alongside::html {
namespace {

void flatten(const FormNode& node, const std::string& path, FormValues& out) {
  for (const std::string& value : node.values) out.add(path, value);
  for (const FormNode& child : node.children) flatten(child, path.empty() ? child.key : path + "/" + child.key, out);
}

}  // namespace

bool is_our_own(std::string_view name) { return name.starts_with("form."); }

bool is_item_number(std::string_view key) {
  return !key.empty() && key.size() <= 4 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool FormNode::holds_something() const {
  return std::any_of(values.begin(), values.end(), [](const std::string& value) { return !trimmed(value).empty(); }) ||
         std::any_of(children.begin(), children.end(), [](const FormNode& child) { return child.holds_something(); });
}

bool FormNode::is_list() const {
  return !children.empty() &&
         std::all_of(children.begin(), children.end(), [](const FormNode& child) { return is_item_number(child.key); });
}

Result<FormNode> form_tree(const FormValues& typed) {
  if (typed.pairs().size() > fields_max) {
    return problem(Code::too_many, "", msg("A form has at most {n} fields.", {{"n", std::to_string(fields_max)}}));
  }
  FormNode root;
  for (const auto& [name, value] : typed.pairs()) {
    const std::vector<std::string_view> keys = alongside::split(name, '/');
    if (name.empty() || keys.size() > depth_max) {
      return problem(Code::malformed, name,
                     msg("The names of fields are at most {n} parts deep.", {{"n", std::to_string(depth_max)}}));
    }
    FormNode* at = &root;
    for (const std::string_view key : keys) {
      if (!at->values.empty())
        return problem(Code::malformed, name, msg("A field holds a value or a group, not both."));
      auto found = std::find_if(at->children.begin(), at->children.end(),
                                [key](const FormNode& child) { return child.key == key; });
      if (found == at->children.end()) {
        at->children.push_back({.key = std::string(key)});
        found = at->children.end() - 1;
      }
      at = &*found;
    }
    if (!at->children.empty())
      return problem(Code::malformed, name, msg("A field holds a value or a group, not both."));
    at->values.push_back(value);
  }
  return root;
}

void close_up(FormNode& node) {
  for (FormNode& child : node.children) close_up(child);
  if (!node.is_list()) return;
  std::stable_sort(node.children.begin(), node.children.end(),
                   [](const FormNode& a, const FormNode& b) { return std::stoi(a.key) < std::stoi(b.key); });
  std::erase_if(node.children, [](const FormNode& child) { return !child.holds_something(); });
  std::size_t number = 0;
  for (FormNode& child : node.children) child.key = std::to_string(number++);
}

FormValues without_empty_items(const FormValues& typed) {
  Result<FormNode> tree = form_tree(typed);
  if (!tree) return typed;
  close_up(tree.value());
  FormValues out;
  flatten(tree.value(), "", out);
  return out;
}

const Field* field_at(const std::vector<Field>& fields, std::string_view path) {
  for (const Field& field : fields) {
    if (field.name == path) return &field;
    if (field.kind != Kind::list || !path.starts_with(field.name) || path.size() <= field.name.size() + 1) continue;
    if (path[field.name.size()] != '/') continue;
    std::string_view rest = path.substr(field.name.size() + 1);
    const std::size_t slash = rest.find('/');
    if (!is_item_number(rest.substr(0, slash))) continue;
    if (slash == rest.npos) return &field;
    if (const Field* inner = field_at(field.group, rest.substr(slash + 1))) return inner;
  }
  return nullptr;
}

std::string field_id(std::string_view name) {
  std::string id = "f-";
  for (const char c : name) {
    const bool stays =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    id += stays ? c : '-';
  }
  return id;
}

}  // namespace alongside::html
