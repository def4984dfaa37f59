#include "record/opening.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "base/text.h"
#include "record/tile.h"
#include "record/tree.h"

namespace alongside::record {
namespace {

bool before(const Opening& one, const Opening& other) {
  return std::tie(one.index, one.field) < std::tie(other.index, other.field);
}

Result<Opening> parse_one(const Json& json, std::size_t number) {
  const std::string path = "openings/" + std::to_string(number);
  const Json* field = json.find("field");
  const Json* index = json.find("index");
  const Json* salt = json.find("salt");
  const Json* words = json.find("words");
  const bool whole = json.is_object() && json.members().size() == 4 && field != nullptr && field->is_string() && index != nullptr &&
                     index->is_number() && index->number() >= 0 && salt != nullptr && salt->is_string() && words != nullptr && words->is_string();
  if (!whole) return problem(Code::malformed, path, msg("Give field, index, salt and words."));
  const auto bytes = hash_of_base64url(salt->string(), path + "/salt");
  if (!bytes) return bytes.problems();
  return Opening{.index = index->number(), .field = field->string(), .salt = *bytes, .words = words->string()};
}

}  // namespace

std::string print_openings(std::vector<Opening> openings) {
  std::sort(openings.begin(), openings.end(), before);
  std::string out = "{\"openings\":[";
  for (std::size_t i = 0; i < openings.size(); ++i) {
    const Opening& one = openings[i];
    if (i > 0 && !before(openings[i - 1], one)) throw std::logic_error("two openings of the same field");
    if (i > 0) out += ',';
    out += "{\"field\":";
    append_json_string(out, one.field);
    out += ",\"index\":" + std::to_string(one.index) + ",\"salt\":\"" + base64url(view(one.salt)) + "\",\"words\":";
    append_json_string(out, one.words);
    out += '}';
  }
  return out + "]}";
}

Result<std::vector<Opening>> parse_openings(std::string_view bytes) {
  const auto json = parse_json(bytes);
  if (!json) return json.problems();
  const Json* list = json->find("openings");
  if (list == nullptr || !list->is_array() || json->members().size() != 1) {
    return problem(Code::malformed, "openings", msg("Give an object with the one key openings, a list."));
  }
  if (json->canonical() != bytes) {
    return problem(Code::does_not_match, "", msg("Give canonical JSON: sorted keys, no space between, the shortest escapes."));
  }
  std::vector<Opening> out;
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    auto one = parse_one(list->items()[i], i);
    if (!one) return one.problems();
    if (!out.empty() && !before(out.back(), *one)) {
      return problem(Code::does_not_match, "openings/" + std::to_string(i), msg("Sort by index and field, each once."));
    }
    out.push_back(std::move(one).value());
  }
  return out;
}

std::string openings_path(std::int64_t bundle) {
  // The number is written as in the path of a whole tile.
  return "openings/" + tile_path({.level = entries_level, .index = bundle}).substr(std::string_view("tile/entries/").size());
}

}  // namespace alongside::record
