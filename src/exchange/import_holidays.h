// Bank holidays from every shape of GOV.UK's files: one act a division and a day on which it was known. Days that are
// in the calendar already are passed over.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "exchange/import_files.h"

namespace alongside::import {

struct ImportHolidays {
  std::optional<File> file;
  std::vector<File> files;
  std::optional<Day> known_from;  // for days whose source does not say since when; without it, today
  static void fields(auto& self, auto&& field) {
    field("file", self.file);
    field("files", self.files);
    field("known_from", self.known_from);
  }
};
struct ImportHolidaysFacts {
  Day today;
  std::map<std::string, std::set<Day>> standing;  // by division
  // What the record says was added (true) or removed on which day: said again, it changes nothing, also when the day
  // has been removed since.
  std::set<std::tuple<std::string, Day, Day, bool>> known;  // division, day, known from
  std::vector<FileRead> files;
  Problems problems;
};
ImportHolidaysFacts look(const kernel::Situation& situation, const ImportHolidays& asked);
Result<kernel::Changes> decide(const ImportHolidaysFacts& facts, ImportHolidays asked);

}  // namespace alongside::import
