#include "commons/question/pages_wordings.h"

#include "base/csv.h"
#include "commons/valued/pages.h"
#include "commons/work/pages.h"
#include "engines/consent.h"
#include "engines/wording.h"

namespace alongside::question {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;

std::string state_of(const WordingLine& one, const Say& say) {
  switch (one.state) {
    case WordingState::waiting: return say.plain("Waits to be read");
    case WordingState::open: return say.plain("Open");
    case WordingState::refused: return say.plain("Not published");
    case WordingState::withdrawn: return say.plain("Withdrawn");
    case WordingState::closed: break;
  }
  return one.is_agreed ? say.plain("Agreed") : say.plain("Not agreed");
}

html::Tone tone_of(const WordingLine& one) {
  switch (one.state) {
    case WordingState::waiting:
    case WordingState::open: return html::Tone::wait;
    case WordingState::refused:
    case WordingState::withdrawn: return html::Tone::plain;
    case WordingState::closed: break;
  }
  return one.is_agreed ? html::Tone::yes : html::Tone::no;
}

Html put_by(const WordingLine& one, const Say& say) {
  if (one.number == 1) return say("The first wording. Those who run this work wrote it, on {day}.", {{"day", one.on}});
  if (!one.side) return say("Put by somebody in the room on {day}.", {{"day", one.on}});
  return say("Put by one of: {side}, on {day}.", {{"side", html::side(drawn(*one.side), say)}, {"day", one.on}});
}

// ---- what each side answered ----------------------------------------------------------------------------------------

std::int64_t needed(std::int64_t answered, work::Consent consent) { return consent == work::Consent::two_thirds ? (answered * 2 + 2) / 3 : answered / 2 + 1; }

std::int64_t fewest(work::Consent consent) { return engines::fewest_answers({.two_thirds = consent == work::Consent::two_thirds}); }

Html in_words(const SideAnswer& one, work::Consent consent, const Say& say) {
  const Html answered = one.answered ? say.count("{n} answered.", "{n} answered.", *one.answered) : Html();
  switch (one.consented) {
    case Consented::too_few: return say("Fewer than {n} answered, so nothing more is told. It did not agree.", {{"n", fewest(consent)}});
    case Consented::no_quorum: return say("Too few of this side answered, so it did not agree.") + text(" ") + answered;
    case Consented::agreed: return say("It agreed.") + text(" ") + answered + text(" ") + say("How many said yes: {hidden}", {{"hidden", html::hidden_number(say)}});
    case Consented::not_agreed: break;
  }
  return say("It did not agree.") + text(" ") + answered + text(" ") + say("How many said yes: {hidden}", {{"hidden", html::hidden_number(say)}});
}

html::Support support(const SideAnswer& one, work::Consent consent, const Say& say) {
  html::Support out{.side = drawn(one.side)};
  const bool has_outcome = one.consented == Consented::agreed || one.consented == Consented::not_agreed;
  if (!has_outcome || !one.yes || !one.answered) {
    out.instead = in_words(one, consent, say);
    return out;
  }
  out.agree = *one.yes;
  out.of = *one.answered;
  out.needed = needed(*one.answered, consent);
  return out;
}

bool hides_a_number(const QuestionPage& view) {
  for (const WordingLine& one : view.wordings) {
    for (const SideAnswer& side : one.sides) {
      if (!side.yes && (side.consented == Consented::agreed || side.consented == Consented::not_agreed)) return true;
    }
  }
  return false;
}

Html what_became(const WordingLine& one, const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  switch (one.state) {
    case WordingState::waiting: return html::p(say("A person reads these words before others can."));
    case WordingState::open:
      if (view.is_preparing) return html::p(say("Nobody has been invited yet. People can answer yes or no once they are."));
      return html::p(say("People in the room can answer yes or no until {day}. What they answer is counted then, and not before.", {{"day", one.until}}));
    case WordingState::refused: return html::p(say("It was not published on {day}. The reason: {reason}.", {{"day", one.state_on}, {"reason", reason_of(one.refusal.value_or(Refusal{}), say)}}));
    case WordingState::withdrawn: return html::p(say("Whoever proposed it withdrew it on {day}. No reason is asked.", {{"day", one.state_on}}));
    case WordingState::closed: break;
  }
  if (one.sides.empty()) return html::p(say("Its words were erased before the time was over. No answer was counted."));
  std::vector<html::Support> all;
  for (const SideAnswer& side : one.sides) all.push_back(support(side, view.consent, say));
  Html out = html::p(say("Counted on {day}.", {{"day", one.state_on}}) + text(" ") + a(at.to("/record/" + std::to_string(one.state_act.value)), say("Entry {n}", {{"n", one.state_act.value}}))) + html::sides(all, say);
  if (one.stands) out += html::p(html::strong(view.asked.size() == 1 ? say("These words are asked now.") : say("These words are asked now, beside others.")));
  return out;
}

// The newest wording before this one that can be read: what it is compared with.
const WordingLine* before(const QuestionPage& view, int number) {
  for (const WordingLine& one : view.wordings) {
    if (one.number < number && one.words.is_shown()) return &one;
  }
  return nullptr;
}

Html words_of(const WordingLine& one, const QuestionPage& view, const Say& say) {
  if (one.words.state == Text::State::erased) return html::erased(say("The words of this wording were erased."));
  if (!one.words.is_shown()) return {};
  const WordingLine* earlier = before(view, one.number);
  return changed(earlier == nullptr ? one.words.words : earlier->words.words, one.words.words, say);
}

Html wording(const WordingLine& one, const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  Html body = words_of(one, view, say);
  if (one.reason.is_shown()) body += html::quote(one.reason.words, one.number == 1 ? say("Why, from those who run this work") : say("Why, from the person who put it"));
  body += what_became(one, view, at);
  return html::version({.id = "wording-" + std::to_string(one.number),
                        .margin = html::stamp({.entry = one.wording.value, .on = When(one.on), .recorded = one.recorded > one.on ? std::optional(one.recorded) : std::nullopt,
                                               .check = at.to("/record/" + std::to_string(one.wording.value))}, say),
                        .heading = say("Wording {n}", {{"n", one.number}}), .tag = html::tag(text(state_of(one, say)), tone_of(one)),
                        .put_by = put_by(one, say), .body = std::move(body)});
}

Html rule(const QuestionPage& view, const Say& say) {
  const Html consent = view.consent == work::Consent::two_thirds
                           ? say("A wording is agreed when on each side at least two thirds of those who answered said yes, and at least {n} in a hundred of the side answered.", {{"n", view.quorum_per_cent}})
                           : say("A wording is agreed when on each side more than half of those who answered said yes, and at least {n} in a hundred of the side answered.", {{"n", view.quorum_per_cent}});
  const Html ballots = view.ballots == work::Ballots::by_name
                           ? say("In this work answers stand by name, so the counts of each side are told whole. Who said what about words is told to nobody.")
                           : say("Who said what is told to nobody. Small numbers stay hidden, so a side of which fewer than {n} answer cannot agree.", {{"n", fewest(view.consent)}});
  return html::p(consent + text(" ") + ballots);
}

Html refused(const QuestionPage& view, const Say& say) {
  if (view.refused.empty()) return {};
  std::vector<Html> items;
  for (const RefusedCount& one : view.refused) items.push_back(text(reason_of(one.reason, say)) + text(": ") + text(say.number(one.n)));
  return html::details(say("Wordings that were not published, by the reason"), html::bullets(items));
}

}  // namespace

