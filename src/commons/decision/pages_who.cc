// The page that answers "who decided this?": the short answer first, then the minute book.
#include <algorithm>

#include "base/text.h"
#include "commons/decision/pages.h"
#include "commons/decision/wording.h"
#include "html/components.h"
#include "kernel/csv.h"

namespace alongside::decision {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

// One section of the page. Empty body: it is left out.
struct Part {
  std::string id;
  Html heading;
  Html margin;
  Html first;  // the sentence that stays when the rest is folded; empty: nothing is folded
  Html body;
};

std::string number_of(Index index) { return std::to_string(index.value); }
html::Url ask_about(const WhoDecided& view, const Showing& at) {
  return at.to("/ask").with("about", number_of(view.decision));
}
Html ask_for_it(const WhoDecided& view, const Showing& at) { return a(ask_about(view, at), at.say("Ask for it")); }

// Of an act of the decision. Dashed when it was written down after the day it tells of.
Html stamp_of(Index act, const std::optional<When>& on, Day recorded, const Say& say) {
  if (!act.is_set()) return {};
  html::Stamp stamp{.entry = act.value, .on = on, .check = html::Url::fragment("check")};
  if (!on) stamp.on = When(recorded);
  else if (recorded > on->last()) stamp.recorded = recorded;
  return html::stamp(stamp, say);
}
Html main_stamp(const WhoDecided& view, const Say& say) {
  return view.is_taken() ? stamp_of(view.taken_act, view.on, view.recorded, say)
                         : stamp_of(view.coming_act, view.notice_on, view.recorded, say);
}

Html source_sentence(const SourceLine& source, const Say& say) {
  const auto url = source.address.is_shown() ? html::Url::parse(source.address.words) : std::nullopt;
  const Html where = url                        ? a(*url, source.address.words)
                     : source.address.is_shown() ? html::text(source.address.words)
                                                 : say("a source whose address is not shown");
  return say("{where}, read on {day}", {{"where", where}, {"day", say.time(source.read_on)}});
}

// Under the title: where this comes from, and whether its body stands behind it.
Html standing_of(const WhoDecided& view, const Say& say) {
  const std::string body = view.body.is_set() ? name_in(view.body_name, say) : say.plain("the body");
  std::vector<Html> out;
  if (view.by_the_body) {
    out.push_back(say("Published here by {body}.", {{"body", body}}));
  } else {
    if (view.source) out.push_back(say("Recorded from {source}.", {{"source", source_sentence(*view.source, say)}}));
    out.push_back(view.confirmed_act.is_set()
                      ? say("Confirmed by {body}.", {{"body", body}})
                      : html::strong(say("Not confirmed by {body}.", {{"body", body}})));
  }
  if (view.source_words.is_shown()) {
    out.push_back(say("Its source says: {words}.", {{"words", html::words_in_line(view.source_words.words)}}));
  }
  return el("p", {html::attr("class", "small")}, html::join(out, html::raw(" ")));
}

// What a careful reader would notice. Nothing is put right; it is said.
Html notices(const WhoDecided& view, const Say& say) {
  Html out;
  if (view.has(Gap::deleted_yet_on_view)) {
    out += html::notice(say("Its source marks this as deleted, and still shows it."));
  }
  if (view.has(Gap::minutes_stored_as_decision)) {
    out += html::notice(say("This looks like part of a meeting’s minutes, filed as a decision. It may decide nothing."));
  }
  if (view.has(Gap::published_long_after)) {
    const int days = view.published->first() - view.on->last();
    out += html::notice(days >= 365
                            ? say.count("It was published {n} year after it was decided.",
                                        "It was published {n} years after it was decided.", days / 365)
                            : say.count("It was published {n} day after it was decided.",
                                        "It was published {n} days after it was decided.", days));
  }
  if (view.has(Gap::effective_before_published)) {
    out += html::notice(say("It was in force from {effective}. It was published on {published}, after that.",
                            {{"effective", say.time(*view.effective)}, {"published", say.time(*view.published)}}));
  }
  return out;
}

Html can_still(CanStill one, const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  switch (one) {
    case CanStill::have_a_say:
      return view.due ? say("Have a say before it is decided. It is due by {day}.", {{"day", say.time(*view.due)}})
                      : say("Have a say before it is decided. No day is given.");
    case CanStill::ask_for_call_in: {
      const DecisionState& state = view.state;
      const std::string minute = state.open_until_minute ? say.time_of_day(*state.open_until_minute) : "";
      const Html until = minute.empty() ? say.time(*state.open_until)
                                        : say("{time} on {day}", {{"time", minute}, {"day", say.time(*state.open_until)}});
      return say("Ask a councillor to call it in, so that it is looked at again. That is possible until {until}.",
                 {{"until", until}}) +
             when(state.open_until_worked_out, html::raw(" ") + say("We worked that day out from the body’s rule."));
    }
    case CanStill::speak_to_scrutiny:
      return say("It is being looked at again. Ask the body when, and whether you can speak.");
    case CanStill::ask_the_body:
      return say("Ask who decided, and why. The question and the answer are public. {link}",
                 {{"link", a(ask_about(view, at), say("Ask about this decision"))}});
    case CanStill::go_to_court:
      return say("A court can be asked whether it was lawful. The time for that is short. We can’t advise you: "
                 "ask a law centre or a solicitor soon.");
  }
  return {};
}

Html in_force_sentence(const WhoDecided& view, const Say& say) {
  const DecisionState& state = view.state;
  if (state.status_unknown) {
    return say("Whether it is in force is not on the record. Neither its source nor a rule that we know says so.");
  }
  if (!state.in_force_from) return {};
  Html out = state.status == Status::in_force ? say("In force since {day}.", {{"day", say.time(*state.in_force_from)}})
                                              : say("To be in force from {day}.", {{"day", say.time(*state.in_force_from)}});
  if (state.in_force_worked_out) out += html::raw(" ") + say("We worked that day out from the body’s rule.");
  return out;
}

Part what_to_do(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> items;
  for (const CanStill one : view.state.can_still) items.push_back(can_still(one, view, at));
  Html body = html::p(status_tag(view.state, say)) + html::p(in_force_sentence(view, say)) + html::bullets(items);
  body += quoted(view.have_a_say, say("How to have a say, in the body’s words"), say);
  body += quoted(view.consultation, say("Who is asked, in the body’s words"), say);
  body += quoted(view.urgency, say("Why the usual notice was not given, in the body’s words"), say);
  body += quoted(view.restriction, say("What is kept from the public, in the body’s words"), say);
  return {.id = "do", .heading = say("What you can still do, and until when"), .body = std::move(body)};
}

Html what_they_did(const DeciderLine& decider, const Say& say) {
  std::vector<Html> parts;
  if (decider.vote) {
    const std::string vote = vote_words(*decider.vote, say);
    parts.push_back(*decider.vote == Vote::against ? html::strong(html::text(vote)) : html::text(vote));
  }
  if (decider.chaired) parts.push_back(say("Led the meeting"));
  if (decider.did.state != Text::State::absent) {
    parts.push_back(decider.did.is_shown() ? html::text(decider.did.words) : say("words erased"));
  }
  return parts.empty() ? say("Not on the record") : html::join(parts, html::raw(". "));
}

Part people(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "people", .heading = say("Who, and in what office"), .margin = main_stamp(view, say)};
  if (!view.deciders.empty()) {
    part.body = html::table(
        say, say.count("The person who took part in the decision", "The {n} people who took part in the decision",
                       static_cast<std::int64_t>(view.deciders.size())),
        view.deciders, html::column(say("Name"), [&](const DeciderLine& one) { return html::text(name_in(one.name, say)); }),
        html::column(say("Office they held that day"),
                     [&](const DeciderLine& one) {
                       const std::string title = one.title.state == Text::State::absent ? "" : name_in(one.title, say);
                       if (title.empty()) return say("Not on the record");
                       return one.office.is_set() ? a(at.to("/bodies/" + number_of(view.body)), title) : html::text(title);
                     }),
        html::column(say("What they did"), [&](const DeciderLine& one) { return what_they_did(one, say); }));
  }
  if (view.has(Gap::no_deciders)) {
    part.body += html::gap(view.nobody_known() ? say("who decided") : say("who was in the room"),
                           say("No name stands behind this decision. A body that decides for you has people who decide."),
                           html::button_link(ask_about(view, at), say("Ask who decided this")), say);
  } else if (view.deciders.empty()) {
    const Text& maker = view.maker.state != Text::State::absent ? view.maker : view.office_title;
    part.body += html::p(say("Decided by {maker}, alone.", {{"maker", name_in(maker, say)}}));
  }
  if (view.has(Gap::no_vote) && !view.has(Gap::no_deciders)) {
    part.body += html::gap(say("how each of them voted"), say("The source names people and gives no votes."), ask_for_it(view, at), say);
  }
  if (view.meeting.is_shown()) part.body += html::p(say("Meeting: {meeting}", {{"meeting", view.meeting.words}}));
  if (view.no_interests) {
    part.body += html::p(say("Interests declared: none. The record says so."));
  } else if (!view.interests.empty()) {
    part.body += html::p(say("Interests declared:"));
    std::vector<Html> items;
    for (const Text& interest : view.interests) items.push_back(inline_words(interest, say));
    part.body += html::bullets(items);
  } else {
    part.body += html::gap(say("whether anyone declared an interest"),
                           say("Not even that there were none. Those who decide must say what they stand to gain."), ask_for_it(view, at), say);
  }
  return part;
}

