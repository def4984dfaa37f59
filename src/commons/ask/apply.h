// The public tables of asks as rows, and how acts are folded into them.
#pragma once

#include <optional>

#include "commons/ask/acts.h"
#include "kernel/tables.h"

namespace alongside::ask {

// Of the question as a whole. Its parts have states of their own.
enum class AskState { waiting, open, refused, merged, withdrawn };
constexpr auto words_of(AskState) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv, "open"sv, "refused"sv, "merged"sv, "withdrawn"sv};
}

// refused: by the body. What the keeper refuses is an AskState.
enum class PartState { waiting, ready, sent, delivered, needs_reply, passed_on, answered, no_record_held, refused };
constexpr auto words_of(PartState) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv,   "ready"sv,    "sent"sv,           "delivered"sv, "needs_reply"sv,
                    "passed_on"sv, "answered"sv, "no_record_held"sv, "refused"sv};
}
constexpr bool has_ended(PartState state) { return state >= PartState::passed_on; }
constexpr bool is_with_the_body(PartState state) { return state == PartState::sent || state == PartState::delivered; }

enum class Event {
  opened, published, refused, merged, withdrawn, split, sent, delivered, bounced, needs_reply, clarified, passed_on,
  replied, judged
};
constexpr auto words_of(Event) {
  using namespace std::string_view_literals;
  return std::array{"opened"sv,    "published"sv, "refused"sv,     "merged"sv,    "withdrawn"sv, "split"sv,   "sent"sv,
                    "delivered"sv, "bounced"sv,   "needs_reply"sv, "clarified"sv, "passed_on"sv, "replied"sv, "judged"sv};
}

struct AskRow {
  static constexpr std::string_view table = "asks";
  Index index;
  Index about;
  Index follows;
  bool who = false;
  bool when = false;
  bool power = false;
  bool people = false;
  Day asked_on;
  AskState state = AskState::waiting;
  Index state_act;
  std::optional<Day> state_on;
  std::optional<Refusal> refusal;
  Index into;  // of a merged one
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("about", self.about);
    field("follows", self.follows);
    field("tick_who", self.who);
    field("tick_when", self.when);
    field("tick_power", self.power);
    field("tick_people", self.people);
    field("asked_on", self.asked_on);
    field("state", self.state);
    field("state_act", self.state_act);
    field("state_on", self.state_on);
    field("refusal", self.refusal);
    field("into_ask", self.into);
  }
};

struct PartRow {
  static constexpr std::string_view table = "ask_parts";
  Index ask;
  int part = 1;
  Index body;
  Index question_act;  // an ask.split; unset: the question of the ask itself
  int passed_from = 0;  // the part that was passed on to this body; 0: none
  PartState state = PartState::waiting;
  std::optional<Day> sent_on;
  std::optional<Day> ended_on;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("part", self.part);
    field("body", self.body);
    field("question_act", self.question_act);
    field("passed_from", self.passed_from);
    field("state", self.state);
    field("sent_on", self.sent_on);
    field("ended_on", self.ended_on);
  }
};

struct PauseRow {
  static constexpr std::string_view table = "ask_pauses";
  Index index;
  Index ask;
  int part = 1;
  Day from;
  std::optional<Day> until;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("ask", self.ask);
    field("part", self.part);
    field("from_day", self.from);
    field("until_day", self.until);
  }
};

struct EventRow {
  static constexpr std::string_view table = "ask_events";
  Index index;
  Index ask;
  int part = 0;  // 0: of the whole ask
  Event event = Event::opened;
  Day on;
  Index body;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("ask", self.ask);
    field("part", self.part);
    field("event", self.event);
    field("on_day", self.on);
    field("body", self.body);
  }
};

struct ReplyRow {
  static constexpr std::string_view table = "ask_replies";
  Index index;
  Index ask;
  int part = 1;
  ReplyOutcome outcome = ReplyOutcome::answered;
  Day on;
  Index office;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("ask", self.ask);
    field("part", self.part);
    field("outcome", self.outcome);
    field("on_day", self.on);
    field("office", self.office);
  }
};

struct ReplyDecisionRow {
  static constexpr std::string_view table = "ask_reply_decisions";
  Index reply;
  int place = 0;
  Index decision;
  static void fields(auto& self, auto&& field) {
    field("reply", self.reply);
    field("place", self.place);
    field("decision", self.decision);
  }
};

struct JudgementRow {
  static constexpr std::string_view table = "ask_judgements";
  Index index;
  Index ask;
  Index reply;
  Answers answers = Answers::yes;
  Day on;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("ask", self.ask);
    field("reply", self.reply);
    field("answers", self.answers);
    field("on_day", self.on);
  }
};

void apply(const AskOpened& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskPublished& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskRefused& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskMerged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskWithdrawn& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskSplit& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskSent& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskDelivered& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskBounced& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskNeedsReply& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskClarified& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskPassedOn& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskReplied& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AskJudged& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::ask
