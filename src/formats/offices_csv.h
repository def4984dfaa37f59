// Tables of offices and their holders: our own, and Open Australia's table of councillors. docs/formats.md describes
// both.
#pragma once

#include "formats/csv.h"
#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_offices_csv(const File& file);  // our own: body, office, holder, from, to …
Result<Read> read_councillors_csv(
    const File& file);  // name, council, executive …: a councillor, and "executive" as an office

}  // namespace alongside::formats
