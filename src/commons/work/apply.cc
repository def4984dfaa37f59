#include "commons/work/rows.h"

namespace alongside::work {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

namespace {

void set_state(Tables& tables, Index work, WorkState state, Index act) {
  tables.run("UPDATE works SET state = $1, state_act = $2 WHERE idx = $3", {to_value(state), act.value, to_value(work)});
}

void set_saving(Tables& tables, Index work, Saving saves, const std::optional<Money>& saving) {
  if (saves == Saving::not_known) return;
  tables.run("UPDATE works SET saves = $1, saving_minor = $2, saving_currency = $3 WHERE idx = $4",
             {to_value(saves), saving ? store::Value(saving->minor) : store::Value(), saving ? saving->currency : std::string(), to_value(work)});
}

// What is given takes the place of what stood; COALESCE leaves the rest.
void set_rule(Tables& tables, const WorkPrepared& act) {
  const auto word = [](auto value, auto not_said) { return value == not_said ? store::Value() : to_value(value); };
  const auto number = [](const std::optional<int>& value) { return value ? store::Value(std::int64_t{*value}) : store::Value(); };
  tables.run("UPDATE works SET consent = COALESCE($1, consent), ballots = COALESCE($2, ballots), deadlock = COALESCE($3, deadlock), "
             "quorum_per_cent = COALESCE($4, quorum_per_cent), answer_days = COALESCE($5, answer_days) WHERE idx = $6",
             {word(act.consent, Consent::not_said), word(act.ballots, Ballots::not_said), word(act.deadlock, Deadlock::not_said),
              number(act.quorum_per_cent), number(act.answer_days), to_value(act.work)});
}

}  // namespace

void apply(const WorkOpened& act, const Entry& entry, Tables& tables) {
  tables.put(WorkRow{.index = entry.index, .body = act.body, .decides = act.decides, .model = act.model, .promise = act.promise, .on = act.on});
  set_saving(tables, entry.index, act.saves, act.saving);
}

void apply(const ModelWritten& act, const Entry& entry, Tables& tables) { tables.put(ModelRow{.index = entry.index, .steps = static_cast<int>(act.steps.size())}); }

void apply(const AlreadyDecided& act, const Entry& entry, Tables& tables) {
  tables.put(AlreadyRow{.index = entry.index, .work = act.work, .decision = act.decision});
}

void apply(const WorkPrepared& act, const Entry& entry, Tables& tables) {
  WorkPrepared::fields(act, [&](const char* item, const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Said>) {
      if (value.empty()) return;
      tables.run("DELETE FROM work_settings WHERE work = $1 AND item = $2", {to_value(act.work), std::string(item)});
      tables.put(SettingRow{.work = act.work, .item = item, .act = entry.index});
    }
  });
  set_saving(tables, act.work, act.saves, act.saving);
  set_rule(tables, act);
}

void apply(const WorkLaunched& act, const Entry& entry, Tables& tables) { set_state(tables, act.work, WorkState::open, entry.index); }
void apply(const WorkPaused& act, const Entry& entry, Tables& tables) { set_state(tables, act.work, WorkState::paused, entry.index); }
void apply(const WorkReopened& act, const Entry& entry, Tables& tables) { set_state(tables, act.work, WorkState::open, entry.index); }

void apply(const StepEntered& act, const Entry& entry, Tables& tables) {
  if (tables.one<StepRow>("WHERE work = $1 AND step = $2", {to_value(act.work), std::int64_t{act.step}})) return;
  tables.put(StepRow{.work = act.work, .step = act.step, .entered_act = entry.index, .entered_on = act.on});
  tables.run("UPDATE works SET step = $1, steps_begun = steps_begun + 1 WHERE idx = $2", {std::int64_t{act.step}, to_value(act.work)});
}

void apply(const StepClosed& act, const Entry& entry, Tables& tables) {
  const auto row = tables.one<StepRow>("WHERE work = $1 AND step = $2", {to_value(act.work), std::int64_t{act.step}});
  if (!row || row->closed_act.is_set()) return;
  tables.run("UPDATE work_steps SET closed_act = $1, closed_on = $2 WHERE work = $3 AND step = $4",
             {entry.index.value, to_value(act.on), to_value(act.work), std::int64_t{act.step}});
  tables.run("UPDATE works SET step = 0 WHERE idx = $1 AND step = $2", {to_value(act.work), std::int64_t{act.step}});
  for (const SideCount& one : act.people) tables.put(StepCountRow{.work = act.work, .step = act.step, .side = one.side, .people = one.people});
}

void apply(const SideCameIn& act, const Entry& entry, Tables& tables) {
  const auto before = tables.one<SideRow>("WHERE work = $1 AND side = $2", {to_value(act.work), to_value(act.side)});
  if (before && before->on <= act.on) return;
  tables.run("DELETE FROM work_sides WHERE work = $1 AND side = $2", {to_value(act.work), to_value(act.side)});
  tables.put(SideRow{.work = act.work, .side = act.side, .act = entry.index, .on = act.on});
}

void apply(const WorkDecision& act, const Entry& entry, Tables& tables) {
  if (tables.one<WorkDecisionRow>("WHERE work = $1 AND decision = $2", {to_value(act.work), to_value(act.decision)})) return;
  tables.put(WorkDecisionRow{.work = act.work, .decision = act.decision, .act = entry.index});
}

void apply(const WorkTouches& act, const Entry& entry, Tables& tables) {
  if (tables.one<TouchesRow>("WHERE work = $1 AND valued = $2", {to_value(act.work), to_value(act.valued)})) return;
  tables.put(TouchesRow{.work = act.work, .valued = act.valued, .act = entry.index});
}

void apply(const TouchedTold& act, const Entry& entry, Tables& tables) {
  tables.put(TouchedToldRow{.index = entry.index, .work = act.work, .valued = act.valued, .on = act.on});
}

void apply(const MediatorNamed& act, const Entry& entry, Tables& tables) {
  tables.put(MediatorRow{.index = entry.index, .work = act.work, .about = act.about, .on = act.on});
}

void apply(const MediationEnded& act, const Entry& entry, Tables& tables) {
  tables.run("UPDATE work_mediators SET ended_act = $1, ended_on = $2 WHERE idx = $3", {to_value(entry.index), to_value(act.on), to_value(act.mediator)});
}

}  // namespace alongside::work
