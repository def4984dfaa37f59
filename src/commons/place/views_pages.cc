// What the place's pages hold.
#include <map>

#include "base/text.h"
#include "commons/place/apply.h"
#include "commons/place/pages.h"

namespace alongside::place {

using kernel::Seeing;

Result<BodiesPage> BodiesPage::see(const Seeing& seeing) {
  return BodiesPage{
      .bodies = place::bodies(seeing.reader), .page = seeing.page(), .can_register = seeing.actor.may_register()};
}

Result<BodyPage> BodyPage::see(const Seeing& seeing) {
  kernel::Reader& reader = seeing.reader;
  const Index index = seeing.index("body");
  auto line = place::body(reader, index);
  if (!line)
    return problem(Code::not_found, "body", msg("There is no body with this number here."),
                   std::to_string(index.value));

  BodyPage view{.body = std::move(*line), .can_change = seeing.actor.may_register(), .today = seeing.today};
  view.part_of_name = body_name(reader, view.body.part_of);
  view.ask_instead_name = body_name(reader, view.body.ask_instead);
  if (const auto stamp = reader.stamp(index)) view.recorded = stamp->at;
  view.committees = committees_of(reader, index);
  view.rules = rules_of(reader, index);

  std::map<Index, std::vector<HolderLine>> holders;
  for (HolderLine& holder : holders_of_body(reader, index)) holders[holder.office].push_back(std::move(holder));
  for (OfficeLine& office : offices_of(reader, index)) {
    std::vector<HolderLine> of_it = std::move(holders[office.office]);
    view.offices.push_back({.office = std::move(office), .holders = std::move(of_it)});
  }
  for (const BodyChangeRow& row : reader.all<BodyChangeRow>("WHERE body = $1 ORDER BY idx DESC", {index.value})) {
    BodyChangeLine change{.act = row.index, .ended = row.ended, .ask_instead = row.ask_instead, .on = row.on};
    if (row.renamed) change.name = reader.words(row.index, "name");
    if (const auto stamp = reader.stamp(row.index)) change.recorded = stamp->at;
    view.changes.push_back(std::move(change));
  }
  return view;
}

Result<CalendarPage> CalendarPage::see(const Seeing& seeing) {
  CalendarPage view{.can_change = seeing.actor.is_keeper()};
  for (const HolidayRow& row : seeing.reader.all<HolidayRow>("ORDER BY day, division, act, place")) {
    view.holidays.push_back({.division = row.division.value,
                             .day = row.day,
                             .title = seeing.reader.words(row.act, "added/" + std::to_string(row.place) + "/title"),
                             .known_from = row.known_from,
                             .removed_on = row.removed_on,
                             .act = row.act});
  }
  for (const HolidayChangeRow& row : seeing.reader.all<HolidayChangeRow>("ORDER BY known_from DESC, idx DESC")) {
    view.changes.push_back({.act = row.index,
                            .division = row.division.value,
                            .known_from = row.known_from,
                            .added = row.added,
                            .removed = row.removed});
  }
  const auto asked = whole_number(seeing.asked("year"));
  view.year = asked.ok() && *asked > 1870 && *asked < 2300 ? static_cast<int>(*asked) : seeing.today.date().year;
  return view;
}

}  // namespace alongside::place
