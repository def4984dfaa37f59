// The rows of tables.sql and private.sql, and the folds that write them.
#pragma once

#include "commons/work/acts.h"
#include "kernel/tables.h"

namespace alongside::work {

enum class WorkState { preparing, open, paused };
constexpr auto words_of(WorkState) {
  using namespace std::string_view_literals;
  return std::array{"preparing"sv, "open"sv, "paused"sv};
}

struct WorkRow {
  static constexpr std::string_view table = "works";
  Index index;
  Index body;
  Index decides;
  Token model;
  Promise promise = Promise::nothing;
  Saving saves = Saving::not_known;
  std::optional<std::int64_t> saving_minor;
  std::string saving_currency;
  Day on;
  WorkState state = WorkState::preparing;
  Index state_act;
  int step = 0;
  int steps_begun = 0;
  Consent consent = Consent::majority;
  int quorum_per_cent = 50;
  Ballots ballots = Ballots::secret;
  Deadlock deadlock = Deadlock::both_stand;
  int answer_days = 21;
  static void fields(auto& self, auto&& column) {
    column("answer_days", self.answer_days);
    column("ballots", self.ballots);
    column("consent", self.consent);
    column("deadlock", self.deadlock);
    column("idx", self.index);
    column("quorum_per_cent", self.quorum_per_cent);
    column("body", self.body);
    column("decides", self.decides);
    column("model", self.model);
    column("promise", self.promise);
    column("saves", self.saves);
    column("saving_minor", self.saving_minor);
    column("saving_currency", self.saving_currency);
    column("on_day", self.on);
    column("state", self.state);
    column("state_act", self.state_act);
    column("step", self.step);
    column("steps_begun", self.steps_begun);
  }
};

struct ModelRow {
  static constexpr std::string_view table = "work_models";
  Index index;
  int steps = 0;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("steps", self.steps);
  }
};
struct SettingRow {
  static constexpr std::string_view table = "work_settings";
  Index work;
  std::string item;
  Index act;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("item", self.item);
    column("act", self.act);
  }
};

struct StepRow {
  static constexpr std::string_view table = "work_steps";
  Index work;
  int step = 0;
  Index entered_act;
  Day entered_on;
  Index closed_act;
  std::optional<Day> closed_on;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("step", self.step);
    column("entered_act", self.entered_act);
    column("entered_on", self.entered_on);
    column("closed_act", self.closed_act);
    column("closed_on", self.closed_on);
  }
};

struct StepCountRow {
  static constexpr std::string_view table = "work_step_counts";
  Index work;
  int step = 0;
  Side side = Side::lived;
  int people = 0;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("step", self.step);
    column("side", self.side);
    column("people", self.people);
  }
};

struct SideRow {
  static constexpr std::string_view table = "work_sides";
  Index work;
  Side side = Side::lived;
  Index act;
  Day on;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("side", self.side);
    column("act", self.act);
    column("on_day", self.on);
  }
};

struct AlreadyRow {
  static constexpr std::string_view table = "work_already";
  Index index;
  Index work;
  Index decision;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("decision", self.decision);
  }
};

struct WorkDecisionRow {
  static constexpr std::string_view table = "work_decisions";
  Index work;
  Index decision;
  Index act;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("decision", self.decision);
    column("act", self.act);
  }
};

struct TouchesRow {
  static constexpr std::string_view table = "work_touches";
  Index work;
  Index valued;
  Index act;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("valued", self.valued);
    column("act", self.act);
  }
};

struct TouchedToldRow {
  static constexpr std::string_view table = "work_touched_told";
  Index index;
  Index work;
  Index valued;
  Day on;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("valued", self.valued);
    column("on_day", self.on);
  }
};

struct MediatorRow {
  static constexpr std::string_view table = "work_mediators";
  Index index;
  Index work;
  Index about;
  Day on;
  Index ended_act;
  std::optional<Day> ended_on;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("about", self.about);
    column("on_day", self.on);
    column("ended_act", self.ended_act);
    column("ended_on", self.ended_on);
  }
};

struct PersonRow {
  static constexpr std::string_view table = "work_people";
  Index work;
  std::int64_t person = 0;
  Side side = Side::lived;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("person", self.person);
    column("side", self.side);
  }
};

// How many were on each side when numbers were last told of this work: the next numbers are told where they differ enough.
struct CountedRow {
  static constexpr std::string_view table = "work_counted";
  Index work;
  Side side = Side::lived;
  std::int64_t people = 0;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("side", self.side);
    column("people", self.people);
  }
};
struct AtLeastRow : CountedRow {
  static constexpr std::string_view table = "work_at_least";
};

void apply(const ModelWritten& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WorkOpened& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AlreadyDecided& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WorkPrepared& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WorkLaunched& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WorkPaused& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WorkReopened& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const StepEntered& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const StepClosed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SideCameIn& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WorkDecision& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WorkTouches& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const TouchedTold& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const MediatorNamed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const MediationEnded& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::work
