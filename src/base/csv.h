// One row of CSV (RFC 4180), with what a spreadsheet would take for a formula made harmless.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside {

// A cell that begins with = + - @, a tab or a return gets a ' before it; reading our own files takes it off again.
std::string guarded(std::string_view cell);
std::string unguarded(std::string_view cell);

std::string csv_row(const std::vector<std::string>& cells);  // each cell guarded; ends with CRLF

}  // namespace alongside
