// Popolo: persons, organizations, memberships. A second membership with a role ("Mayor") is a second office. Parties
// are read as bodies marked is_party, so that their number is right; memberships of them are not kept.
#pragma once

#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_popolo(const File& file);

}  // namespace alongside::formats
