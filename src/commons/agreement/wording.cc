#include "commons/agreement/wording.h"

#include <algorithm>

#include "base/text.h"
#include "commons/valued/pages.h"
#include "commons/work/pages.h"
#include "engines/consent.h"
#include "html/table.h"

namespace alongside::agreement {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

Html entry_link(Index act, const Showing& at) { return a(at.to("/record/" + std::to_string(act.value)), at.say("Entry {n}", {{"n", act.value}})); }

Html decision_link(const DecidedLine& one, const Showing& at) {
  return a(at.to("/decisions/" + std::to_string(one.decision.value)), name_or(one.title, at.say));
}

Html room_words(Room room, const Say& say) {
  switch (room) {
    case Room::open: return say("The room has not answered yet.");
    case Room::agreed: return say("The room agreed: each side did.");
    case Room::not_agreed: return say("The room did not agree.");
    case Room::no_answer: break;
  }
  return say("The room has no answer: too few of a side gave one.");
}

Html consented_words(Consented consented, const Say& say) {
  switch (consented) {
    case Consented::agreed: return say("Agreed");
    case Consented::not_agreed: return say("Did not agree");
    case Consented::no_quorum: return say("Too few answered to count by the rule");
    case Consented::too_few: break;
  }
  return say("Fewer than 5 answered, so nothing is told");
}

Html answer_words(Answer answer, const Say& say) {
  switch (answer) {
    case Answer::yes: return say("I agree");
    case Answer::no: return say("I do not agree");
    case Answer::abstained: break;
  }
  return say("I hold back");
}

Html refusal_words(Refusal reason, const Say& say) {
  switch (reason) {
    case Refusal::names_a_person: return say("It names a private person");
    case Refusal::abuse: return say("It is abuse");
    case Refusal::not_about_this: return say("It is not about this");
    case Refusal::twice: return say("It was sent twice");
    case Refusal::danger: return say("It could put somebody in danger");
    case Refusal::advert: break;
  }
  return say("It is an advertisement");
}

Html deadlock_words(work::Deadlock deadlock, const Say& say) {
  switch (deadlock) {
    case work::Deadlock::mediator: return say("The rule if the sides do not agree: a mediator is asked.");
    case work::Deadlock::body_decides: return say("The rule if the sides do not agree: the body decides, and must say why.");
    case work::Deadlock::both_stand:
    case work::Deadlock::not_said: break;
  }
  return say("The rule if the sides do not agree: what each side says stands side by side.");
}

Html ballot_words(work::Ballots ballots, const Say& say) {
  return ballots == work::Ballots::by_name ? say("Each answer stands with its name and its side, once it closes. Whoever answers has said that they know it.")
                                           : say("Nobody sees who answered what. When it closes, the answers are counted and then deleted.");
}

Html decided_words(const DecidedLine& one, Room room, const Showing& at) {
  const Say& say = at.say;
  const std::string body = name_or(one.body_name, say);
  const Html link = decision_link(one, at);
  const html::Args args = {{"body", body}, {"decision", link}};
  if (one.outcome == Outcome::followed) return say("{body} followed it: {decision}.", args);
  if (one.before_the_room) return say("{body} decided before the room had answered: {decision}.", args);
  if (room != Room::agreed) return say("{body} decided without an agreement: {decision}.", args);
  return say("{body} departed from it: {decision}.", args);
}

Html points(const DecidedLine& one, const Showing& at) {
  const Say& say = at.say;
  Html out;
  for (const PointLine& point : one.points) {
    const std::string about = point.about.is_shown() ? point.about.words : say.plain("These words were erased.");
    out += html::p(html::strong(say("On: {about}", {{"about", about}}))) + html::p(say("Because:")) + valued::quoted(point.because, say);
  }
  return out;
}

// ---- the short answer -----------------------------------------------------------------------------------------------

namespace {

constexpr std::size_t first_words_max = 20;

std::string first_words(std::string_view words) {
  std::string out;
  std::size_t count = 0;
  for (const std::string_view line : split(words, '\n')) {
    for (const std::string_view word : split(line, ' ')) {
      if (word.empty()) continue;
      if (count++ == first_words_max) return shortened(out, 160) + " …";
      out += (out.empty() ? "" : " ") + std::string(word);
    }
  }
  return shortened(out, 160);
}

Html affected_words(const AgreementPage& view, const Say& say) {
  for (const SideAnswer& one : view.sides) {
    if (one.side != work::Side::affected || one.consented == Consented::agreed) continue;
    if (one.consented == Consented::too_few) return say("Too few people who would lose something answered to tell what they said: fewer than {n}.", {{"n", engines::fewest_answers({.two_thirds = view.rule.consent == work::Consent::two_thirds})}});
    if (one.consented == Consented::no_quorum) return say("Too few of the people who would lose something answered.");
    for (const DissentLine& dissent : view.dissents) {
      if (dissent.side != work::Side::affected || !dissent.words.is_shown()) continue;
      return say("People who would lose something did not agree. One of them: {words}", {{"words", html::words_in_line(first_words(dissent.words.words))}});
    }
    return say("People who would lose something did not agree.");
  }
  return {};
}

}  // namespace

std::vector<Html> short_answer(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> out;
  if (Html lost = affected_words(view, say); !lost.empty()) out.push_back(std::move(lost));
  if (view.line.room == Room::open) {
    out.push_back(view.is_open_today ? say("People can answer until {day}. Nothing is told before it closes.", {{"day", view.line.until}})
                                     : say("The last day to answer was {day}. The answers are being counted.", {{"day", view.line.until}}));
  } else {
    out.push_back(room_words(view.line.room, say));
  }
  for (const DecidedLine& one : view.decided) out.push_back(decided_words(one, view.line.room, at));
  if (view.decided.empty() && view.line.room != Room::open) out.push_back(say("{body} has not decided yet.", {{"body", name_or(view.rule.decides_name, say)}}));
  return out;
}

// ---- what each side said --------------------------------------------------------------------------------------------

namespace {

Html number_or_hidden(const std::optional<int>& number, const Say& say) { return number ? text(say.number(*number)) : html::hidden_number(say); }

// How many yes it takes of those who answered.
std::int64_t needed(std::int64_t answered, work::Consent consent) {
  return consent == work::Consent::two_thirds ? (answered * 2 + 2) / 3 : answered / 2 + 1;
}

}  // namespace

Html sides_table(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::Support> told;
  bool hides = false;
  for (const SideAnswer& one : view.sides) {
    hides = hides || hides_a_number(one);
    if (one.yes && one.answered) told.push_back({drawn(one.side), *one.yes, *one.answered, needed(*one.answered, view.rule.consent)});
  }
  Html out = html::table(say, say("What each side said"), view.sides,
                         html::column(say("Side"), [&](const SideAnswer& one) { return html::side(drawn(one.side), say); }),
                         html::column(say("What it said"), [&](const SideAnswer& one) { return consented_words(one.consented, say); }),
                         html::column(say("Answered"), [&](const SideAnswer& one) { return number_or_hidden(one.answered, say); }),
                         html::column(say("Agree"), [&](const SideAnswer& one) { return number_or_hidden(one.yes, say); }),
                         html::column(say("Do not agree"), [&](const SideAnswer& one) { return number_or_hidden(one.no, say); }),
                         html::column(say("Hold back"), [&](const SideAnswer& one) { return number_or_hidden(one.abstained, say); }));
  if (!told.empty()) out += html::sides(told, say);
  return hides ? out + html::hidden_reason(say) : out;
}

}  // namespace alongside::agreement
