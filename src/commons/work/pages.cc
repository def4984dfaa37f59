#include "commons/work/pages.h"

#include <algorithm>

#include "base/csv.h"
#include "base/money.h"
#include "commons/decision/pages.h"
#include "commons/valued/pages.h"
#include "commons/work/bar.h"
#include "commons/work/models.h"
#include "engines/consent.h"
#include "html/nhsuk.h"

namespace alongside::work {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

const CameIn* came(const WorkPage& view, Side side) {
  for (const CameIn& one : view.course.sides) {
    if (one.side == side && one.act.is_set()) return &one;
  }
  return nullptr;
}

Html entry_link(Index act, const Showing& at) { return a(at.to("/record/" + std::to_string(act.value)), at.say("Entry {n}", {{"n", act.value}})); }

// ---- the short answer -----------------------------------------------------------------------------------------------

Html short_answer(const WorkPage& view, const Showing& at) {
  std::vector<Html> sentences;
  for (const CameIn& one : view.course.sides) {
    if (one.side != Side::lived && !(one.side == Side::affected && one.act.is_set())) continue;
    sentences.push_back(text(came_in_words(one, view.course, at.say)));
    if (one.act.is_set()) sentences.push_back(decided_before(one, view.course, at.say));
  }
  for (const WorkLine& other : view.others) {
    const std::string beside = work_path(view.course.line.work) + "/beside/" + std::to_string(other.work.value);
    sentences.push_back(a(at.to(beside), at.say("Put it beside {work}", {{"work", name_or(other.title, at.say)}})));
  }
  return html::answer(at.say("When people came in"), sentences, where_it_stands(view.course, at.say));
}

// ---- the facts ------------------------------------------------------------------------------------------------------

Html rule_words(const WorkPage& view, const Say& say) {
  Html out = consent_words(view.consent, view.quorum_per_cent, say);
  out += text(" ") + (view.ballots == Ballots::by_name ? say("Each answer stands with its name.") : say("Nobody sees who answered what. So a side of which fewer than {n} answer has no result.",
                                                                                                                       {{"n", engines::fewest_answers({.two_thirds = view.consent == Consent::two_thirds})}}));
  out += text(" ") + say.count("People can answer for {n} day.", "People can answer for {n} days.", view.answer_days);
  switch (view.deadlock) {
    case Deadlock::mediator: return out + text(" ") + say("If the sides do not agree, a mediator is asked.");
    case Deadlock::body_decides: return out + text(" ") + say("If the sides do not agree, the body decides and must say why.");
    default: return out + text(" ") + say("If the sides do not agree, both wordings stand side by side.");
  }
}

Html facts(const WorkPage& view, const Showing& at) {
  const Say& say = at.say;
  const auto body = [&](Index index, const Text& name) { return a(at.to("/bodies/" + std::to_string(index.value)), name_or(name, say)); };
  std::vector<html::Fact> facts;
  facts.push_back({.name = say("Is this to save money?"), .value = saves_words(view, say)});
  facts.push_back({.name = say("Whose work it is"), .value = body(view.course.line.body, view.course.line.body_name)});
  facts.push_back({.name = say("Who will decide"), .value = view.decides.is_set() ? body(view.decides, view.decides_name) + text(". ") + promise_words(view.promise, say)
                                                                                  : say("Not on the record.")});
  facts.push_back({.name = say("When a side agrees"), .value = rule_words(view, say)});
  facts.push_back({.name = say("Day 0"), .value = say.time(When(view.course.line.on)) + text(" ") + entry_link(view.course.line.work, at)});
  return html::facts(facts);
}

Html already(const WorkPage& view, const Showing& at) {
  if (view.already.empty()) {
    return html::gap(at.say("what is already decided"), at.say("Nobody has said what was decided before people were asked. That does not mean that nothing was."), {}, at.say);
  }
  Html out;
  for (const AlreadyLine& one : view.already) {
    out += valued::quoted(one.what, at.say);
    if (one.why.is_shown()) out += html::p(at.say("Why: {why}", {{"why", html::words_in_line(one.why.words)}}));
    std::vector<Html> links{entry_link(one.act, at)};
    if (one.decision.is_set()) links.push_back(a(at.to("/decisions/" + std::to_string(one.decision.value)), at.say("The decision")));
    out += html::links(links);
  }
  return out;
}

// ---- sides and steps ------------------------------------------------------------------------------------------------

Html sides(const WorkPage& view, const Showing& at) {
  std::vector<html::Fact> facts;
  for (const CameIn& one : view.course.sides) {
    Html words = text(came_in_words(one, view.course, at.say));
    if (one.act.is_set()) {
      words += text(" ") + html::stamp_line({.entry = one.act.value, .on = When(one.on),
                                             .recorded = one.recorded > one.on ? std::optional(one.recorded) : std::nullopt,
                                             .check = at.to("/record/" + std::to_string(one.act.value))}, at.say);
    }
    facts.push_back({.name = html::side(drawn(one.side), at.say), .value = std::move(words)});
  }
  return html::facts(facts);
}

// How many were on each side when a step ended. A side that is not counted here is hidden.
Html people_of(const StepLine& step, const WorkPage& view, const Showing& at) {
  if (step.told_later) return html::p(at.say("Its end was put on the record on a later day. So how many people were in it then was not counted."));
  std::vector<Html> items;
  bool hidden = false;
  for (const CameIn& side : view.course.sides) {
    Html count;
    for (const SideCount& one : step.people) {
      if (one.side == side.side) count = at.say.count("{n} person", "{n} people", one.people);
    }
    hidden = hidden || count.empty();
    items.push_back(html::side(drawn(side.side), at.say) + text(": ") + (count.empty() ? html::hidden_number(at.say) : count));
  }
  return html::p(at.say("Who was involved when it ended:")) + html::bullets(items);
}

// What changed while the step was open. Of one that has ended it is said if nothing did.
Html what_changed(const StepLine& step, const WorkPage& view, const Showing& at) {
  std::vector<Html> lines;
  for (const kernel::ChangeLine& one : view.changed) {
    if (step_on(view.course.steps, one.on) == step.step) lines.push_back(at.say.time(one.on) + text(" ") + one.html(at));
  }
  if (!lines.empty()) return html::p(at.say("What changed:")) + html::bullets(lines);
  return step.closed_act.is_set() ? html::p(at.say("Nothing changed in it, as far as this record says.")) : Html();
}

bool hides_a_number(const WorkPage& view) {
  for (const StepLine& step : view.course.steps) {
    if (step.closed_act.is_set() && !step.told_later && step.people.size() < view.course.sides.size()) return true;
  }
  return false;
}

html::Stage stage(const StepLine& step, const WorkPage& view, const Showing& at) {
  const Say& say = at.say;
  const CameIn* lived = came(view, Side::lived);
  html::Stage out{.is_now = step.step == view.course.line.step, .is_future = !step.entered_act.is_set()};
  out.heading = say("{n}. {name}", {{"n", step.step}, {"name", step_name(view.course.plan, step.step, say)}});
  if (!step.entered_on) {
    out.when = say("Not begun.");
    return out;
  }
  if (lived != nullptr && lived->step == step.step) out.lived = html::Rail::begins;
  if (lived != nullptr && lived->step < step.step) out.lived = html::Rail::runs;
  out.when = step.closed_on ? say("From {from} to {to}. It has ended.", {{"from", *step.entered_on}, {"to", *step.closed_on}})
                            : say("From {from}. Open now.", {{"from", *step.entered_on}});
  for (const CameIn& one : view.course.sides) {
    if (one.act.is_set() && one.step == step.step) out.body += html::p(text(came_in_words(one, view.course, say)));
  }
  out.body += what_changed(step, view, at);
  if (!step.closed_act.is_set()) return out;
  out.body += people_of(step, view, at);
  if (lived == nullptr || lived->step > step.step) {
    out.body += step.why.is_shown() ? html::p(say("Why people who use services, and carers, were not involved:")) + html::quote(step.why.words)
                                    : html::gap(say("a reason"), say("This step ended without people who use services, and carers. Nobody has said why."), {}, say);
  } else if (step.why.is_shown()) {
    out.body += html::quote(step.why.words);
  }
  out.body += html::links({entry_link(step.closed_act, at)});
  return out;
}

Html steps(const WorkPage& view, const Showing& at) {
  std::vector<html::Stage> all;
  for (const StepLine& step : view.course.steps) all.push_back(stage(step, view, at));
  Html out = html::stages(all);
  if (hides_a_number(view)) out += html::hidden_reason(at.say);
  return out;
}

// ---- the launch list ------------------------------------------------------------------------------------------------

Html setting_name(const std::string& item, const Say& say) {
  if (item == "owner") return say("Who answers for it");
  if (item == "moderators") return say("Who reads what people write");
  if (item == "refusals") return say("For which reasons words are refused");
  if (item == "safeguarding") return say("Who is told when something sounds like danger");
  if (item == "pay") return say("What is paid");
  return say("How to take part without the internet");
}

Html settings(const WorkPage& view, const Showing& at) {
  std::vector<html::Fact> facts;
  for (const Setting& one : view.settings) {
    Html value = one.words.is_shown()                              ? html::paragraphs(one.words.words)
                 : one.words.state == Text::State::erased          ? at.say("These words were erased.")
                                                                   : at.say("Nobody has said yet.");
    facts.push_back({.name = setting_name(one.item, at.say), .value = std::move(value)});
  }
  return html::facts(facts);
}

// ---- what one can do ------------------------------------------------------------------------------------------------

Html take_part(const WorkPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string path = work_path(view.course.line.work);
  if (view.mine) {
    return html::p(say("You are here as: {side}.", {{"side", html::side(drawn(*view.mine), say)}})) +
           html::links({a(at.to(path + "/part"), say("Change the side I am here on")), a(at.to(path + "/pay"), say("Ask for your fare or your pay")), a(at.to(path + "/stop"), say("Stop taking part"))});
  }
  if (view.course.line.state != WorkState::open) return {};
  const Html link = view.may_take_part ? a(at.to(path + "/part"), say("Take part")) : a(at.to("/join"), say("Join, and then take part"));
  return html::openings({{.title = link, .words = say("Say on which side you are here. Nobody sees who is on which side."), .meta = {}}});
}

Html for_those_who_run_it(const WorkPage& view, const Showing& at) {
  if (!view.may_run) return {};
  const Say& say = at.say;
  const std::string path = work_path(view.course.line.work);
  std::vector<Html> doing;
  const auto add = [&](const char* under, const Html& words) { doing.push_back(a(at.to(path + under), words)); };
  add("/prepare", say("Fill in the launch list"));
  if (view.course.line.state == WorkState::preparing) add("/launch", say("Invite people"));
  if (view.course.line.state != WorkState::preparing) add("/letter", say("A letter to print and send"));
  if (view.course.line.state != WorkState::preparing) {
    for (const TouchedPlace& one : view.touches) {
      doing.push_back(a(at.to(notice_path(view.course.line.work, one.line.valued)), say("A notice to print, for {place}", {{"place", name_or(one.line.name, say)}})));
    }
  }
  if (view.deadlock == Deadlock::mediator && view.course.line.state != WorkState::preparing) add("/mediator", say("Say which mediator was asked"));
  if (std::any_of(view.mediators.begin(), view.mediators.end(), [](const MediatorLine& one) { return !one.ended_on; })) add("/mediated", say("Say what came of the mediation"));
  if (!view.touches.empty()) add("/told", say("Say that those who use a place were told"));
  if (view.course.line.state == WorkState::open) add("/pause", say("Pause it"));
  if (view.course.line.state == WorkState::paused) add("/reopen", say("Go on with it"));
  add("/step", view.course.line.step > 0 ? say("End this step") : say("Begin a step"));
  add("/already", say("Say what is already decided"));
  add("/came-in", say("Say when a side came in"));
  add("/decision", say("Link a decision"));
  add("/touches", say("Say which place it touches"));
  return html::h2(say("For those who run it"), "run") + html::bullets(doing);
}

}  // namespace

