#include "base/text.h"
#include "faces/web/api.h"

namespace alongside::web {
namespace {

using kernel::FieldSpec;
using kernel::FieldType;

Json schema_of(const FieldSpec& spec);

Json object_of(const std::vector<FieldSpec>& specs) {
  Json properties = Json::object();
  for (const FieldSpec& spec : specs) properties.set(spec.name, schema_of(spec));
  return Json::object({{"additionalProperties", false}, {"properties", std::move(properties)}, {"type", "object"}});
}

Json one_of(const FieldSpec& spec) {
  switch (spec.type) {
    case FieldType::index:
      return Json::object({{"description", "The index of an act in the record"}, {"minimum", 0}, {"type", "integer"}});
    case FieldType::number: return Json::object({{"type", "integer"}});
    case FieldType::tick: return Json::object({{"type", "boolean"}});
    case FieldType::day: return Json::object({{"format", "date"}, {"type", "string"}});
    case FieldType::when:
      return Json::object({{"description", "YYYY, YYYY-MM or YYYY-MM-DD, as exactly as it is known"}, {"type", "string"}});
    case FieldType::token: return Json::object({{"pattern", "^[A-Za-z0-9._/+-]{1,64}$"}, {"type", "string"}});
    case FieldType::digest: return Json::object({{"pattern", "^[A-Za-z0-9_-]{43}$"}, {"type", "string"}});
    case FieldType::money: return object_of({{.name = "currency"}, {.name = "minor", .type = FieldType::number}});
    case FieldType::file: return object_of({{.name = "base64"}, {.name = "name"}});
    case FieldType::group: return object_of(spec.members);
    case FieldType::choice: {
      Json words = Json::array();
      for (const std::string& word : spec.choices) words.push(word);
      return Json::object({{"enum", std::move(words)}, {"type", "string"}});
    }
    case FieldType::words: return Json::object({{"description", "Words: sealed, committed to, erasable"}, {"type", "string"}});
    case FieldType::text: break;
  }
  return Json::object({{"type", "string"}});
}

Json schema_of(const FieldSpec& spec) {
  Json one = one_of(spec);
  return spec.is_list ? Json::object({{"items", std::move(one)}, {"type", "array"}}) : one;
}

Json place_parameter() {
  return Json::object({{"in", "path"}, {"name", "place"}, {"required", true}, {"schema", Json::object({{"type", "string"}})}});
}

Json answer_of(std::string description) {
  return Json::object({{"description", std::move(description)}});
}

Json of_command(const kernel::Command& command) {
  Json content = Json::object({{"application/json", Json::object({{"schema", object_of(command.specs)}})}});
  Json key = Json::object({{"in", "header"}, {"name", "Idempotency-Key"}, {"required", false},
                           {"schema", Json::object({{"type", "string"}})}});
  Json parameters = Json::array();
  parameters.push(place_parameter());
  parameters.push(std::move(key));
  Json responses = Json::object({{"200", answer_of("Done: `acts` are the indexes written")},
                                 {"403", answer_of("Not open to you")},
                                 {"409", answer_of("The key was used for another request")},
                                 {"422", answer_of("Problems: code, file, line, field, found, expected")},
                                 {"429", answer_of("Too many")}});
  return Json::object({{"post", Json::object({{"parameters", std::move(parameters)},
                                              {"requestBody", Json::object({{"content", std::move(content)}})},
                                              {"responses", std::move(responses)},
                                              {"summary", in_english(command.row.title)}})}});
}

Json of_page(const kernel::Page& page) {
  Json parameters = Json::array();
  parameters.push(place_parameter());
  for (const std::string_view part : split(page.row.path, '/')) {
    if (!part.starts_with("{")) continue;
    parameters.push(Json::object({{"in", "path"}, {"name", part.substr(1, part.size() - 2)}, {"required", true},
                                  {"schema", Json::object({{"minimum", 0}, {"type", "integer"}})}}));
  }
  return Json::object({{"get", Json::object({{"parameters", std::move(parameters)},
                                             {"responses", Json::object({{"200", answer_of("What the page shows")}})}})}});
}

}  // namespace

Json openapi(const kernel::House& house) {
  Json paths = Json::object();
  for (const kernel::Concern& concern : house.concerns()) {
    for (const kernel::Command& command : concern.commands()) {
      std::string path = "/api/{place}/" + std::string(command.row.words);
      for (char& c : path) {
        if (c == ' ') c = '/';
      }
      paths.set(std::move(path), of_command(command));
    }
    for (const kernel::Page& page : concern.pages()) {
      const std::string under = page.row.path[0] == '\0' ? "/index" : page.row.path;
      paths.set("/{place}" + under + ".json", of_page(page));
    }
  }
  return Json::object({{"info", Json::object({{"title", "Alongside"}, {"version", "1"}})}, {"openapi", "3.0.3"}, {"paths", std::move(paths)}});
}

}  // namespace alongside::web
