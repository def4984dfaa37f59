#include "formats/offices_csv.h"

#include <set>

#include "base/text.h"
#include "formats/dates.h"

namespace alongside::formats {
namespace {

// Adds the body and the post of a holder once each.
class Register {
 public:
  explicit Register(Read& read) : read_(read) {}

  void office(const ReadHolder& holder, const std::optional<When>& from, const std::optional<When>& to) {
    if (bodies_.insert(holder.body).second) {
      read_.bodies.push_back({.source_id = holder.body, .name = holder.body_name, .line = holder.line});
    }
    if (posts_.emplace(holder.body, holder.office).second) {
      read_.offices.push_back({.title = holder.office,
                               .body = holder.body,
                               .body_name = holder.body_name,
                               .from = from,
                               .to = to,
                               .line = holder.line});
    }
  }

 private:
  Read& read_;
  std::set<std::string> bodies_;
  std::set<std::pair<std::string, std::string>> posts_;
};

void check_order(const ReadHolder& holder, const File& file, Problems& problems) {
  if (holder.from && holder.to && holder.to->last() < holder.from->first()) {
    problems.add({.code = Code::does_not_match,
                  .file = file.name,
                  .line = static_cast<std::int64_t>(holder.line),
                  .field = "to",
                  .found = holder.from->iso() + " to " + holder.to->iso(),
                  .expected = msg("Give an end that is not before the beginning.")});
  }
}

}  // namespace

Result<Read> read_offices_csv(const File& file) {
  auto csv = read_csv(file);
  if (!csv) return csv.problems();
  const Columns columns(file.name, *csv, {"body", "office"}, {"holder", "from", "to", "ward", "source id"});
  Problems problems = columns.problems();
  Read read{.format = Format::offices_csv};
  Register known(read);
  for (const CsvRow& row : csv->rows) {
    const auto text = [&](std::string_view column) { return squeezed(columns.cell(row, column)); };
    ReadHolder holder{.source_id = text("source id"),
                      .name = text("holder"),
                      .office = text("office"),
                      .body = text("body"),
                      .body_name = text("body"),
                      .ward = text("ward"),
                      .line = row.line};
    holder.from = cell_when(text("from"), file.name, row.line, "from", problems);
    holder.to = cell_when(text("to"), file.name, row.line, "to", problems);
    for (const char* needed : {"body", "office"}) {
      if (!text(needed).empty()) continue;
      problems.add({.code = Code::missing,
                    .file = file.name,
                    .line = static_cast<std::int64_t>(row.line),
                    .field = needed,
                    .expected = msg("Every row names a body and an office; the holder may be left out.")});
    }
    check_order(holder, file, problems);
    // With a holder, the days are those of the holding; alone, those of the office.
    const bool held = !holder.name.empty();
    known.office(holder, held ? std::nullopt : holder.from, held ? std::nullopt : holder.to);
    if (held) read.holders.push_back(std::move(holder));
  }
  if (problems.any()) return problems;
  return read;
}

Result<Read> read_councillors_csv(const File& file) {
  auto csv = read_csv(file);
  if (!csv) return csv.problems();
  const Columns columns(
      file.name, *csv, {"name", "council"},
      {"start_date", "end_date", "executive", "council_website", "id", "email", "image", "party", "source", "ward"});
  Problems problems = columns.problems();
  Read read{.format = Format::councillors_csv};
  Register known(read);
  for (const CsvRow& row : csv->rows) {
    const auto text = [&](std::string_view column) { return squeezed(columns.cell(row, column)); };
    ReadHolder holder{.source_id = text("id"),
                      .name = text("name"),
                      .office = "councillor",
                      .body = text("council"),
                      .body_name = text("council"),
                      .ward = text("ward"),
                      .line = row.line};
    holder.from = cell_when(text("start_date"), file.name, row.line, "start_date", problems);
    holder.to = cell_when(text("end_date"), file.name, row.line, "end_date", problems);
    if (holder.name.empty() || holder.body.empty()) {
      problems.add({.code = Code::missing,
                    .file = file.name,
                    .line = static_cast<std::int64_t>(row.line),
                    .field = holder.name.empty() ? "name" : "council",
                    .expected = msg("Every row names a councillor and a council.")});
    }
    check_order(holder, file, problems);
    known.office(holder, std::nullopt, std::nullopt);
    read.holders.push_back(holder);
    if (holder.office = text("executive"); !holder.office.empty()) {
      known.office(holder, std::nullopt, std::nullopt);
      read.holders.push_back(std::move(holder));
    }
  }
  if (problems.any()) return problems;
  return read;
}

}  // namespace alongside::formats
