// What can happen to a piece of work: a body opens it, says what is already decided, prepares it, invites people, pauses
// it and goes on; its steps begin and end; a side comes in; a decision is one of its decisions; it touches a place that
// people value, and those who use the place are told.
//
// Who is on which side is nobody's to read: an act says that a side came in, the end of a step counts its sides with small
// numbers left out, and nothing between the two tells of a person.
#pragma once

#include "engines/consent.h"
#include "kernel/fields.h"

namespace alongside::work {

// On a shared question each side but the advisors gives its consent. `affected` exists where a place that people value is
// touched.
enum class Side { lived, office, affected, advisor };
constexpr auto words_of(Side) {
  using namespace std::string_view_literals;
  return std::array{"lived"sv, "office"sv, "affected"sv, "advisor"sv};
}
inline constexpr std::array<Side, 4> all_sides{Side::lived, Side::office, Side::affected, Side::advisor};

// Is this to save money?
enum class Saving { not_known, no, yes };
constexpr auto words_of(Saving) {
  using namespace std::string_view_literals;
  return std::array{"not_known"sv, "no"sv, "yes"sv};
}

// What the body that will decide has promised beforehand.
enum class Promise { nothing, answer, follow_or_explain, share_the_vote };
constexpr auto words_of(Promise) {
  using namespace std::string_view_literals;
  return std::array{"nothing"sv, "answer"sv, "follow_or_explain"sv, "share_the_vote"sv};
}

// The rule by which a side consents: more than half, or at least two thirds, of those of it who answered, where at least
// `quorum_per_cent` of the side answered.
enum class Consent { not_said, majority, two_thirds };
constexpr auto words_of(Consent) {
  using namespace std::string_view_literals;
  return std::array{"not_said"sv, "majority"sv, "two_thirds"sv};
}

// Whether anyone can read who answered what.
enum class Ballots { not_said, secret, by_name };
constexpr auto words_of(Ballots) {
  using namespace std::string_view_literals;
  return std::array{"not_said"sv, "secret"sv, "by_name"sv};
}

// What follows where the sides do not agree in the stated time.
enum class Deadlock { not_said, both_stand, mediator, body_decides };
constexpr auto words_of(Deadlock) {
  using namespace std::string_view_literals;
  return std::array{"not_said"sv, "both_stand"sv, "mediator"sv, "body_decides"sv};
}

// A place writes down the steps by which it works.
struct ModelWritten {
  static constexpr std::string_view kind = "work.model_written";
  Said name;
  Said source;               // where it comes from
  std::vector<Said> steps;   // in their order
  static void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("source", self.source);
    field("steps", self.steps);
  }
};

struct WorkOpened {
  static constexpr std::string_view kind = "work.opened";
  Index body;     // whose work it is
  Index decides;  // the body that will decide
  Token model;    // its steps: of models/work.tsv, or "own/61" where act 61 wrote them
  Promise promise = Promise::nothing;
  Saving saves = Saving::not_known;
  std::optional<Money> saving;  // how much, in all
  Said title;
  Said about;
  Said paper;  // last year's paper, pasted in
  Day on;      // the day it began: earlier than the act, where it is written down afterwards
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("body", self.body);
    field("decides", self.decides);
    field("model", self.model);
    field("on", self.on);
    field("paper", self.paper);
    field("promise", self.promise);
    field("saves", self.saves);
    field("saving", self.saving);
    field("title", self.title);
  }
};

struct AlreadyDecided {
  static constexpr std::string_view kind = "already_decided.declared";
  Index work;
  Index decision;  // if it is on this record
  Said what;
  Said why;  // why it was decided before anyone was asked
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("what", self.what);
    field("why", self.why);
    field("work", self.work);
  }
};

// The launch list. What is given takes the place of what was said before; what is not given stays as it was.
struct WorkPrepared {
  static constexpr std::string_view kind = "work.prepared";
  Index work;
  Said owner;             // who answers for it, and how to reach them
  Said moderators;        // who reads what people say, for each day
  Said refusals;          // for which reasons words are refused
  Said safeguarding;      // who is told when something sounds like danger
  Said pay;               // what is paid, and when
  Said without_internet;  // how to take part by phone and on paper
  Saving saves = Saving::not_known;
  std::optional<Money> saving;
  // The rule, which nobody can change once people are invited.
  Consent consent = Consent::not_said;
  std::optional<int> quorum_per_cent;  // of a side, 1 to 100
  Ballots ballots = Ballots::not_said;
  Deadlock deadlock = Deadlock::not_said;
  std::optional<int> answer_days;  // how long a wording or an agreement is open, 1 to 366
  static void fields(auto& self, auto&& field) {
    field("answer_days", self.answer_days);
    field("ballots", self.ballots);
    field("consent", self.consent);
    field("deadlock", self.deadlock);
    field("moderators", self.moderators);
    field("owner", self.owner);
    field("pay", self.pay);
    field("quorum_per_cent", self.quorum_per_cent);
    field("refusals", self.refusals);
    field("safeguarding", self.safeguarding);
    field("saves", self.saves);
    field("saving", self.saving);
    field("without_internet", self.without_internet);
    field("work", self.work);
  }
};

