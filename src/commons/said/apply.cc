// It has happened: apply() refuses nothing. An act that points at no saying, or at no work, changes nothing.
#include "commons/said/rows.h"

namespace alongside::said {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

namespace {

std::optional<SayingRow> saying(Index said, Tables& tables) { return tables.one<SayingRow>("WHERE idx = $1", {said.value}); }

void note(Index said, const Entry& entry, Event event, Tables& tables) {
  if (tables.one<EventRow>("WHERE said = $1 AND idx = $2", {said.value, entry.index.value})) return;
  tables.put(EventRow{.said = said, .act = entry.index, .event = event, .on = entry.at});
}

// The day by which those who wait for an answer are told apart.
std::int64_t day_of(const SayingRow& row) {
  if (row.stand == Stand::waiting_until && row.until) return row.until->number();
  if (awaits_answer(row.stand) && row.open_from) return row.open_from->number();
  return 0;
}

void count(const SayingRow& row, int by, Tables& tables) {
  const std::string outcome = row.outcome ? std::string(kernel::word_of(*row.outcome)) : std::string();
  const std::int64_t changed = row.changed.is_set() ? 1 : 0;
  tables.run("INSERT INTO said_tally (work, saying_kind, stand, outcome, changed, day, n) VALUES ($1, $2, $3, $4, $5, $6, $7) "
             "ON CONFLICT (work, saying_kind, stand, outcome, changed, day) DO UPDATE SET n = said_tally.n + $7",
             {to_value(row.work), to_value(row.kind), to_value(row.stand), outcome, changed, day_of(row), std::int64_t{by}});
  if (by > 0) return;
  tables.run("DELETE FROM said_tally WHERE work = $1 AND saying_kind = $2 AND stand = $3 AND outcome = $4 AND changed = $5 AND day = $6 AND n = 0",
             {to_value(row.work), to_value(row.kind), to_value(row.stand), outcome, changed, day_of(row)});
}

void put(SayingRow row, Tables& tables) {
  row.shown = is_public(row.stand);
  if (row.stand != Stand::held) row.before = row.stand;
  count(row, 1, tables);
  tables.put(row);
}

void replace(const SayingRow& was, SayingRow now, Tables& tables) {
  count(was, -1, tables);
  tables.run("DELETE FROM sayings WHERE idx = $1", {was.index.value});
  put(std::move(now), tables);
}

void without_answer(SayingRow& row) {
  row.answer = {};
  row.outcome.reset();
  row.until.reset();
  row.changed = {};
  row.open_from.reset();
}

void grow(Index group, std::int64_t by, Tables& tables) {
  if (group.is_set()) tables.run("UPDATE said_groups SET n = n + $1 WHERE idx = $2", {by, group.value});
}

}  // namespace

void apply(const SaidGiven& act, const Entry& entry, Tables& tables) {
  if (!act.work.is_set()) return;
  put({.index = entry.index, .work = act.work, .kind = act.saying_kind, .about = act.about, .how = act.how,
       .said_on = act.on.value_or(entry.at), .media = act.media, .words_act = entry.index}, tables);
  note(entry.index, entry, Event::given, tables);
}

void apply(const SaidPublished& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || was->stand != Stand::waiting) return;
  SayingRow now = *was;
  now.stand = Stand::open;
  now.open_from = entry.at;
  replace(*was, std::move(now), tables);
  note(act.said, entry, Event::published, tables);
}

void apply(const SaidRefused& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || was->stand != Stand::waiting) return;
  SayingRow now = *was;
  now.stand = Stand::refused;
  now.refusal = act.reason;
  now.refused_act = entry.index;
  replace(*was, std::move(now), tables);
  tables.run("INSERT INTO said_refusals (work, reason, n) VALUES ($1, $2, 1) ON CONFLICT (work, reason) DO UPDATE SET n = said_refusals.n + 1",
             {to_value(was->work), to_value(act.reason)});
  note(act.said, entry, Event::refused, tables);
}

