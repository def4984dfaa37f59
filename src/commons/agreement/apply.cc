#include "commons/agreement/rows.h"

namespace alongside::agreement {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

void apply(const AgreementAsked& act, const Entry& entry, Tables& tables) {
  tables.put(AgreementRow{.index = entry.index, .work = act.work, .wording = act.wording, .ballots = act.ballots, .on = act.on, .until = act.until});
  for (const Index option : act.options) {
    if (tables.one<AboutOptionRow>("WHERE agreement = $1 AND option = $2", {entry.index.value, to_value(option)})) continue;
    tables.put(AboutOptionRow{.agreement = entry.index, .option = option});
  }
}

void apply(const AgreementClosed& act, const Entry& entry, Tables& tables) {
  const auto row = tables.one<AgreementRow>("WHERE idx = $1", {to_value(act.agreement)});
  if (!row || row->is_closed()) return;
  tables.run("UPDATE agreements SET closed_act = $1, closed_on = $2 WHERE idx = $3", {entry.index.value, to_value(act.on), to_value(act.agreement)});
  for (const SideAnswer& one : act.sides) {
    tables.put(SideRow{.agreement = act.agreement, .side = one.side, .consented = one.consented, .answered = one.answered, .yes = one.yes, .no = one.no, .abstained = one.abstained});
  }
}

void apply(const AnswerNamed& act, const Entry& entry, Tables& tables) {
  tables.put(NamedRow{.index = entry.index, .agreement = act.agreement, .side = act.side, .answer = act.answer});
}

void apply(const DissentGiven& act, const Entry& entry, Tables& tables) {
  tables.put(DissentRow{.index = entry.index, .agreement = act.agreement, .side = act.side});
}

void apply(const DissentPublished& act, const Entry&, Tables& tables) {
  tables.run("UPDATE agreement_dissents SET state = $1, reason = NULL WHERE idx = $2", {to_value(DissentState::published), to_value(act.dissent)});
}

void apply(const DissentRefused& act, const Entry&, Tables& tables) {
  tables.run("UPDATE agreement_dissents SET state = $1, reason = $2 WHERE idx = $3", {to_value(DissentState::refused), to_value(act.reason), to_value(act.dissent)});
}

void apply(const AgreementDecided& act, const Entry& entry, Tables& tables) {
  tables.put(DecidedRow{.index = entry.index, .agreement = act.agreement, .decision = act.decision, .outcome = act.outcome, .points = static_cast<int>(act.points.size())});
}

}  // namespace alongside::agreement
