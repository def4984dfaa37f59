// One row of CSV (RFC 4180), with what a spreadsheet would take for a formula made harmless: a cell that begins with
// = + - @, a tab or a return gets a ' before it.
#pragma once

#include <string>
#include <vector>

namespace alongside::kernel {

std::string csv_row(const std::vector<std::string>& cells);

}  // namespace alongside::kernel
