// JSON as others write it. Coordinates and other fractions, which the record never holds, are read as null; of a key
// that comes twice the last counts. The record's own JSON is base/json.h, which refuses both.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "formats/dates.h"
#include "formats/file.h"

namespace alongside::formats {

// Malformed: no JSON, with the line. Out of range: nested deeper than nesting_max.
Result<Json> read_loose_json(const File& file);

// The member as text, or "" where it is something else or not there.
std::string text_of(const Json& object, std::string_view key);
std::int64_t number_of(const Json& object, std::string_view key);  // 0 where there is none
// Goes through an array member; nothing where it is no array.
void for_each(const Json& object, std::string_view key, const std::function<void(const Json&)>& each);
// "2013-01-04T08:00:00+01:00" is the day as written; year 0001 is no date.
std::optional<When> when_of(const Json& object, std::string_view key);

}  // namespace alongside::formats
