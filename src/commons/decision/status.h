// What a decision is today, worked out from what is known: the state table of the public record, as one pure function.
//
//   coming ─ taken ─ open to call-in ─ called in ─ in force
//                                              └ sent back ─ …      withdrawn and overtaken are final
//
// A published "effective from" is never overruled by one that is computed; what is computed says so. What nobody knows
// stays "taken", with a gap: a decision whose end of call-in is not known is not said to be open, nor in force.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/decision/acts.h"
#include "engines/calendar.h"
#include "engines/call_in.h"

namespace alongside::decision {

enum class Status { coming, taken, open_to_call_in, called_in, sent_back, in_force, withdrawn, overtaken };
constexpr auto words_of(Status) {
  using namespace std::string_view_literals;
  return std::array{"coming"sv,    "taken"sv,    "open_to_call_in"sv, "called_in"sv,
                    "sent_back"sv, "in_force"sv, "withdrawn"sv,       "overtaken"sv};
}
constexpr bool is_final(Status status) { return status == Status::withdrawn || status == Status::overtaken; }

// What a person can still do about it.
enum class CanStill { have_a_say, ask_for_call_in, speak_to_scrutiny, ask_the_body, go_to_court };
constexpr auto words_of(CanStill) {
  using namespace std::string_view_literals;
  return std::array{"have_a_say"sv, "ask_for_call_in"sv, "speak_to_scrutiny"sv, "ask_the_body"sv, "go_to_court"sv};
}

// The last thing that was recorded of its status.
struct LastEvent {
  StatusEvent event = StatusEvent::withdrawn;
  Index act;
  std::optional<When> on = {};
  std::optional<int> at_minute = {};  // with open_until: of that day; else of `on`
  std::optional<When> open_until = {};
};
struct StatusFacts {
  bool is_taken = false;
  std::optional<When> due = {};
  std::optional<When> on = {};
  std::optional<When> published = {};
  std::optional<When> effective = {};  // as published
  Known call_in = Known::not_known;
  std::optional<LastEvent> event = {};
  Index replaced_by = {};  // the act that linked its successor
};

struct DecisionState {
  Status status = Status::taken;
  std::optional<Day> open_until;         // while it can be called in, the last day
  std::optional<int> open_until_minute;  // after midnight of that day; absent: until its end
  bool open_until_worked_out = false;    // by the body's rule, and not said by the source
  std::optional<When> in_force_from;
  bool in_force_worked_out = false;
  bool status_unknown = false;  // neither its source nor a rule says what became of it
  bool was_due_nothing_recorded = false;
  std::vector<CanStill> can_still;
  static void fields(auto& self, auto&& field) {
    field("can_still", self.can_still);
    field("in_force_from", self.in_force_from);
    field("in_force_worked_out", self.in_force_worked_out);
    field("open_until", self.open_until);
    field("open_until_minute", self.open_until_minute);
    field("open_until_worked_out", self.open_until_worked_out);
    field("status", self.status);
    field("status_unknown", self.status_unknown);
    field("was_due_nothing_recorded", self.was_due_nothing_recorded);
  }
};

// `rule` is the body's own on the day it was taken. Without `minute_now`, a day's end is not over before the day is.
DecisionState state(const StatusFacts& facts, const std::optional<engines::CallInRule>& rule,
                    const engines::Holidays& holidays, Day today, std::optional<int> minute_now = {});

// Why this cannot happen to a decision that is in this state; nothing when it can.
std::optional<Message> refusal(StatusEvent event, Status status);

}  // namespace alongside::decision
