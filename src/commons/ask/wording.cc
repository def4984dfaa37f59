#include "commons/ask/wording.h"

#include "commons/place/views.h"

namespace alongside::ask {

using html::Html;
using html::Say;

std::string ask_path(Index ask) { return "/asks/" + std::to_string(ask.value); }

Html words_or_why(const Text& text, const Say& say, const Html& who) {
  switch (text.state) {
    case Text::State::shown:
      return html::quote(text.words, who);
    case Text::State::erased:
      return html::erased(text.ground == "own_wish" ? say("Words erased at the writer’s wish.") : say("Words erased."));
    case Text::State::withheld:
      return html::erased(say("A person reads these words before others can."));
    case Text::State::absent:
      break;
  }
  return {};
}

Html state_tag(const AskLine& line, const Say& say) {
  switch (line.state) {
    case AskState::waiting:
      return html::tag(say("Waiting to be read"), html::Tone::wait);
    case AskState::refused:
      return html::tag(say("Not published"), html::Tone::no);
    case AskState::merged:
      return html::tag(say("Put together with another"));
    case AskState::withdrawn:
      return html::tag(say("Withdrawn by whoever asked"));
    case AskState::open:
      break;
  }
  if (line.is_answered()) {
    return line.days_late() > 0 ? html::tag(say("Answered late"), html::Tone::late) : html::tag(say("Answered"), html::Tone::yes);
  }
  if (line.is_overdue()) return html::tag(say("Overdue"), html::Tone::late);
  for (const PartLine& part : line.parts) {
    if (is_with_the_body(part.state) || part.state == PartState::needs_reply) return html::tag(say("Waiting for an answer"), html::Tone::wait);
  }
  return html::tag(say("Ready to be sent"), html::Tone::wait);
}

std::string state_of(PartState state, const Say& say) {
  switch (state) {
    case PartState::waiting:
      return say.plain("Waiting to be read");
    case PartState::ready:
      return say.plain("Ready to be sent");
    case PartState::sent:
      return say.plain("Sent");
    case PartState::delivered:
      return say.plain("Delivered");
    case PartState::needs_reply:
      return say.plain("The body has asked something back");
    case PartState::passed_on:
      return say.plain("Passed on");
    case PartState::answered:
      return say.plain("Answered");
    case PartState::no_record_held:
      return say.plain("The body holds no record of it");
    case PartState::refused:
      break;
  }
  return say.plain("The body will not answer");
}

std::string reason_of(Refusal reason, const Say& say) {
  switch (reason) {
    case Refusal::names_a_person:
      return say.plain("It names a private person");
    case Refusal::abuse:
      return say.plain("It is abuse");
    case Refusal::not_about_a_decision:
      return say.plain("It is not about a decision");
    case Refusal::duplicate:
      return say.plain("It was sent twice");
    case Refusal::danger:
      return say.plain("It could put somebody in danger");
    case Refusal::advert:
      break;
  }
  return say.plain("It is an advertisement");
}

std::string body_of(const PartLine& part, const Say& say) {
  return part.body.is_set() ? place::name_of(part.body_name, say) : say.plain("nobody yet: whom to ask is not known");
}

namespace {

// The sentences under a clock, as far as there is something to say.
Html detail_of(const PartLine& part, const Say& say) {
  const PartClock& clock = part.clock;
  std::vector<Html> out{say("Sent {day}.", {{"day", say.time(*clock.started)}})};
  if (clock.due && !has_ended(part.state)) out.push_back(say("Reply due {day}.", {{"day", say.time(*clock.due)}}));
  if (part.ended_on) {
    const Html day = say.time(*part.ended_on);
    out.push_back(part.state == PartState::passed_on ? say("Passed on {day}.", {{"day", day}}) : say("Reply of {day}.", {{"day", day}}));
  }
  if (clock.due_as_it_stood) {
    out.push_back(say("It was due {day} when the clock began; a holiday moved it.", {{"day", say.time(*clock.due_as_it_stood)}}));
  }
  for (const MovedBy& moved : clock.moved) {
    const Html day = say.time(moved.day);
    const Html known = say.time(moved.known_on);
    out.push_back(moved.added ? say("{day} became a holiday, known since {known}.", {{"day", day}, {"known", known}})
                              : say("{day} is no longer a holiday, known since {known}.", {{"day", day}, {"known", known}}));
  }
  if (clock.is_silent) out.push_back(say("Nobody has answered what the body asked back, for 42 days."));
  if (clock.stand == ClockStand::paused) out.push_back(say("Our clock is paused. The law’s clock is not."));
  return html::join(out, html::text(" "));
}

}  // namespace

Html clock_of(const PartLine& part, const Say& say) {
  const PartClock& clock = part.clock;
  if (clock.stand == ClockStand::not_started) return html::p(html::tag(html::text(state_of(part.state, say)), html::Tone::wait));
  const Html detail = detail_of(part, say);
  const std::int64_t days = clock.days_late > 0 ? days_allowed + clock.days_late : clock.days;
  // A part that was passed on is not an answer: its clock says so in words.
  if (part.state == PartState::passed_on) {
    return html::clock(clock.days_late > 0 ? html::ClockState::answered_late : html::ClockState::answered, days, days_allowed,
                       clock.days_late > 0 ? say.count("Passed on {n} working day late", "Passed on {n} working days late", clock.days_late)
                                           : say.count("Passed on after {n} working day", "Passed on after {n} working days", clock.days),
                       detail);
  }
  return html::clock({.state = html::clock_state(days, days_allowed, has_ended(part.state)), .days = days, .allowed = days_allowed,
                      .detail = detail, .paused = clock.stand == ClockStand::paused}, say);
}

Html about_line(const AskLine& line, const kernel::Showing& at) {
  const Say& say = at.say;
  Html out = html::p(html::a(at.to(ask_path(line.ask)), headline(line, say)));
  for (const PartLine& part : line.parts) {
    out += html::p(say("To {body}:", {{"body", body_of(part, say)}})) + clock_of(part, say);
  }
  return out;
}

std::vector<std::string> questions_of(const AskLine& line, const Say& say) {
  std::vector<std::string> out;
  if (line.who) out.push_back(say.plain("Who decided it, and in what office?"));
  if (line.when) out.push_back(say.plain("When was it decided?"));
  if (line.power) out.push_back(say.plain("By what power was it decided: which law or rule?"));
  if (line.people) out.push_back(say.plain("Were the people whom it touches asked, and what did they say?"));
  return out;
}

}  // namespace alongside::ask