Html decided_before(const CameIn& one, const Course& course, const Say& say) {
  const auto of = static_cast<std::int64_t>(course.decisions.size());
  if (of == 0) return say("No decision of this work is on the record yet.");
  return say("{n} of {of} decisions had been taken by then.", {{"n", one.decisions_before}, {"of", of}});
}

Html in_short(const Course& course, const Showing& at) {
  Html sentences;
  for (const CameIn& one : course.sides) {
    if (one.side == Side::office || one.side == Side::advisor) continue;
    sentences += text(came_in_words(one, course, at.say)) + text(" ");
    if (one.act.is_set()) sentences += decided_before(one, course, at.say) + text(" ");
  }
  return html::h2(a(at.to(work_path(course.line.work)), name_or(course.line.title, at.say))) + html::p(sentences + where_it_stands(course, at.say)) +
         strip(course, at.say);
}

Html saves_words(const WorkPage& view, const Say& say) {
  switch (view.saves) {
    case Saving::no: return say("No.");
    case Saving::yes: return view.saving ? say("Yes: {sum} in all.", {{"sum", *view.saving}}) : say("Yes. How much is not on the record.");
    case Saving::not_known: break;
  }
  return say("Nobody has said.");
}

Html promise_words(Promise promise, const Say& say) {
  switch (promise) {
    case Promise::nothing: return say("It has promised nothing.");
    case Promise::answer: return say("It has promised to answer.");
    case Promise::follow_or_explain: return say("It has promised to follow what is agreed, or to say why not.");
    case Promise::share_the_vote: return say("It has promised to share the vote in a committee.");
  }
  return {};
}

