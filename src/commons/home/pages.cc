#include "commons/home/pages.h"

#include "commons/ask/wording.h"
#include "commons/decision/wording.h"
#include "commons/gathering/pages.h"
#include "commons/valued/pages.h"
#include "commons/work/pages.h"
#include "html/components.h"

namespace alongside::home {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::string name_or(const Text& text, const Say& say) { return text.is_shown() ? text.words : say.plain("Words erased"); }

std::string decision_path(Index decision) { return "/decisions/" + std::to_string(decision.value); }

html::Line decided_line(const decision::DecisionLine& one, const Showing& at) {
  html::Line line{.title = a(at.to(decision_path(one.decision)), name_or(one.title, at.say))};
  if (one.on) line.date = at.say.time(*one.on);
  line.words = one.makers_known ? at.say("Decided by {body}.", {{"body", name_or(one.body_name, at.say)}})
                                : at.say("We do not know who decided.");
  line.after = html::ask_link(at.to(decision_path(one.decision)), at.say("Who decided this?"), html::text(name_or(one.title, at.say)));
  return line;
}

html::Line coming_line(const decision::DecisionLine& one, const Showing& at) {
  html::Line line{.title = a(at.to(decision_path(one.decision)), name_or(one.title, at.say))};
  if (one.due) line.date = at.say.time(*one.due);
  line.words = html::text(name_or(one.body_name, at.say));
  return line;
}

Html waits_for(ask::WaitsFor what, const Say& say) {
  switch (what) {
    case ask::WaitsFor::reading: return say("A question to be read");
    case ask::WaitsFor::words_read: return say("Words to be read");
    case ask::WaitsFor::sending: return say("A question to be sent");
    case ask::WaitsFor::answer_to_body: return say("The body asked something back");
    case ask::WaitsFor::overdue: return say("An answer that is late");
  }
  return {};
}

html::Line asked_line(const ask::WaitingAsk& one, const Showing& at) {
  html::Line line{.date = at.say.time(one.since), .title = a(at.to(ask::ask_path(one.ask)), waits_for(one.waits_for, at.say))};
  line.words = at.say.count("Question {ask}, waiting {n} day.", "Question {ask}, waiting {n} days.", one.days, {{"ask", std::to_string(one.ask.value)}});
  if (one.body_name.is_shown()) line.words += html::text(" ") + html::text(one.body_name.words);
  return line;
}

html::Line room_line(const RoomWaits& one, const Showing& at) {
  const Say& say = at.say;
  const std::string work = "/work/" + std::to_string(one.work.value);
  std::vector<Html> links;
  if (one.sayings > 0) links.push_back(a(at.to(work + "/reading"), say.count("{n} saying", "{n} sayings", one.sayings)));
  if (one.wordings > 0) links.push_back(a(at.to(work + "/question"), say.count("{n} wording", "{n} wordings", one.wordings)));
  if (one.dissents > 0) links.push_back(a(at.to(work + "/agreements"), say.count("{n} dissent", "{n} dissents", one.dissents)));
  return {.title = html::text(name_or(one.title, say)), .after = html::links(links)};
}

html::Line danger_line(const RoomWaits& one, const Showing& at) {
  const Html link = a(at.to("/work/" + std::to_string(one.work.value) + "/reading").at("danger"), at.say.count("{n} sounds like danger", "{n} sound like danger", one.dangers));
  return {.title = link, .words = html::text(name_or(one.title, at.say))};
}

html::Line untold_line(const work::UntoldLine& one, const Showing& at) {
  const Say& say = at.say;
  const Html place = a(at.to(valued::path_of(one.place.line.valued)), name_or(one.place.line.name, say));
  const std::string work = work::work_path(one.work);
  return {.date = say.time(one.place.touched_on), .title = place,
          .words = say("{work} touches it. Nobody has said that those who use it were told.", {{"work", a(at.to(work), name_or(one.title, say))}}),
          .after = html::links({a(at.to(work::notice_path(one.work, one.place.line.valued)), say("A notice to print")), a(at.to(work + "/told"), say("Say that they were told"))})};
}

Html list_or(const std::vector<html::Line>& lines, const Html& nothing) {
  return lines.empty() ? html::p(nothing) : html::ledger(lines);
}

}  // namespace

std::string title(const FrontPage& view, const Say& say) {
  return say.plain("What is being decided in {place}", {{"place", name_or(view.place.name, say)}});
}

