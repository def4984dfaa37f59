// Tables of places that people value: our own, and the two editions of England's libraries. docs/formats.md describes
// them.
//
// A library's closing is not yet a loss: it may have moved. Words that suggest so are offered, and a person decides.
#pragma once

#include "formats/csv.h"
#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_valued_csv(const File& file);          // our own
Result<Read> read_libraries_csv(const File& file);       // the edition with "Year closed" and "Notes"
Result<Read> read_libraries_2023_csv(const File& file);  // operation and statutory status of 2010 to 2023

}  // namespace alongside::formats