std::string notice_path(Index work, Index valued) { return work_path(work) + "/notice/" + std::to_string(valued.value); }
std::string work_path(Index work) { return "/work/" + std::to_string(work.value); }

Html consent_words(Consent consent, int quorum_per_cent, const Say& say) {
  const html::Args of = {{"n", quorum_per_cent}};
  return consent == Consent::two_thirds ? say("A side agrees when at least two thirds of those who answer say yes, and at least {n} of every 100 of its people answer.", of)
                                        : say("A side agrees when more than half of those who answer say yes, and at least {n} of every 100 of its people answer.", of);
}

html::Side drawn(Side side) {
  switch (side) {
    case Side::lived: return html::Side::lived;
    case Side::office: return html::Side::office;
    case Side::affected: return html::Side::affected;
    case Side::advisor: break;
  }
  return html::Side::advisor;
}

std::vector<Message> side_labels() {
  return {msg("People who use services, and carers"), msg("People acting for an organisation"), msg("People who would lose something"), msg("People who advise")};
}

std::string side_words(Side side, const Say& say) { return say.plain(side_labels()[static_cast<std::size_t>(side)]); }

std::string title(const WorksPage&, const Say& say) { return say.plain("Pieces of work"); }

Html show(const WorksPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(text(title(view, say)));
  out += html::lede(say("What is being worked out together, and from which step and day each side was in it."));
  if (view.courses.empty()) out += html::empty(say("No piece of work is on the record yet."), say("A body opens one, or the keeper writes down one that went on elsewhere."));
  for (const Course& one : view.courses) out += in_short(one, at);
  if (!view.courses.empty()) out += html::rails_key(say);
  std::vector<Html> links{a(at.to("/work/models"), say("The steps by which work goes here"))};
  if (view.may_open) links.push_back(a(at.to("/work/new"), say("Open a piece of work")));
  return out + html::links(links);
}