Part what_was_decided(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "what", .heading = view.is_taken() ? say("What was decided") : say("What is to be decided"), .margin = main_stamp(view, say)};
  part.body = quoted(view.what, say("In the body’s words"), say) + quoted(view.purpose, say("What it is for, in the body’s words"), say);
  std::vector<html::Fact> facts;
  const auto fact = [&](Html name, Html value) { if (!value.empty()) facts.push_back({.name = std::move(name), .value = std::move(value)}); };
  if (view.area.is_shown()) fact(say("Area"), html::text(view.area.words));
  if (view.reference.is_shown()) fact(say("Reference"), html::text(view.reference.words));
  if (view.published) fact(say("Published"), say.time(*view.published));
  if (view.notice_on) fact(say("Notice given"), say.time(*view.notice_on));
  if (view.effective) fact(say("In force from, as published"), say.time(*view.effective));
  if (view.key == Known::yes) fact(say("Key decision"), say("Yes: it costs much, or touches many people"));
  if (view.key == Known::no) fact(say("Key decision"), say("No"));
  if (view.key_reason.is_shown()) fact(say("Why it is a key decision"), html::text(view.key_reason.words));
  part.body += html::facts(facts);
  return part;
}

Part power(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "power", .heading = say("What power they used"), .margin = main_stamp(view, say)};
  if (view.powers.empty()) {
    part.body = html::gap(say("the power they used"), say("A body can only do what a law or its own rules let it do. This does not say which."), ask_for_it(view, at), say);
    return part;
  }
  std::vector<Html> items;
  for (const PowerLine& one : view.powers) {
    const Html words = one.words.is_shown() ? html::text(one.words.words) : say("words erased");
    items.push_back(one.is_duty ? say("A duty they had to meet: {words}", {{"words", words}}) : words);
  }
  part.body = html::bullets(items);
  return part;
}

