#include "record/entry.h"

#include <algorithm>

namespace alongside::record {
namespace {

bool is_kind(std::string_view kind) {
  return !kind.empty() && kind.size() <= 64 && kind.front() != '.' && kind.back() != '.' &&
         std::all_of(kind.begin(), kind.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '.' || c == '_'; });
}

}  // namespace

Result<std::string> print(const Entry& entry) {
  Problems problems;
  if (!is_kind(entry.kind)) problems.add("act", Code::malformed, msg("Give a kind of small letters, dots and underscores."), entry.kind);
  if (entry.version < 1) problems.add("v", Code::out_of_range, msg("Give a version of at least 1."), std::to_string(entry.version));
  if (!entry.body.is_object()) problems.add("body", Code::malformed, msg("Give an object."));
  if (problems.any()) return problems;
  std::string out = "{\"act\":";
  append_json_string(out, entry.kind);
  out += ",\"at\":\"" + entry.at.iso() + "\",\"body\":";
  entry.body.canonical_to(out);
  out += ",\"v\":" + std::to_string(entry.version) + "}";
  if (out.size() > entry_bytes_max) {
    return problem(Code::out_of_range, "body", msg("Give an act of at most 65,535 bytes."), std::to_string(out.size()) + " bytes");
  }
  return out;
}

Result<Entry> parse_entry(std::string_view bytes) {
  if (bytes.size() > entry_bytes_max) {
    return problem(Code::out_of_range, "", msg("Give an act of at most 65,535 bytes."), std::to_string(bytes.size()) + " bytes");
  }
  auto json = parse_json(bytes);
  if (!json) return json.problems();
  if (!json->is_object()) return problem(Code::malformed, "", msg("Give an object."));
  Problems problems;
  Entry entry;
  const Json* act = json->find("act");
  const Json* at = json->find("at");
  const Json* body = json->find("body");
  const Json* version = json->find("v");
  const auto day = at != nullptr && at->is_string() ? Day::parse(at->string()) : std::nullopt;
  if (act == nullptr || !act->is_string() || !is_kind(act->string())) {
    problems.add("act", act == nullptr ? Code::missing : Code::malformed, msg("Give a kind of small letters, dots and underscores."));
  }
  if (!day) problems.add("at", at == nullptr ? Code::missing : Code::malformed, msg("Give a day that exists, such as 2026-11-24."));
  if (body == nullptr || !body->is_object()) problems.add("body", body == nullptr ? Code::missing : Code::malformed, msg("Give an object."));
  if (version == nullptr || !version->is_number() || version->number() < 1 || version->number() > 1'000'000) {
    problems.add("v", version == nullptr ? Code::missing : Code::malformed, msg("Give a version of at least 1."));
  }
  for (const Json::Member& member : json->members()) {
    if (member.first != "act" && member.first != "at" && member.first != "body" && member.first != "v") {
      problems.add(member.first, Code::unknown_field, msg("Leave it out. An entry has act, at, body and v."));
    }
  }
  if (problems.any()) return problems;
  entry = {.kind = act->string(), .at = *day, .body = *body, .version = static_cast<int>(version->number())};
  const auto again = print(entry);
  if (!again) return again.problems();
  if (*again != bytes) {
    return problem(Code::does_not_match, "", msg("Give canonical JSON: sorted keys, no space between, the shortest escapes."));
  }
  return entry;
}

}  // namespace alongside::record
