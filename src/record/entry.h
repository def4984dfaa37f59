// An entry: one act, as canonical JSON (RFC 8785) of at most 65,535 bytes.
//
//   {"act":"decision.taken","at":"2026-11-23","body":{…},"v":1}
//
// It is accepted only if printing it again gives the bytes it came in. No words and no names stand in a body: only
// indexes, days, counts, money, enums and commitments. What a kind's body holds is its concern's business.
#pragma once

#include <string>
#include <string_view>

#include "base/day.h"
#include "base/json.h"
#include "record/tile.h"

namespace alongside::record {

struct Entry {
  std::string kind;  // "decision.taken": lower case, dots and underscores
  Day at;            // the day of writing, in the place's time zone
  Json body = Json::object();
  int version = 1;  // of this kind's body; at least 1
  friend bool operator==(const Entry&, const Entry&) = default;
};

// out_of_range: longer than entry_bytes_max. Malformed: a kind, version or body that could not be parsed again.
Result<std::string> print(const Entry& entry);
// Every problem at once where the JSON can be read: unknown_field, missing, malformed; does_not_match when it is not
// canonical.
Result<Entry> parse_entry(std::string_view bytes);

}  // namespace alongside::record
