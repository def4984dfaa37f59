#include "commons/valued/pages.h"

#include <algorithm>

#include "html/nhsuk.h"
#include "base/csv.h"

namespace alongside::valued {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::string touch_words(Touch touch, const Say& say) {
  switch (touch) {
    case Touch::put_at_risk: return say.plain("put it at risk");
    case Touch::reduced: return say.plain("reduced it");
    case Touch::repurposed: return say.plain("gave it another use");
    case Touch::moved: return say.plain("moved it");
    case Touch::ended: return say.plain("ended it");
    case Touch::restored: return say.plain("brought it back");
    case Touch::other: break;
  }
  return say.plain("touched it");
}

html::Fate fate_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kept: return html::Fate::kept;
    case Outcome::moved: return html::Fate::moved;
    case Outcome::lost: break;
  }
  return html::Fate::lost;
}

std::vector<html::PathStep> steps_of(const std::vector<Happened>& history, const Showing& at) {
  std::vector<html::PathStep> steps;
  for (const Happened& one : history) {
    html::PathStep step{.state = is_loss(one.status) ? html::StepState::late : html::StepState::done};
    step.when = one.on ? at.say.time(*one.on) : at.say("Nobody knows when");
    step.what = html::text(word_of_status(one.status, at.say));
    if (one.words.is_shown()) step.more += html::words_in_line(one.words.words) + html::text(" ");
    if (one.moved_to.is_set()) {
      step.more += at.say("It went to {where}.", {{"where", a(at.to(path_of(one.moved_to)), name_or(one.moved_to_name, at.say))}}) + html::text(" ");
    }
    step.more += a(at.to("/record/" + std::to_string(one.act.value)), at.say("Entry {n}", {{"n", one.act.value}}));
    steps.push_back(std::move(step));
  }
  return steps;
}

Html history(const ValuedPage& view, const Showing& at) {
  std::vector<html::PathStep> steps = steps_of(view.history, at);
  if (view.opened) {
    steps.push_back({.when = at.say.time(*view.opened), .what = at.say("Opened"), .more = {}});
  }
  return steps.empty() ? html::p(at.say("Nothing is on the record yet.")) : html::path(steps);
}

// What stood on the register twice: the other name and address, and what was said there of how it stood.
Html also(const ValuedPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out;
  for (const AlsoLine& one : view.also) {
    out += html::h2(say("Also on the register as {name}", {{"name", name_or(one.name, say)}}), "also-" + std::to_string(one.valued.value));
    if (one.where.is_shown()) out += html::p(html::text(one.where.words));
    if (!one.history.empty()) out += html::p(say("What was said there does not count as another loss.")) + html::path(steps_of(one.history, at));
    out += html::links({a(at.to("/record/" + std::to_string(one.valued.value)), say("Entry {n}: it was registered", {{"n", one.valued.value}})),
                        a(at.to("/record/" + std::to_string(one.act.value)), say("Entry {n}: the two were put together", {{"n", one.act.value}}))});
  }
  return out;
}

Html decisions(const ValuedPage& view, const Showing& at) {
  if (view.decisions.empty()) {
    return html::gap(at.say("a decision"), at.say("No decision about this place is on the record. If it was closed, reduced or changed, somebody decided so."),
                     a(at.to("/ask").with("about", std::to_string(view.line.valued.value)), at.say("Ask who decided")), at.say);
  }
  std::vector<Html> items;
  for (const TouchedBy& one : view.decisions) {
    items.push_back(a(at.to("/decisions/" + std::to_string(one.decision.value)), name_or(one.title, at.say)) + html::text(": ") +
                    html::text(touch_words(one.touch, at.say)));
  }
  return html::bullets(items);
}

Html losses(const ValuedPage& view, const Showing& at) {
  Html out;
  for (const SaidLost& one : view.losses) {
    out += quoted(one.words, at.say);
    if (one.people > 0) out += html::small(at.say("Said by {n} people who used it.", {{"n", one.people}}));
  }
  std::vector<html::Loss> items;
  for (const Item& one : view.items) items.push_back({fate_of(one.outcome), one.what.is_shown() ? html::text(one.what.words) : at.say("These words were erased.")});
  if (!items.empty()) out += html::losses(items, at.say);
  if (out.empty()) {
    out = html::gap(at.say("what was lost, and for whom"), at.say("Nobody has said yet what this place gave them."), {}, at.say);
  }
  return out;
}

// Whoever uses it must not have to look for it: it stands above all else.
Html open_now(const ValuedPage& view, const Showing& at) {
  Html out;
  for (const AboutIt& one : view.asked) {
    if (one.line.kind != "ask" && one.line.is_open) out += one.line.html(at);
  }
  return out.empty() ? out : html::h2(at.say("Open to you now"), "now") + out;
}

// Whoever has no account joins first.
Html follow_links(const ValuedPage& view, const Showing& at) {
  const std::string path = path_of(view.line.valued);
  const bool may_follow = at.actor.person.is_set() && at.actor.standing != kernel::Standing::asker;
  return html::links({may_follow ? a(at.to(path + "/follow"), at.say("Follow this place")) : a(at.to("/join"), at.say("Join, and then follow this place")),
                      a(at.to(path + ".atom"), at.say("Follow with a feed reader"))});
}

