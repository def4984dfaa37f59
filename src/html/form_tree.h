// Names such as "options/0/why_not" as a tree. Only form_json.cc and form.cc use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "html/form.h"

namespace alongside::html {

struct FormNode {
  std::string key = {};
  std::vector<std::string> values = {};
  std::vector<FormNode> children = {};
  bool holds_something() const;  // a value that is not empty, here or below
  bool is_list() const;          // its children are numbered
};
// Too many fields, too deep, or a name that is a value and a group.
Result<FormNode> form_tree(const FormValues& typed);
// Numbered children in order, those without anything dropped; names that begin with "form." stay.
void close_up(FormNode& node);
bool is_item_number(std::string_view key);

// The field that a path means: "options/0/why_not" is the field why_not of the group of options. Null: none.
const Field* field_at(const std::vector<Field>& fields, std::string_view path);
std::string field_id(std::string_view name);  // for id= and for links
bool is_our_own(std::string_view name);       // begins with "form."

}  // namespace alongside::html
