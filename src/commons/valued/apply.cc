#include "commons/valued/apply.h"

namespace alongside::valued {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

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
  tables.run("UPDATE valued SET decisions = decisions + 1 WHERE idx = $1", {to_value(act.valued)});
}

}  // namespace alongside::valued