Html changed(std::string_view before, std::string_view after, const Say& say) {
  std::vector<html::ChangedWords> runs;
  for (engines::Run& run : engines::differences(before, after)) {
    const html::Change change = run.fate == engines::Fate::removed ? html::Change::taken_out : run.fate == engines::Fate::added ? html::Change::put_in : html::Change::same;
    runs.push_back({change, std::move(run.text)});
  }
  return html::changed_words(runs, say);
}

std::string reason_of(Refusal reason, const Say& say) {
  switch (reason) {
    case Refusal::names_a_person: return say.plain("It names a private person");
    case Refusal::abuse: return say.plain("It is abuse");
    case Refusal::not_a_question: return say.plain("It is not a question for this work");
    case Refusal::duplicate: return say.plain("It was sent twice");
    case Refusal::danger: return say.plain("It could put somebody in danger");
    case Refusal::advert: break;
  }
  return say.plain("It is an advertisement");
}

Html every_wording(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.wordings.empty()) return {};
  Html out = html::h2(say("Every wording"), "wordings") + rule(view, say) + html::p(say("Newest first. Each is compared with the one before it."));
  for (const WordingLine& one : view.wordings) out += wording(one, view, at);
  if (hides_a_number(view)) out += html::hidden_reason(say);
  return out + refused(view, say);
}

std::string csv(const QuestionPage& view, const Say&) {
  std::vector<std::string> head{"wording", "number", "side", "state", "on", "until", "state_on", "is_agreed", "stands", "words", "reason"};
  constexpr std::array columns{"consented", "answered", "yes", "no", "abstained"};
  for (const work::Side side : work::all_sides) {
    if (side == work::Side::advisor) continue;
    for (const char* column : columns) head.push_back(std::string(kernel::word_of(side)) + "_" + column);
  }
  std::string out = csv_row(head);
  const auto number = [](const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); };
  for (const WordingLine& one : view.wordings) {
    std::vector<std::string> cells{std::to_string(one.wording.value), std::to_string(one.number), one.side ? std::string(kernel::word_of(*one.side)) : "",
                                   std::string(kernel::word_of(one.state)), one.on.iso(), one.until.iso(), one.state_on.iso(), one.is_agreed ? "yes" : "no",
                                   one.stands ? "yes" : "no", one.words.or_empty(), one.reason.or_empty()};
    for (const work::Side side : work::all_sides) {
      if (side == work::Side::advisor) continue;
      SideAnswer answer;
      bool is_there = false;
      for (const SideAnswer& has : one.sides) {
        if (has.side != side) continue;
        answer = has;
        is_there = true;
      }
      cells.push_back(is_there ? std::string(kernel::word_of(answer.consented)) : "");
      for (const auto& value : {answer.answered, answer.yes, answer.no, answer.abstained}) cells.push_back(number(value));
    }
    out += csv_row(cells);
  }
  return out;
}

kernel::Feed feed(const QuestionPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const WordingLine& one : view.wordings) {
    out.entries.push_back({.path = question_path(view.work), .title = say.plain("Wording {n}: {state}", {{"n", one.number}, {"state", state_of(one, say)}}),
                           .summary = one.words.or_empty(), .updated = one.state_on, .index = one.state_act});
  }
  return out;
}

}  // namespace alongside::question
