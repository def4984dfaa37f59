#include "commons/decision/status.h"

#include <algorithm>

#include "base/message.h"

namespace alongside::decision {
namespace {

constexpr int whole_day = 24 * 60;
// Courts give a short time; for so long the page names it. It gives no number and no advice.
constexpr int court_is_named_days = 92;

struct Ends {
  std::optional<Day> last_day;  // of call-in
  std::optional<int> minute;
  bool worked_out = false;
};

// From the day that the rule counts from, if that day is known.
std::optional<engines::CallIn> by_rule(const StatusFacts& facts, const std::optional<engines::CallInRule>& rule,
                                       const engines::Holidays& holidays, Day today) {
  if (!rule) return std::nullopt;
  const auto& from = rule->counted_from == engines::CountedFrom::meeting ? facts.on : facts.published;
  if (!from || !from->day()) return std::nullopt;
  return engines::call_in(*rule, *from->day(), holidays.as_known_on(today, rule->reach));
}

Ends ends(const StatusFacts& facts, const std::optional<engines::CallIn>& computed) {
  if (facts.event && facts.event->open_until) return {facts.event->open_until->last(), facts.event->at_minute, false};
  const auto effective = facts.effective ? facts.effective->day() : std::nullopt;
  if (computed && (!effective || computed->effective <= *effective)) {
    return {computed->last_day,
            computed->end_minute < whole_day ? std::optional<int>(computed->end_minute) : std::nullopt, true};
  }
  // Published as in force from a day: until the day before, it is not.
  if (effective) return {*effective - 1, std::nullopt, false};
  return {};
}

bool is_over(const Ends& ends, Day today, std::optional<int> minute_now) {
  if (today != *ends.last_day) return today > *ends.last_day;
  return minute_now && ends.minute && *minute_now >= *ends.minute;
}

void came_into_force(DecisionState& out, std::optional<When> from, bool worked_out, Day today) {
  out.status = !from || from->first() <= today ? Status::in_force : Status::taken;
  out.in_force_from = from;
  out.in_force_worked_out = worked_out;
}

// Subject to call-in, said by the source or by the body's rule.
void subject(DecisionState& out, const StatusFacts& facts, const std::optional<engines::CallIn>& computed, Day today,
             std::optional<int> minute_now) {
  const Ends end = ends(facts, computed);
  if (facts.effective) {
    out.in_force_from = facts.effective;
  } else if (end.last_day) {
    out.in_force_from = When(computed && end.worked_out ? computed->effective : *end.last_day + 1);
    out.in_force_worked_out = true;
  }
  if (facts.effective && facts.effective->first() <= today) {
    out.status = Status::in_force;
  } else if (!end.last_day) {
    out.status_unknown = true;
  } else if (!is_over(end, today, minute_now)) {
    out.status = Status::open_to_call_in;
    out.open_until = end.last_day;
    out.open_until_minute = end.minute;
    out.open_until_worked_out = end.worked_out;
  } else if (!facts.effective) {
    out.status = Status::in_force;
  }
}

void after(DecisionState& out, const StatusFacts& facts, const std::optional<engines::CallIn>& computed, Day today,
           std::optional<int> minute_now) {
  switch (facts.event->event) {
    case StatusEvent::subject_to_call_in:
      return subject(out, facts, computed, today, minute_now);
    case StatusEvent::not_subject:
      return came_into_force(out, facts.effective, false, today);
    case StatusEvent::called_in:
      out.status = Status::called_in;
      return;
    case StatusEvent::sent_back:
      out.status = Status::sent_back;
      return;
    case StatusEvent::withdrawn:
      out.status = Status::withdrawn;
      return;
    case StatusEvent::upheld:
    case StatusEvent::confirmed_unchanged: {
      out.status = Status::in_force;
      out.in_force_from = facts.event->on;
      return;
    }
  }
}

std::vector<CanStill> what_can_still_be_done(const DecisionState& state, const StatusFacts& facts, Day today) {
  std::vector<CanStill> out;
  if (state.status == Status::coming) out.push_back(CanStill::have_a_say);
  if (state.status == Status::open_to_call_in) out.push_back(CanStill::ask_for_call_in);
  if (state.status == Status::called_in || state.status == Status::sent_back)
    out.push_back(CanStill::speak_to_scrutiny);
  const bool is_recent = facts.is_taken && facts.on && today - facts.on->last() <= court_is_named_days;
  if (is_recent && !is_final(state.status)) out.push_back(CanStill::go_to_court);
  out.push_back(CanStill::ask_the_body);
  return out;
}

}  // namespace

DecisionState state(const StatusFacts& facts, const std::optional<engines::CallInRule>& rule,
                    const engines::Holidays& holidays, Day today, std::optional<int> minute_now) {
  DecisionState out;
  const bool is_withdrawn = facts.event && facts.event->event == StatusEvent::withdrawn;
  if (is_withdrawn) {
    out.status = Status::withdrawn;
  } else if (facts.replaced_by.is_set()) {
    out.status = Status::overtaken;
  } else if (!facts.is_taken) {
    out.status = Status::coming;
    out.was_due_nothing_recorded = facts.due && facts.due->last() < today;
  } else {
    const auto computed = by_rule(facts, rule, holidays, today);
    if (facts.event) {
      after(out, facts, computed, today, minute_now);
    } else if (facts.call_in == Known::no) {
      came_into_force(out, facts.effective, false, today);
    } else if (facts.call_in == Known::yes || computed) {
      subject(out, facts, computed, today, minute_now);
    } else if (facts.effective) {
      came_into_force(out, facts.effective, false, today);
    } else {
      out.status_unknown = true;
    }
  }
  out.can_still = what_can_still_be_done(out, facts, today);
  return out;
}

std::optional<Message> refusal(StatusEvent event, Status status) {
  if (status == Status::withdrawn) {
    return msg("This decision was withdrawn, and that is final. Correct it, if that was a mistake: both will stand.");
  }
  if (status == Status::overtaken) {
    return msg("Another decision took the place of this one, and that is final. Put it on record for that one.");
  }
  if (event == StatusEvent::withdrawn) return std::nullopt;
  if (status == Status::coming) {
    return msg("This decision has not been taken yet. It can be withdrawn, or recorded as taken.");
  }
  const auto is = [status](std::initializer_list<Status> any) {
    return std::find(any.begin(), any.end(), status) != any.end();
  };
  switch (event) {
    case StatusEvent::subject_to_call_in:
    case StatusEvent::not_subject:
    case StatusEvent::called_in:
      if (is({Status::taken, Status::open_to_call_in})) return std::nullopt;
      return msg("That can only happen before a decision is in force. Give the day on which it happened.");
    case StatusEvent::upheld:
    case StatusEvent::sent_back:
      if (is({Status::called_in})) return std::nullopt;
      return msg("Only a decision that was called in can be upheld or sent back. Record the call-in first.");
    case StatusEvent::confirmed_unchanged:
      if (is({Status::sent_back})) return std::nullopt;
      return msg("Only a decision that was sent back can be confirmed unchanged. Record that it was sent back first.");
    case StatusEvent::withdrawn:
      break;
  }
  return std::nullopt;
}

}  // namespace alongside::decision
