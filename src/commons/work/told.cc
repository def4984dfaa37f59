#include "commons/work/told.h"

#include <algorithm>

#include "commons/work/rows.h"
#include "engines/disclosure.h"

namespace alongside::work {
namespace {

const ToldOfSide* of(const ToldOfSides& told, Side side) {
  const auto at = std::find_if(told.begin(), told.end(), [side](const ToldOfSide& one) { return one.side == side; });
  return at == told.end() ? nullptr : &*at;
}

bool is_little_more(std::int64_t more, std::int64_t than) { return more > than && more - than < engines::smallest_shown; }

}  // namespace

ToldOfSides told_of_sides(kernel::Reader& reader, Index work) {
  ToldOfSides out;
  for (const Side side : all_sides) out.push_back({.side = side});
  for (const CountedRow& row : reader.all<CountedRow>("WHERE work = $1 ORDER BY side", {work.value})) out[static_cast<std::size_t>(row.side)].people = row.people;
  for (const AtLeastRow& row : reader.all<AtLeastRow>("WHERE work = $1 ORDER BY side", {work.value})) out[static_cast<std::size_t>(row.side)].at_least = row.people;
  return out;
}

bool shows_who_came(const ToldOfSides& told, Side side, std::int64_t at_least) {
  const ToldOfSide* before = of(told, side);
  return before != nullptr && before->people && is_little_more(at_least, *before->people);
}

bool shows_who_moved(const ToldOfSides& told, const std::vector<Side>& sides, const std::vector<std::int64_t>& people) {
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const ToldOfSide* before = of(told, sides[i]);
    if (before == nullptr) continue;
    if (before->people && (is_little_more(people[i], *before->people) || is_little_more(*before->people, people[i]))) return true;
    if (is_little_more(before->at_least, people[i])) return true;
  }
  return false;
}

void hide_who_came(const ToldOfSides& told, std::vector<SideAnswer>& answers) {
  const bool shows = std::any_of(answers.begin(), answers.end(), [&told](const SideAnswer& one) { return one.answered && shows_who_came(told, one.side, *one.answered); });
  if (!shows) return;
  for (SideAnswer& one : answers) one.answered = one.yes = one.no = one.abstained = std::nullopt;
}

void keep_told(Index work, Side side, std::int64_t at_least, kernel::Changes& changes) {
  const store::Value which = kernel::to_value(side);
  changes.run("INSERT INTO work_at_least (work, side, people) VALUES ($1, $2, 0) ON CONFLICT (work, side) DO NOTHING", {work.value, which});
  changes.run("UPDATE work_at_least SET people = $3 WHERE work = $1 AND side = $2 AND people < $4", {work.value, which, at_least, at_least});
}

void keep_told(Index work, const std::vector<SideAnswer>& answers, kernel::Changes& changes) {
  for (const SideAnswer& one : answers) {
    if (one.answered) keep_told(work, one.side, *one.answered, changes);
  }
}

void keep_counted(Index work, const std::vector<Side>& sides, const std::vector<std::int64_t>& people, kernel::Changes& changes) {
  changes.run("DELETE FROM work_counted WHERE work = $1", {work.value});
  changes.run("DELETE FROM work_at_least WHERE work = $1", {work.value});
  for (std::size_t i = 0; i < sides.size(); ++i) changes.keep(CountedRow{.work = work, .side = sides[i], .people = people[i]});
}

}  // namespace alongside::work
