#include "formats/loose_json.h"

#include <simdjson.h>

#include <algorithm>

namespace alongside::formats {
namespace {

namespace dom = simdjson::dom;

bool convert(const dom::element& from, Json& to, int depth) {
  if (depth > nesting_max) return false;
  switch (from.type()) {
    case dom::element_type::ARRAY: {
      Json::Array items;
      for (const dom::element one : dom::array(from)) {
        items.emplace_back();
        if (!convert(one, items.back(), depth + 1)) return false;
      }
      to = Json(std::move(items));
      return true;
    }
    case dom::element_type::OBJECT: {
      // Put in by sorted key, each lands at the end: in the file's order, an object of many keys would cost their
      // square.
      Json::Object members;
      for (const dom::key_value_pair one : dom::object(from)) {
        Json value;
        if (!convert(one.value, value, depth + 1)) return false;
        members.emplace_back(std::string(one.key), std::move(value));
      }
      std::stable_sort(members.begin(), members.end(),
                       [](const Json::Member& a, const Json::Member& b) { return a.first < b.first; });
      to = Json::object();
      for (auto& [key, value] : members) to.set(std::move(key), std::move(value));
      return true;
    }
    case dom::element_type::STRING:
      to = Json(std::string_view(from));
      return true;
    case dom::element_type::INT64:
      to = Json(std::int64_t(from));
      return true;
    case dom::element_type::BOOL:
      to = Json(bool(from));
      return true;
    default:
      return true;  // null, fractions, and numbers beyond 64 bits
  }
}

std::int64_t line_at_end_of_what_reads(std::string_view text) {
  return static_cast<std::int64_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

}  // namespace

Result<Json> read_loose_json(const File& file) {
  auto text = as_text(file);
  if (!text) return text.problems();
  dom::parser parser;
  dom::element root;
  const auto error = parser.parse(*text).get(root);
  if (error != simdjson::SUCCESS) {
    return Problem{.code = Code::malformed,
                   .file = file.name,
                   .found = std::string(simdjson::error_message(error)),
                   .expected = msg("Give JSON that is whole; this file has {count} lines and may have been cut off.",
                                   {{"count", std::to_string(line_at_end_of_what_reads(*text))}})};
  }
  Json json;
  if (!convert(root, json, 0)) {
    return Problem{.code = Code::out_of_range,
                   .file = file.name,
                   .expected = msg("Give JSON with at most {count} levels inside each other.",
                                   {{"count", std::to_string(nesting_max)}})};
  }
  return json;
}

std::string text_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found != nullptr && found->is_string() ? squeezed(found->string()) : "";
}

std::int64_t number_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found != nullptr && found->is_number() ? found->number() : 0;
}

void for_each(const Json& object, std::string_view key, const std::function<void(const Json&)>& each) {
  const Json* found = object.find(key);
  if (found == nullptr || !found->is_array()) return;
  for (const Json& one : found->items()) each(one);
}

std::optional<When> when_of(const Json& object, std::string_view key) {
  const std::string words = text_of(object, key);
  if (words.empty() || words.starts_with("0001-")) return std::nullopt;
  return read_when(words);
}

}  // namespace alongside::formats