// The first sentence of somebody's words, for a folded section.
Html first_sentence(const Text& text, const Say& say) {
  if (!text.is_shown()) return inline_words(text, say);
  const std::size_t end = text.words.find_first_of(".\n");
  const std::string first = end == std::string::npos ? text.words : text.words.substr(0, end + 1);
  return html::words_in_line(shortened(trimmed(first), 160));
}

Part reasons(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "why", .heading = say("Their reasons"), .margin = main_stamp(view, say)};
  if (view.reasons.state == Text::State::absent) {
    part.body = html::gap(say("their reasons"), say("No reason is given. Reasons are often inside the decision’s own text, under no heading."), ask_for_it(view, at), say);
  } else {
    if (view.reasons.is_shown() && view.reasons.words.size() > 600) part.first = first_sentence(view.reasons, say);
    part.body = quoted(view.reasons, say("In the body’s words"), say);
  }
  if (view.evidence.empty()) {
    part.body += html::gap(say("the papers they relied on"), say("No report or study is named."), ask_for_it(view, at), say);
    return part;
  }
  std::vector<Html> papers;
  for (const EvidenceLine& one : view.evidence) {
    const std::string name = name_in(one.title, say);
    const auto url = one.address.is_shown() ? html::Url::parse(one.address.words) : std::nullopt;
    papers.push_back((url ? a(*url, name) : html::text(name)) + when(one.withheld, html::raw(" ") + html::tag(say("Kept from the public"), html::Tone::wait)));
  }
  part.body += html::p(say.count("They relied on {n} paper:", "They relied on {n} papers:", static_cast<std::int64_t>(papers.size()))) + html::bullets(papers);
  return part;
}

