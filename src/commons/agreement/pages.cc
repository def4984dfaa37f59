#include "commons/agreement/pages.h"

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "commons/agreement/wording.h"
#include "commons/valued/pages.h"
#include "commons/work/bar.h"
#include "commons/work/pages.h"
#include "html/nhsuk.h"

namespace alongside::agreement {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

std::string sentence(const Text& words, const Say& say) { return words.is_shown() ? words.words : say.plain("These words were erased."); }
std::string path_of(const AgreementLine& line) { return agreement_path(line.work, line.agreement); }

Html under_its_heading(Html open, const Say& say) { return open.empty() ? open : html::h2(say("Open to you now"), "now") + open; }

Html dates_words(const AgreementLine& line, const Say& say) {
  return line.closed_on ? say("Asked on {on}. It closed on {closed}.", {{"on", line.on}, {"closed", *line.closed_on}})
                        : say("Asked on {on}. The last day to answer is {until}.", {{"on", line.on}, {"until", line.until}});
}

// ---- what one can do ------------------------------------------------------------------------------------------------

Html own_words(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string path = path_of(view.line);
  const OwnPart& own = view.own;
  const bool has_consent = own.side && *own.side != work::Side::advisor;
  std::vector<html::Opening> open;
  Html out;
  if (!own.may_take_part) {
    if (view.is_open_today) open.push_back({.title = a(at.to("/join"), say("Join, and then answer")), .words = say("Nobody sees how a person answers before it closes."), .meta = {}});
    return under_its_heading(html::openings(open), at.say);
  }
  if (!own.side) {
    open.push_back({.title = a(at.to(work::work_path(view.line.work) + "/part"), say("Take part in this work")), .words = say("Say first on which side you are here."), .meta = {}});
    return under_its_heading(html::openings(open), at.say);
  }
  if (!has_consent) out += html::p(say("You are here as somebody who advises. You can say what you think, and you have no consent to give."));
  if (view.is_open_today && own.answer) {
    out += html::p(say("Your answer: {answer}. {change} until {day}.", {{"answer", html::strong(answer_words(*own.answer, say))},
                                                                     {"change", a(at.to(path + "/vote"), say("You can change it"))}, {"day", view.line.until}}));
  } else if (view.is_open_today && has_consent) {
    open.push_back({.title = a(at.to(path + "/vote"), say("Answer")), .words = ballot_words(view.line.ballots, say), .meta = say("Until {day}.", {{"day", view.line.until}})});
  }
  const bool has_said = std::any_of(own.dissents.begin(), own.dissents.end(), [](const DissentLine& one) { return one.state != DissentState::refused; });
  if (!has_said) open.push_back({.title = a(at.to(path + "/dissent"), say("Say why you do not agree")), .words = say("In as many words as you want. They stand as long as this agreement."), .meta = {}});
  out += under_its_heading(html::openings(open), at.say);
  for (const DissentLine& one : own.dissents) {
    if (one.state == DissentState::published) continue;
    out += one.state == DissentState::waiting ? html::p(say("Your words wait until a person has read them:"))
                                              : html::p(say("Your words were not published. {reason}. You can write them again so that this does not hold.", {{"reason", one.reason ? refusal_words(*one.reason, say) : Html()}}));
    out += valued::quoted(one.words, say);
  }
  return out;
}

Html to_read(const AgreementPage& view, const Showing& at) {
  if (view.waiting.empty()) return {};
  Html out = html::h2(at.say("To read"), "read");
  for (const WaitingDissent& one : view.waiting) {
    const std::string path = path_of(view.line) + "/dissents/" + std::to_string(one.act.value);
    out += valued::quoted(one.words, at.say);
    out += work::what_to_do(path, one.in_danger, view.safeguarding, at.say("Let others read it"), at.say("Do not publish it"), at);
  }
  return out;
}

Html for_those_who_decide(const AgreementPage& view, const Showing& at) {
  if (!view.may_decide) return {};
  const std::string path = path_of(view.line);
  return html::h2(at.say("For the body that decides"), "decide") +
         html::bullets({a(at.to(path + "/decide"), at.say("Record what the body decided")), a(at.to(path + "/link"), at.say("Link a decision that is on the record"))});
}

// ---- its parts ------------------------------------------------------------------------------------------------------

Html answered(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.line.room == Room::open) {
    return html::gap(say("what each side said"), say("People answer until {day}. What they say is counted when it closes, and nothing is told before.", {{"day", view.line.until}}), {}, say);
  }
  Html out = sides_table(view, at) + html::links({entry_link(view.closed_act, at)});
  if (view.line.room != Room::agreed) {
    out += html::p(deadlock_words(view.rule.deadlock, say)) + work::mediation(view.rule.deadlock, view.line.room == Room::not_agreed, view.mediators, at);
  }
  if (view.named.empty()) return out;
  return out + html::table(say, say("Who answered what"), view.named,
                           html::column(say("Name"), [&](const NamedLine& one) { return text(name_or(one.name, say)); }),
                           html::column(say("Answer"), [&](const NamedLine& one) { return answer_words(one.answer, say); }),
                           html::column(say("Side"), [&](const NamedLine& one) { return html::side(drawn(one.side), say); }));
}