struct WorkLaunched {
  static constexpr std::string_view kind = "work.launched";
  Index work;
  static void fields(auto& self, auto&& field) { field("work", self.work); }
};

struct WorkPaused {
  static constexpr std::string_view kind = "work.paused";
  Index work;
  Said why;
  static void fields(auto& self, auto&& field) {
    field("why", self.why);
    field("work", self.work);
  }
};

struct WorkReopened {
  static constexpr std::string_view kind = "work.reopened";
  Index work;
  static void fields(auto& self, auto&& field) { field("work", self.work); }
};

struct StepEntered {
  static constexpr std::string_view kind = "step.entered";
  Index work;
  int step = 0;  // from 1, in the order of the model
  Day on;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("step", self.step);
    field("work", self.work);
  }
};

// A side and its people; a side that is not listed is hidden, or nobody was counted.
struct SideCount {
  Side side = Side::lived;
  int people = 0;
  friend bool operator==(const SideCount&, const SideCount&) = default;
  static void fields(auto& self, auto&& field) {
    field("people", self.people);
    field("side", self.side);
  }
};

struct StepClosed {
  static constexpr std::string_view kind = "step.closed";
  Index work;
  int step = 0;
  Day on;
  std::vector<SideCount> people;  // with small numbers left out (engines/disclosure.h)
  Said why;                       // the reason in public, where a side was not involved
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("people", self.people);
    field("step", self.step);
    field("why", self.why);
    field("work", self.work);
  }
};

// A side came in: five of its people take part, or those who run the work say when it was elsewhere. Never of the first one
// alone, who would be known by the day. The earliest day stands.
struct SideCameIn {
  static constexpr std::string_view kind = "side.came_in";
  Index work;
  Side side = Side::lived;
  Day on;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("side", self.side);
    field("work", self.work);
  }
};

struct WorkDecision {
  static constexpr std::string_view kind = "work.decision_linked";
  Index work;
  Index decision;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("work", self.work);
  }
};

// Those who use the place become a side.
struct WorkTouches {
  static constexpr std::string_view kind = "work.touches";
  Index work;
  Index valued;
  static void fields(auto& self, auto&& field) {
    field("valued", self.valued);
    field("work", self.work);
  }
};

// Those who use a touched place were told: told again, it is said again.
struct TouchedTold {
  static constexpr std::string_view kind = "work.touched_told";
  Index work;
  Index valued;
  Day on;
  Said how;  // a notice at the door, the group's own meeting
  static void fields(auto& self, auto&& field) {
    field("how", self.how);
    field("on", self.on);
    field("valued", self.valued);
    field("work", self.work);
  }
};

// The sides did not agree, and somebody from outside was asked to help them. What came of it is said when it is over.
struct MediatorNamed {
  static constexpr std::string_view kind = "work.mediator_named";
  Index work;
  Index about;  // the wording or the agreement; unset: the work as a whole
  Day on;
  Said who;  // a name and what they are
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("on", self.on);
    field("who", self.who);
    field("work", self.work);
  }
};
struct MediationEnded {
  static constexpr std::string_view kind = "work.mediation_ended";
  Index mediator;  // the work.mediator_named
  Day on;
  Said came;  // what came of it
  static void fields(auto& self, auto&& field) {
    field("came", self.came);
    field("mediator", self.mediator);
    field("on", self.on);
  }
};

// ---- for the concerns in which sides answer -------------------------------------------------------------------------

enum class Answer { yes, no, abstained };
constexpr auto words_of(Answer) {
  using namespace std::string_view_literals;
  return std::array{"yes"sv, "no"sv, "abstained"sv};
}

using engines::Consented;

// What a side answered, as far as it may be told (engines/consent.h); what is absent is hidden.
struct SideAnswer {
  Side side = Side::lived;
  Consented consented = Consented::no_quorum;
  std::optional<std::int64_t> answered;
  std::optional<std::int64_t> yes;
  std::optional<std::int64_t> no;
  std::optional<std::int64_t> abstained;
  friend bool operator==(const SideAnswer&, const SideAnswer&) = default;
  static void fields(auto& self, auto&& field) {
    field("abstained", self.abstained);
    field("answered", self.answered);
    field("consented", self.consented);
    field("no", self.no);
    field("side", self.side);
    field("yes", self.yes);
  }
};

}  // namespace alongside::work