Part refused(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "refused", .heading = say("What they turned down"), .margin = main_stamp(view, say)};
  std::vector<OptionLine> others;
  for (const OptionLine& option : view.options) if (!option.chosen) others.push_back(option);
  if (others.empty()) {
    part.body = html::gap(say("the other choices"), say("Nothing says what else could have been done, or why it was not."), ask_for_it(view, at), say);
    return part;
  }
  const bool has_costs = std::any_of(others.begin(), others.end(), [](const OptionLine& one) { return one.cost_a_year.has_value(); });
  const auto choice = html::column(say("Choice"), [&](const OptionLine& one) { return html::text(name_in(one.title, say)); });
  const auto why = html::column(say("Why not, in their words"), [&](const OptionLine& one) {
    return one.why_not.state == Text::State::absent ? say("Not on the record") : inline_words(one.why_not, say);
  });
  const Html caption = say.count("{n} other choice, and why not", "{n} other choices, and why not", static_cast<std::int64_t>(others.size()));
  part.body = has_costs ? html::table(say, caption, others, choice,
                                      html::column(say("Cost a year"), [&](const OptionLine& one) {
                                        return one.cost_a_year ? html::text(say.money(*one.cost_a_year)) : say("Not worked out");
                                      }), why)
                        : html::table(say, caption, others, choice, why);
  return part;
}

Part dissent(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "dissent", .heading = say("Who disagreed, and why")};
  for (const DissentLine& one : view.dissents) {
    Html who = html::strong(html::text(name_in(one.name, say)));
    if (one.title.is_shown()) who += html::raw(", ") + html::text(one.title.words);
    if (one.vote) who += html::raw(". ") + say("Voted: {vote}.", {{"vote", vote_words(*one.vote, say)}});
    part.body += quoted(one.words, who, say);
  }
  if (!view.dissents.empty()) {
    part.margin = stamp_of(view.dissents.front().act, view.on, view.recorded, say);
    return part;
  }
  const auto against = std::count_if(view.deciders.begin(), view.deciders.end(), [](const DeciderLine& one) { return one.vote == Vote::against; });
  if (against > 0) {
    part.body = html::gap(say("why they voted against"), say.count("{n} person voted against. Their reasons are not here. They may add them, in their own words, as long as the decision stands.",
        "{n} people voted against. Their reasons are not here. They may add them, in their own words, as long as the decision stands.", against), ask_for_it(view, at), say);
  } else {
    part.body = html::p(say("Nobody is recorded as having disagreed."));
  }
  return part;
}