Html keeper_links(const ValuedPage& view, const Showing& at) {
  if (!view.may_change) return {};
  const std::string path = path_of(view.line.valued);
  std::vector<Html> doing{a(at.to(path + "/status"), at.say("Say what became of it")), a(at.to(path + "/link"), at.say("Link a decision")),
                          a(at.to(path + "/loss"), at.say("Write down what is lost")), a(at.to(path + "/kept"), at.say("Write down what was kept, moved or lost"))};
  if (at.actor.is_keeper()) doing.push_back(a(at.to(path + "/merge"), at.say("Put together with another")));
  return html::h2(at.actor.is_keeper() ? at.say("For the keeper") : at.say("What you can propose"), "keeper") + html::bullets(doing);
}

}  // namespace

std::string path_of(Index valued) { return "/valued/" + std::to_string(valued.value); }

std::string name_or(const Text& name, const Say& say) { return name.is_shown() ? name.words : say.plain("Name erased"); }

Html quoted(const Text& text, const Say& say) {
  if (text.is_shown()) return html::quote(text.words);
  if (text.state == Text::State::absent) return {};
  return html::erased(say("These words were erased."));
}

std::string word_of_support(SupportKind support, const Say& say) {
  switch (support) {
    case SupportKind::open_place: return say.plain("A place open to everyone");
    case SupportKind::neighbour: return say.plain("Neighbours and regular hellos");
    case SupportKind::peer_support: return say.plain("People who have been there themselves");
    case SupportKind::learning: return say.plain("Learning");
    case SupportKind::arts: return say.plain("Arts");
    case SupportKind::nature: return say.plain("Nature");
    case SupportKind::movement: return say.plain("Sport and movement");
    case SupportKind::faith_culture: return say.plain("Faith and culture");
    case SupportKind::online: return say.plain("Online");
    case SupportKind::carer_support: return say.plain("Support for carers");
    case SupportKind::link_worker: return say.plain("Link worker");
    case SupportKind::advocacy: return say.plain("Advocacy");
    case SupportKind::money_advice: return say.plain("Money advice");
    case SupportKind::home: return say.plain("A home");
    case SupportKind::work: return say.plain("Work");
    case SupportKind::talking_therapy: return say.plain("Talking therapy");
    case SupportKind::medicine: return say.plain("Medicine");
    case SupportKind::community_team: return say.plain("Community team");
    case SupportKind::crisis_clinical: return say.plain("Crisis team");
    case SupportKind::crisis_haven: return say.plain("Crisis café or house");
    case SupportKind::inpatient: return say.plain("Ward");
    case SupportKind::liaison: return say.plain("Hospital liaison");
    case SupportKind::specialist: return say.plain("Specialist service");
  }
  return {};
}

std::string word_of_status(ValuedStatus status, const Say& say) {
  switch (status) {
    case ValuedStatus::open: return say.plain("Open");
    case ValuedStatus::at_risk: return say.plain("At risk");
    case ValuedStatus::reduced: return say.plain("Reduced");
    case ValuedStatus::repurposed: return say.plain("Given another use");
    case ValuedStatus::moved: return say.plain("Moved");
    case ValuedStatus::lost: return say.plain("Closed");
    case ValuedStatus::restored: return say.plain("Back again");
  }
  return {};
}

Html now_in_words(const ValuedLine& line, const Say& say) {
  Html out = line.since ? say("{status}, {when}.", {{"status", word_of_status(line.status, say)}, {"when", say.time(*line.since)}})
                        : say("{status}.", {{"status", word_of_status(line.status, say)}});
  if (line.unexplained) out += html::text(" ") + html::strong(say("We do not know who decided."));
  return out;
}

html::Line line(const ValuedLine& one, const Showing& at) {
  html::Line out{.title = a(at.to(path_of(one.valued)), name_or(one.name, at.say)), .words = now_in_words(one, at.say)};
  if (one.unexplained) {
    out.after = html::ask_link(at.to("/ask").with("about", std::to_string(one.valued.value)), at.say("Ask who decided"), html::text(name_or(one.name, at.say)));
  }
  return out;
}

std::string title(const Register& view, const Say& say) {
  return view.only_unexplained ? say.plain("Losses that nobody explained") : say.plain("Places and groups people value");
}

