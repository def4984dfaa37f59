#include "record/opening.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <tuple>

#include "base/text.h"
#include "record/tile.h"

namespace alongside::record {
namespace {

bool before(const Opening& one, const Opening& other) {
  return std::tie(one.index, one.field) < std::tie(other.index, other.field);
}

Problems wrong(std::size_t place, const char* field, Code code, Message expected) {
  return problem(code, "openings/" + std::to_string(place) + (*field == '\0' ? "" : "/") + field, std::move(expected));
}

Result<Opening> parse_one(Json& json, std::size_t place) {
  if (!json.is_object() || json.members().size() != 4) {
    return wrong(place, "", Code::malformed, msg("An opening has field, index, salt and words, and nothing else."));
  }
  const Json* field = json.find("field");
  const Json* index = json.find("index");
  const Json* salt = json.find("salt");
  Json* words = json.find("words");
  if (field == nullptr || !field->is_string() || field->string().empty()) {
    return wrong(place, "field", Code::malformed, msg("Give the field's path, such as options/0/why_not."));
  }
  if (index == nullptr || !index->is_number() || index->number() < 0) {
    return wrong(place, "index", Code::malformed, msg("Give the index of the act."));
  }
  const auto salt_bytes = salt != nullptr && salt->is_string() ? from_base64url(salt->string()) : std::string();
  if (!salt_bytes || salt_bytes->size() != 32) {
    return wrong(place, "salt", Code::malformed, msg("Give the salt: 32 bytes in base64url."));
  }
  if (words == nullptr || !words->is_string()) {
    return wrong(place, "words", Code::malformed, msg("Give the words, as text."));
  }
  Opening opening{.index = index->number(), .field = field->string(), .salt = {}, .words = std::move(words->string())};
  std::memcpy(opening.salt.data(), salt_bytes->data(), opening.salt.size());
  return opening;
}

void print_one(const Opening& opening, std::string& out) {
  out += "{\"field\":";
  append_json_string(out, opening.field);
  out +=
      ",\"index\":" + std::to_string(opening.index) + ",\"salt\":\"" + base64url(view(opening.salt)) + "\",\"words\":";
  append_json_string(out, opening.words);
  out += '}';
}

std::string print_sorted(const std::vector<Opening>& openings, std::size_t about = 0) {
  std::string out;
  out.reserve(about);
  out += "{\"openings\":[";
  for (std::size_t i = 0; i < openings.size(); ++i) {
    if (i > 0) out += ',';
    print_one(openings[i], out);
  }
  out += "]}";
  return out;
}

}  // namespace

std::string print_openings(std::vector<Opening> openings) {
  std::sort(openings.begin(), openings.end(), before);
  const auto twice = std::adjacent_find(openings.begin(), openings.end(),
                                        [](const Opening& one, const Opening& next) { return !before(one, next); });
  if (twice != openings.end()) throw std::logic_error("two openings of one field: " + twice->field);
  return print_sorted(openings);
}

Result<std::vector<Opening>> parse_openings(std::string_view bytes) {
  auto json = parse_json(bytes);
  if (!json) return std::move(json).problems();
  Json* list = json->find("openings");
  if (list == nullptr || !list->is_array() || json->members().size() != 1) {
    return problem(Code::malformed, "openings", msg("Give one list, named openings."));
  }
  Problems problems;
  std::vector<Opening> openings;
  openings.reserve(list->items().size());
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    auto opening = parse_one(list->items()[i], i);
    if (!opening) {
      problems.add_all(std::move(opening).problems());
      continue;
    }
    if (!openings.empty() && !before(openings.back(), *opening)) {
      problems.add_all(wrong(i, "", Code::malformed, msg("Sort openings by index and field, each once.")));
    }
    openings.push_back(std::move(opening).value());
  }
  if (problems.any()) return problems.take();
  if (print_sorted(openings, bytes.size()) != bytes) {
    return problem(Code::does_not_match, "openings", msg("Write openings in canonical JSON (RFC 8785)."));
  }
  return openings;
}

std::string openings_path(std::int64_t bundle) {
  constexpr std::string_view entries = "tile/entries/";
  return "openings/" + tile_path({.level = entries_level, .index = bundle}).substr(entries.size());
}

}  // namespace alongside::record