Part never_asked(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "never", .heading = say("What people were asked")};
  switch (view.asked_before) {
    case Known::no: part.body = html::notice(say("People were not asked about this choice.")); break;
    case Known::yes: part.body = html::p(say("This choice was put to people before it was decided.")); break;
    case Known::not_known:
      part.body = html::gap(say("whether people were asked about this choice"),
                            say("Nothing was put to people in this record. They may have been asked elsewhere, about this or about something else."),
                            a(ask_about(view, at), say("Ask whether people were asked")), say);
  }
  return part;
}

Part losses(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "loss", .heading = say("What was lost, and for whom")};
  if (view.touched.empty()) {
    part.body = html::p(say("No place or group that people value is linked to this decision."));
    return part;
  }
  for (const TouchedLine& one : view.touched) {
    part.body += html::h3(a(at.to("/valued/" + number_of(one.valued)), name_in(one.name, say)));
    std::vector<html::Loss> items;
    for (const LossLine& item : one.items) {
      const html::Fate fate = item.outcome == valued::Outcome::kept ? html::Fate::kept : item.outcome == valued::Outcome::moved ? html::Fate::moved : html::Fate::lost;
      items.push_back({fate, html::text(name_in(item.what, say))});
    }
    part.body += html::losses(items, say);
    for (const Text& words : one.losses) part.body += quoted(words, say("People who used it"), say);
    if (one.items.empty() && one.losses.empty()) {
      part.body += html::gap(say("what was lost"), say("Nobody has written down what was kept, moved or lost."), a(at.to("/valued/" + number_of(one.valued)), say("Read what is known of it")), say);
    }
  }
  return part;
}

Html link_words(LinkKind link, std::size_t to, const Say& say) {
  const auto n = static_cast<std::int64_t>(to) + 1;
  switch (link) {
    case LinkKind::needs: return say("Needed {n}.", {{"n", n}});
    case LinkKind::follows: return say("Followed from {n}.", {{"n", n}});
    case LinkKind::replaces: return say("Takes the place of {n}.", {{"n", n}});
    case LinkKind::sends_back: return say("Sent {n} back.", {{"n", n}});
    case LinkKind::same_decision: return say("The same decision as {n}, from another source.", {{"n", n}});
  }
  return {};
}

Part chain(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "chain", .heading = say("The other half: the chain across bodies")};
  if (view.chain.decisions.empty() && view.chain.elsewhere.empty()) return part;
  std::vector<html::Link> links;
  for (const ChainLine& one : view.chain.decisions) {
    html::Link link{.lane = one.body_name.is_shown() ? shortened(one.body_name.words, 24) : std::string(), .from = one.hangs_on, .here = one.here};
    link.words = html::strong(html::text(name_in(one.body_name, say)));
    if (one.on) link.words += html::raw(", ") + say.time(*one.on);
    link.words += html::raw(". ") + html::text(name_in(one.title, say)) + html::raw(". ");
    for (std::size_t i = 0; i < one.links.size(); ++i) link.words += link_words(one.links[i], one.hangs_on[i], say) + html::raw(" ");
    link.words += one.here ? html::strong(say("You are here."))
                           : a(at.to("/decisions/" + number_of(one.decision)), say("Who decided") + html::hidden_words(html::raw(": ") + html::text(name_in(one.title, say))));
    links.push_back(std::move(link));
  }
  if (!links.empty()) {
    const std::string finding = say.count_plain("{n} decision that hangs together. The numbered list beside it says the same.",
                                                "{n} decisions that hang together. The numbered list beside it says the same.", static_cast<std::int64_t>(links.size()));
    part.body = html::chain(links, finding, say);
  }
  if (view.chain.is_cut) part.body += html::p(say("There are more. These are the {n} nearest.", {{"n", static_cast<std::int64_t>(chain_max)}}));
  for (const Elsewhere& one : view.chain.elsewhere) {
    part.body += html::p(say("It is linked to entry {n} of another place’s record: {origin}.", {{"n", one.index.value}, {"origin", one.origin}}));
  }
  return part;
}