std::string title(const ModelsPage&, const Say& say) { return say.plain("The steps by which work goes here"); }

Html show(const ModelsPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(text(title(view, say)));
  out += html::lede(say("A piece of work goes by one of these. Which one stands on its page from the first day, and does not change."));
  for (const WorkModel& one : view.models) {
    std::vector<Html> steps;
    for (int step = 1; step <= static_cast<int>(one.steps.size()); ++step) steps.push_back(text(step_name(one, step, say)));
    Html body = html::numbered(steps);
    if (!one.source.empty()) body = html::p(text(one.source)) + std::move(body);
    out += html::entry({.id = "", .heading = text(model_name(one, say)), .body = std::move(body)});
  }
  if (view.may_write) out += html::links({a(at.to("/work/models/new"), say("Write your own"))});
  return out;
}

std::string csv(const WorksPage& view, const Say& say) {
  std::string out = csv_row({"work", "title", "body", "state", "step", "steps", "on"});
  for (const Course& course : view.courses) {
    const WorkLine& one = course.line;
    out += csv_row({std::to_string(one.work.value), name_or(one.title, say), name_or(one.body_name, say), std::string(kernel::word_of(one.state)),
                    std::to_string(one.step), std::to_string(one.steps), one.on.iso()});
  }
  return out;
}

