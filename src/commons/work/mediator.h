// A mediator, where that is the rule for sides that do not agree: who was asked and when, and what came of it. Who that may be
// is for the sides to settle; that nobody has been named yet is shown as a gap.
#pragma once

#include <optional>
#include <vector>

#include "commons/work/rows.h"
#include "html/html.h"
#include "kernel/concern.h"

namespace alongside::work {

struct MediatorLine {
  Index act;
  Index about;  // unset: the work as a whole
  Day on;
  Text who;
  Index ended_act;
  std::optional<Day> ended_on;
  Text came;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("act", self.act);
    field("came", self.came);
    field("ended_act", self.ended_act);
    field("ended_on", self.ended_on);
    field("on", self.on);
    field("who", self.who);
  }
};
std::vector<MediatorLine> mediators(kernel::Reader& reader, Index work);  // of all of it, the oldest first
// Of one wording or agreement, with those of the work as a whole.
std::vector<MediatorLine> mediators_of(kernel::Reader& reader, Index work, Index about);

// Where the rule of this work is a mediator, and its sides did not agree: who was asked, or that nobody has said so. Else nothing.
html::Html mediation(Deadlock rule, bool sides_disagree, const std::vector<MediatorLine>& lines, const kernel::Showing& at);

struct NameMediator {
  Index work;
  Index about;
  std::optional<Day> on;
  Said who;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("on", self.on);
    field("who", self.who);
    field("work", self.work);
  }
};
struct MediatorFacts {
  Day today;
  std::optional<WorkRow> work;
  bool about_is_here = true;
  std::optional<MediatorRow> mediator;  // of that work
};
MediatorFacts look(const kernel::Situation& situation, const NameMediator& asked);
Result<kernel::Changes> decide(const MediatorFacts& facts, NameMediator asked);

struct EndMediation {
  Index work;
  Index mediator;
  std::optional<Day> on;
  Said came;
  static void fields(auto& self, auto&& field) {
    field("came", self.came);
    field("mediator", self.mediator);
    field("on", self.on);
    field("work", self.work);
  }
};
MediatorFacts look(const kernel::Situation& situation, const EndMediation& asked);
Result<kernel::Changes> decide(const MediatorFacts& facts, EndMediation asked);

std::vector<html::Choice> mediator_choices(const kernel::Seeing& seeing, const html::Say& say);  // that have not ended

}  // namespace alongside::work
