// What can happen to a question: asked, read, sent, delivered, bounced, asked back, passed on, answered, judged; split and
// merged, refused and withdrawn. A part is what one body is asked; parts are numbered from 1 in their ask.
#pragma once

#include "kernel/fields.h"

namespace alongside::ask {

struct AskOpened {
  static constexpr std::string_view kind = "ask.opened";
  Index about;       // a decision, a valued place, a body; unset: something that is not on the record yet
  Index body;        // whom part 1 asks, where the asker or the thing says so
  Index follows;     // the ask that did not answer them
  bool who = false;      // who decided
  bool when = false;     // when
  bool power = false;    // by what power
  bool people = false;   // were people asked
  Said thing;        // what it is about, where it is not registered
  Said words;        // in their own words: withheld until a person has read them
  std::optional<Day> on;  // the day it was asked, where that was before it came here (paper, a letter)
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("body", self.body);
    field("follows", self.follows);
    field("on", self.on);
    field("people", self.people);
    field("power", self.power);
    field("thing", self.thing);
    field("when", self.when);
    field("who", self.who);
    field("words", self.words);
  }
};

// A person has read the words, and others may too.
struct AskPublished {
  static constexpr std::string_view kind = "ask.published";
  Index ask;
  static void fields(auto& self, auto&& field) { field("ask", self.ask); }
};

enum class Refusal { names_a_person, abuse, not_about_a_decision, duplicate, danger, advert };
constexpr auto words_of(Refusal) {
  using namespace std::string_view_literals;
  return std::array{"names_a_person"sv, "abuse"sv, "not_about_a_decision"sv, "duplicate"sv, "danger"sv, "advert"sv};
}
struct AskRefused {
  static constexpr std::string_view kind = "ask.refused";
  Index ask;
  Refusal reason = Refusal::names_a_person;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("reason", self.reason);
  }
};

struct AskMerged {
  static constexpr std::string_view kind = "ask.merged";
  Index ask;
  Index into;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("into", self.into);
  }
};

struct AskWithdrawn {
  static constexpr std::string_view kind = "ask.withdrawn";
  Index ask;
  static void fields(auto& self, auto&& field) { field("ask", self.ask); }
};

// A new part for another body, with its share of the question.
struct AskSplit {
  static constexpr std::string_view kind = "ask.split";
  Index ask;
  Index body;
  Said question;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("body", self.body);
    field("question", self.question);
  }
};

struct AskSent {
  static constexpr std::string_view kind = "ask.sent";
  Index ask;
  int part = 1;
  Index body;  // given where the part had none yet
  Day on;      // our clock's day 0
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("body", self.body);
    field("on", self.on);
    field("part", self.part);
  }
};

struct AskDelivered {
  static constexpr std::string_view kind = "ask.delivered";
  Index ask;
  int part = 1;
  Day on;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
  }
};

struct AskBounced {
  static constexpr std::string_view kind = "ask.bounced";
  Index ask;
  int part = 1;
  Day on;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
  }
};

// The body asks something back: our clock pauses, the law's never does.
struct AskNeedsReply {
  static constexpr std::string_view kind = "ask.needs_reply";
  Index ask;
  int part = 1;
  Day on;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
    field("words", self.words);
  }
};
// The asker or the keeper has answered what the body asked back: the clock goes on.
struct AskClarified {
  static constexpr std::string_view kind = "ask.clarified";
  Index ask;
  int part = 1;
  Day on;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
    field("words", self.words);
  }
};

// This part ends here, and a new part stands at the next body.
struct AskPassedOn {
  static constexpr std::string_view kind = "ask.passed_on";
  Index ask;
  int part = 1;
  Index to;
  Day on;
  Said words;  // why, in the body's words
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("on", self.on);
    field("part", self.part);
    field("to", self.to);
    field("words", self.words);
  }
};

enum class ReplyOutcome { answered, no_record_held, refused };
constexpr auto words_of(ReplyOutcome) {
  using namespace std::string_view_literals;
  return std::array{"answered"sv, "no_record_held"sv, "refused"sv};
}
struct AskReplied {
  static constexpr std::string_view kind = "ask.replied";
  Index ask;
  int part = 1;
  ReplyOutcome outcome = ReplyOutcome::answered;
  Day on;
  Said words;
  Said signed_by;  // a name and post, as the reply has it
  Index office;    // the registered post
  std::vector<Index> decisions;  // that the reply points at
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("decisions", self.decisions);
    field("office", self.office);
    field("on", self.on);
    field("outcome", self.outcome);
    field("part", self.part);
    field("signed_by", self.signed_by);
    field("words", self.words);
  }
};

enum class Answers { yes, in_part, no };
constexpr auto words_of(Answers) {
  using namespace std::string_view_literals;
  return std::array{"yes"sv, "in_part"sv, "no"sv};
}
// "Does this answer you?" One for each reply; it may change once.
struct AskJudged {
  static constexpr std::string_view kind = "ask.judged";
  Index ask;
  Index reply;  // the ask.replied
  Answers answers = Answers::yes;
  Said words;   // withheld until read, as the ask's own
  static void fields(auto& self, auto&& field) {
    field("answers", self.answers);
    field("ask", self.ask);
    field("reply", self.reply);
    field("words", self.words);
  }
};

}  // namespace alongside::ask
