#include "record/entry.h"

#include <algorithm>
#include <limits>

namespace alongside::record {
namespace {

bool is_kind(std::string_view kind) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
  return !kind.empty() && kind.size() <= 100 && std::all_of(kind.begin(), kind.end(), allowed) && kind.front() != '.' &&
         kind.back() != '.';
}

void check_kind(const Json* kind, Entry& entry, Problems& problems) {
  if (kind == nullptr) {
    problems.add("act", Code::missing, msg("Say which kind of act this is."));
  } else if (!kind->is_string() || !is_kind(kind->string())) {
    problems.add("act", Code::malformed, msg("Give the kind of act, such as decision.taken."));
  } else {
    entry.kind = kind->string();
  }
}

void check_day(const Json* at, Entry& entry, Problems& problems) {
  if (at == nullptr) {
    problems.add("at", Code::missing, msg("Say on which day it was written."));
    return;
  }
  const auto day = at->is_string() ? Day::parse(at->string()) : std::nullopt;
  if (day) {
    entry.at = *day;
  } else {
    problems.add("at", Code::malformed, msg("Give a day, such as 2026-11-24."));
  }
}

void check_body(Json* body, Entry& entry, Problems& problems) {
  if (body == nullptr) {
    problems.add("body", Code::missing, msg("Give what the act says, as a JSON object."));
  } else if (!body->is_object()) {
    problems.add("body", Code::malformed, msg("Give what the act says, as a JSON object."));
  } else {
    entry.body = std::move(*body);
  }
}

void check_version(const Json* version, Entry& entry, Problems& problems) {
  if (version == nullptr) {
    problems.add("v", Code::missing, msg("Give the version of this kind of act."));
  } else if (!version->is_number() || version->number() < 1 || version->number() > std::numeric_limits<int>::max()) {
    problems.add("v", Code::malformed, msg("Give the version of this kind of act: 1 or more."));
  } else {
    entry.version = static_cast<int>(version->number());
  }
}

std::string bytes_of(const Entry& entry, std::size_t about = 256) {
  // The four keys in their order, without building the object around the body.
  std::string out;
  out.reserve(about);
  out += "{\"act\":";
  append_json_string(out, entry.kind);
  out += ",\"at\":\"" + entry.at.iso() + "\",\"body\":";
  entry.body.canonical_to(out);
  out += ",\"v\":" + std::to_string(entry.version) + "}";
  return out;
}

Problems too_long(std::size_t found) {
  return problem(Code::out_of_range, "entry", msg("An entry has at most 65,535 bytes."), std::to_string(found));
}

}  // namespace

Result<std::string> print(const Entry& entry) {
  Problems problems;
  if (!is_kind(entry.kind))
    problems.add("act", Code::malformed, msg("Give the kind of act, such as decision.taken."), entry.kind);
  if (!entry.body.is_object()) problems.add("body", Code::malformed, msg("Give what the act says, as a JSON object."));
  if (entry.version < 1) problems.add("v", Code::malformed, msg("Give the version of this kind of act: 1 or more."));
  if (problems.any()) return problems.take();
  std::string out = bytes_of(entry);
  if (out.size() > entry_bytes_max) return too_long(out.size());
  return out;
}

Result<Entry> parse_entry(std::string_view bytes) {
  if (bytes.size() > entry_bytes_max) return too_long(bytes.size());
  auto json = parse_json(bytes);
  if (!json) return std::move(json).problems();
  if (!json->is_object()) return problem(Code::malformed, "entry", msg("An entry is a JSON object."));
  Problems problems;
  Entry entry;
  check_kind(json->find("act"), entry, problems);
  check_day(json->find("at"), entry, problems);
  check_body(json->find("body"), entry, problems);
  check_version(json->find("v"), entry, problems);
  for (const auto& [key, value] : json->members()) {
    if (key != "act" && key != "at" && key != "body" && key != "v") {
      problems.add(key, Code::unknown_field, msg("An entry has act, at, body and v, and nothing else."));
    }
  }
  if (problems.any()) return problems.take();
  if (bytes_of(entry, bytes.size()) != bytes) {
    return problem(Code::does_not_match, "entry", msg("Write an entry in canonical JSON (RFC 8785)."));
  }
  return entry;
}

}  // namespace alongside::record
