#include "formats/popolo.h"

#include <map>
#include <set>

#include "base/text.h"
#include "formats/loose_json.h"

namespace alongside::formats {
namespace {

struct Names {
  std::map<std::string, std::string> people;
  std::map<std::string, std::string> bodies;
};

ReadHolder holder_of(const Json& json, const Names& names, const File& file, Problems& problems) {
  ReadHolder holder{.source_id = text_of(json, "person_id"),
                    .office = text_of(json, "role"),
                    .body = text_of(json, "organization_id"),
                    .from = when_of(json, "start_date"),
                    .to = when_of(json, "end_date")};
  const auto look_up = [&](const std::map<std::string, std::string>& known, const std::string& id, const char* field) {
    const auto found = known.find(id);
    if (found != known.end()) return found->second;
    if (problems.list().size() < problems_max) {
      problems.add({.code = Code::not_found,
                    .file = file.name,
                    .field = field,
                    .found = id,
                    .expected = msg("Name only people and bodies that are in the same file.")});
    }
    return std::string();
  };
  holder.name = look_up(names.people, holder.source_id, "person_id");
  holder.body_name = look_up(names.bodies, holder.body, "organization_id");
  if (holder.office.empty()) holder.office = "member";
  return holder;
}

}  // namespace

Result<Read> read_popolo(const File& file) {
  auto json = read_loose_json(file);
  if (!json) return json.problems();
  if (json->find("persons") == nullptr || json->find("memberships") == nullptr) {
    return Problem{.code = Code::not_supported,
                   .file = file.name,
                   .found = "JSON without persons and memberships",
                   .expected = msg("Give Popolo's persons, organizations and memberships in one file.")};
  }
  Read read{.format = Format::popolo};
  Names names;
  Problems problems;
  for_each(*json, "persons", [&](const Json& one) { names.people[text_of(one, "id")] = text_of(one, "name"); });
  for_each(*json, "organizations", [&](const Json& one) {
    ReadBody body{.source_id = text_of(one, "id"),
                  .name = text_of(one, "name"),
                  .kind = text_of(one, "classification"),
                  .part_of = text_of(one, "parent_id"),
                  .from = when_of(one, "founding_date"),
                  .to = when_of(one, "dissolution_date")};
    body.is_party = body.kind == "party";
    body.expired = body.to.has_value();
    names.bodies[body.source_id] = body.name;
    read.bodies.push_back(std::move(body));
  });
  std::set<std::pair<std::string, std::string>> posts;
  for_each(*json, "memberships", [&](const Json& one) {
    ReadHolder holder = holder_of(one, names, file, problems);
    if (posts.emplace(holder.body, holder.office).second) {
      read.offices.push_back({.title = holder.office, .body = holder.body, .body_name = holder.body_name});
    }
    read.holders.push_back(std::move(holder));
  });
  if (problems.any()) return problems;
  return read;
}

}  // namespace alongside::formats
