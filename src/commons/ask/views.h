// What may be seen of questions: each with its parts and clocks, the list with its counts, the letters made from one; and
// what other pages ask: what was asked about a thing, what waits for the keeper, what was asked before in other words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/ask/clock.h"
#include "commons/ask/reading.h"
#include "kernel/concern.h"

namespace alongside::ask {

struct PartLine {
  int part = 1;
  Index body;
  Text body_name;
  Text question;  // its share; absent: the whole question
  int passed_from = 0;
  PartState state = PartState::waiting;
  std::optional<Day> ended_on;
  PartClock clock;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("body_name", self.body_name);
    field("clock", self.clock);
    field("ended_on", self.ended_on);
    field("part", self.part);
    field("passed_from", self.passed_from);
    field("question", self.question);
    field("state", self.state);
  }
};

struct AskLine {
  Index ask;
  AskState state = AskState::waiting;
  std::optional<Refusal> refusal;
  Day asked_on;
  Index about;
  Thing thing_kind = Thing::none;
  Text about_name;
  Text thing;  // what it is about, where that is not registered
  Text words;
  bool who = false;
  bool when = false;
  bool power = false;
  bool people = false;
  std::int64_t asked_by = 1;  // with those that were put together with it
  std::vector<PartLine> parts;
  bool is_answered() const;  // every part has ended, and one of them with a reply
  bool is_overdue() const;
  int days_late() const;  // of its latest part
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("about_name", self.about_name);
    field("ask", self.ask);
    field("asked_by", self.asked_by);
    field("asked_on", self.asked_on);
    field("parts", self.parts);
    field("people", self.people);
    field("power", self.power);
    field("refusal", self.refusal);
    field("state", self.state);
    field("thing", self.thing);
    field("thing_kind", self.thing_kind);
    field("when", self.when);
    field("who", self.who);
    field("words", self.words);
  }
};
// "Who decided? Harbour Road Library", in the language of `say`.
std::string headline(const AskLine& line, const html::Say& say);
// Nothing when this index is not an ask.
std::optional<AskLine> line(kernel::Reader& reader, Index ask, Day today);
// Published ones about a decision, a valued place or a body; newest first.
std::vector<AskLine> asks_about(kernel::Reader& reader, Index thing, Day today);

struct RefusedCount {
  Refusal reason = Refusal::names_a_person;
  std::int64_t n = 0;
  static void fields(auto& self, auto&& field) {
    field("n", self.n);
    field("reason", self.reason);
  }
};
struct AskCounts {
  std::int64_t asked = 0;     // all that ever were, those refused, merged and withdrawn too
  std::int64_t waiting = 0;   // nobody has read them yet
  std::int64_t open = 0;      // published, and not answered
  std::int64_t answered = 0;
  std::int64_t in_time = 0;   // of those answered: no part came late
  std::int64_t overdue = 0;   // still open, and late
  std::int64_t merged = 0;
  std::int64_t withdrawn = 0;
  std::vector<RefusedCount> refused;
  static void fields(auto& self, auto&& field) {
    field("answered", self.answered);
    field("asked", self.asked);
    field("in_time", self.in_time);
    field("merged", self.merged);
    field("open", self.open);
    field("overdue", self.overdue);
    field("refused", self.refused);
    field("waiting", self.waiting);
    field("withdrawn", self.withdrawn);
  }
};
AskCounts counts(kernel::Reader& reader, Day today);

// ---- for the desk ---------------------------------------------------------------------------------------------------

enum class WaitsFor { reading, words_read, sending, answer_to_body, overdue };
constexpr auto words_of(WaitsFor) {
  using namespace std::string_view_literals;
  return std::array{"reading"sv, "words_read"sv, "sending"sv, "answer_to_body"sv, "overdue"sv};
}
struct WaitingAsk {
  WaitsFor waits_for = WaitsFor::reading;
  Index ask;
  int part = 0;
  Index act;  // of words to be read: whose they are
  Text body_name;
  Day since;
  std::int64_t days = 0;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("ask", self.ask);
    field("body_name", self.body_name);
    field("days", self.days);
    field("part", self.part);
    field("since", self.since);
    field("waits_for", self.waits_for);
  }
};
// Published and not answered, the newest first.
std::vector<AskLine> latest_open(kernel::Reader& reader, Day today, std::size_t limit);
// What waits for the keeper, oldest first.
std::vector<WaitingAsk> waiting_for_the_keeper(kernel::Reader& reader, Day today);

struct AskedBeforeLine {
  Index ask;
  std::string title;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("title", self.title);
  }
};
// Published questions that are most like this one, best first; it proposes, a person decides. `moderates`: an unread
// question may be compared too.
std::vector<AskedBeforeLine> asked_before(kernel::Reader& reader, const AskLine& ask, bool moderates, std::size_t limit);

}  // namespace alongside::ask
