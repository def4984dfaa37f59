#include "exchange/import_holidays.h"

#include "commons/place/apply.h"
#include "commons/place/views.h"

namespace alongside::import {
namespace {

using formats::Format;
using kernel::Changes;

const std::vector<Format>& kinds() {
  static const std::vector<Format> kinds{Format::holidays_csv, Format::holidays_json, Format::holidays_tsv};
  return kinds;
}

struct Change {
  bool added = true;
  Day day;
  std::string title;
};
// In the order in which they came to be known; within a day, divisions by name.
using ByDay = std::map<std::pair<Day, std::string>, std::vector<Change>>;

// The whole kingdom's days are those of each of its three calendars.
std::vector<std::string> divisions_of(const std::string& division) {
  if (division == "united-kingdom") return {"england-and-wales", "northern-ireland", "scotland"};
  return {division};
}

ByDay in_order(const ImportHolidaysFacts& facts, Day otherwise) {
  ByDay out;
  for (const FileRead& file : facts.files) {
    for (const formats::ReadHoliday& one : file.read.holidays) {
      for (const std::string& division : divisions_of(one.division)) {
        out[{one.known_from.value_or(otherwise), division}].push_back({true, one.day, one.title});
      }
    }
    for (const formats::ReadHolidayChange& one : file.read.holiday_changes) {
      for (const std::string& division : divisions_of(one.division)) {
        out[{one.changed_on, division}].push_back({one.added, one.day, one.title});
      }
    }
  }
  return out;
}

}  // namespace

ImportHolidaysFacts look(const kernel::Situation& situation, const ImportHolidays& asked) {
  ImportHolidaysFacts facts{.today = situation.today};
  facts.files = read_files({asked.file, asked.files}, kinds(), facts.problems);
  for (const place::HolidayRow& row : situation.reader.all<place::HolidayRow>("ORDER BY act, place")) {
    const std::string& division = row.division.value;
    facts.known.emplace(division, row.day, row.known_from, true);
    if (row.removed_on) {
      facts.known.emplace(division, row.day, *row.removed_on, false);
    } else {
      facts.standing[division].insert(row.day);
    }
  }
  if (asked.known_from && *asked.known_from > situation.today) {
    facts.problems.add("known_from", Code::in_the_future, msg("Give a day that has come."), asked.known_from->iso());
  }
  for (const FileRead& file : facts.files) {
    const auto check = [&](const std::string& division, const std::optional<Day>& known) {
      if (division != "united-kingdom" && !place::division_named(division)) {
        add(facts.problems, file, 0, "division", Code::unknown_word,
            msg("Give one of: england-and-wales, scotland, northern-ireland."), division);
      }
      if (known && *known > situation.today) {
        add(facts.problems, file, 0, "known_from", Code::in_the_future, msg("Give a day that has come."), known->iso());
      }
    };
    for (const auto& one : file.read.holidays) check(one.division, one.known_from);
    for (const auto& one : file.read.holiday_changes) check(one.division, one.changed_on);
  }
  return facts;
}

Result<Changes> decide(const ImportHolidaysFacts& facts, ImportHolidays asked) {
  if (facts.problems.any()) return facts.problems;
  Changes changes;
  auto standing = facts.standing;
  std::size_t read = 0, added = 0, removed = 0;
  for (auto& [since, list] : in_order(facts, asked.known_from.value_or(facts.today))) {
    place::HolidaysChanged act{.division = Token{since.second}, .known_from = since.first};
    std::set<Day>& now = standing[since.second];
    for (const Change& one : list) {
      ++read;
      if (facts.known.count({since.second, one.day, since.first, one.added}) != 0) continue;
      if (!one.added && now.erase(one.day) > 0) act.removed.push_back(one.day);
      if (one.added && now.insert(one.day).second) act.added.push_back({.day = one.day, .title = said(one.title)});
    }
    added += act.added.size();
    removed += act.removed.size();
    if (!act.added.empty() || !act.removed.empty()) changes.add(std::move(act));
  }
  tell(changes, "read", read);
  tell(changes, "added", added);
  tell(changes, "removed", removed);
  tell(changes, "unchanged", read - added - removed);
  return changes;
}

}  // namespace alongside::import
