// Acts about what people value, folded into tables.
#pragma once

#include "commons/decision/acts.h"
#include "commons/valued/acts.h"
#include "kernel/tables.h"

namespace alongside::valued {

struct ValuedRow {
  static constexpr std::string_view table = "valued";
  Index index;
  SupportKind support = SupportKind::open_place;
  Index body;
  std::optional<When> opened;
  Index source;
  ValuedStatus status = ValuedStatus::open;
  Index status_act;
  std::optional<When> status_on;
  Index moved_to;
  bool loss = false;
  std::int64_t decisions = 0;
  Index merged_into;  // the one that stays, at the end of the chain
  bool is_unexplained() const { return loss && decisions == 0 && !merged_into.is_set(); }
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("support", self.support);
    column("body", self.body);
    column("opened", self.opened);
    column("source", self.source);
    column("status", self.status);
    column("status_act", self.status_act);
    column("status_on", self.status_on);
    column("moved_to", self.moved_to);
    column("is_loss", self.loss);
    column("decisions", self.decisions);
    column("merged_into", self.merged_into);
  }
};

struct HistoryRow {
  static constexpr std::string_view table = "valued_history";
  Index index;
  Index valued;
  ValuedStatus status = ValuedStatus::open;
  std::optional<When> on;
  Index moved_to;
  Index source;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("valued", self.valued);
    column("status", self.status);
    column("on_when", self.on);
    column("moved_to", self.moved_to);
    column("source", self.source);
  }
};

struct LinkRow {
  static constexpr std::string_view table = "valued_links";
  Index index;
  Index valued;
  Index decision;
  Touch touch = Touch::other;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("valued", self.valued);
    column("decision", self.decision);
    column("touch", self.touch);
  }
};

struct LossRow {
  static constexpr std::string_view table = "loss_statements";
  Index index;
  Index valued;
  Index decision;
  int people = 0;
  std::optional<When> on;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("valued", self.valued);
    column("decision", self.decision);
    column("people", self.people);
    column("on_when", self.on);
  }
};

struct ReplacementRow {
  static constexpr std::string_view table = "replacements";
  Index index;
  Index valued;
  Outcome outcome = Outcome::kept;
  Index moved_to;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("valued", self.valued);
    column("outcome", self.outcome);
    column("moved_to", self.moved_to);
  }
};

struct MergeRow {
  static constexpr std::string_view table = "valued_merges";
  Index index;
  Index valued;
  Index into;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("valued", self.valued);
    column("into_valued", self.into);
  }
};

void apply(const ValuedRegistered& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const ValuedStatusChanged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const LossStated& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const ReplacementRecorded& act, const kernel::Entry& entry, kernel::Tables& tables);
// Another concern's act, folded here too.
void apply_account(const decision::AccountGiven& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const ValuedLinked& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const ValuedMerged& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::valued
