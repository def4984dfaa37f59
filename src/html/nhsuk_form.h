// Form controls with nhsuk-frontend's HTML. form.h builds on these; pages seldom need them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"
#include "html/say.h"

namespace alongside::html {

// The words at a control: a label, a hint and what is wrong.
struct Words {
  Html label = {};
  std::string_view size = {};  // of the label: "s", "m", "l", "xl"
  int heading = 0;             // the label is a heading of this level; 0: it is none
  bool label_is_seen = true;
  Html hint = {};
  Html error = {};
};

struct Input {
  Words words = {};
  std::string id = {};
  std::string name = {};
  std::string_view type = "text";
  std::optional<std::string> value = {};
  int width = 0;
  std::string_view inputmode = {};
  std::string autocomplete = {};
  std::optional<bool> spellcheck = {};
  Html prefix = {};
  Html suffix = {};
  std::string_view classes = {};
  std::string_view label_classes = {};
  bool red = false;  // marked as wrong, with the message elsewhere (one box of a date)
  Attrs more = {};
};
Html input(const Input& input, const Say& say);

struct Textarea {
  Words words = {};
  std::string id = {};
  std::string name = {};
  std::string value = {};
  int rows = 5;
  std::string autocomplete = {};
  std::optional<bool> spellcheck = {};
  Attrs more = {};
};
Html textarea(const Textarea& textarea, const Say& say);

struct Option {
  std::string value = {};
  Html label = {};
  Html hint = {};
  bool chosen = false;
};
struct Select {
  Words words = {};
  std::string id = {};
  std::string name = {};
  std::vector<Option> options = {};
};
Html select(const Select& select, const Say& say);

enum class OptionKind { radios, checkboxes };
struct Options {
  OptionKind kind = OptionKind::radios;
  Words words = {};  // the label is the legend; without one there is no fieldset
  std::string id = {};
  std::string name = {};
  std::vector<Option> options = {};
  bool small = false;
  bool in_line = false;
};
Html options(const Options& options, const Say& say);

struct DateBox {
  std::string id = {};
  std::string name = {};
  Html label = {};
  std::string value = {};
  int width = 2;
  bool red = false;
};
struct DateInput {
  Words words = {};
  std::string id = {};
  std::vector<DateBox> boxes = {};
};
Html date_input(const DateInput& date, const Say& say);

struct FileInput {
  Words words = {};
  std::string id = {};
  std::string name = {};
  Attrs more = {};
};
Html file_input(const FileInput& file, const Say& say);

Html label(const Words& words, std::string_view id, std::string_view classes = {});
Html hint(const Html& words, std::string_view id, std::string_view classes = {});
Html error_message(const Html& words, std::string_view id, const Say& say);
// A group of fields under one legend.
Html fieldset(const Words& words, const Html& fields, std::string_view described_by = {}, bool is_group = false);

struct SummaryLine {
  Html words = {};
  Url to = {};  // empty: not about one field
};
// `takes_focus`: as the page opens, so that it is read first.
Html error_summary(const std::vector<SummaryLine>& lines, const Say& say, bool takes_focus = true);

}  // namespace alongside::html
