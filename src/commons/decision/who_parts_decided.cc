// How it was decided: the people, the power, the reasons, what was turned down, and what is missing of each.
#include <algorithm>

#include "base/text.h"
#include "commons/decision/pages.h"
#include "commons/decision/who_parts.h"
#include "commons/decision/wording.h"
#include "html/components.h"

namespace alongside::decision {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

Html can_still(CanStill one, const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  switch (one) {
    case CanStill::have_a_say:
      return view.due ? say("Have a say before it is decided. It is due by {day}.", {{"day", say.time(*view.due)}})
                      : say("Have a say before it is decided. No day is given.");
    case CanStill::ask_for_call_in: {
      const DecisionState& state = view.state;
      const std::string minute = state.open_until_minute ? say.time_of_day(*state.open_until_minute) : "";
      const Html until = minute.empty()
                             ? say.time(*state.open_until)
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
      return say(
          "A court can be asked whether it was lawful. The time for that is short. We can’t advise you: "
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
  Html out = state.status == Status::in_force
                 ? say("In force since {day}.", {{"day", say.time(*state.in_force_from)}})
                 : say("To be in force from {day}.", {{"day", say.time(*state.in_force_from)}});
  if (state.in_force_worked_out) out += html::raw(" ") + say("We worked that day out from the body’s rule.");
  return out;
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

// "7 people took part: Ada Finch, Ben Marsh, Cleo Ward and others." and what is not known about them.
Html first_of_people(const WhoDecided& view, const Say& say) {
  constexpr std::size_t named_max = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(view.deciders.size(), named_max); ++i) {
    names += (i == 0 ? "" : ", ") + name_in(view.deciders[i].name, say);
  }
  const auto n = static_cast<std::int64_t>(view.deciders.size());
  Html out = view.deciders.size() > named_max
                 ? say("{n} people took part: {names} and others.", {{"n", n}, {"names", names}})
                 : say.count("{n} person took part: {names}.", "{n} people took part: {names}.", n, {{"names", names}});
  if (view.interests.empty() && !view.no_interests) out += html::raw(" ") + say("Not on the record: whether anyone declared an interest.");
  return out;
}

}  // namespace

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

Part people(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "people", .heading = say("Who, and in what office"), .margin = main_stamp(view, say)};
  if (!view.deciders.empty()) {
    part.body = html::table(
        say,
        say.count("The person who took part in the decision", "The {n} people who took part in the decision",
                  static_cast<std::int64_t>(view.deciders.size())),
        view.deciders,
        html::column(say("Name"), [&](const DeciderLine& one) { return html::text(name_in(one.name, say)); }),
        html::column(say("Office they held that day"),
                     [&](const DeciderLine& one) {
                       const std::string title = one.title.state == Text::State::absent ? "" : name_in(one.title, say);
                       if (title.empty()) return say("Not on the record");
                       return one.office.is_set() ? a(at.to("/bodies/" + number_of(view.body)), title)
                                                  : html::text(title);
                     }),
        html::column(say("What they did"), [&](const DeciderLine& one) { return what_they_did(one, say); }));
  }
  if (!view.has(Gap::no_deciders) && !view.deciders.empty()) part.first = first_of_people(view, say);
  if (view.has(Gap::no_deciders)) {
    part.body +=
        html::gap(view.nobody_known() ? say("who decided") : say("who was in the room"),
                  say("No name stands behind this decision. A body that decides for you has people who decide."),
                  html::button_link(ask_about(view, at), say("Ask who decided this")), say);
  } else if (view.deciders.empty()) {
    const Text& maker = view.maker.state != Text::State::absent ? view.maker : view.office_title;
    part.body += html::p(say("Decided by {maker}. No other name is on the record.", {{"maker", name_in(maker, say)}}));
  }
  if (view.has(Gap::no_vote) && !view.has(Gap::no_deciders)) {
    part.body += html::gap(say("how each of them voted"), say("The source names people and gives no votes."),
                           ask_for_it(view, at), say);
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
                           say("Not even that there were none. Those who decide must say what they stand to gain."),
                           ask_for_it(view, at), say);
  }
  return part;
}

Part what_was_decided(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "what",
            .heading = view.is_taken() ? say("What was decided") : say("What is to be decided"),
            .margin = main_stamp(view, say)};
  part.first = first_of_many(view.what);
  part.body = quoted(view.what, say("In the body’s words"), say) +
              quoted(view.purpose, say("What it is for, in the body’s words"), say);
  std::vector<html::Fact> facts;
  const auto fact = [&](Html name, Html value) {
    if (!value.empty()) facts.push_back({.name = std::move(name), .value = std::move(value)});
  };
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
    part.body = html::gap(say("the power they used"),
                          say("A body can only do what a law or its own rules let it do. This does not say which."),
                          ask_for_it(view, at), say);
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

Part reasons(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "why", .heading = say("Their reasons"), .margin = main_stamp(view, say)};
  if (view.reasons.state == Text::State::absent) {
    part.body =
        html::gap(say("their reasons"),
                  say("No reason is given. Reasons are often inside the decision’s own text, under no heading."),
                  ask_for_it(view, at), say);
  } else {
    part.first = first_of_many(view.reasons);
    part.body = quoted(view.reasons, say("In the body’s words"), say);
  }
  if (view.evidence.empty()) {
    part.body +=
        html::gap(say("the papers they relied on"), say("No report or study is named."), ask_for_it(view, at), say);
    return part;
  }
  std::vector<Html> papers;
  for (const EvidenceLine& one : view.evidence) {
    const std::string name = name_in(one.title, say);
    const auto url = one.address.is_shown() ? html::Url::parse(one.address.words) : std::nullopt;
    papers.push_back((url ? a(*url, name) : html::text(name)) +
                     when(one.withheld, html::raw(" ") + html::tag(say("Kept from the public"), html::Tone::wait)));
  }
  part.body +=
      html::p(say.count(
          "They relied on {n} paper:", "They relied on {n} papers:", static_cast<std::int64_t>(papers.size()))) +
      html::bullets(papers);
  return part;
}

