// The body decides, and says of the agreement that it followed it or departed from it, because. One form writes the decision,
// the notice and the link between the two; a decision that is on the record already is linked alone.
//
// Only an agreement that stands can be followed: one to which each side agreed. Of any other the body says point by point why
// it decides. Nothing is refused because the room has not answered yet: what law or safety makes urgent goes on, and the page
// says that it came before the room's answer.
#pragma once

#include <string>
#include <vector>

#include "commons/agreement/reading.h"
#include "commons/decision/take.h"
#include "commons/option/drift.h"

namespace alongside::agreement {

struct PutOption {
  Index option;
  std::string title;  // empty: erased
  std::optional<Money> cost;
};

struct DecideFacts {
  std::optional<AgreementRow> agreement;
  Room room = Room::open;
  Index decides;                    // the body
  std::vector<Index> bodies;        // it, its committees and what it is part of
  std::vector<Index> options;       // that the agreement is about
  std::vector<PutOption> put;       // all of the work that were put to people
  bool option_is_one = true;        // the one that was chosen is one of the work's
  option::Drift drift;              // of what is chosen
  decision::TakeFacts take;
  Index next_index;
  // Of a link alone:
  bool decision_is_one = true;
  bool body_fits = true;
  bool is_linked_to_work = false;
  bool is_said = false;             // of this decision and this agreement
};

struct DecideAgreement {
  Index agreement;
  std::optional<Outcome> outcome;
  std::vector<Point> points;
  Index chose;       // the choice that was chosen
  Said chosen_words; // in the body's words, where they are not the words that were put to people
  decision::TakeDecision take;
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("chose", self.chose);
    field("chosen_words", self.chosen_words);
    field("outcome", self.outcome);
    field("points", self.points);
    decision::TakeDecision::fields(self.take, field);
  }
};
DecideFacts look(const kernel::Situation& situation, const DecideAgreement& asked);
Result<kernel::Changes> decide(const DecideFacts& facts, DecideAgreement asked);

struct LinkAgreement {
  Index agreement;
  Index decision;
  std::optional<Outcome> outcome;
  std::vector<Point> points;
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("decision", self.decision);
    field("outcome", self.outcome);
    field("points", self.points);
  }
};
DecideFacts look(const kernel::Situation& situation, const LinkAgreement& asked);
Result<kernel::Changes> decide(const DecideFacts& facts, LinkAgreement asked);

}  // namespace alongside::agreement