Part two_accounts(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "two", .heading = say("What others say of it")};
  if (view.accounts.empty()) return part;
  std::vector<html::Account> all;
  for (const AccountLine& one : view.accounts) {
    html::Account account{.who = one.body.is_set() ? html::text(name_in(one.body_name, say)) : say("Another source"), .words = quoted(one.words, {}, say)};
    account.source = one.source ? source_sentence(*one.source, say) : say("Written here on {day}", {{"day", say.time(one.recorded)}});
    all.push_back(std::move(account));
  }
  part.margin = stamp_of(view.accounts.front().act, {}, view.accounts.front().recorded, say);
  part.body = html::accounts(all, say);
  if (all.size() == 1) part.body += html::p(say("It stands beside what is recorded above. We have not chosen between them."));
  return part;
}

Part what_changed(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "changed", .heading = say("What has happened to it since")};
  std::vector<html::PathStep> steps;
  for (const StatusLine& one : view.history) {
    html::PathStep step{.when = one.on ? say.time(*one.on) : say("Recorded {day}", {{"day", say.time(one.recorded)}}), .what = html::text(event_words(one.event, say))};
    if (one.open_until) step.more += html::p(say("Until {day}.", {{"day", say.time(*one.open_until)}}));
    step.more += quoted(one.reason, say("Why"), say);
    steps.push_back(std::move(step));
  }
  part.body = html::path(steps);
  for (const CorrectionLine& one : view.corrections) {
    part.body += html::h3(say("{part} was corrected", {{"part", part_words(one.part, say)}}));
    if (one.when) {
      part.body += html::p(say("It reads {now}. Before, it read {before}.", {{"now", say.time(*one.when)}, {"before", one.when_before ? say.time(*one.when_before) : say("nothing")}}));
    } else {
      part.body += quoted(one.words, say("As it reads now"), say);
      part.body += one.before.state == Text::State::absent ? html::p(say("Before, nothing stood there.")) : quoted(one.before, say("As it read before. Both stand."), say);
    }
    part.body += quoted(one.reason, say("Why"), say);
    if (one.source) part.body += html::small(say("From {source}.", {{"source", source_sentence(*one.source, say)}}));
    part.body += html::stamp_line({.entry = one.act.value, .on = When(one.recorded), .check = at.to("/record/" + number_of(one.act))}, say);
  }
  return part;
}

Part check(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const Index act = view.is_taken() ? view.taken_act : view.coming_act;
  html::Proof proof;
  proof.proves = say("these words are the ones put on the record on {day}. Nobody has changed them since: not the body, and not us.", {{"day", say.time(view.recorded)}});
  proof.cannot_prove = say("that the words are true, that nothing was left out, or that nothing changed before that day.");
  proof.facts.push_back({.name = say("Entry"), .value = say("{n} of {all}", {{"n", act.value}, {"all", view.record_size}})});
  Html when_recorded = say.time(view.recorded);
  if (view.on && view.recorded > view.on->last()) {
    when_recorded += html::raw(". ") + say.count("That is {n} day after it was decided.", "That is {n} days after it was decided.", view.recorded - view.on->last());
  }
  proof.facts.push_back({.name = say("Put on the record"), .value = std::move(when_recorded)});
  proof.facts.push_back({.name = say("Fingerprint"), .value = html::fingerprint(view.leaf)});
  proof.links = a(at.to("/record/" + number_of(act)), say("The proof for this entry"));
  return {.id = "check", .heading = say("Check this yourself"), .body = html::proof(proof, say)};
}

