// It has happened: apply() refuses nothing and reads nothing but the act and its own tables.
#include "commons/decision/apply.h"

namespace alongside::decision {
namespace {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

void note(Tables& tables, const Entry& entry, Index decision, std::string_view kind, std::string part = {}) {
  if (!decision.is_set()) return;
  tables.put(ActRow{.index = entry.index, .decision = decision, .kind = std::string(kind), .part = std::move(part)});
}

int counted(const VoteCounts& votes) { return votes.in_favour + votes.against + votes.abstained + votes.absent; }

void fill(DecisionRow& row, const DecisionTaken& act, const Entry& entry) {
  row.taken_act = entry.index;
  if (!act.title.empty() || !row.title_act.is_set()) row.title_act = entry.index;  // else the title it was announced by
  row.body = act.body.is_set() ? act.body : row.body;
  row.maker_kind = act.maker_kind;
  row.office = act.office;
  row.on = act.on;
  row.published = act.published;
  row.effective = act.effective;
  row.sort_day = act.on ? act.on->last() : act.published ? act.published->last() : entry.at;
  row.call_in = act.call_in;
  row.key = act.key;
  row.by_the_body = act.by_the_body;
  row.confirmed_act = {};  // what was confirmed was the announcement
  row.source = act.source;
  row.counted_votes = act.votes ? counted(*act.votes) : 0;
  row.powers = static_cast<int>(act.powers.size());
  row.options = static_cast<int>(act.options.size());
  row.interests = act.no_interests ? 1 : static_cast<int>(act.interests.size());
  row.evidence = static_cast<int>(act.evidence.size());
  row.reasons = act.reasons.empty() ? 0 : 1;
  row.maker = act.maker.empty() && act.meeting.empty() ? 0 : 1;
}

// A day of the row that a correction gives anew; null for parts that are words.
const char* column_of(std::string_view part) {
  if (part == "on") return "on_when";
  if (part == "published") return "published";
  if (part == "effective") return "effective";
  if (part == "due") return "due";
  return nullptr;
}

// Words that were missing are no longer missing once a correction brings them.
const char* count_of(std::string_view part) {
  if (part == "reasons") return "reasons";
  if (part == "maker" || part == "meeting") return "maker";
  if (part == "powers") return "powers";
  if (part == "options") return "options";
  if (part == "interests") return "interests";
  if (part == "evidence") return "evidence";
  return nullptr;
}

}  // namespace

void apply(const SourceRead& act, const Entry& entry, Tables& tables) {
  tables.put(SourceRow{.index = entry.index, .format = act.format, .read_on = act.read_on, .is_base64 = act.is_base64});
}

void apply(const DecisionComing& act, const Entry& entry, Tables& tables) {
  tables.put(DecisionRow{.index = entry.index,
                         .coming_act = entry.index,
                         .title_act = entry.index,
                         .body = act.body,
                         .maker_kind = act.maker_kind,
                         .due = act.due,
                         .sort_day = act.due ? act.due->last() : entry.at,
                         .key = act.key,
                         .source = act.source,
                         .maker = act.maker.empty() ? 0 : 1});
}

void apply(const DecisionTaken& act, const Entry& entry, Tables& tables) {
  auto row = act.decision.is_set() ? tables.one<DecisionRow>("WHERE idx = $1", {to_value(act.decision)}) : std::nullopt;
  if (row && !row->taken_act.is_set()) {
    tables.run("DELETE FROM decisions WHERE idx = $1", {to_value(row->index)});
    note(tables, entry, row->index, DecisionTaken::kind);
  } else {
    row = DecisionRow{.index = entry.index};
  }
  fill(*row, act, entry);
  tables.put(*row);
}

void apply(const DeciderNamed& act, const Entry& entry, Tables& tables) {
  if (!act.decision.is_set()) return;
  tables.put(DeciderRow{.index = entry.index,
                        .decision = act.decision,
                        .held = act.held,
                        .office = act.office,
                        .vote = act.vote,
                        .chaired = act.chaired});
  tables.run("UPDATE decisions SET deciders = deciders + 1, named_votes = named_votes + $1 WHERE idx = $2",
             {act.vote ? 1 : 0, to_value(act.decision)});
  note(tables, entry, act.decision, DeciderNamed::kind);
}

void apply(const DissentRecorded& act, const Entry& entry, Tables& tables) {
  note(tables, entry, act.decision, DissentRecorded::kind);
}

void apply(const DecisionStatusChanged& act, const Entry& entry, Tables& tables) {
  note(tables, entry, act.decision, DecisionStatusChanged::kind);
  tables.run(
      "UPDATE decisions SET event = $1, event_act = $2, event_on = $3, event_minute = $4, event_open_until = $5 "
      "WHERE idx = $6",
      {to_value(act.event), to_value(entry.index), to_value(act.on), to_value(act.at_minute), to_value(act.open_until),
       to_value(act.decision)});
}

void apply(const DecisionCorrected& act, const Entry& entry, Tables& tables) {
  note(tables, entry, act.decision, DecisionCorrected::kind, act.part.value);
  const store::Value decision = to_value(act.decision);
  if (act.when) {
    if (const char* column = column_of(act.part.value)) {
      tables.run("UPDATE decisions SET " + std::string(column) + " = $1 WHERE idx = $2",
                 {to_value(*act.when), decision});
    }
    if (act.part.value == "on") {
      tables.run("UPDATE decisions SET sort_day = $1 WHERE idx = $2 AND taken_act IS NOT NULL",
                 {to_value(act.when->last()), decision});
    }
    if (act.part.value == "due") {
      tables.run("UPDATE decisions SET sort_day = $1 WHERE idx = $2 AND taken_act IS NULL",
                 {to_value(act.when->last()), decision});
    }
  }
  if (act.words.empty()) return;
  if (act.part.value == "title") {
    tables.run("UPDATE decisions SET title_act = $1 WHERE idx = $2", {to_value(entry.index), decision});
  }
  if (const char* column = count_of(act.part.value)) {
    const std::string name(column);
    tables.run("UPDATE decisions SET " + name + " = 1 WHERE idx = $1 AND " + name + " = 0", {decision});
  }
}

void apply(const DecisionConfirmed& act, const Entry& entry, Tables& tables) {
  note(tables, entry, act.decision, DecisionConfirmed::kind);
  tables.run("UPDATE decisions SET confirmed_act = $1 WHERE idx = $2", {to_value(entry.index), to_value(act.decision)});
}

void apply(const AccountGiven& act, const Entry& entry, Tables& tables) {
  if (!act.about.is_set()) return;
  tables.put(AccountRow{.index = entry.index, .about = act.about, .body = act.body, .source = act.source});
  if (tables.one<DecisionRow>("WHERE idx = $1", {to_value(act.about)})) {
    note(tables, entry, act.about, AccountGiven::kind);
  }
}

void apply(const DecisionLinked& act, const Entry& entry, Tables& tables) {
  if (!act.decision.is_set()) return;
  tables.put(LinkRow{.index = entry.index, .decision = act.decision, .link = act.link, .to = act.to});
  note(tables, entry, act.decision, DecisionLinked::kind);
  if (act.link == LinkKind::replaces && act.to.is_set()) {
    tables.run("UPDATE decisions SET replaced_by = $1 WHERE idx = $2 AND replaced_by IS NULL",
               {to_value(entry.index), to_value(act.to)});
  }
}

}  // namespace alongside::decision
