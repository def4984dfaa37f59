// OParl 1.1, the interface of German councils: Body, Organization, Meeting, Paper, one object a file or a list of them
// ("data"). Decisions are results of agenda items, in free German text; they stay in the source's words.
#pragma once

#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_oparl(const File& file);

}  // namespace alongside::formats