// What those who may record can do from here.
Html for_recorders(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const bool is_officer = at.actor.standing == kernel::Standing::officer && !at.actor.bodies.empty();
  if (!at.actor.is_keeper() && !is_officer) return {};
  const std::string here = "/decisions/" + number_of(view.decision);
  std::vector<Html> out;
  if (!view.is_taken()) out.push_back(a(at.to("/decisions/new").with("decision", number_of(view.decision)), say("Record that it was taken")));
  if (!is_final(view.state.status)) out.push_back(a(at.to(here + "/status"), say("Say what happened to it")));
  out.push_back(a(at.to(here + "/correct"), say("Correct it")));
  if (is_officer && !view.by_the_body && !view.confirmed_act.is_set()) out.push_back(a(at.to(here + "/confirm"), say("Confirm it")));
  out.push_back(a(at.to(here + "/account"), say("Put another account beside it")));
  out.push_back(a(at.to(here + "/link"), say("Link it to another decision")));
  if (view.is_taken()) {
    out.push_back(a(at.to(here + "/deciders/new"), say("Name somebody who decided")));
    out.push_back(a(at.to(here + "/dissents/new"), say("Record a dissent")));
  }
  return html::h3(say("For those who keep the record")) + html::links(out);
}

Html missing_or_wrong(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const std::string here = "/decisions/" + number_of(view.decision);
  Html body = html::links({a(ask_about(view, at), say("Ask a question about this decision")),
                           a(at.to(here + ".atom"), say("Follow this decision")),
                           a(at.to(here + ".csv"), say("This page as CSV")), a(at.to(here + ".json"), say("This page as JSON"))});
  body += html::small(say("A correction is added beside the first words. The first words stay."));
  body += for_recorders(view, at);
  return html::entry({.id = "missing", .heading = say("Something missing or wrong?"), .body = std::move(body), .printed = false});
}

Html shown(const Part& part, const Say& say) {
  html::Entry entry{.id = part.id, .heading = part.heading, .margin = part.margin, .body = part.body};
  return part.first.empty() ? html::entry(entry) : html::entry_folded(entry, part.first, say("Read all of it"));
}

}  // namespace

std::string title(const WhoDecided& view, const Say& say) {
  if (!view.is_taken()) return say.plain("Who decides: {title}", {{"title", name_in(view.title, say)}});
  return say.plain("Who decided: {title}", {{"title", name_in(view.title, say)}});
}

Html show(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const Html eyebrow = view.body.is_set() ? say("Decision {n}, {body}", {{"n", view.decision.value}, {"body", name_in(view.body_name, say)}})
                                          : say("Decision {n}", {{"n", view.decision.value}});
  Html out = html::h1(html::text(title(view, say)), eyebrow) + standing_of(view, say);
  out += html::answer(say, short_answer(view, say), after_the_answer(view, say));
  if (view.nobody_known() && view.is_taken()) out += html::p(html::button_link(ask_about(view, at), say("Ask who decided this")));
  out += notices(view, say);

  std::vector<Part> parts{what_to_do(view, at)};
  if (view.is_taken()) {
    for (Part part : {people(view, at), what_was_decided(view, at), power(view, at), reasons(view, at), refused(view, at), dissent(view, at), never_asked(view, at), losses(view, at)}) parts.push_back(std::move(part));
  } else {
    parts.push_back(what_was_decided(view, at));
  }
  for (Part part : {chain(view, at), two_accounts(view, at), what_changed(view, at), check(view, at)}) parts.push_back(std::move(part));
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const Part& part) { return part.body.empty(); }), parts.end());

  std::vector<html::Section> sections;
  for (const Part& part : parts) sections.push_back({part.id, part.heading});
  out += html::contents(sections, say);
  for (const Part& part : parts) out += shown(part, say);
  return out + missing_or_wrong(view, at);
}

}  // namespace alongside::decision
