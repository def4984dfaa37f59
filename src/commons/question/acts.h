// What can happen to the question of a piece of work: a wording is proposed, read and published or refused, withdrawn, and
// closed with what each side answered.
//
// Wording 1 is the first of its work and comes from those who run it: a body's own words, which nobody has to read first.
// All others come from one person in the room, and are withheld until a moderator or the keeper has read them. A wording's
// number is not in its act: a fold counts.
//
// The side in wording.proposed is a group, never a person. It is named only where it cannot point at a few: the sides that
// have anybody on them are a row of counts, and a side is named where its count could be shown in that row
// (engines/disclosure.h). So whoever is not named by side is one of at least five, as long as the room has five.
#pragma once

#include "commons/work/acts.h"
#include "kernel/fields.h"

namespace alongside::question {

struct WordingProposed {
  static constexpr std::string_view kind = "wording.proposed";
  Index work;
  std::optional<work::Side> side;  // whose wording it is: of the first `office`; nothing: somebody in the room
  Said words;
  Said reason;
  Day on;
  Day until;  // the last day to answer, if others could read it that day
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("reason", self.reason);
    field("side", self.side);
    field("until", self.until);
    field("words", self.words);
    field("work", self.work);
  }
};

// A person has read the words; others can, and can answer until this day has passed.
struct WordingPublished {
  static constexpr std::string_view kind = "wording.published";
  Index wording;
  Day until;
  static void fields(auto& self, auto&& field) {
    field("until", self.until);
    field("wording", self.wording);
  }
};

enum class Refusal { names_a_person, abuse, not_a_question, duplicate, danger, advert };
constexpr auto words_of(Refusal) {
  using namespace std::string_view_literals;
  return std::array{"names_a_person"sv, "abuse"sv, "not_a_question"sv, "duplicate"sv, "danger"sv, "advert"sv};
}
struct WordingRefused {
  static constexpr std::string_view kind = "wording.refused";
  Index wording;
  Refusal reason = Refusal::names_a_person;
  static void fields(auto& self, auto&& field) {
    field("reason", self.reason);
    field("wording", self.wording);
  }
};

struct WordingWithdrawn {
  static constexpr std::string_view kind = "wording.withdrawn";
  Index wording;
  static void fields(auto& self, auto&& field) { field("wording", self.wording); }
};

using work::Consented;
using work::SideAnswer;

struct WordingClosed {
  static constexpr std::string_view kind = "wording.closed";
  Index wording;
  Day on;
  std::vector<SideAnswer> sides;  // each side that gives its consent; none: the words were erased before the time was over
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("sides", self.sides);
    field("wording", self.wording);
  }
};

}  // namespace alongside::question
