// Bank holidays, in every shape that GOV.UK has published them: the API (division, events), the site's own files of
// 2012 to 2020 and of 2019 to 2028 (divisions, years, day-first dates, translation keys), tables of days with the day
// each entered the file, tables of changes, and our own CSV.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "formats/read.h"

namespace alongside::formats {

Result<Read> read_holidays_json(const File& file);
// Tab-separated: division, date, title [, notes, first_in_file]; or changed_on, change, division, date, title; or one
// column of dates, for which the division is "united-kingdom".
Result<Read> read_holidays_tsv(const File& file);
Result<Read> read_holidays_csv(const File& file);  // our own: division, day, title [, known_from, change]

}  // namespace alongside::formats