Part refused(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "refused", .heading = say("What they turned down"), .margin = main_stamp(view, say)};
  std::vector<OptionLine> others;
  for (const OptionLine& option : view.options)
    if (!option.chosen) others.push_back(option);
  if (others.empty()) {
    part.body =
        html::gap(say("the other choices"), say("Nothing says what else could have been done, or why it was not."),
                  ask_for_it(view, at), say);
    return part;
  }
  const bool has_costs =
      std::any_of(others.begin(), others.end(), [](const OptionLine& one) { return one.cost_a_year.has_value(); });
  const auto choice =
      html::column(say("Choice"), [&](const OptionLine& one) { return html::text(name_in(one.title, say)); });
  const auto why = html::column(say("Why not, in their words"), [&](const OptionLine& one) {
    return one.why_not.state == Text::State::absent ? say("Not on the record") : inline_words(one.why_not, say);
  });
  const Html caption = say.count("{n} other choice, and why not", "{n} other choices, and why not",
                                 static_cast<std::int64_t>(others.size()));
  std::string titles;
  for (const OptionLine& one : others) titles += (titles.empty() ? "" : "; ") + name_in(one.title, say);
  part.first = say("They turned down: {choices}.", {{"choices", shortened(titles, 160)}});
  part.body = has_costs ? html::table(say, caption, others, choice,
                                      html::column(say("Cost a year"),
                                                   [&](const OptionLine& one) {
                                                     return one.cost_a_year ? html::text(say.money(*one.cost_a_year))
                                                                            : say("Not worked out");
                                                   }),
                                      why)
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
    if (part.first.empty()) part.first = first_of_many(one.words);
  }
  if (!view.dissents.empty()) {
    part.margin = stamp_of(view.dissents.front().act, view.on, view.recorded, say);
    return part;
  }
  const auto against = std::count_if(view.deciders.begin(), view.deciders.end(),
                                     [](const DeciderLine& one) { return one.vote == Vote::against; });
  if (against > 0) {
    part.body = html::gap(say("why they voted against"),
                          say.count("{n} person voted against. Their reasons are not here. They may add them, in their "
                                    "own words, as long as the decision stands.",
                                    "{n} people voted against. Their reasons are not here. They may add them, in their "
                                    "own words, as long as the decision stands.",
                                    against),
                          ask_for_it(view, at), say);
  } else {
    part.body = html::p(say("Nobody is recorded as having disagreed."));
  }
  return part;
}

Part never_asked(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "never", .heading = say("What people were asked")};
  switch (view.asked_before) {
    case Known::no:
      part.body = html::notice(say("People were not asked about this choice."));
      break;
    case Known::yes:
      part.body = html::p(say("This choice was put to people before it was decided."));
      break;
    case Known::not_known:
      part.body = html::gap(say("whether people were asked about this choice"),
                            say("Nothing was put to people in this record. They may have been asked elsewhere, about "
                                "this or about something else."),
                            a(ask_about(view, at), say("Ask whether people were asked")), say);
  }
  return part;
}

}  // namespace alongside::decision
