// What can happen to a place or group that people value: it is put on the register, its status changes, its users say what
// would be lost, somebody writes down what was kept, moved or lost, a decision is linked to what it did to it, and one that
// stands on the register twice is put together.
#pragma once

#include "kernel/fields.h"

namespace alongside::valued {

// domain.md's kinds of support; the last two exist though nobody funds them.
enum class SupportKind {
  open_place, neighbour, peer_support, learning, arts, nature, movement, faith_culture, online, carer_support, link_worker,
  advocacy, money_advice, home, work, talking_therapy, medicine, community_team, crisis_clinical, crisis_haven, inpatient,
  liaison, specialist
};
constexpr auto words_of(SupportKind) {
  using namespace std::string_view_literals;
  return std::array{"open_place"sv,    "neighbour"sv,      "peer_support"sv,    "learning"sv,     "arts"sv,       "nature"sv,
                    "movement"sv,      "faith_culture"sv,  "online"sv,          "carer_support"sv, "link_worker"sv, "advocacy"sv,
                    "money_advice"sv,  "home"sv,           "work"sv,            "talking_therapy"sv, "medicine"sv, "community_team"sv,
                    "crisis_clinical"sv, "crisis_haven"sv, "inpatient"sv,       "liaison"sv,      "specialist"sv};
}

enum class ValuedStatus { open, at_risk, reduced, repurposed, moved, lost, restored };
constexpr auto words_of(ValuedStatus) {
  using namespace std::string_view_literals;
  return std::array{"open"sv, "at_risk"sv, "reduced"sv, "repurposed"sv, "moved"sv, "lost"sv, "restored"sv};
}
// A loss needs an explanation: a decision that is linked to it.
constexpr bool is_loss(ValuedStatus status) {
  return status == ValuedStatus::reduced || status == ValuedStatus::repurposed || status == ValuedStatus::lost;
}

struct ValuedRegistered {
  static constexpr std::string_view kind = "valued.registered";
  Said name;
  SupportKind support = SupportKind::open_place;
  Said where;        // an address or a neighbourhood
  Said what_for;     // what people come for
  Said run_by;       // as its source says
  Index body;        // the registered body that runs it
  std::optional<When> opened;
  Said source_id;    // its key where it was read from
  Index source;      // the source.read
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("name", self.name);
    field("opened", self.opened);
    field("run_by", self.run_by);
    field("source", self.source);
    field("source_id", self.source_id);
    field("support", self.support);
    field("what_for", self.what_for);
    field("where", self.where);
  }
};

struct ValuedStatusChanged {
  static constexpr std::string_view kind = "valued.status_changed";
  Index valued;
  ValuedStatus status = ValuedStatus::open;
  std::optional<When> on;  // absent: nobody knows when
  Said words;              // what happened, in the source's or the keeper's words
  Index moved_to;          // where it went, if that is on the register
  Index source;
  static void fields(auto& self, auto&& field) {
    field("moved_to", self.moved_to);
    field("on", self.on);
    field("source", self.source);
    field("status", self.status);
    field("valued", self.valued);
    field("words", self.words);
  }
};

struct LossStated {
  static constexpr std::string_view kind = "loss.stated";
  Index valued;
  Index decision;   // the one that would cause it, if there is one
  Said words;       // what would be lost, and for whom
  int people = 0;   // who said so; 0: not counted. At least 5, or not given
  std::optional<When> on;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("on", self.on);
    field("people", self.people);
    field("valued", self.valued);
    field("words", self.words);
  }
};

enum class Outcome { kept, moved, lost };
constexpr auto words_of(Outcome) {
  using namespace std::string_view_literals;
  return std::array{"kept"sv, "moved"sv, "lost"sv};
}

struct ReplacementRecorded {
  static constexpr std::string_view kind = "replacement.recorded";
  Index valued;
  Outcome outcome = Outcome::kept;
  Said what;       // the item: "Books and loans, to the Central Library"
  Index moved_to;  // a registered place, if it went to one
  static void fields(auto& self, auto&& field) {
    field("moved_to", self.moved_to);
    field("outcome", self.outcome);
    field("valued", self.valued);
    field("what", self.what);
  }
};

// A decision touched it: the loss is explained from here on.
enum class Touch { put_at_risk, reduced, repurposed, moved, ended, restored, other };
constexpr auto words_of(Touch) {
  using namespace std::string_view_literals;
  return std::array{"put_at_risk"sv, "reduced"sv, "repurposed"sv, "moved"sv, "ended"sv, "restored"sv, "other"sv};
}
struct ValuedLinked {
  static constexpr std::string_view kind = "valued.linked";
  Index valued;
  Index decision;
  Touch touch = Touch::other;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("touch", self.touch);
    field("valued", self.valued);
  }
};

// It stood on the register twice: a person says so, never a machine. What was said about it stays, beside `into`.
struct ValuedMerged {
  static constexpr std::string_view kind = "valued.merged";
  Index valued;
  Index into;  // the one that stays, and whose status counts
  static void fields(auto& self, auto&& field) {
    field("into", self.into);
    field("valued", self.valued);
  }
};

}  // namespace alongside::valued
