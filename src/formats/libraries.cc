#include "formats/libraries.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "formats/dates.h"
#include "formats/valued_csv.h"

namespace alongside::formats {
namespace {

// The codes of both editions, in any case. Source: the Taskforce's dataset has no list of codes; our reading is
// LA run by the authority, LAU unstaffed, C commissioned, CR community run, ICL independent; a type ending in "-" is
// LAL. All of them are open to people, in some form: whether "CR" is a loss is for people to say, not for this table.
std::optional<ValuedStatus> guess(std::string_view words) {
  const std::string key = lower_ascii(squeezed(words));
  static constexpr std::array<std::string_view, 5> open = {"la", "lau", "c", "cr", "icl"};
  if (std::find(open.begin(), open.end(), key) != open.end()) return ValuedStatus::open;
  if (key == "closed") return ValuedStatus::lost;
  if (key == "temporary closure") return ValuedStatus::reduced;
  return std::nullopt;  // [Unknown], Facility Not Open: not yet built
}

std::string run_by(std::string_view code) {
  const std::string key = lower_ascii(squeezed(code));
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"la", "the local authority"},
      {"lau", "the local authority, unstaffed"},
      {"c", "commissioned by the local authority"},
      {"cr", "the community, with the authority's support"},
      {"icl", "the community, independently"},
      {"lal", "the local authority"},
      {"lal-", "the local authority"},
      {"cl", "commissioned by the local authority"},
      {"crl", "the community, with the authority's support"}};
  for (const auto& [known, meaning] : words) {
    if (key == known) return std::string(meaning);
  }
  return "";
}

std::optional<When> year_of(std::string_view words) {
  const std::string year = squeezed(words);
  return year.size() == 4 ? When::parse(year) : std::nullopt;
}

std::string address_of(const Columns& columns, const CsvRow& row, std::initializer_list<std::string_view> names) {
  std::vector<std::string> parts;
  for (const std::string_view column : names) {
    if (std::string words = squeezed(columns.cell(row, column)); !words.empty()) parts.push_back(std::move(words));
  }
  return join(parts, ", ");
}

void check_postcode(ReadValued& valued, const File& file, Read& read) {
  if (valued.postcode.empty() || !plain_postcode(valued.postcode).empty()) return;
  read.notices.push_back({.code = Code::malformed,
                          .file = file.name,
                          .line = static_cast<std::int64_t>(valued.line),
                          .field = "postcode",
                          .found = shortened(valued.postcode, 60),
                          .expected = msg("This is no postcode; it is kept as it is written.")});
}

void add_closing(ReadValued& valued, std::string_view column, const std::string& words) {
  valued.closed_words = words;
  valued.closed = year_of(words);
  if (words.empty()) return;
  valued.states.push_back(
      {.on = valued.closed, .column = std::string(column), .words = words, .guess = ValuedStatus::lost});
}

// These tables have many columns that are not read; only a missing one is a problem.
Problems missing_columns(const Columns& columns) {
  Problems missing;
  for (const Problem& one : columns.problems().list()) {
    if (one.code == Code::missing) missing.add(one);
  }
  return missing;
}

}  // namespace

std::string plain_postcode(std::string_view words) {
  std::string out = folded(words);
  std::erase(out, ' ');
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::size_t n = out.size();
  const bool fits = n >= 5 && n <= 7 &&
                    std::all_of(out.begin(), out.end(), [&](char c) { return digit(c) || letter(c); }) &&
                    letter(out[0]) && digit(out[n - 3]) && letter(out[n - 2]) && letter(out[n - 1]);
  return fits ? out : "";
}

std::string words_of_a_move(std::string_view note) {
  static constexpr std::array<std::string_view, 14> signs = {
      "relocat",   "replaced by", "moved to",    "moved into",      "move to",        "merged",     "amalgamated",
      "re-opened", "reopened",    "new library", "co-located with", "transferred to", "re-located", "replacement"};
  const std::string lower = lower_ascii(note);
  const bool found = std::any_of(signs.begin(), signs.end(),
                                 [&](std::string_view sign) { return lower.find(sign) != std::string::npos; });
  return found ? squeezed(note) : "";
}

