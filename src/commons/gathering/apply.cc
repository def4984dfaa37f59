// It has happened: apply() refuses nothing. An act that points at no meeting, item or notes changes nothing.
#include "commons/gathering/rows.h"

namespace alongside::gathering {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

namespace {

template <class A>
void set_words(Tables& tables, Index gathering, const A& act, Index index) {
  A::fields(act, [&](const char* item, const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Said>) {
      if (value.empty()) return;
      tables.run("DELETE FROM gathering_words WHERE gathering = $1 AND item = $2", {gathering.value, std::string(item)});
      tables.put(WordsRow{.gathering = gathering, .item = item, .act = index});
    }
  });
}

bool is_gathering(Tables& tables, Index gathering) { return tables.one<GatheringRow>("WHERE idx = $1", {to_value(gathering)}).has_value(); }

void revise(Tables& tables, Index gathering, const Entry& entry) {
  tables.run("UPDATE gatherings SET changes = changes + 1, revised_act = $1, revised_on = $2 WHERE idx = $3",
             {entry.index.value, to_value(entry.at), to_value(gathering)});
}

}  // namespace

void apply(const GatheringCalled& act, const Entry& entry, Tables& tables) {
  tables.put(GatheringRow{.index = entry.index, .work = act.work, .on = act.on, .from_minute = act.from_minute, .to_minute = act.to_minute,
                          .revised_act = entry.index, .revised_on = entry.at});
  set_words(tables, entry.index, act, entry.index);
}

void apply(const GatheringChanged& act, const Entry& entry, Tables& tables) {
  if (!is_gathering(tables, act.gathering)) return;
  tables.run("UPDATE gatherings SET on_day = COALESCE($1, on_day), from_minute = COALESCE($2, from_minute), "
             "to_minute = COALESCE($3, to_minute) WHERE idx = $4",
             {to_value(act.on), to_value(act.from_minute), to_value(act.to_minute), to_value(act.gathering)});
  set_words(tables, act.gathering, act, entry.index);
  revise(tables, act.gathering, entry);
}

void apply(const GatheringCalledOff& act, const Entry& entry, Tables& tables) {
  const auto row = tables.one<GatheringRow>("WHERE idx = $1", {to_value(act.gathering)});
  if (!row || row->is_off()) return;
  tables.run("UPDATE gatherings SET off_act = $1 WHERE idx = $2", {entry.index.value, to_value(act.gathering)});
  revise(tables, act.gathering, entry);
}

void apply(const ItemProposed& act, const Entry& entry, Tables& tables) {
  if (!is_gathering(tables, act.gathering)) return;
  tables.put(ItemRow{.index = entry.index, .gathering = act.gathering, .side = act.side, .minutes = act.minutes});
}

void apply(const ItemPublished& act, const Entry&, Tables& tables) {
  tables.run("UPDATE agenda_items SET state = $1 WHERE idx = $2 AND state = $3",
             {to_value(ItemState::published), to_value(act.item), to_value(ItemState::waiting)});
}

void apply(const ItemRefused& act, const Entry&, Tables& tables) {
  tables.run("UPDATE agenda_items SET state = $1, reason = $2 WHERE idx = $3 AND state = $4",
             {to_value(ItemState::refused), to_value(act.reason), to_value(act.item), to_value(ItemState::waiting)});
}

void apply(const PaperShared& act, const Entry& entry, Tables& tables) {
  if (is_gathering(tables, act.gathering)) tables.put(PaperRow{.index = entry.index, .gathering = act.gathering, .on = act.on});
}

// Counted again, it takes the place of what was counted before.
void apply(const AttendanceCounted& act, const Entry& entry, Tables& tables) {
  if (!is_gathering(tables, act.gathering)) return;
  tables.run("UPDATE gatherings SET came_act = $1 WHERE idx = $2", {entry.index.value, to_value(act.gathering)});
  tables.run("DELETE FROM gathering_came WHERE gathering = $1", {to_value(act.gathering)});
  for (const work::SideCount& one : act.sides) {
    tables.run("INSERT INTO gathering_came (gathering, side, people) VALUES ($1, $2, $3) ON CONFLICT (gathering, side) DO NOTHING",
               {to_value(act.gathering), to_value(one.side), std::int64_t{one.people}});
  }
}

void apply(const NotesWritten& act, const Entry& entry, Tables& tables) {
  if (is_gathering(tables, act.gathering)) tables.put(NotesRow{.index = entry.index, .gathering = act.gathering, .written_on = entry.at});
}

void apply(const NotesClosed& act, const Entry& entry, Tables& tables) {
  const auto row = tables.one<NotesRow>("WHERE idx = $1", {to_value(act.notes)});
  if (!row || !row->is_open()) return;
  tables.run("UPDATE gathering_notes SET closed_act = $1, closed_on = $2, agreed = $3 WHERE idx = $4",
             {entry.index.value, to_value(act.on), std::int64_t{are_agreed(act.sides) ? 1 : 0}, to_value(act.notes)});
  for (const SideAnswer& one : act.sides) {
    if (!tables.one<NoteSideRow>("WHERE notes = $1 AND side = $2", {to_value(act.notes), to_value(one.side)})) {
      tables.put(NoteSideRow{.notes = act.notes, .outcome = one});
    }
  }
}

}  // namespace alongside::gathering
