// New York's matters (Legistar, as JSON) with history and votes by name, and Chicago's list of meetings.
//
// Traps: 0001-01-01 is no date. Affirmative is not approved: a motion to disapprove can pass. The reason of an absence
// ("Medical", "Parental") is health data: it is dropped here and only "absent" is kept.
#pragma once

#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_matter(const File& file);
Result<Read> read_chicago_meetings(const File& file);

}  // namespace alongside::formats
