// It has happened: apply() refuses nothing and reads nothing but the act and its own tables.
#include "commons/place/apply.h"

namespace alongside::place {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

void apply(const PlaceOpened& act, const Entry& entry, Tables& tables) {
  tables.put(PlaceRow{.index = entry.index,
                      .zone = act.zone,
                      .helplines = act.helplines,
                      .host_decides = act.host_decides,
                      .sample = act.sample});
}

void apply(const BodyRegistered& act, const Entry& entry, Tables& tables) {
  tables.put(BodyRow{.index = entry.index,
                     .name_act = entry.index,
                     .asks_to_act = act.asks_to.empty() ? Index{} : entry.index,
                     .kind = act.body_kind,
                     .part_of = act.part_of,
                     .decides = act.decides,
                     .ended = act.expired,
                     .from = act.from,
                     .to = act.to});
}

void apply(const BodyChanged& act, const Entry& entry, Tables& tables) {
  if (!act.body.is_set()) return;
  tables.put(BodyChangeRow{.index = entry.index,
                           .body = act.body,
                           .renamed = !act.name.empty(),
                           .ended = act.ended,
                           .ask_instead = act.ask_instead,
                           .on = act.on});
  const store::Value body = to_value(act.body);
  if (!act.name.empty()) tables.run("UPDATE bodies SET name_act = $1 WHERE idx = $2", {entry.index.value, body});
  if (!act.asks_to.empty()) tables.run("UPDATE bodies SET asks_to_act = $1 WHERE idx = $2", {entry.index.value, body});
  if (act.ask_instead.is_set()) {
    tables.run("UPDATE bodies SET ask_instead = $1 WHERE idx = $2", {to_value(act.ask_instead), body});
  }
  if (act.ended) {
    tables.run("UPDATE bodies SET ended = 1 WHERE idx = $1", {body});
    if (act.on) tables.run("UPDATE bodies SET to_when = $1 WHERE idx = $2", {to_value(act.on), body});
  }
}

void apply(const OfficeRegistered& act, const Entry& entry, Tables& tables) {
  tables.put(OfficeRow{.index = entry.index, .body = act.body, .from = act.from, .to = act.to});
}

void apply(const OfficeHeld& act, const Entry& entry, Tables& tables) {
  tables.put(HolderRow{.index = entry.index, .office = act.office, .from = act.from, .to = act.to});
}

void apply(const OfficeLeft& act, const Entry& entry, Tables& tables) {
  tables.run("UPDATE office_holders SET to_when = $1, left_act = $2 WHERE idx = $3",
             {to_value(act.to), entry.index.value, to_value(act.held)});
}

void apply(const HolidaysChanged& act, const Entry& entry, Tables& tables) {
  tables.put(HolidayChangeRow{.index = entry.index,
                              .division = act.division,
                              .known_from = act.known_from,
                              .added = static_cast<int>(act.added.size()),
                              .removed = static_cast<int>(act.removed.size())});
  for (const Day day : act.removed) {
    tables.run(
        "UPDATE holidays SET removed_on = $1, removed_by = $2 WHERE division = $3 AND day = $4 AND removed_on IS NULL",
        {to_value(act.known_from), entry.index.value, to_value(act.division), to_value(day)});
  }
  // After the removals: a day taken away and put back in one act (another title) stands.
  for (std::size_t i = 0; i < act.added.size(); ++i) {
    tables.put(HolidayRow{.act = entry.index,
                          .place = static_cast<int>(i),
                          .division = act.division,
                          .day = act.added[i].day,
                          .known_from = act.known_from});
  }
}

void apply(const RuleSet& act, const Entry& entry, Tables& tables) {
  tables.put(RuleRow{.index = entry.index,
                     .body = act.body,
                     .rule = act.rule,
                     .from = act.from,
                     .to = act.to,
                     .working_days = act.working_days,
                     .counted_from = act.counted_from,
                     .first_day_counts = act.first_day_counts,
                     .last_day_in_force = act.last_day_in_force,
                     .end_minute = act.end_minute});
}

}  // namespace alongside::place
