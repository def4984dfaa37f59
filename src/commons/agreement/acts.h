// What can happen to an agreement: a room is asked whether it agrees to a sentence, the clock closes it, somebody says in
// their own words why they do not agree, and the body decides: it followed, or it departed, because.
//
// Who answered what is nobody's to read where ballots are secret: an answer is no act. Its close says of each side whether it
// consents, and how much of its numbers may be told (engines/consent.h). By name, each answer becomes an act at the close,
// of those who were told so beforehand.
#pragma once

#include "commons/work/acts.h"
#include "kernel/fields.h"

namespace alongside::agreement {

using work::Answer;

struct AgreementAsked {
  static constexpr std::string_view kind = "agreement.asked";
  Index work;
  Said words;                  // the sentence that the room agrees to, or not
  std::vector<Index> options;  // that it is about, as they were put to people
  Index wording;               // of the question that it answers
  work::Ballots ballots = work::Ballots::secret;
  Day on;
  Day until;  // the last day on which people answer
  static void fields(auto& self, auto&& field) {
    field("ballots", self.ballots);
    field("on", self.on);
    field("options", self.options);
    field("until", self.until);
    field("wording", self.wording);
    field("words", self.words);
    field("work", self.work);
  }
};

using work::Consented;
using work::SideAnswer;

struct AgreementClosed {
  static constexpr std::string_view kind = "agreement.closed";
  Index agreement;
  Day on;
  std::vector<SideAnswer> sides;  // each whose consent is needed
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("on", self.on);
    field("sides", self.sides);
  }
};

// By name alone: one a person, at the close. The name falls with the person, the answer stays.
struct AnswerNamed {
  static constexpr std::string_view kind = "answer.named";
  Index agreement;
  Answer answer = Answer::abstained;
  work::Side side = work::Side::lived;
  Said name;
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("answer", self.answer);
    field("name", self.name);
    field("side", self.side);
  }
};

// Why somebody does not agree, in as many words as they want. It stands as long as its agreement.
struct DissentGiven {
  static constexpr std::string_view kind = "dissent.given";
  Index agreement;
  std::optional<work::Side> side;  // only where they say so themselves, and at least 5 are on it
  Said words;                      // withheld until a person has read them
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("side", self.side);
    field("words", self.words);
  }
};
struct DissentPublished {
  static constexpr std::string_view kind = "dissent.published";
  Index dissent;
  static void fields(auto& self, auto&& field) { field("dissent", self.dissent); }
};
enum class Refusal { names_a_person, abuse, not_about_this, twice, danger, advert };
constexpr auto words_of(Refusal) {
  using namespace std::string_view_literals;
  return std::array{"names_a_person"sv, "abuse"sv, "not_about_this"sv, "twice"sv, "danger"sv, "advert"sv};
}
struct DissentRefused {
  static constexpr std::string_view kind = "dissent.refused";
  Index dissent;
  Refusal reason = Refusal::names_a_person;
  static void fields(auto& self, auto&& field) {
    field("dissent", self.dissent);
    field("reason", self.reason);
  }
};

enum class Outcome { followed, departed };
constexpr auto words_of(Outcome) {
  using namespace std::string_view_literals;
  return std::array{"followed"sv, "departed"sv};
}
// Where the body departed, and why.
struct Point {
  Said about;
  Said because;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("because", self.because);
  }
};
// The body decided. It stands beside the agreement for ever.
struct AgreementDecided {
  static constexpr std::string_view kind = "agreement.decided";
  Index agreement;
  Index decision;
  Outcome outcome = Outcome::departed;
  std::vector<Point> points;
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("decision", self.decision);
    field("outcome", self.outcome);
    field("points", self.points);
  }
};

}  // namespace alongside::agreement