Html show(const FrontPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::hero(html::text(name_or(view.place.name, say)),
                        say("What is being decided about health and care here, who decides it, and what became of it."));
  std::vector<html::Line> losses, decided, coming;
  for (const valued::ValuedLine& one : view.unexplained) losses.push_back(valued::line(one, at));
  for (const decision::DecisionLine& one : view.decided) decided.push_back(decided_line(one, at));
  for (const decision::DecisionLine& one : view.coming) coming.push_back(coming_line(one, at));

  Html main;
  if (!view.works.empty()) {
    main += html::h2(say("What is being worked out together"), "work");
    for (const work::Course& one : view.works) main += work::in_short(one, at);
    main += html::rails_key(say) + html::p(a(at.to("/work"), say("All pieces of work")));
  }
  main += html::h2(say("What was decided"), "decided") + list_or(decided, say("No decision is on the record yet."));
  if (!decided.empty()) {
    main += html::p(a(at.to("/decisions"), say.count("The {n} decision on the record", "All {n} decisions on the record", view.counts.taken)));
  }
  main += html::h2(say("Coming up"), "coming") + list_or(coming, say("Nothing is announced."));
  if (!coming.empty()) main += html::p(a(at.to("/coming"), say("All that is coming up")));
  // The box comes first, also on a phone.
  const Html box = html::ask_box(at.to("/search"), say("Who decided this?"),
                              say("Has something closed, started or changed? Type a place, a service or a decision. You don’t need an account."),
                              say("If it is not here, you can ask. The clock is public."), say);
  Html beside;
  if (!view.waiting.empty()) {
    beside += html::h2(say("Asked, and waiting"), "waiting");
    for (const ask::AskLine& one : view.waiting) {
      beside += html::p(a(at.to(ask::ask_path(one.ask)), ask::headline(one, say)));
      if (!one.parts.empty()) beside += ask::clock_of(one.parts.back(), say);
    }
    beside += html::p(a(at.to("/asks"), say("All questions")));
  }
  beside += html::h2(say("Losses that nobody explained"), "losses") + list_or(losses, say("None is on the record."));
  if (!losses.empty()) beside += html::p(a(at.to("/valued").with("show", "unexplained"), say("All of them")));
  out += html::el("div", {html::attr("class", "nhsuk-width-container")},
                  html::el("div", {html::attr("class", "nhsuk-main-wrapper")}, box + html::split(main, beside)));
  return out;
}

kernel::Feed feed(const FrontPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const decision::DecisionLine& one : view.decided) {
    out.entries.push_back({.path = decision_path(one.decision), .title = name_or(one.title, say), .summary = name_or(one.body_name, say),
                           .updated = one.on ? one.on->last() : Day(), .index = one.decision});
  }
  return out;
}

std::string title(const SearchPage& view, const Say& say) {
  return view.asked.empty() ? say.plain("Find a place, service or decision") : say.plain("Found for “{words}”", {{"words", view.asked}});
}

Html show(const SearchPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  out += html::ask_box(at.to("/search"), say("Find a place, service or decision"), say("Type what you care about."), {}, say, view.asked);
  if (view.is_reading()) {
    out += html::notice(say("Still reading, {read} of {of}. There may be more than you see here.", {{"read", view.read}, {"of", view.of}}));
  }
  if (view.asked.empty()) return out;
  std::vector<html::Line> lines;
  for (const FoundLine& one : view.found) {
    html::Line line{.title = a(at.to(one.path), one.title)};
    if (one.kind == "valued") {
      valued::ValuedLine now{.valued = one.index, .unexplained = one.unexplained};
      now.status = kernel::with_word<valued::ValuedStatus>(one.now).value_or(valued::ValuedStatus::open);
      line.words = valued::now_in_words(now, say);
    } else {
      line.words = one.kind == "decision"   ? say("A decision")
                   : one.kind == "body"     ? say("A body")
                   : one.kind == "work"     ? say("A piece of work")
                   : one.kind == "meeting"  ? say("A meeting")
                   : one.kind == "said"     ? say("Something that people said")
                                            : say("A question");
    }
    lines.push_back(std::move(line));
  }
  if (lines.empty()) {
    out += html::gap(say("“{words}”", {{"words", view.asked}}), say("Nothing on this record matches. Perhaps it was never written down."),
                     a(at.to("/ask").with("thing", view.asked), say("Ask who decided")), say);
    return out;
  }
  out += html::ledger(lines);
  return out + html::p(a(at.to("/ask").with("thing", view.asked), say("Not what you meant? Ask who decided")));
}

std::string title(const Desk&, const Say& say) { return say.plain("Your desk"); }

