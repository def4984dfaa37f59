#include "formats/csv.h"

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "formats/dates.h"

namespace alongside::formats {
namespace {

class Reader {
 public:
  Reader(const std::string& file, std::string_view text, char separator)
      : file_(file), text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }

  CsvRow row() {
    CsvRow row{.line = line_};
    for (;;) {
      row.cells.push_back(cell());
      if (at_end() || text_[at_] != separator_) break;
      ++at_;
    }
    if (!at_end() && text_[at_] == '\r') ++at_;
    if (!at_end() && text_[at_] == '\n') ++at_;
    ++line_;
    return row;
  }

  Problems problems;

 private:
  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  std::string cell() {
    if (!at_end() && text_[at_] == '"') return quoted();
    const std::size_t start = at_;
    while (!at_end() && !ends_cell(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  std::string quoted() {
    const std::size_t opened = line_;
    std::string out;
    ++at_;
    for (;; ++at_) {
      if (at_end()) {
        add(opened, shortened(out, 40), msg("Close the quotation mark that opens here."));
        return out;
      }
      const char c = text_[at_];
      if (c == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      }
      if (c == '\n') ++line_;
      out += c;
    }
    ++at_;
    const std::size_t after = at_;
    while (!at_end() && !ends_cell(text_[at_])) ++at_;
    const std::string_view rest = text_.substr(after, at_ - after);
    if (!trimmed(rest).empty()) {
      add(line_, shortened(rest, 40),
          msg("After a closing quotation mark, go on with a comma or a new line; write a quotation mark inside a cell "
              "twice."));
      out += rest;
    }
    return out;
  }

  void add(std::size_t line, std::string found, Message expected) {
    problems.add({.code = Code::malformed,
                  .file = file_,
                  .line = static_cast<std::int64_t>(line),
                  .found = std::move(found),
                  .expected = std::move(expected)});
  }

  const std::string& file_;
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

bool is_empty(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return trimmed(cell).empty(); });
}

std::string column_key(std::string_view text) {
  std::string key = lower_ascii(squeezed(text));
  std::replace(key.begin(), key.end(), '_', ' ');
  return key;
}

void check_header(const File& file, const Csv& csv, Problems& problems) {
  const auto add = [&](Code code, std::string field, Message expected) {
    problems.add(
        {.code = code, .file = file.name, .line = 1, .field = std::move(field), .expected = std::move(expected)});
  };
  if (csv.header.size() > columns_max)
    add(Code::out_of_range, "", msg("Give at most {count} columns.", {{"count", std::to_string(columns_max)}}));
  std::vector<std::string> keys;
  for (const std::string& column : csv.header) keys.push_back(column_key(column));
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (!keys[i].empty() && keys[i] == keys[i - 1] && (i < 2 || keys[i] != keys[i - 2])) {
      add(Code::already_there, keys[i], msg("Name each column once."));
    }
  }
}

}  // namespace

Result<Csv> read_csv(const File& file, char separator) {
  auto text = as_text(file);
  if (!text) return text.problems();
  Reader reader(file.name, *text, separator);
  Csv csv;
  csv.header = reader.row().cells;
  for (std::string& column : csv.header) column = squeezed(column);
  Problems problems;
  check_header(file, csv, problems);
  std::size_t uneven = 0;
  while (!reader.at_end()) {
    CsvRow row = reader.row();
    if (is_empty(row)) continue;
    if (csv.rows.size() == rows_max) {
      problems.add({.code = Code::out_of_range,
                    .file = file.name,
                    .line = static_cast<std::int64_t>(row.line),
                    .expected = msg("Give at most {count} rows in one file.", {{"count", std::to_string(rows_max)}})});
      break;
    }
    if (row.cells.size() != csv.header.size() && ++uneven <= problems_max) {
      problems.add({.code = Code::does_not_match,
                    .file = file.name,
                    .line = static_cast<std::int64_t>(row.line),
                    .found = std::to_string(row.cells.size()) + " cells",
                    .expected = msg("Give as many cells as the first line has: {count}. Put text that holds a comma "
                                    "between quotation marks.",
                                    {{"count", std::to_string(csv.header.size())}})});
    }
    csv.rows.push_back(std::move(row));
  }
  problems.add_all(std::move(reader.problems));
  if (problems.any()) return problems;
  return csv;
}

Columns::Columns(const std::string& file, const Csv& csv, std::vector<std::string_view> needed,
                 std::vector<std::string_view> optional) {
  std::vector<std::string> known;
  for (const std::string_view column : needed) known.push_back(column_key(column));
  for (const std::string_view column : optional) known.push_back(column_key(column));
  for (std::size_t i = 0; i < csv.header.size(); ++i) {
    const std::string key = column_key(csv.header[i]);
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      problems_.add({.code = Code::unknown_field,
                     .file = file,
                     .line = 1,
                     .field = csv.header[i],
                     .expected = msg("Use only these columns: {columns}.", {{"columns", join(known, ", ")}})});
    }
    places_.emplace_back(key, i);
  }
  for (const std::string_view column : needed) {
    if (!has_columns(csv.header, {column})) {
      problems_.add({.code = Code::missing,
                     .file = file,
                     .line = 1,
                     .field = std::string(column),
                     .expected = msg("Add this column.")});
    }
  }
}

std::string Columns::cell(const CsvRow& row, std::string_view column) const {
  const std::string key = column_key(column);
  for (const auto& [known, place] : places_) {
    if (known == key && place < row.cells.size()) return unguarded(trimmed(row.cells[place]));
  }
  return "";
}

bool has_columns(const std::vector<std::string>& header, const std::vector<std::string_view>& names) {
  return std::all_of(names.begin(), names.end(), [&](std::string_view wanted) {
    return std::any_of(header.begin(), header.end(),
                       [&](const std::string& column) { return column_key(column) == column_key(wanted); });
  });
}

std::optional<When> cell_when(std::string_view words, const std::string& file, std::size_t line, std::string_view field,
                              Problems& problems) {
  if (trimmed(words).empty()) return std::nullopt;
  const auto when = read_when(words);
  if (!when) {
    problems.add(
        {.code = Code::malformed,
         .file = file,
         .line = static_cast<std::int64_t>(line),
         .field = std::string(field),
         .found = shortened(words, 60),
         .expected = msg("Give a day of the calendar as 2026-11-24 or 24/11/2026, or a month as 2026-11, or a year.")});
  }
  return when;
}

}  // namespace alongside::formats
