#include "formats/holidays.h"

#include "base/text.h"
#include "formats/csv.h"
#include "formats/dates.h"
#include "formats/loose_json.h"

namespace alongside::formats {
namespace {

// The site's own file has translation keys; their English, as GOV.UK shows it.
std::string title_of(const std::string& key) {
  static constexpr std::pair<std::string_view, std::string_view> titles[] = {
      {"2nd_january", "2nd January"},
      {"battle_boyne", "Battle of the Boyne (Orangemen’s Day)"},
      {"boxing_day", "Boxing Day"},
      {"christmas", "Christmas Day"},
      {"early_may", "Early May bank holiday"},
      {"early_may_ve", "Early May bank holiday (VE day)"},
      {"easter_monday", "Easter Monday"},
      {"good_friday", "Good Friday"},
      {"kings_coronation", "Bank holiday for the coronation of King Charles III"},
      {"late_august", "Summer bank holiday"},
      {"new_year", "New Year’s Day"},
      {"queen_diamond", "Queen’s Diamond Jubilee"},
      {"queen_platinum", "Platinum Jubilee bank holiday"},
      {"queens_bank_holiday", "Bank Holiday for the State Funeral of Queen Elizabeth II"},
      {"spring", "Spring bank holiday"},
      {"st_andrew", "St Andrew’s Day"},
      {"st_patrick", "St Patrick’s Day"},
      {"summer", "Summer bank holiday"},
      {"world_cup", "World Cup bank holiday"}};
  if (!key.starts_with("bank_holidays.")) return key;
  for (const auto& [known, title] : titles) {
    if (key.substr(14) == known) return std::string(title);
  }
  return key;
}

std::string notes_of(const std::string& key) {
  if (key == "common.substitute_day") return "Substitute day";
  if (key == "common.extra_bank_holiday") return "Extra bank holiday";
  return key;
}

// "common.nations.england-and-wales_slug" since 2024, "ni" in 2012.
std::string division_of(std::string words) {
  if (words.starts_with("common.nations.")) words = words.substr(15);
  if (words.ends_with("_slug")) words.resize(words.size() - 5);
  return words == "ni" ? "northern-ireland" : words;
}
bool is_division(std::string_view words) {
  return words == "england-and-wales" || words == "scotland" || words == "northern-ireland" ||
         words == "united-kingdom";
}

// Collects days, and what is wrong with them.
class Collector {
 public:
  Collector(const File& file, Format format) : file_(file) { read_.format = format; }

  std::optional<Day> day(const std::string& words, const char* field, std::size_t line) {
    const auto when = read_when(words);
    if (when && when->day()) return when->day();
    add(Code::malformed, field, words, line, msg("Give a day of the calendar as 2026-12-25 or 25/12/2026."));
    return std::nullopt;
  }

  bool division(const std::string& words, std::size_t line) {
    if (is_division(words)) return true;
    add(Code::unknown_word, "division", words, line,
        msg("Write england-and-wales, scotland, northern-ireland or united-kingdom."));
    return false;
  }

  void event(const std::string& division, const Json& json) {
    if (const auto found = day(text_of(json, "date"), "date", 0)) {
      read_.holidays.push_back({.division = division,
                                .day = *found,
                                .title = title_of(text_of(json, "title")),
                                .notes = notes_of(text_of(json, "notes"))});
    }
  }

  Read& read() { return read_; }

  Result<Read> done() {
    if (problems_.any()) return std::move(problems_);
    if (read_.holidays.empty() && read_.holiday_changes.empty()) {
      return Problem{
          .code = Code::missing, .file = file_.name, .expected = msg("Give a file with at least one day in it.")};
    }
    return std::move(read_);
  }

  void add(Code code, const char* field, const std::string& found, std::size_t line, Message expected) {
    if (problems_.list().size() >= problems_max) return;
    problems_.add({.code = code,
                   .file = file_.name,
                   .line = static_cast<std::int64_t>(line),
                   .field = field,
                   .found = shortened(found, 60),
                   .expected = std::move(expected)});
  }
  void add_all(const Problems& more) { problems_.add_all(more); }

 private:
  const File& file_;
  Read read_;
  Problems problems_;
};

void read_row(const CsvRow& row, const Columns& columns, Collector& to) {
  const auto text = [&](std::string_view column) { return squeezed(columns.cell(row, column)); };
  std::string division = division_of(lower_ascii(text("division")));
  if (division.empty() && text("title").empty()) division = "united-kingdom";  // a bare list of dates
  const std::string day_words = text("date").empty() ? text("day") : text("date");
  const bool known = to.division(division, row.line);
  const auto day = to.day(day_words, "date", row.line);
  if (!known || !day) return;
  const std::string change = lower_ascii(text("change"));
  if (!text("changed on").empty() || change == "removed") {
    const auto on =
        to.day(text("changed on").empty() ? text("known from") : text("changed on"), "changed_on", row.line);
    if (change != "added" && change != "removed")
      to.add(Code::unknown_word, "change", change, row.line, msg("Write added or removed."));
    if (on)
      to.read().holiday_changes.push_back(
          {.changed_on = *on, .added = change == "added", .division = division, .day = *day, .title = text("title")});
    return;
  }
  ReadHoliday holiday{.division = division, .day = *day, .title = text("title"), .notes = text("notes")};
  const std::string from = text("first in file").empty() ? text("known from") : text("first in file");
  if (!from.empty()) holiday.known_from = to.day(from, "known_from", row.line);
  to.read().holidays.push_back(std::move(holiday));
}

Result<Read> read_table(const File& file, char separator, Format format, std::vector<std::string_view> needed) {
  auto csv = read_csv(file, separator);
  if (!csv) return csv.problems();
  const Columns columns(file.name, *csv, std::move(needed),
                        {"division", "date", "day", "title", "notes", "first_in_file", "first_commit", "repo", "commit",
                         "changed_on", "change", "known from"});
  Collector collector(file, format);
  collector.add_all(columns.problems());
  for (const CsvRow& row : csv->rows) read_row(row, columns, collector);
  return collector.done();
}

}  // namespace

Result<Read> read_holidays_json(const File& file) {
  auto json = read_loose_json(file);
  if (!json) return json.problems();
  Collector collector(file, Format::holidays_json);
  const Json* divisions = json->find("divisions");
  const Json& from = divisions != nullptr ? *divisions : *json;
  if (!from.is_object()) {
    return Problem{.code = Code::malformed,
                   .file = file.name,
                   .expected = msg("Give GOV.UK's bank holidays: an object with a member for each division.")};
  }
  for (const auto& [name, content] : from.members()) {
    const std::string division = division_of(name);
    if (!content.is_object() || !collector.division(division, 0)) continue;
    for_each(content, "events", [&](const Json& event) { collector.event(division, event); });
    for (const auto& [year, events] : content.members()) {
      if (year != "events") for_each(content, year, [&](const Json& event) { collector.event(division, event); });
    }
  }
  return collector.done();
}

Result<Read> read_holidays_tsv(const File& file) { return read_table(file, '\t', Format::holidays_tsv, {"date"}); }
Result<Read> read_holidays_csv(const File& file) {
  return read_table(file, ',', Format::holidays_csv, {"division", "title"});
}

}  // namespace alongside::formats
