// CSV as RFC 4180 has it, and as people send it: a byte order mark, either line end, quotes, line ends inside quotes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "formats/file.h"

namespace alongside::formats {

struct CsvRow {
  std::size_t line = 0;  // of its first character; 1 is the first
  std::vector<std::string> cells;
};
struct Csv {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;  // each with as many cells as the header
};

// Every row that has too many or too few cells, every quote that is not closed or stands inside a bare cell, every
// column named twice is a problem with its line. Rows that are wholly empty are left out.
Result<Csv> read_csv(const File& file, char separator = ',');

// Columns by name: any order, any case, "_" as a space.
class Columns {
 public:
  Columns(const std::string& file, const Csv& csv, std::vector<std::string_view> needed,
          std::vector<std::string_view> optional);
  const Problems& problems() const { return problems_; }  // missing and unknown columns, with what is expected
  // The trimmed cell, or "" where there is no such column.
  std::string cell(const CsvRow& row, std::string_view column) const;

 private:
  std::vector<std::pair<std::string, std::size_t>> places_;
  Problems problems_;
};
bool has_columns(const std::vector<std::string>& header, const std::vector<std::string_view>& names);

// A date of a cell: 2026-11-24, 2026-11, 2026, 24/11/2026, 24 November 2026, November 2026. Else a problem is added.
std::optional<When> cell_when(std::string_view words, const std::string& file, std::size_t line, std::string_view field,
                              Problems& problems);

}  // namespace alongside::formats
