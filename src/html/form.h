// A form described once, as data; its page, its errors and its answers come from that.
//
// render() gives nhsuk markup: the error summary first (it takes the focus), a message at each field with what was
// found and what to do, and everything that was typed still there, also the wrong things. A field's name is the path
// that the API uses ("on", "options/0/why_not"), and a Problem's field finds it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/message.h"
#include "base/result.h"
#include "html/html.h"
#include "html/say.h"

namespace alongside::html {

enum class Kind {
  text,     // one line
  words,    // several lines
  day,      // three boxes: name.day, name.month, name.year
  when,     // the same boxes, of which day, or day and month, may stay empty
  choice,   // one of several: radios, or a list to choose from when there are more than `radios_max`
  choices,  // any of several: ticks with values
  tick,     // one tick: yes or not
  number,   // whole
  money,    // pounds and pence
  file,     // an upload
  secret,   // a password or a code
  email,
  phone,
  address,  // of a web page
  search,
  hidden,  // carried along
  list,    // several items, each with the fields in `group`
};

struct Choice {
  std::string value;
  Message label = {};
  std::string name = {};  // a label that is data (the name of a body) and not translated; stands before `label`
  Message hint = {};
};
Choice choice(std::string value, Message label, Message hint = {});
Choice choice_named(std::string value, std::string name);

struct Field {
  std::string name;
  Kind kind = Kind::text;
  Message label = {};
  Message hint = {};
  bool required = false;  // others say "(optional)" at their label
  std::vector<Choice> choices = {};
  bool values_are_numbers = false;  // of a choice: "61" becomes 61 in the JSON
  std::string value = {};           // what stands there before anybody has typed
  std::size_t length_max = 0;       // in characters; 0: no limit said
  std::string autocomplete = {};    // HTML's tokens: "name", "current-password"
  int rows = 5;                     // of `words`
  int width = 0;                    // characters of `text`: 2, 3, 4, 5, 10, 20, 30; 0: full
  bool is_title = false;            // its label is the page's <h1>
  bool spellcheck = true;
  bool several = false;           // of a file: any number of them
  std::vector<Field> group = {};  // of a list: the fields of one item
  Message item = {};              // of a list: "Person {n}"
  int items_min = 1;              // of a list: how many are drawn at first
  int items_max = 20;
};

enum class Method { post, get };

struct Form {
  Url action = {};
  Method method = Method::post;
  std::vector<Field> fields = {};
  Message submit = {};
  Message then = {};  // small words under the button: what happens next
  // Hidden fields that are no part of the answer. Their names begin with "form." and never reach the JSON.
  std::vector<std::pair<std::string, std::string>> carried = {};
  bool has_file = false;
  bool in_box = false;  // on a dark ground (the ask box)
};

// What was typed: names and values in the order in which they were sent.
class FormValues {
 public:
  FormValues() = default;
  FormValues(std::vector<std::pair<std::string, std::string>> pairs) : pairs_(std::move(pairs)) {}  // NOLINT
  const std::string* find(std::string_view name) const;
  std::string get(std::string_view name) const;  // empty when not there
  std::vector<std::string> all(std::string_view name) const;
  bool any_under(std::string_view prefix) const;  // something not empty whose name begins so
  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
  const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }
  bool empty() const { return pairs_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

// The button "Add another" of a list was pressed: draw the form again with one more, and do nothing else.
bool asks_for_another(const FormValues& typed);

// Items of a list that are wholly empty close up, so that "deciders/2" of a problem means the same in form and API.
FormValues without_empty_items(const FormValues& typed);

// The values with which a form stands for something that is there already (correcting, confirming): the other way
// round.
FormValues values_of(const Form& form, const Json& json);

// The form alone, with its messages; the summary is apart because it stands above the page's heading.
Html render(const Form& form, const FormValues& typed, const Problems& problems, const Say& say);
Html error_summary(const Form& form, const Problems& problems, const Say& say);
// "Error: Record a decision" when there are problems.
std::string title_with_errors(std::string_view title, const Problems& problems, const Say& say);

// What was typed as the API's JSON. Day boxes become "2026-11-24" (or "2026-11", "2026"); paths become arrays and
// objects; empty values are left out, and items of a list that are wholly empty close up. With the form, numbers,
// money, ticks and choices get their types; without it all is text. Problems: a day that is none ("September has 30
// days. You wrote 31."), more than fields_max fields, deeper than depth_max, a name that is both a value and a group.
Result<Json> form_to_json(const FormValues& typed);
Result<Json> form_to_json(const FormValues& typed, const Form& form);
inline constexpr std::size_t fields_max = 2000;
inline constexpr std::size_t depth_max = 6;
inline constexpr std::size_t radios_max = 12;

// "a=1&b=2", percent-encoded with "+" for a space. Malformed: a bad escape or more than fields_max fields.
Result<FormValues> parse_urlencoded(std::string_view body);

}  // namespace alongside::html
