// What may be seen of agreements: the list of a piece of work, one with what each side said and what the body made of it, the
// card to answer on, and the notice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/agreement/reading.h"
#include "commons/decision/who.h"
#include "commons/option/views.h"
#include "commons/work/danger.h"
#include "commons/work/views.h"
#include "kernel/concern.h"

namespace alongside::agreement {

struct AgreementLine {
  Index agreement;
  Index work;
  Text words;
  work::Ballots ballots = work::Ballots::secret;
  Day on;
  Day until;
  std::optional<Day> closed_on;
  Room room = Room::open;
  int decisions = 0;           // by which the body decided
  std::int64_t waiting = 0;    // dissents that nobody has read yet
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("ballots", self.ballots);
    field("closed_on", self.closed_on);
    field("decisions", self.decisions);
    field("on", self.on);
    field("room", self.room);
    field("until", self.until);
    field("waiting", self.waiting);
    field("words", self.words);
    field("work", self.work);
  }
};
std::optional<AgreementLine> line(kernel::Reader& reader, Index agreement);

std::vector<AgreementLine> lines(kernel::Reader& reader, Index work);  // the newest first

// Of a closed agreement: a number of this side is hidden.
bool hides_a_number(const SideAnswer& side);

struct NamedLine {
  Index act;
  Answer answer = Answer::abstained;
  Text name;
  work::Side side = work::Side::lived;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("answer", self.answer);
    field("name", self.name);
    field("side", self.side);
  }
};

struct DissentLine {
  Index act;
  DissentState state = DissentState::waiting;
  std::optional<Refusal> reason;
  std::optional<work::Side> side;
  Text words;
  Day recorded;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("reason", self.reason);
    field("recorded", self.recorded);
    field("side", self.side);
    field("state", self.state);
    field("words", self.words);
  }
};

struct PointLine {
  Text about;
  Text because;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("because", self.because);
  }
};
struct DecidedLine {
  Index act;
  Index agreement;
  Index decision;
  Text title;
  Text body_name;
  std::optional<When> on;
  Day recorded;
  Outcome outcome = Outcome::departed;
  bool before_the_room = false;  // the body said so before the room had answered
  std::vector<PointLine> points;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("agreement", self.agreement);
    field("before_the_room", self.before_the_room);
    field("body_name", self.body_name);
    field("decision", self.decision);
    field("on", self.on);
    field("outcome", self.outcome);
    field("points", self.points);
    field("recorded", self.recorded);
    field("title", self.title);
  }
};
std::vector<DecidedLine> decided_by(kernel::Reader& reader, Index decision);
std::vector<DecidedLine> decisions_on(kernel::Reader& reader, Index agreement);  // in the order of the record

// The rule as it was stated before anyone answered, and what the body promised.
struct RuleLine {
  work::Consent consent = work::Consent::majority;
  int quorum_per_cent = 50;
  work::Deadlock deadlock = work::Deadlock::both_stand;
  work::Promise promise = work::Promise::nothing;
  Index decides;
  Text decides_name;
  static void fields(auto& self, auto&& field) {
    field("consent", self.consent);
    field("deadlock", self.deadlock);
    field("decides", self.decides);
    field("decides_name", self.decides_name);
    field("promise", self.promise);
    field("quorum_per_cent", self.quorum_per_cent);
  }
};

// Dissents that a moderator has to read, with the words that nobody else sees yet. The oldest first.
struct WaitingDissent {
  Index act;
  Index agreement;
  Index work;
  Text words;
  Day on;
  bool in_danger = false;
};
std::int64_t unread(kernel::Reader& reader, Index work);  // how many wait to be read

// ---- pages ----------------------------------------------------------------------------------------------------------

struct AgreementsPage {
  Index work;
  Text work_title;
  std::vector<AgreementLine> lines;  // the newest first
  work::Course course;               // not part of the JSON
  bool may_ask = false;
  static void fields(auto& self, auto&& field) {
    field("lines", self.lines);
    field("work", self.work);
    field("work_title", self.work_title);
  }
  static Result<AgreementsPage> see(const kernel::Seeing& seeing);
};

// Of somebody who is signed in, for their own eyes: nothing of it is in the JSON.
struct OwnPart {
  bool may_take_part = false;
  std::optional<work::Side> side;
  std::optional<Answer> answer;
  std::vector<DissentLine> dissents;  // their own, in their own words
};

struct AgreementPage {
  AgreementLine line;
  Text work_title;
  RuleLine rule;
  std::vector<option::OptionLine> options;
  Index wording;
  Index closed_act;
  std::vector<SideAnswer> sides;  // empty until it closes
  std::vector<NamedLine> named;
  std::vector<DissentLine> dissents;
  std::vector<DecidedLine> decided;  // in the order of the record
  std::vector<kernel::AboutLine> about;
  // Not part of the JSON: who helped the sides, the bar above the page, and who looks.
  std::vector<work::MediatorLine> mediators;
  work::Course course;
  OwnPart own;
  bool is_open_today = false;
  bool may_decide = false;
  std::vector<WaitingDissent> waiting;  // for moderators
  Text safeguarding;                    // whom they tell of danger
  std::vector<place::Helpline> help;    // where somebody is worried about whoever looks
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("closed_act", self.closed_act);
    field("decided", self.decided);
    field("dissents", self.dissents);
    field("line", self.line);
    field("named", self.named);
    field("options", self.options);
    field("rule", self.rule);
    field("sides", self.sides);
    field("wording", self.wording);
    field("work_title", self.work_title);
  }
  static Result<AgreementPage> see(const kernel::Seeing& seeing);
};

// The card: one sentence, three equal answers.
struct VotePage {
  AgreementPage agreement;
  static void fields(auto& self, auto&& field) { field("agreement", self.agreement.line); }
  static Result<VotePage> see(const kernel::Seeing& seeing);
};

struct NoticePage {
  AgreementPage agreement;
  std::vector<decision::WhoDecided> decisions;  // one for each of decided
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("decisions", self.decisions);
  }
  static Result<NoticePage> see(const kernel::Seeing& seeing);
};

}  // namespace alongside::agreement
