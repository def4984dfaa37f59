// Compares our HTML with nhsuk-frontend's own examples (node_modules/nhsuk-frontend/…/fixtures.json), for tests only.
// An example whose options we do not have is left out, with the reason.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "html/nhsuk_form.h"

namespace alongside::html::examples {

inline const std::string components = "node_modules/nhsuk-frontend/dist/nhsuk/components/";

// White space as a browser sees it in these components: runs are one space, none beside a tag.
inline std::string normal(std::string_view html) {
  std::string out;
  for (const char c : html) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      if (c == '<' && !out.empty() && out.back() == ' ') out.pop_back();
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '>') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

inline void replace_all(std::string& in, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = in.find(what, at)) != std::string::npos; at += with.size())
    in.replace(at, what.size(), with);
}

// Stacked, the package repeats the heading of the first column beside the name of each row; ours lets the name stand
// alone.
inline void without_heading_in_row_names(std::string& html) {
  const std::string_view start = "role=\"rowheader\"><span class=\"nhsuk-table__heading\" aria-hidden=\"true\">";
  for (std::size_t at = 0; (at = html.find(start, at)) != std::string::npos;) {
    at += std::string_view("role=\"rowheader\">").size();
    html.erase(at, html.find("</span>", at) + 7 - at);
  }
}

// Why an example is left out, thrown where it is noticed.
struct Skipped {
  std::string why;
};

inline std::string piece(std::string_view key) { return std::string(key); }

// The options of one example. Every one must be asked for; one that nobody asked for is one we do not have.
class Given {
 public:
  explicit Given(const Json& json) : json_(json) {}

  std::string text_at(const char* key) {
    const Json* found = take(key);
    if (found == nullptr || found->is_null()) return {};
    if (found->is_string()) return found->string();
    if (found->is_number()) return std::to_string(found->number());
    throw Skipped{"option " + piece(key) + " of another type"};
  }
  std::int64_t number_at(const char* key) {
    const std::string words = text_at(key);
    const Result<std::int64_t> number = whole_number(words.empty() ? "0" : words);
    if (!number) throw Skipped{"option " + piece(key) + " that is no number"};
    return *number;
  }
  bool flag_at(const char* key) {
    const Json* found = take(key);
    return found != nullptr && found->is_bool() && found->boolean();
  }
  const Json* take(const char* key) {
    asked_.insert(key);
    return json_.find(key);
  }
  // A text or {"text": …}: others (HTML, classes, attributes) are not ours.
  Html words_at(const char* key) {
    const Json* found = take(key);
    if (found == nullptr) return {};
    if (found->is_string()) return text(found->string());
    if (!found->is_object()) throw Skipped{"option " + piece(key) + " of another type"};
    Given inner(*found);
    const std::string words = inner.text_at("text");
    inner.done(key);
    return text(words);
  }
  void done(std::string_view where = "") const {
    if (!json_.is_object()) throw Skipped{"no options"};
    for (const auto& [key, value] : json_.members()) {
      if (!asked_.contains(key)) throw Skipped{"option " + (where.empty() ? "" : piece(where) + ".") + key};
    }
  }

 private:
  const Json& json_;
  std::set<std::string> asked_;
};

inline std::string_view size_of(const std::string& size) {
  for (const std::string_view known : {"s", "m", "l", "xl"}) {
    if (size == known) return known;
  }
  if (!size.empty()) throw Skipped{"size " + size};
  return {};
}

// A label or legend, with its heading.
inline void read_label(const Json* label, Words& words) {
  if (label == nullptr) return;
  if (label->is_string()) {
    words.label = text(label->string());
    return;
  }
  Given given(*label);
  words.size = size_of(given.text_at("size"));
  words.heading = given.flag_at("isPageHeading") ? 1 : 0;
  std::string own = given.text_at("text");
  if (const Json* heading = given.take("heading")) {
    words.heading = 1;
    if (heading->is_string()) {
      own = heading->string();
    } else if (heading->is_object()) {
      Given inner(*heading);
      own = inner.text_at("text");
      const std::string size = inner.text_at("size");
      if (!size.empty()) words.size = size_of(size);
      if (const std::int64_t level = inner.number_at("level"); level != 0) words.heading = static_cast<int>(level);
      inner.done("heading");
    } else {
      throw Skipped{"option heading of another type"};
    }
  }
  words.label = text(own);
  given.done("label");
}

inline Words words_of(Given& given) {
  Words words;
  read_label(given.take("label"), words);
  words.hint = given.words_at("hint");
  words.error = given.words_at("errorMessage");
  return words;
}

inline std::string id_of(Given& given, const std::string& name) {
  const std::string id = given.text_at("id");
  return id.empty() ? name : id;
}

using Draw = std::function<Html(Given&)>;

// Every example of these components; at least `least` of them must be among those whose options we have.
inline void compare(const std::map<std::string, Draw>& drawn, int least) {
  if (!std::filesystem::exists(components)) {
    MESSAGE("skipped: nhsuk-frontend is not here (npm ci brings it)");
    return;
  }
  int compared = 0;
  std::map<std::string, int> left_out;
  for (const auto& [of, draw] : drawn) {
    const std::string& component = of;
    std::ifstream file(components + component + "/fixtures.json");
    std::stringstream bytes;
    bytes << file.rdbuf();
    const Result<Json> json = parse_json(bytes.str());
    if (!json) {
      MESSAGE("skipped: the examples of " << component << " hold numbers that our JSON does not know");
      continue;
    }
    int here = 0;
    for (const Json& example : json->find("fixtures")->items()) {
      const std::string& name = example.find("name")->string();
      try {
        if (name.find("call block") != std::string::npos) throw Skipped{"words given by a call block"};
        Given given(*example.find("context"));
        const Html ours = draw(given);
        given.done();
        CAPTURE(component);
        CAPTURE(name);
        std::string html = normal(ours.str());
        std::string theirs = normal(example.find("html")->string());
        // A table that does not stack has a class of ours beside the package's.
        if (const std::size_t own = html.find(" table-plain"); own != std::string::npos) html.erase(own, 12);
        // Our cells are HTML, which the package wraps in a <span>; its examples give text, which it does not wrap.
        if (component == "tables") {
          replace_all(html, "</span><span>", "</span>");
          replace_all(html, "</span></td>", "</td>");
          without_heading_in_row_names(theirs);
        }
        CHECK(html == theirs);
        ++here;
      } catch (const Skipped& skipped) {
        ++left_out[component + ": " + skipped.why];
      }
    }
    CHECK_MESSAGE(here > 0, component);
    compared += here;
  }
  int all_left_out = 0;
  for (const auto& [why, count] : left_out) all_left_out += count;
  MESSAGE(compared << " examples compared, " << all_left_out << " left out; the commonest reasons:");
  for (const auto& [why, count] : left_out) {
    if (count >= 5) MESSAGE("  " << count << " of " << why);
  }
  CHECK(compared >= least);
}

}  // namespace alongside::html::examples
