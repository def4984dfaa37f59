#include "commons/valued/apply.h"

namespace alongside::valued {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

namespace {

std::optional<ValuedRow> row_of(Index valued, Tables& tables) { return tables.one<ValuedRow>("WHERE idx = $1", {valued.value}); }

// Decisions that are linked to it, or to what was put together with it: each once.
void count_decisions(Index valued, Tables& tables) {
  tables.run("UPDATE valued SET decisions = (SELECT COUNT(DISTINCT decision) FROM valued_links WHERE valued IN "
             "(SELECT idx FROM valued WHERE idx = $1 OR merged_into = $1)) WHERE idx = $1", {valued.value});
}

}  // namespace

void apply(const ValuedRegistered& act, const Entry& entry, Tables& tables) {
  tables.put(ValuedRow{.index = entry.index, .support = act.support, .body = act.body, .opened = act.opened, .source = act.source});
}

void apply(const ValuedStatusChanged& act, const Entry& entry, Tables& tables) {
  tables.put(HistoryRow{entry.index, act.valued, act.status, act.on, act.moved_to, act.source});
  // The last one said is the status of now: what an older source says of an earlier year is put on the record first.
  tables.run("UPDATE valued SET status = $1, status_act = $2, status_on = $3, moved_to = $4, is_loss = $5 WHERE idx = $6",
             {to_value(act.status), entry.index.value, to_value(act.on), to_value(act.moved_to),
              std::int64_t{is_loss(act.status) ? 1 : 0}, to_value(act.valued)});
}

void apply_account(const decision::AccountGiven& act, const Entry& entry, Tables& tables) {
  tables.run("INSERT INTO valued_accounts (idx, about) VALUES ($1, $2)", {entry.index.value, to_value(act.about)});
}

void apply(const LossStated& act, const Entry& entry, Tables& tables) {
  tables.put(LossRow{entry.index, act.valued, act.decision, act.people, act.on});
}

void apply(const ReplacementRecorded& act, const Entry& entry, Tables& tables) {
  tables.put(ReplacementRow{entry.index, act.valued, act.outcome, act.moved_to});
}

void apply(const ValuedLinked& act, const Entry& entry, Tables& tables) {
  tables.put(LinkRow{entry.index, act.valued, act.decision, act.touch});
  const auto row = row_of(act.valued, tables);
  if (row) count_decisions(row->merged_into.is_set() ? row->merged_into : row->index, tables);
}

void apply(const ValuedMerged& act, const Entry& entry, Tables& tables) {
  // Into nothing, into itself, again, or into one that is merged itself: that changes nothing, so there is no circle.
  const auto one = row_of(act.valued, tables), into = row_of(act.into, tables);
  if (!one || !into || act.valued == act.into || one->merged_into.is_set() || into->merged_into.is_set()) return;
  tables.put(MergeRow{entry.index, act.valued, act.into});
  tables.run("UPDATE valued SET merged_into = $1 WHERE idx = $2 OR merged_into = $2", {act.into.value, act.valued.value});
  count_decisions(act.into, tables);
}

}  // namespace alongside::valued