Html show(const Register& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  out += html::lede(view.only_unexplained ? say("Reduced, closed or given another use, and no decision on the record says who decided so.")
                                          : say("Written down before they are in danger: the library, the café, the dog walkers’ hello."));
  if (!view.only_unexplained && view.unexplained > 0) {
    out += html::p(a(at.to("/valued").with("show", "unexplained"), say.count("{n} loss that nobody explained", "{n} losses that nobody explained", view.unexplained)));
  }
  if (view.lines.empty()) {
    out += html::empty(say("Nothing is on the register yet."), say("The keeper puts places and groups here that people say they would miss."));
  }
  std::vector<html::Line> lines;
  for (const ValuedLine& one : view.lines) lines.push_back(line(one, at));
  if (!lines.empty()) out += html::list_heading(say("The list")) + html::ledger(lines);
  out += html::pages(at.to("/valued").with("show", view.only_unexplained ? "unexplained" : ""), view.page,
                     view.page * lines_a_page < view.of, say);
  std::vector<Html> doing;
  if (at.actor.may_register()) doing.push_back(a(at.to("/valued/new"), say("Register a place or group")));
  if (at.actor.is_keeper()) doing.push_back(a(at.to("/valued/same"), say("Places that may be on the register twice")));
  if (!doing.empty()) out += html::links(doing);
  return out;
}

std::string csv(const Register& view, const Say& say) {
  std::string out = csv_row({"valued", "name", "support", "where", "status", "since", "unexplained"});
  for (const ValuedLine& one : view.lines) {
    out += csv_row({std::to_string(one.valued.value), name_or(one.name, say), std::string(kernel::word_of(one.support)), one.where.or_empty(),
                            std::string(kernel::word_of(one.status)), one.since ? one.since->iso() : "", one.unexplained ? "yes" : "no"});
  }
  return out;
}

kernel::Feed feed(const Register& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const ValuedLine& one : view.lines) {
    out.entries.push_back({.path = path_of(one.valued), .title = name_or(one.name, say), .summary = word_of_status(one.status, say),
                           .updated = one.since ? one.since->last() : Day(), .index = one.valued});
  }
  return out;
}

std::string title(const ValuedPage& view, const Say& say) { return name_or(view.line.name, say); }

Html show(const ValuedPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(name_or(view.line.name, say)), html::text(word_of_support(view.line.support, say)));
  Html then = view.line.unexplained ? html::ask_link(at.to("/ask").with("about", std::to_string(view.line.valued.value)), say("Ask who decided")) : Html();
  out += html::answer(say("Now"), {now_in_words(view.line, say)}, then) + open_now(view, at) + follow_links(view, at);
  if (view.what_for.is_shown()) out += html::h2(say("What people come for"), "for") + html::quote(view.what_for.words);
  out += html::h2(say("What has happened to it"), "happened") + history(view, at);
  out += html::h2(say("Who decided"), "decided") + decisions(view, at);
  Html asked, together;
  for (const AboutIt& one : view.asked) {
    if (one.line.kind == "ask") {
      asked += one.line.html(at);
    } else if (!one.line.is_open) {
      together += one.line.html(at);
    }
  }
  if (!together.empty()) out += html::h2(say("In pieces of work"), "together") + together;
  if (!asked.empty()) out += html::h2(say("Asked about it"), "asked") + asked;
  out += html::h2(say("What was lost, kept or moved"), "loss") + losses(view, at);
  if (!view.accounts.empty()) {
    std::vector<html::Account> accounts;
    for (const Text& one : view.accounts) accounts.push_back({.who = say("Another account"), .words = quoted(one, say), .source = {}});
    out += html::h2(say("Other accounts"), "accounts") + html::accounts(accounts, say);
  }
  out += also(view, at);
  std::vector<html::Fact> facts;
  if (view.line.where.is_shown()) facts.push_back({say("Where"), html::text(view.line.where.words)});
  if (view.run_by.is_shown()) facts.push_back({say("Run by"), html::text(view.run_by.words)});
  if (view.body_index.is_set()) facts.push_back({say("Body"), a(at.to("/bodies/" + std::to_string(view.body_index.value)), name_or(view.body, say))});
  facts.push_back({say("On the record"), html::stamp_line({.entry = view.line.valued.value, .recorded = view.recorded, .check = at.to("/record/" + std::to_string(view.line.valued.value))}, say)});
  out += html::h2(say("Facts"), "facts") + html::facts(facts);
  return out + keeper_links(view, at);
}

kernel::Feed feed(const ValuedPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const Happened& one : view.history) {
    out.entries.push_back({.path = path_of(view.line.valued), .title = word_of_status(one.status, say), .summary = one.words.or_empty(),
                           .updated = one.recorded, .index = one.act});
  }
  for (const AlsoLine& one : view.also) {
    out.entries.push_back({.path = path_of(view.line.valued), .title = say.plain("Also on the register as {name}", {{"name", name_or(one.name, say)}}),
                           .summary = one.where.or_empty(), .updated = one.merged_on, .index = one.act});
  }
  for (const AboutIt& one : view.asked) {
    if (one.line.kind == "ask") continue;
    const std::string title = one.line.kind == "work" ? say.plain("A piece of work touches this place") : say.plain("A choice would touch this place");
    out.entries.push_back({.path = one.line.path, .title = title,
                           .summary = one.line.is_open ? say.plain("If you use it, you are a side of that work. You can take part.") : "",
                           .updated = one.recorded, .index = one.line.index});
  }
  std::stable_sort(out.entries.begin(), out.entries.end(), [](const auto& a, const auto& b) { return a.index > b.index; });
  return out;
}

}  // namespace alongside::valued
