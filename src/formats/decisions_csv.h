// Our own table of decisions, one row each. docs/formats.md describes every column and has an example.
#pragma once

#include "formats/csv.h"
#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_decisions_csv(const File& file);
std::string decisions_csv_header();
std::string decisions_csv_row(const ReadDecision& decision);  // what read_decisions_csv reads back

}  // namespace alongside::formats
