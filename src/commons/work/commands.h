// What can be asked of a piece of work: by those who run it (officers of its body, and the keeper), and by those who take
// part.
#pragma once

#include <optional>
#include <vector>

#include "commons/work/room.h"
#include "commons/work/told.h"
#include "kernel/concern.h"

namespace alongside::work {

struct OpenWork {
  Index body;
  Index decides;
  Token model;
  Promise promise = Promise::nothing;
  Saving saves = Saving::not_known;
  std::optional<Money> saving;
  Said title;
  Said about;
  Said paper;
  std::optional<Day> on;
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
struct OpenFacts {
  Day today;
  bool body_is_here = false;
  bool decides_is_here = false;
  bool model_is_here = false;
};
OpenFacts look(const kernel::Situation& situation, const OpenWork& asked);
Result<kernel::Changes> decide(const OpenFacts& facts, OpenWork asked);

// What the others need to know of the piece of work they are about.
struct WorkFacts {
  Day today;
  std::optional<WorkRow> work;
  int steps = 0;                     // of its model
  std::vector<std::string> missing;  // of the launch list
  std::optional<Day> step_entered_on;
  std::vector<Side> sides;            // that this work has
  std::vector<std::int64_t> people;   // on each of them
  ToldOfSides told;                   // of how many they are
  std::optional<Day> side_came_in;   // the side that is asked about
  std::int64_t others_on_side = 0;   // and how many besides who asks are on it
  bool was_launched = false;
  bool other_fits = true;            // the decision, the place
  bool is_linked = false;            // it is linked already
  kernel::Person person;
  bool is_officer = false;
};

struct DeclareAlready {
  Index work;
  Index decision;
  Said what;
  Said why;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("what", self.what);
    field("why", self.why);
    field("work", self.work);
  }
};
WorkFacts look(const kernel::Situation& situation, const DeclareAlready& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, DeclareAlready asked);

struct PrepareWork {
  Index work;
  Said owner;
  Said moderators;
  Said refusals;
  Said safeguarding;
  Said pay;
  Said without_internet;
  Saving saves = Saving::not_known;
  std::optional<Money> saving;
  Consent consent = Consent::not_said;
  std::optional<int> quorum_per_cent;
  Ballots ballots = Ballots::not_said;
  Deadlock deadlock = Deadlock::not_said;
  std::optional<int> answer_days;
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
WorkFacts look(const kernel::Situation& situation, const PrepareWork& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, PrepareWork asked);

// Invites people: the launch list must be whole.
struct LaunchWork {
  Index work;
  static void fields(auto& self, auto&& field) { field("work", self.work); }
};
WorkFacts look(const kernel::Situation& situation, const LaunchWork& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, LaunchWork asked);

struct PauseWork {
  Index work;
  Said why;
  static void fields(auto& self, auto&& field) {
    field("why", self.why);
    field("work", self.work);
  }
};
WorkFacts look(const kernel::Situation& situation, const PauseWork& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, PauseWork asked);

struct ReopenWork {
  Index work;
  static void fields(auto& self, auto&& field) { field("work", self.work); }
};
WorkFacts look(const kernel::Situation& situation, const ReopenWork& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, ReopenWork asked);

// Ends the step that is open, with who was involved in it, and begins the next one; after the last there is none.
struct NextStep {
  Index work;
  std::optional<Day> on;
  Said why;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("why", self.why);
    field("work", self.work);
  }
};
WorkFacts look(const kernel::Situation& situation, const NextStep& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, NextStep asked);

// A side came in, elsewhere than here: in a room, by letter, before this record began.
struct SayCameIn {
  Index work;
  Side side = Side::lived;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("side", self.side);
    field("work", self.work);
  }
};
WorkFacts look(const kernel::Situation& situation, const SayCameIn& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, SayCameIn asked);

// "I am here as …"
struct TakePart {
  Index work;
  Side side = Side::lived;
  static void fields(auto& self, auto&& field) {
    field("side", self.side);
    field("work", self.work);
  }
};
WorkFacts look(const kernel::Situation& situation, const TakePart& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, TakePart asked);

struct StopTakingPart {
  Index work;
  static void fields(auto& self, auto&& field) { field("work", self.work); }
};
WorkFacts look(const kernel::Situation& situation, const StopTakingPart& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, StopTakingPart asked);

struct LinkWorkDecision {
  Index work;
  Index decision;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("work", self.work);
  }
};
WorkFacts look(const kernel::Situation& situation, const LinkWorkDecision& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, LinkWorkDecision asked);

struct TouchValued {
  Index work;
  Index valued;
  static void fields(auto& self, auto&& field) {
    field("valued", self.valued);
    field("work", self.work);
  }
};
WorkFacts look(const kernel::Situation& situation, const TouchValued& asked);
Result<kernel::Changes> decide(const WorkFacts& facts, TouchValued asked);

inline constexpr std::array<const char*, 6> launch_items{"owner", "moderators", "refusals", "safeguarding", "pay", "without_internet"};

}  // namespace alongside::work
