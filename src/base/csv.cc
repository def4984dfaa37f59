#include "base/csv.h"

namespace alongside {
namespace {
constexpr std::string_view formula_starts = "=+-@\t\r";
bool starts_a_formula(std::string_view cell) {
  return !cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos;
}
}  // namespace

std::string guarded(std::string_view cell) {
  return (starts_a_formula(cell) ? "'" : "") + std::string(cell);
}

std::string unguarded(std::string_view cell) {
  const bool is_guard = cell.starts_with('\'') && starts_a_formula(cell.substr(1));
  return std::string(is_guard ? cell.substr(1) : cell);
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    const std::string cell = guarded(cells[i]);
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  return out + "\r\n";
}

}  // namespace alongside