void apply(const SaidHeld& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || (was->stand != Stand::waiting && !is_public(was->stand))) return;
  SayingRow now = *was;
  now.before = was->stand;
  now.stand = Stand::held;
  replace(*was, std::move(now), tables);
  note(act.said, entry, Event::held, tables);
}

void apply(const SaidReleased& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || was->stand != Stand::held) return;
  SayingRow now = *was;
  now.stand = was->before;
  replace(*was, std::move(now), tables);
  note(act.said, entry, Event::released, tables);
}

// Other words: they are read again, and an answer to the old ones is no answer to these.
void apply(const SaidChanged& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || was->stand == Stand::withdrawn) return;
  SayingRow now = *was;
  without_answer(now);
  grow(now.group, -1, tables);
  now.group = {};
  now.words_act = entry.index;
  if (act.without_file) now.media = Media::none;
  now.refusal.reset();
  now.refused_act = {};
  now.before = Stand::waiting;
  if (was->stand != Stand::held) now.stand = Stand::waiting;
  replace(*was, std::move(now), tables);
  note(act.said, entry, Event::changed, tables);
}

void apply(const SaidWithdrawn& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || was->stand == Stand::withdrawn) return;
  SayingRow now = *was;
  now.stand = Stand::withdrawn;
  now.media = Media::none;
  grow(now.group, -1, tables);
  now.group = {};
  replace(*was, std::move(now), tables);
  note(act.said, entry, Event::withdrawn, tables);
}

void apply(const SaidGrouped& act, const Entry& entry, Tables& tables) {
  if (!act.work.is_set()) return;
  const Index group = act.into.is_set() ? act.into : entry.index;
  if (!act.into.is_set()) tables.put(GroupRow{.index = group, .work = act.work, .as = act.as});
  for (const Index said : act.saids) {
    const auto was = saying(said, tables);
    if (!was || was->work != act.work || was->group == group || was->stand == Stand::withdrawn) continue;
    grow(was->group, -1, tables);
    grow(group, 1, tables);
    tables.run("UPDATE sayings SET same_group = $1 WHERE idx = $2", {group.value, said.value});
    note(said, entry, Event::grouped, tables);
  }
}

void apply(const SaidUngrouped& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || !was->group.is_set()) return;
  grow(was->group, -1, tables);
  tables.run("UPDATE sayings SET same_group = NULL WHERE idx = $1", {act.said.value});
  note(act.said, entry, Event::ungrouped, tables);
}

void apply(const SaidAnswered& act, const Entry& entry, Tables& tables) {
  if (!act.work.is_set()) return;
  std::int64_t n = 0;
  for (const Index said : act.saids) {
    const auto was = saying(said, tables);
    if (!was || was->work != act.work || !is_public(was->stand) || was->answer == entry.index) continue;
    SayingRow now = *was;
    now.answer = entry.index;
    now.outcome = act.outcome;
    now.until = act.until;
    now.changed = act.changed;
    now.stand = act.outcome == Outcome::waiting ? Stand::waiting_until : Stand::answered;
    replace(*was, std::move(now), tables);
    note(said, entry, Event::answered, tables);
    ++n;
  }
  tables.put(AnswerRow{.index = entry.index, .work = act.work, .outcome = act.outcome, .until = act.until, .changed = act.changed, .on = entry.at, .n = n});
}

void apply(const SaidJudged& act, const Entry& entry, Tables& tables) {
  const auto was = saying(act.said, tables);
  if (!was || was->answer != act.answer || !is_public(was->stand)) return;
  SayingRow now = *was;
  if (act.answers == Answers::yes) {
    now.stand = was->outcome == Outcome::waiting ? Stand::waiting_until : Stand::agreed;  // who agrees to wait still waits
  } else if (was->stand != Stand::reopened) {
    now.stand = Stand::reopened;
    now.open_from = entry.at;  // what is overdue is counted anew
  }
  replace(*was, std::move(now), tables);
  note(act.said, entry, act.answers == Answers::yes ? Event::judged_yes : Event::judged_no, tables);
}

}  // namespace alongside::said