Html dissents(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out;
  std::vector<Html> refused;
  std::int64_t waiting = 0;
  for (const DissentLine& one : view.dissents) {
    if (one.state == DissentState::waiting) ++waiting;
    if (one.state == DissentState::refused && one.reason) refused.push_back(refusal_words(*one.reason, say) + text(" ") + entry_link(one.act, at));
    if (one.state != DissentState::published) continue;
    const Html who = one.side ? html::side(drawn(*one.side), say) : Html();
    out += one.words.is_shown() ? html::quote(one.words.words, who) : html::erased(say("These words were erased. That somebody did not agree stands."));
    out += html::links({entry_link(one.act, at)});
  }
  if (out.empty()) out = html::p(say("Nobody has said so in their own words."));
  if (waiting > 0) out += html::p(say.count("{n} person’s words wait until somebody has read them.", "The words of {n} people wait until somebody has read them.", waiting));
  if (!refused.empty()) out += html::p(say("Not published, and why:")) + html::bullets(refused);
  return out;
}

Html decided(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string body = name_or(view.rule.decides_name, say);
  if (view.decided.empty()) {
    return html::gap(say("what the body decided"), say("{body} has not decided yet, as far as this record says.", {{"body", body}}),
                     a(at.to("/ask").with("about", std::to_string(view.rule.decides.value)), say("Ask what became of it")), say);
  }
  Html out;
  for (const DecidedLine& one : view.decided) {
    out += html::p(html::strong(decided_words(one, view.line.room, at))) + points(one, at);
    out += html::p(html::stamp_line({.entry = one.act.value, .on = one.on, .recorded = one.on && one.on->last() < one.recorded ? std::optional(one.recorded) : std::nullopt,
                                     .check = at.to("/record/" + std::to_string(one.act.value))}, say));
  }
  return out + html::links({a(at.to(path_of(view.line) + "/notice"), say("The notice, to print"))});
}

Html about_choices(const AgreementPage& view, const Showing& at) {
  std::vector<Html> items;
  for (const option::OptionLine& one : view.options) items.push_back(a(at.to(option::option_path(one.work, one.option)), name_or(one.title, at.say)));
  return items.empty() ? Html() : html::p(at.say("It is about these choices, in the words that were put to people:")) + html::bullets(items);
}

Html beside(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string body = name_or(view.rule.decides_name, say);
  Html out = html::facts({{.name = say("When"), .value = dates_words(view.line, say) + text(" ") + entry_link(view.line.agreement, at)},
                          {.name = say("When a side agrees"), .value = work::consent_words(view.rule.consent, view.rule.quorum_per_cent, say)},
                          {.name = say("Who sees an answer"), .value = ballot_words(view.line.ballots, say)},
                          {.name = say("If the sides do not agree"), .value = deadlock_words(view.rule.deadlock, say)},
                          {.name = say("Who decides"), .value = a(at.to("/bodies/" + std::to_string(view.rule.decides.value)), body) + text(". ") + work::promise_words(view.rule.promise, say)}});
  return out + html::small(say("The rule was stated before anyone answered, and nobody can change it."));
}

}  // namespace

Html decided_line(const DecidedLine& decided, const AgreementLine& agreement, const Showing& at) {
  const Say& say = at.say;
  Html out = html::p(say("A room was asked whether it agrees: {words}", {{"words", a(at.to(path_of(agreement)), sentence(agreement.words, say))}}));
  return out + html::p(room_words(agreement.room, say)) + html::p(html::strong(decided_words(decided, agreement.room, at))) + points(decided, at);
}

Html closed_line(const AgreementLine& agreement, const Showing& at) {
  return room_words(agreement.room, at.say) + text(" ") + a(at.to(path_of(agreement)), sentence(agreement.words, at.say));
}

Html room_line(const AgreementLine& agreement, const Showing& at) {
  return html::p(a(at.to(path_of(agreement)), sentence(agreement.words, at.say)) + text(" ") + room_words(agreement.room, at.say));
}

// ---- the list -------------------------------------------------------------------------------------------------------

std::string title(const AgreementsPage& view, const Say& say) { return say.plain("What the room agreed: {work}", {{"work", name_or(view.work_title, say)}}); }