void name_rows(std::vector<ReadValued>& rows) {
  const auto key = [](const ReadValued& row) { return folded(row.authority + " / " + row.name + " / " + row.kind); };
  std::map<std::string, int> times;
  for (const ReadValued& row : rows) ++times[key(row)];
  for (ReadValued& row : rows) {
    row.source_id = row.authority + " / " + row.name + " / " + row.kind;
    if (times[key(row)] > 1) row.source_id += " / " + row.where;
  }
  // Two rows may share an address too; then the place in the file tells them apart.
  std::map<std::string, int> seen;
  for (ReadValued& row : rows) {
    if (const int time = ++seen[folded(row.source_id)]; time > 1) row.source_id += " / " + std::to_string(time);
  }
}

Result<Read> read_libraries_csv(const File& file) {
  auto csv = read_csv(file);
  if (!csv) return csv.problems();
  const Columns columns(file.name, *csv, {"Local authority", "Library name", "Year closed"}, {});
  if (Problems missing = missing_columns(columns); missing.any()) return missing;
  Read read{.format = Format::libraries_csv};
  for (const CsvRow& row : csv->rows) {
    const auto text = [&](std::string_view column) { return squeezed(columns.cell(row, column)); };
    ReadValued valued{.edition = "libraries_england",
                      .name = text("Library name"),
                      .authority = text("Local authority"),
                      .kind = text("Type of library"),
                      .where = address_of(columns, row, {"Address 1", "Address 2", "Address 3"}),
                      .postcode = text("Postcode"),
                      .support = "open_place",
                      .statutory = text("Statutory"),
                      .opened_words = text("Year opened"),
                      .notes = text("Notes"),
                      .co_located_with = text("Co-located with"),
                      .address = text("URL"),
                      .line = row.line};
    valued.run_by = run_by(valued.kind);
    valued.opened = year_of(valued.opened_words);
    if (valued.opened)
      valued.states.push_back(
          {.on = valued.opened, .column = "Year opened", .words = valued.opened_words, .guess = ValuedStatus::open});
    add_closing(valued, "Year closed", text("Year closed"));
    valued.now = valued.closed_words.empty() ? ValuedStatus::open : ValuedStatus::lost;
    valued.move_suggested = words_of_a_move(valued.notes);
    check_postcode(valued, file, read);
    read.valued.push_back(std::move(valued));
  }
  name_rows(read.valued);
  return read;
}

Result<Read> read_libraries_2023_csv(const File& file) {
  static constexpr std::array<std::string_view, 6> years = {"10", "16", "19", "21", "22", "23"};
  auto csv = read_csv(file);
  if (!csv) return csv.problems();
  const Columns columns(file.name, *csv, {"reporting", "name", "type", "operation_23", "closed"}, {});
  if (Problems missing = missing_columns(columns); missing.any()) return missing;
  Read read{.format = Format::libraries_2023_csv};
  for (const CsvRow& row : csv->rows) {
    const auto text = [&](const std::string& column) { return squeezed(columns.cell(row, column)); };
    ReadValued valued{.edition = "libraries_england_2023",
                      .name = text("name"),
                      .authority = text("reporting"),
                      .kind = text("type"),
                      .where = address_of(columns, row, {"address1", "address2", "address3"}),
                      .postcode = text("postcode"),
                      .support = "open_place",
                      .run_by = text("operating_organisation"),
                      .statutory = text("statutory_23"),
                      .opened_words = text("opened"),
                      .closed_words = text("closed"),
                      .co_located_with = text("co_located_other_text"),
                      .line = row.line};
    if (valued.run_by.empty() || valued.run_by == "-") valued.run_by = run_by(text("operation_23"));
    valued.opened = year_of(valued.opened_words);
    valued.closed = year_of(valued.closed_words);
    for (const std::string_view year : years) {
      const auto when = When::parse("20" + std::string(year));
      const std::string statutory = "statutory_" + std::string(year);
      const std::string operation = "operation_" + std::string(year);
      if (const std::string words = text(statutory); !words.empty())
        valued.states.push_back({.on = when, .column = statutory, .words = words});
      if (const std::string words = text(operation); !words.empty()) {
        valued.states.push_back({.on = when, .column = operation, .words = words, .guess = guess(words)});
        if (guess(words)) valued.now = guess(words);
      }
    }
    // The year of closing counts only where the file agrees that it is closed: some with a year (2024) were still open.
    if (!valued.closed_words.empty()) {
      valued.states.push_back(
          {.on = valued.closed,
           .column = "closed",
           .words = valued.closed_words,
           .guess = valued.now == ValuedStatus::lost ? std::optional(ValuedStatus::lost) : std::nullopt});
    }
    check_postcode(valued, file, read);
    read.valued.push_back(std::move(valued));
  }
  name_rows(read.valued);
  return read;
}

}  // namespace alongside::formats
