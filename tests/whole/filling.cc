#include "whole/filling.h"

#include <fstream>
#include <stdexcept>

#include "base/text.h"

namespace alongside::whole {
namespace {

using kernel::FieldSpec;
using kernel::FieldType;

// What fits where the type alone does not say it.
const std::map<std::string, Json>& fitting() {
  static const std::map<std::string, Json> values{
      {"due", "2027-02-01"},   {"open_until", "2026-11-30"}, {"outcome", "answered"},
      {"event", "withdrawn"},  {"division", "scotland"},     {"part", 1},
      {"dissents/decider", 1}, {"currency", "GBP"}, {"model", "analyse_plan_do_review"},          {"known_from", "2026-11-02"},
      {"to_minute", 1000}};
  return values;
}
// What a text must be where not every text is taken.
const std::map<std::string, Json>& plain_texts() {
  static const std::map<std::string, Json> values{{"source_address", "https://example.org/zq7x"},
                                                  {"source", "https://example.org/zq7x"},
                                                  {"part", "title"},
                                                  {"division", "scotland"},
                                                  {"field", "name"},
                                                  {"passphrase", "seven wet herons wait for the ferry"}};
  return values;
}

bool takes_text(const FieldSpec& spec) { return spec.type == FieldType::text || spec.type == FieldType::words; }

Json one_value(const FieldSpec& spec, const About& about, const std::string& words);

Json value_of(const FieldSpec& spec, const About& about, const std::string& words) {
  if (!spec.is_list) return one_value(spec, about, words);
  Json list = Json::array();
  list.push(one_value(spec, about, words));
  return list;
}

Json one_value(const FieldSpec& spec, const About& about, const std::string& words) {
  if (takes_text(spec)) return Json(words);
  if (const auto at = about.find(spec.name); at != about.end()) return Json(at->second);
  if (const auto at = fitting().find(spec.name); at != fitting().end()) return at->second;
  switch (spec.type) {
    case FieldType::token:
      return Json("typed");
    case FieldType::day:
      return Json("2026-11-02");
    case FieldType::when:
      return Json("2026-11");
    case FieldType::number:
      return Json(1);
    case FieldType::tick:
      return Json(true);
    case FieldType::choice:
      return Json(spec.choices.front());
    case FieldType::money:
      return Json::object({{"currency", "GBP"}, {"minor", 100}});
    case FieldType::file:
      return Json::object({{"base64", base64("title\n\"" + words + "\"\n")}, {"name", words}});
    case FieldType::group:
      return filled_request(spec.members, {}, words);
    default:
      return Json();
  }
}

}  // namespace

std::vector<std::string> hostile_strings() {
  std::vector<std::string> out;
  std::ifstream in("tests/hostile.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    const auto parsed = parse_json(line);
    if (!parsed) throw std::runtime_error("not one JSON string: " + line);
    out.push_back(parsed->string());
  }
  return out;
}

std::set<std::string> text_fields(const std::vector<FieldSpec>& specs) {
  std::set<std::string> out;
  for (const FieldSpec& spec : specs) {
    const std::string name = spec.name + (spec.is_list ? "/0" : "");
    if (takes_text(spec)) out.insert(name);
    for (const std::string& member : text_fields(spec.members)) out.insert(name + "/" + member);
  }
  return out;
}

Json filled_table(const std::string& command, const std::string& words) {
  std::string cell = "\"";
  for (const char c : words) cell += c == '"' ? "\"\"" : std::string(1, c);
  cell += '"';
  std::string table = "title,decided,maker,reasons\n" + cell + ",2026-11-02," + cell + "," + cell + "\n";
  if (command == "import valued")
    table = "name,where,what for,words\n" + cell + "," + cell + "," + cell + "," + cell + "\n";
  if (command == "import offices") table = "body,office,holder\n" + cell + "," + cell + "," + cell + "\n";
  if (command == "import said") table = "words,on\n" + cell + ",2026-11-02\n";
  if (command == "import holidays") table = "division,day,title\nscotland,2026-12-01," + cell + "\n";
  return Json::object({{"base64", base64(table)}, {"name", "table.csv"}});
}

Json filled_request(const std::vector<FieldSpec>& specs, const About& about, const std::string& words) {
  Json request = Json::object();
  for (const FieldSpec& spec : specs) {
    Json value = value_of(spec, about, words);
    if (!value.is_null()) request.set(spec.name, std::move(value));
  }
  return request;
}

Browser::Fields filled_form(const std::vector<FieldSpec>& specs, const About& about, const std::string& words) {
  Browser::Fields form;
  for (const FieldSpec& spec : specs) {
    const auto at = about.find(spec.name);
    const std::string name = spec.name + (spec.is_list && spec.type == FieldType::group ? "/0" : "");
    if (spec.type == FieldType::group) {
      for (const auto& [member, value] : filled_form(spec.members, about, words))
        form.emplace_back(name + "/" + member, value);
    } else {
      form.emplace_back(name, at == about.end() ? words : std::to_string(at->second));
    }
  }
  return form;
}

bool give_up(Json& request, const Json& problems, const std::vector<FieldSpec>& specs) {
  bool changed = false;
  for (const Json& problem : problems.items()) {
    const std::string path = problem.find("field")->string();
    const std::string field = path.substr(0, path.find('/'));
    const Json* now = request.find(field);
    if (now == nullptr) continue;
    const auto plain = plain_texts().find(field);
    for (const FieldSpec& spec : specs) {
      if (spec.name != field) continue;
      const Json simple = takes_text(spec) && plain != plain_texts().end() ? plain->second
                          : takes_text(spec) && !spec.is_list              ? Json("Plain words zq7x")
                                                                           : Json();
      if (simple.is_null() || simple == *now) {
        request.remove(field);
      } else {
        request.set(field, simple);
      }
      changed = true;
    }
  }
  return changed;
}

}  // namespace alongside::whole
