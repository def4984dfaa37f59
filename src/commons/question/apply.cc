// It has happened: apply() refuses nothing. An act about a wording that is not there, or is over, changes nothing.
#include "commons/question/rows.h"

namespace alongside::question {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

namespace {

std::optional<WordingRow> row_of(Tables& tables, Index wording) { return tables.one<WordingRow>("WHERE idx = $1", {to_value(wording)}); }

void set_state(const Entry& entry, Index wording, WordingState state, Day on, Tables& tables) {
  tables.run("UPDATE wordings SET state = $1, state_act = $2, state_on = $3 WHERE idx = $4",
             {to_value(state), entry.index.value, to_value(on), to_value(wording)});
}

}  // namespace

void apply(const WordingProposed& act, const Entry& entry, Tables& tables) {
  const auto last = tables.one<WordingRow>("WHERE work = $1 ORDER BY number DESC LIMIT 1", {to_value(act.work)});
  tables.put(WordingRow{.index = entry.index, .work = act.work, .number = last ? last->number + 1 : 1, .side = act.side,
                        .state = last ? WordingState::waiting : WordingState::open, .state_act = entry.index, .state_on = act.on,
                        .on = act.on, .until = act.until});
}

void apply(const WordingPublished& act, const Entry& entry, Tables& tables) {
  const auto row = row_of(tables, act.wording);
  if (!row || row->state != WordingState::waiting) return;
  set_state(entry, act.wording, WordingState::open, entry.at, tables);
  tables.run("UPDATE wordings SET until_day = $1 WHERE idx = $2", {to_value(act.until), to_value(act.wording)});
}

void apply(const WordingRefused& act, const Entry& entry, Tables& tables) {
  const auto row = row_of(tables, act.wording);
  if (!row || row->state != WordingState::waiting) return;
  set_state(entry, act.wording, WordingState::refused, entry.at, tables);
  tables.run("UPDATE wordings SET refusal = $1 WHERE idx = $2", {to_value(act.reason), to_value(act.wording)});
}

void apply(const WordingWithdrawn& act, const Entry& entry, Tables& tables) {
  const auto row = row_of(tables, act.wording);
  if (!row || row->state > WordingState::open) return;
  set_state(entry, act.wording, WordingState::withdrawn, entry.at, tables);
}

void apply(const WordingClosed& act, const Entry& entry, Tables& tables) {
  const auto row = row_of(tables, act.wording);
  if (!row || row->state != WordingState::open) return;
  set_state(entry, act.wording, WordingState::closed, act.on, tables);
  for (const SideAnswer& one : act.sides) {
    tables.put(AnswerRow{.wording = act.wording, .side = one.side, .consented = one.consented, .answered = one.answered,
                         .yes = one.yes, .no = one.no, .abstained = one.abstained});
  }
}

void apply_launched(const work::WorkLaunched& act, const Entry& entry, Tables& tables) {
  tables.run("UPDATE wordings SET until_day = until_day - on_day + $1, state_act = $2, state_on = $1 WHERE work = $3 AND state = 'open'",
             {to_value(entry.at), entry.index.value, to_value(act.work)});
}

}  // namespace alongside::question
