// What may be seen of a question: the words that are asked now, whose words those are, and every wording with what each side
// answered.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "commons/question/standing.h"
#include "commons/work/danger.h"
#include "commons/work/room.h"
#include "commons/work/views.h"
#include "kernel/concern.h"

namespace alongside::question {

struct WordingLine {
  Index wording;
  int number = 0;
  std::optional<work::Side> side;  // nothing: somebody in the room
  WordingState state = WordingState::waiting;
  Index state_act;
  Day state_on;
  Day on;
  Day recorded;
  Day until;
  std::optional<Refusal> refusal;
  Text words;
  Text reason;
  std::vector<SideAnswer> sides;  // of the close
  bool is_agreed = false;         // by every side
  bool stands = false;            // it is the question now, alone or beside others
  static void fields(auto& self, auto&& field) {
    field("is_agreed", self.is_agreed);
    field("number", self.number);
    field("on", self.on);
    field("reason", self.reason);
    field("recorded", self.recorded);
    field("refusal", self.refusal);
    field("side", self.side);
    field("sides", self.sides);
    field("stands", self.stands);
    field("state", self.state);
    field("state_act", self.state_act);
    field("state_on", self.state_on);
    field("until", self.until);
    field("wording", self.wording);
    field("words", self.words);
  }
};

// How many words of the question a side used first, and which.
struct WhoseWords {
  std::optional<work::Side> side;  // nothing: sides that are not named
  std::int64_t words = 0;
  std::vector<std::string> which;  // runs, in the order of the question
  static void fields(auto& self, auto&& field) {
    field("side", self.side);
    field("which", self.which);
    field("words", self.words);
  }
};
struct WordsRun {
  std::optional<work::Side> side;
  std::string words;
};

struct RefusedCount {
  Refusal reason = Refusal::names_a_person;
  std::int64_t n = 0;
  static void fields(auto& self, auto&& field) {
    field("n", self.n);
    field("reason", self.reason);
  }
};

// Words that nobody has read yet, for whoever reads them and for whoever wrote them.
struct Unread {
  Index wording;
  int number = 0;
  Text words;
  Text reason;
  bool in_danger = false;  // for moderators
};

struct QuestionPage {
  Index work;
  Text work_title;
  work::Consent consent = work::Consent::majority;
  int quorum_per_cent = 50;
  work::Ballots ballots = work::Ballots::secret;
  work::Deadlock deadlock = work::Deadlock::both_stand;
  std::vector<StandingWording> asked;
  std::vector<WordingLine> wordings;  // newest first
  std::vector<WhoseWords> whose;      // of the question, where one wording is asked and it is not the first
  std::vector<RefusedCount> refused;
  // Not part of the JSON.
  std::vector<work::MediatorLine> mediators;  // of the work as a whole, and of its wordings
  work::Course course;         // for the bar above the page
  std::vector<WordsRun> runs;  // the question again, by whose words they are
  int from = 0;                // the wordings that are compared; 0: none
  int to = 0;
  bool is_preparing = false;
  bool may_run = false;
  bool may_take_part = false;
  bool moderates = false;
  std::optional<work::Side> mine;  // the side of whoever looks
  std::vector<Index> own;          // wordings that are theirs and not over
  std::vector<std::pair<Index, Answer>> chosen;
  std::vector<Unread> unread;
  Text safeguarding;  // whom moderators tell of danger
  std::vector<place::Helpline> help;  // where somebody is worried about whoever looks
  const WordingLine* wording(int number) const;  // null: there is none
  static void fields(auto& self, auto&& field) {
    field("asked", self.asked);
    field("ballots", self.ballots);
    field("consent", self.consent);
    field("deadlock", self.deadlock);
    field("quorum_per_cent", self.quorum_per_cent);
    field("refused", self.refused);
    field("whose", self.whose);
    field("wordings", self.wordings);
    field("work", self.work);
    field("work_title", self.work_title);
  }
  static Result<QuestionPage> see(const kernel::Seeing& seeing);
};

// Those who may be answered yes or no, the oldest first: the choices of a form.
std::vector<html::Choice> open_choices(const kernel::Seeing& seeing, const html::Say& say);

}  // namespace alongside::question