Html show(const AgreementsPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = work::bar(view.course, work::Part::agreements, at);
  out += html::h1(say("What the room agreed"), a(at.to(work::work_path(view.work)), name_or(view.work_title, say)));
  out += html::lede(say("The room agrees, or not, side by side. Then the body decides: it follows, or it says why not."));
  if (view.lines.empty()) out += html::empty(say("The room has not been asked yet."), say("Those who run the work write a sentence. Each side says whether it agrees."));
  std::vector<html::Line> lines;
  for (const AgreementLine& one : view.lines) {
    Html words = room_words(one.room, say);
    if (one.decisions > 0) words += text(" ") + say("The body has decided.");
    lines.push_back({.date = say.time(When(one.on)), .title = a(at.to(path_of(one)), sentence(one.words, say)), .words = std::move(words), .after = {}});
  }
  if (!lines.empty()) out += html::list_heading(say("The list")) + html::ledger(lines);
  std::vector<Html> links{a(at.to(agreements_path(view.work) + ".csv"), say("This page as CSV")), a(at.to(agreements_path(view.work) + ".atom"), say("Follow it"))};
  if (view.may_ask) links.insert(links.begin(), a(at.to(agreements_path(view.work) + "/new"), say("Ask the room")));
  return out + html::links(links);
}

std::string csv(const AgreementsPage& view, const Say& say) {
  std::string out = csv_row({"agreement", "words", "on", "until", "closed_on", "room", "decisions"});
  for (const AgreementLine& one : view.lines) {
    out += csv_row({std::to_string(one.agreement.value), sentence(one.words, say), one.on.iso(), one.until.iso(), one.closed_on ? one.closed_on->iso() : "",
                    std::string(kernel::word_of(one.room)), std::to_string(one.decisions)});
  }
  return out;
}

kernel::Feed feed(const AgreementsPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const AgreementLine& one : view.lines) {
    out.entries.push_back({.path = path_of(one), .title = sentence(one.words, say), .summary = std::string(kernel::word_of(one.room)), .updated = one.closed_on.value_or(one.on), .index = one.agreement});
  }
  std::stable_sort(out.entries.begin(), out.entries.end(), [](const kernel::FeedEntry& x, const kernel::FeedEntry& y) { return x.updated > y.updated; });
  return out;
}

// ---- one ------------------------------------------------------------------------------------------------------------

std::string title(const AgreementPage& view, const Say& say) { return shortened(sentence(view.line.words, say), 120); }

Html show(const AgreementPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = work::bar(view.course, work::Part::agreements, at);
  out += html::h1(text(sentence(view.line.words, say)), say("An agreement in {work}", {{"work", a(at.to(work::work_path(view.line.work)), name_or(view.work_title, say))}}));
  out += html::answer(say, short_answer(view, at), dates_words(view.line, say));
  Html main = work::crisis_box(view.help, say) + own_words(view, at);
  main += about_choices(view, at);
  main += html::h2(say("What each side said"), "sides") + answered(view, at);
  main += html::h2(say("Who did not agree, and why"), "dissent") + dissents(view, at);
  main += html::h2(say("What the body decided"), "decided") + decided(view, at);
  for (const kernel::AboutLine& one : view.about) main += one.html(at);
  Html side = beside(view, at) + to_read(view, at) + for_those_who_decide(view, at);
  return out + html::split(main, side) + html::links({a(at.to(agreements_path(view.line.work)), say("All that the room was asked")), a(at.to(path_of(view.line) + ".csv"), say("This page as CSV"))});
}

std::string csv(const AgreementPage& view, const Say&) {
  std::string out = csv_row({"agreement", "side", "consented", "answered", "yes", "no", "abstained"});
  const auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string("hidden"); };
  for (const SideAnswer& one : view.sides) {
    out += csv_row({std::to_string(view.line.agreement.value), std::string(kernel::word_of(one.side)), std::string(kernel::word_of(one.consented)),
                    number(one.answered), number(one.yes), number(one.no), number(one.abstained)});
  }
  return out;
}

kernel::Feed feed(const AgreementPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  const std::string path = path_of(view.line);
  for (auto one = view.decided.rbegin(); one != view.decided.rend(); ++one) {
    out.entries.push_back({.path = path, .title = one->outcome == Outcome::followed ? say.plain("The body followed it") : say.plain("The body departed from it"),
                           .summary = name_or(one->title, say), .updated = one->recorded, .index = one->act});
  }
  if (view.line.closed_on) out.entries.push_back({.path = path, .title = say.plain("It closed"), .summary = std::string(kernel::word_of(view.line.room)), .updated = *view.line.closed_on, .index = view.closed_act});
  out.entries.push_back({.path = path, .title = say.plain("The room was asked"), .summary = title(view, say), .updated = view.line.on, .index = view.line.agreement});
  std::stable_sort(out.entries.begin(), out.entries.end(), [](const kernel::FeedEntry& x, const kernel::FeedEntry& y) { return x.updated > y.updated; });
  return out;
}

}  // namespace alongside::agreement
