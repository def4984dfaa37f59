// simdjson stays in this file: its header costs four seconds of compiling.
#include <simdjson.h>

#include <vector>

#include "base/json.h"

namespace alongside {
namespace {

Problems wrong(Message expected, std::string found = {}) {
  return problem(Code::malformed, "", std::move(expected), std::move(found));
}

// Into `out`; the problem, if there is one, into `problem`. A Result for each value would cost a third of all parsing.
bool convert(const simdjson::dom::element& element, int depth, Json& out, Problems& problem) {
  const auto refuse = [&](Problems why) {
    problem = std::move(why);
    return false;
  };
  if (depth > json_depth_max) return refuse(wrong(msg("Give JSON that is not nested so deeply.")));
  switch (element.type()) {
    case simdjson::dom::element_type::NULL_VALUE: out = Json(); return true;
    case simdjson::dom::element_type::BOOL: out = Json(bool(element.get_bool().value_unsafe())); return true;
    case simdjson::dom::element_type::INT64: out = Json(std::int64_t(element.get_int64().value_unsafe())); return true;
    case simdjson::dom::element_type::UINT64: return refuse(wrong(msg("Give whole numbers of at most 63 bits.")));
    case simdjson::dom::element_type::DOUBLE: return refuse(wrong(msg("Give whole numbers, without a point or an exponent.")));
    case simdjson::dom::element_type::STRING: out = Json(std::string_view(element.get_string().value_unsafe())); return true;
    case simdjson::dom::element_type::ARRAY: {
      const simdjson::dom::array list(element.get_array().value_unsafe());
      Json::Array items;
      items.reserve(list.size());
      for (const auto item : list) {
        if (!convert(item, depth + 1, items.emplace_back(), problem)) return false;
      }
      out = Json(std::move(items));
      return true;
    }
    case simdjson::dom::element_type::OBJECT: {
      const simdjson::dom::object object(element.get_object().value_unsafe());
      Json::Object members;
      members.reserve(object.size());
      for (const auto field : object) {
        if (!convert(field.value, depth + 1, members.emplace_back(std::string(field.key), Json()).second, problem)) return false;
      }
      auto whole = Json::object_of(std::move(members));
      if (!whole) return refuse(std::move(whole).problems());
      out = std::move(whole).value();
      return true;
    }
  }
  return refuse(wrong(msg("Give JSON.")));
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  // Parsing reuses its buffers; one parser a thread, so nothing is shared.
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto error = parser.parse(text.data(), text.size()).get(root);
  if (error != simdjson::SUCCESS) return wrong(msg("Give JSON: {why}.", {{"why", simdjson::error_message(error)}}));
  Json out;
  Problems problem;
  if (!convert(root, 0, out, problem)) return problem;
  return out;
}

}  // namespace alongside
