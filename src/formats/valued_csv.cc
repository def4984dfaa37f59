#include "formats/valued_csv.h"

#include <array>

#include "base/text.h"
#include "formats/dates.h"
#include "formats/libraries.h"

namespace alongside::formats {
namespace {

std::optional<ValuedStatus> status_of(std::string_view word) {
  for (const ValuedStatus status :
       {ValuedStatus::open, ValuedStatus::at_risk, ValuedStatus::reduced, ValuedStatus::repurposed, ValuedStatus::moved,
        ValuedStatus::lost, ValuedStatus::restored}) {
    if (lower_ascii(word) == name(status)) return status;
  }
  return std::nullopt;
}

}  // namespace

Result<Read> read_valued_csv(const File& file) {
  auto csv = read_csv(file);
  if (!csv) return csv.problems();
  const Columns columns(file.name, *csv, {"name"},
                        {"authority", "support", "where", "postcode", "what for", "run by", "opened", "status", "on",
                         "words", "notes", "source id", "address"});
  Problems problems = columns.problems();
  Read read{.format = Format::valued_csv};
  for (const CsvRow& row : csv->rows) {
    const auto text = [&](std::string_view column) { return squeezed(columns.cell(row, column)); };
    const auto add = [&](Code code, const char* field, std::string found, Message expected) {
      problems.add({.code = code,
                    .file = file.name,
                    .line = static_cast<std::int64_t>(row.line),
                    .field = field,
                    .found = std::move(found),
                    .expected = std::move(expected)});
    };
    ReadValued valued{.source_id = text("source id"),
                      .edition = "own",
                      .name = text("name"),
                      .authority = text("authority"),
                      .where = text("where"),
                      .postcode = text("postcode"),
                      .support = text("support"),
                      .what_for = text("what for"),
                      .run_by = text("run by"),
                      .opened_words = text("opened"),
                      .notes = text("notes"),
                      .address = text("address"),
                      .line = row.line};
    valued.opened = cell_when(valued.opened_words, file.name, row.line, "opened", problems);
    if (valued.name.empty()) add(Code::missing, "name", "", msg("Give the name that people use."));
    if (valued.support.empty()) valued.support = "open_place";
    const auto on = cell_when(text("on"), file.name, row.line, "on", problems);
    if (const std::string word = text("status"); !word.empty()) {
      const auto status = status_of(word);
      if (!status)
        add(Code::unknown_word, "status", word,
            msg("Write one of: open, at_risk, reduced, repurposed, moved, lost, restored."));
      valued.states.push_back({.on = on, .column = "status", .words = text("words"), .guess = status});
      valued.now = status;
      if (status == ValuedStatus::lost) {
        valued.closed = on;
        valued.closed_words = text("on");
      }
    }
    valued.move_suggested = words_of_a_move(valued.notes);
    read.valued.push_back(std::move(valued));
  }
  if (problems.any()) return problems;
  return read;
}

}  // namespace alongside::formats
