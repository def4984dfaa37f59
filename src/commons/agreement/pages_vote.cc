// The card on which people answer, and the notice of what the body decided.
#include "commons/agreement/pages.h"

#include "commons/agreement/wording.h"
#include "commons/valued/pages.h"
#include "commons/work/pages.h"
#include "html/icons.h"
#include "html/nhsuk.h"
#include "html/nhsuk_form.h"

namespace alongside::agreement {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

std::string sentence(const Text& words, const Say& say) { return words.is_shown() ? words.words : say.plain("These words were erased."); }

// By name: what must be ticked before any answer counts.
Html told_beforehand(const AgreementPage& view, const Say& say) {
  if (view.line.ballots != work::Ballots::by_name) return {};
  return html::options({.kind = html::OptionKind::checkboxes, .words = {}, .id = "named", .name = "named",
                        .options = {{.value = "yes", .label = say("I know that my name, my side and my answer will stand here for everyone to read, once it closes.")}}}, say);
}

Html what_happens(const AgreementPage& view, const Say& say) {
  Html out = html::h2(say("What happens with my answer"));
  out += html::p(ballot_words(view.line.ballots, say));
  if (view.line.ballots != work::Ballots::by_name) {
    out += html::p(say("Not those who run it, not the keeper, not the other people here. After {day} each side is counted. If fewer than 5 of a side answered, nothing is told of it.", {{"day", view.line.until}}));
  }
  out += html::p(say("You can change your answer until then. After that nobody can."));
  return out + html::p(work::consent_words(view.rule.consent, view.rule.quorum_per_cent, say));
}

}  // namespace

std::string title(const VotePage& view, const Say& say) { return say.plain("Answer: {words}", {{"words", title(view.agreement, say)}}); }

Html show(const VotePage& page, const Showing& at) {
  const Say& say = at.say;
  const AgreementPage& view = page.agreement;
  const std::string path = agreement_path(view.line.work, view.line.agreement);
  const Html back = html::links({a(at.to(path), say("Back to the agreement"))});
  const bool has_consent = view.own.side && *view.own.side != work::Side::advisor;
  if (!view.is_open_today || !has_consent) {
    const Html why = !view.is_open_today ? say("It closed after {day}. No answer can be given or changed any more.", {{"day", view.line.until}})
                     : view.own.side     ? say("You are here as somebody who advises. You can say what you think, and you have no consent to give.")
                                         : say("You are not in this room yet. {part} first, and say on which side you are.", {{"part", a(at.to(work::work_path(view.line.work) + "/part"), say("Take part in the work"))}});
    return html::h1(text(sentence(view.line.words, say))) + html::p(why) + back;
  }
  const Html now = view.own.answer ? say("Your answer now: {answer}", {{"answer", answer_words(*view.own.answer, say)}}) : say("You have not answered yet");
  const Html card = html::answer_card({.head = say("Until {day}", {{"day", view.line.until}}), .also = now, .statement = text(sentence(view.line.words, say)),
                                       .action = at.to(path + "/answer"), .carried = {{"idempotency_key", at.fresh_key}}, .name = "answer", .before = told_beforehand(view, say),
                                       .answers = {{"yes", html::icons::tick(), answer_words(Answer::yes, say)}, {"no", html::icons::cross(), answer_words(Answer::no, say)},
                                                   {"abstained", html::icons::dash(), answer_words(Answer::abstained, say)}},
                                       .under = say("To hold back means “not sure” or “not for me to say”. All three count as an answer.")});
  return html::vote_split(card + back, what_happens(view, say));
}

// ---- the notice -----------------------------------------------------------------------------------------------------

namespace {

Html who_decided(const decision::WhoDecided& decided, const Say& say) {
  std::vector<Html> people;
  for (const decision::DeciderLine& one : decided.deciders) {
    Html line = html::strong(text(name_or(one.name, say)));
    if (one.title.is_shown()) line += text(", ") + text(one.title.words);
    people.push_back(std::move(line));
  }
  Html out = people.empty() ? html::gap(say("who decided"), say("No name and no office is on the record."), {}, say) : html::p(say("Who decided:")) + html::bullets(people);
  if (decided.what.is_shown()) out += html::p(say("What was decided:")) + html::quote(decided.what.words);
  if (decided.reasons.is_shown()) out += html::p(say("The reasons:")) + html::quote(decided.reasons.words);
  for (const decision::PowerLine& one : decided.powers) {
    if (one.words.is_shown()) out += html::p(say("By the power of: {power}", {{"power", one.words.words}}));
  }
  return out;
}

}  // namespace

std::string title(const NoticePage& view, const Say& say) { return say.plain("Notice: {words}", {{"words", title(view.agreement, say)}}); }

Html show(const NoticePage& page, const Showing& at) {
  const Say& say = at.say;
  const AgreementPage& view = page.agreement;
  Html out = html::h1(say("Notice of what was decided"), text(name_or(view.work_title, say)));
  if (page.decisions.empty()) {
    out += html::gap(say("what the body decided"), say("{body} has not decided yet, as far as this record says.", {{"body", name_or(view.rule.decides_name, say)}}), {}, say);
  }
  out += html::p(say("The room was asked:")) + html::quote(sentence(view.line.words, say));
  out += html::p(room_words(view.line.room, say));
  if (!view.sides.empty()) out += sides_table(view, at);
  for (std::size_t i = 0; i < page.decisions.size(); ++i) {
    const decision::WhoDecided& decided = page.decisions[i];
    out += html::h2(text(name_or(decided.title, say)));
    if (decided.on) out += html::p(say.time(*decided.on));
    out += html::p(html::strong(decided_words(view.decided[i], view.line.room, at))) + points(view.decided[i], at) + who_decided(decided, say);
  }
  bool has_heading = false;
  for (const DissentLine& one : view.dissents) {
    if (one.state != DissentState::published || !one.words.is_shown()) continue;
    if (!has_heading) out += html::h2(say("Who did not agree, and why"));
    has_heading = true;
    out += html::quote(one.words.words, one.side ? html::side(drawn(*one.side), say) : Html());
  }
  out += html::small(say("This notice is made from the public record, entries {asked} and later. Anyone can check it.", {{"asked", view.line.agreement.value}}));
  return out + html::links({a(at.to(agreement_path(view.line.work, view.line.agreement)), say("Back to the agreement"))});
}

}  // namespace alongside::agreement
