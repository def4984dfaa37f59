// What can be asked about what people value: to register it, to say what became of it, what would be lost, what was kept or
// moved, which decision touched it, and whether two on the register are one.
//
// Nothing is refused for being incomplete. A loss with no decision behind it is published as unexplained; that a loss was a
// move is said by a person, never guessed.
#pragma once

#include "commons/valued/apply.h"
#include "kernel/concern.h"

namespace alongside::valued {

struct RegisterValued {
  Said name;
  SupportKind support = SupportKind::open_place;
  Said where;
  Said what_for;
  Said run_by;
  Index body;
  std::optional<When> opened;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("name", self.name);
    field("opened", self.opened);
    field("run_by", self.run_by);
    field("support", self.support);
    field("what_for", self.what_for);
    field("where", self.where);
  }
};
struct RegisterFacts {
  Day today;
  bool body_fits = true;
};
RegisterFacts look(const kernel::Situation& situation, const RegisterValued& asked);
Result<kernel::Changes> decide(const RegisterFacts& facts, RegisterValued asked);

// Facts of everything that is said of one registered place.
struct OneFacts {
  Day today;
  bool is_there = false;
  bool other_fits = true;  // the place it moved to, the decision it is linked with
  bool linked_before = false;
  Index merged_into;  // it stands on the register as this one now
};

struct ChangeStatus {
  Index valued;
  ValuedStatus status = ValuedStatus::open;
  std::optional<When> on;
  Said words;
  Index moved_to;
  static void fields(auto& self, auto&& field) {
    field("moved_to", self.moved_to);
    field("on", self.on);
    field("status", self.status);
    field("valued", self.valued);
    field("words", self.words);
  }
};
OneFacts look(const kernel::Situation& situation, const ChangeStatus& asked);
Result<kernel::Changes> decide(const OneFacts& facts, ChangeStatus asked);

struct StateLoss {
  Index valued;
  Index decision;
  Said words;
  int people = 0;
  std::optional<When> on;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("on", self.on);
    field("people", self.people);
    field("valued", self.valued);
    field("words", self.words);
  }
};
OneFacts look(const kernel::Situation& situation, const StateLoss& asked);
Result<kernel::Changes> decide(const OneFacts& facts, StateLoss asked);

struct RecordReplacement {
  Index valued;
  Outcome outcome = Outcome::kept;
  Said what;
  Index moved_to;
  static void fields(auto& self, auto&& field) {
    field("moved_to", self.moved_to);
    field("outcome", self.outcome);
    field("valued", self.valued);
    field("what", self.what);
  }
};
OneFacts look(const kernel::Situation& situation, const RecordReplacement& asked);
Result<kernel::Changes> decide(const OneFacts& facts, RecordReplacement asked);

struct LinkValued {
  Index valued;
  Index decision;
  Touch touch = Touch::other;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("touch", self.touch);
    field("valued", self.valued);
  }
};
OneFacts look(const kernel::Situation& situation, const LinkValued& asked);
Result<kernel::Changes> decide(const OneFacts& facts, LinkValued asked);

// Facts of two that may be one.
struct TwoFacts {
  std::optional<ValuedRow> one;
  std::optional<ValuedRow> other;
  bool was_proposed = false;  // and waits
  bool are_two = false;       // a person has said so
};

struct MergeValued {
  Index valued;
  Index into;
  static void fields(auto& self, auto&& field) {
    field("into", self.into);
    field("valued", self.valued);
  }
};
TwoFacts look(const kernel::Situation& situation, const MergeValued& asked);
Result<kernel::Changes> decide(const TwoFacts& facts, MergeValued asked);

// They are two places. Nothing of it is public: it is remembered, so that they are not proposed again.
struct SayTwo {
  Index valued;
  Index other;
  static void fields(auto& self, auto&& field) {
    field("other", self.other);
    field("valued", self.valued);
  }
};
TwoFacts look(const kernel::Situation& situation, const SayTwo& asked);
Result<kernel::Changes> decide(const TwoFacts& facts, SayTwo asked);

}  // namespace alongside::valued