Html show(const Desk& view, const Showing& at) {
  const Say& say = at.say;
  const std::size_t waiting = view.asks.size() + view.rooms.size() + view.items.size() + view.accounts.size() + view.proposals.size() + view.drafts.size() + view.overdue.size() + (view.same ? 1 : 0) + (view.pay ? 1 : 0) + view.untold.size();
  Html out = html::h1(say("Your desk"));
  out += html::lede(waiting == 0 ? say("Nothing waits for you.") : say.count("{n} thing waits, the oldest first.", "{n} things wait, the oldest first.", static_cast<std::int64_t>(waiting)));
  std::vector<html::Line> dangers, rooms;
  for (const RoomWaits& one : view.rooms) {
    if (one.dangers > 0) dangers.push_back(danger_line(one, at));
    if (one.sayings + one.wordings + one.dissents > 0) rooms.push_back(room_line(one, at));
  }
  if (!dangers.empty()) out += html::h2(say("Danger first"), "danger") + html::ledger(dangers);
  out += html::h2(say("Questions"), "questions");
  std::vector<html::Line> asks;
  for (const ask::WaitingAsk& one : view.asks) asks.push_back(asked_line(one, at));
  out += list_or(asks, say("None waits."));
  if (!rooms.empty()) out += html::h2(say("What people said, to be read"), "rooms") + html::ledger(rooms);
  if (!view.items.empty()) {
    out += html::h2(say("Items for meetings"), "items");
    std::vector<html::Line> items;
    for (const gathering::WaitingItem& one : view.items) items.push_back(gathering::waiting_line(one, at));
    out += html::ledger(items);
  }
  if (view.pay) {
    out += html::h2(say("Fares and pay"), "pay");
    out += html::ledger({{.date = say.time(view.pay->since), .title = a(at.to("/desk/pay"), say("To be paid")),
                          .words = say.count("{n} sum waits. Fares come before the meeting.", "{n} sums wait, the oldest since this day. Fares come before the meeting.", view.pay->claims)}});
  }
  if (!view.untold.empty()) {
    out += html::h2(say("Those who use these places must be told"), "untold");
    std::vector<html::Line> untold;
    for (const work::UntoldLine& one : view.untold) untold.push_back(untold_line(one, at));
    out += html::ledger(untold);
  }
  out += html::h2(say("Accounts to approve"), "accounts");
  std::vector<html::Line> accounts, overdue, losses;
  for (const people::WaitingAccount& one : view.accounts) {
    const std::string path = "/desk/accounts/" + std::to_string(one.account);
    accounts.push_back({.date = say.time(one.on), .title = html::text(one.name),
                        .after = html::links({a(at.to(path + "/approve"), say("Approve")), a(at.to(path + "/refuse"), say("Refuse"))})});
  }
  out += list_or(accounts, say("None waits."));
  out += html::h2(say("Proposals"), "proposals");
  std::vector<html::Line> proposals;
  for (const auto& [one, by] : view.proposals) {
    proposals.push_back({.date = say.time(one.row.on), .title = a(at.to(one.path), say(one.title)),
                         .words = say("{name} proposed it.", {{"name", by}})});
  }
  out += list_or(proposals, say("None waits."));
  out += html::h2(say("Pages to look over"), "drafts");
  std::vector<html::Line> drafts;
  for (const decision::DraftLine& one : view.drafts) drafts.push_back(decision::draft_line(one, at));
  out += list_or(drafts, say("None waits."));
  out += html::h2(say("Was due, and nothing is recorded"), "due");
  for (const decision::DecisionLine& one : view.overdue) overdue.push_back(coming_line(one, at));
  out += list_or(overdue, say("None."));
  if (view.same) {
    out += html::h2(say("The register"), "register");
    out += html::ledger({{.date = say.time(view.same->since), .title = a(at.to("/valued/same"), say("Places that may be on the register twice")),
                          .words = say.count("{n} pair waits.", "{n} pairs wait, the oldest first.", view.same->pairs)}});
  }
  out += html::h2(say("Losses that nobody explained"), "losses");
  for (const valued::ValuedLine& one : view.unexplained) losses.push_back(valued::line(one, at));
  out += list_or(losses, say("None."));
  if (at.actor.person.is_set()) out += html::links({a(at.to("/desk/typing"), say("Type for somebody who speaks by phone or wrote on paper"))});
  if (!at.actor.is_keeper()) return out;  // a moderator reads the public's words and no more
  out += html::h2(say("What you can do"), "do");
  out += html::bullets({a(at.to("/import/decisions"), say("Read decisions from pages you saved")),
                        a(at.to("/decisions/new"), say("Record a decision")),
                        a(at.to("/coming/new"), say("Announce a decision to come")),
                        a(at.to("/valued/new"), say("Register a place or group that people value")),
                        a(at.to("/bodies/new"), say("Register a body")),
                        a(at.to("/desk/people"), say("Who may do what here")),
                        a(at.to("/desk/named"), say("Find a name in all words that are kept here")),
                        a(at.to("/desk/erase"), say("Take words away"))});
  return out;
}

}  // namespace alongside::home