kernel::Feed feed(const WorksPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const Course& course : view.courses) {
    const WorkLine& one = course.line;
    out.entries.push_back({.path = work_path(one.work), .title = name_or(one.title, say), .summary = name_or(one.body_name, say), .updated = one.on, .index = one.work});
  }
  return out;
}

std::string title(const WorkPage& view, const Say& say) { return name_or(view.course.line.title, say); }

Html show(const WorkPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = bar(view.course, Part::overview, at);
  out += html::h1(text(name_or(view.course.line.title, say)), say("Piece of work"));
  out += short_answer(view, at);
  if (view.paused_because.state != Text::State::absent) out += html::p(say("It pauses, because:")) + valued::quoted(view.paused_because, say);

  Html now = take_part(view, at);
  Html before;
  for (const kernel::AboutLine& one : view.about_it) (one.is_open ? now : before) += one.html(at);
  Html main = now.empty() ? Html() : html::h2(say("Open to you now"), "now") + now;
  if (!before.empty()) main += html::h2(say("What people have asked and agreed so far"), "so-far") + before;
  main += html::h2(say("What it is about"), "about") + valued::quoted(view.about, say);
  main += html::h2(say("What is already decided"), "already") + already(view, at);
  main += html::h2(say("The steps"), "steps") + steps(view, at);
  main += html::h2(say("Its decisions"), "decisions");
  main += view.course.decisions.empty() ? html::p(say("No decision of this work is on the record yet.")) : decision::decisions_ledger(view.course.decisions, at);
  if (view.paper.state != Text::State::absent) main += html::details(say("The paper of before"), valued::quoted(view.paper, say));

  Html beside = facts(view, at);
  beside += html::h2(say("Who is here"), "who") + sides(view, at);
  if (!view.touches.empty()) beside += html::h2(say("Places it touches"), "touches") + touched(view.touches, at);
  if (!view.mediators.empty()) beside += html::h2(say("Where the sides did not agree"), "mediators") + mediation(view.deadlock, false, view.mediators, at);
  beside += html::h2(say("How it is run"), "settings") + settings(view, at);
  beside += html::links({a(at.to(work_path(view.course.line.work) + "/pack"), say("The pack: what the law asks of it, to print"))});
  beside += for_those_who_run_it(view, at);
  return out + html::split(main, beside);
}

}  // namespace alongside::work
