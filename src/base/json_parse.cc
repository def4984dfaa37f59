// simdjson stays in this file: its header costs four seconds of compiling.
#include <simdjson.h>

#include <algorithm>
#include <vector>

#include "base/json.h"

namespace alongside {
namespace {

Problems wrong(Message expected, std::string found = {}) {
  return problem(Code::malformed, "", std::move(expected), std::move(found));
}

Result<Json> convert(const simdjson::dom::element& element, int depth) {
  if (depth > json_depth_max) return wrong(msg("Give JSON that is not nested so deeply."));
  switch (element.type()) {
    case simdjson::dom::element_type::NULL_VALUE: return Json();
    case simdjson::dom::element_type::BOOL: return Json(bool(element.get_bool().value_unsafe()));
    case simdjson::dom::element_type::INT64: return Json(std::int64_t(element.get_int64().value_unsafe()));
    case simdjson::dom::element_type::UINT64: return wrong(msg("Give whole numbers of at most 63 bits."));
    case simdjson::dom::element_type::DOUBLE: return wrong(msg("Give whole numbers, without a point or an exponent."));
    case simdjson::dom::element_type::STRING: return Json(std::string_view(element.get_string().value_unsafe()));
    case simdjson::dom::element_type::ARRAY: {
      Json::Array items;
      for (const auto item : simdjson::dom::array(element.get_array().value_unsafe())) {
        auto value = convert(item, depth + 1);
        if (!value) return value;
        items.push_back(std::move(value).value());
      }
      return Json(std::move(items));
    }
    case simdjson::dom::element_type::OBJECT: {
      // Gathered, then sorted once: putting each in its place would cost the square of their number.
      std::vector<Json::Member> members;
      for (const auto field : simdjson::dom::object(element.get_object().value_unsafe())) {
        auto value = convert(field.value, depth + 1);
        if (!value) return value;
        members.emplace_back(std::string(field.key), std::move(value).value());
      }
      std::sort(members.begin(), members.end(), [](const Json::Member& a, const Json::Member& b) { return a.first < b.first; });
      Json object = Json::object();
      for (Json::Member& member : members) {
        if (object.find(member.first) != nullptr) return wrong(msg("Give each key once."), member.first);
        object.set(std::move(member.first), std::move(member.second));
      }
      return object;
    }
  }
  return wrong(msg("Give JSON."));
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  // Parsing reuses its buffers; one parser a thread, so nothing is shared.
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto error = parser.parse(text.data(), text.size()).get(root);
  if (error != simdjson::SUCCESS) return wrong(msg("Give JSON: {why}.", {{"why", simdjson::error_message(error)}}));
  return convert(root, 0);
}

}  // namespace alongside
