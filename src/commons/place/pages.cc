#include "commons/place/pages.h"

#include <algorithm>
#include <map>

#include "html/components.h"
#include "base/csv.h"

namespace alongside::place {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

constexpr std::size_t lines_a_page = 100;

Html link_to_body(Index body, const Text& name, const Showing& at) {
  return a(at.to("/bodies/" + std::to_string(body.value)), name_of(name, at.say));
}

std::string number_of(Index index) { return index.is_set() ? std::to_string(index.value) : std::string(); }
std::string iso_of(const std::optional<When>& when) { return when ? when->iso() : std::string(); }
const char* yes_or_no(bool value) { return value ? "yes" : "no"; }

// "since 3 May 2022", "from 2019 to March 2024", "dates not on the record"
Html time_in_office(const HolderLine& line, const Say& say) {
  if (line.from && line.to) {
    return say("from {from} to {to}", {{"from", say.time(*line.from)}, {"to", say.time(*line.to)}});
  }
  if (line.from) return say("since {from}", {{"from", say.time(*line.from)}});
  if (line.to) return say("until {to}; since when is not on the record", {{"to", say.time(*line.to)}});
  return say("since when is not on the record");
}

bool has_left(const HolderLine& line, Day today) { return line.to && line.to->last() < today; }

}  // namespace

std::string kind_of(BodyKind kind, const Say& say) {
  switch (kind) {
    case BodyKind::council:
      return say.plain("Council");
    case BodyKind::trust:
      return say.plain("Trust");
    case BodyKind::care_board:
      return say.plain("Care board");
    case BodyKind::committee:
      return say.plain("Committee");
    case BodyKind::parish:
      return say.plain("Parish or town council");
    case BodyKind::government:
      return say.plain("Government");
    case BodyKind::voluntary:
      return say.plain("Voluntary group or charity");
    case BodyKind::company:
      return say.plain("Company");
    case BodyKind::other:
      break;
  }
  return say.plain("Other body");
}

// ---- all bodies -----------------------------------------------------------------------------------------------------

std::string title(const BodiesPage&, const Say& say) { return say.plain("Bodies and who holds office"); }

Html show(const BodiesPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(say("Bodies and who holds office"));
  if (view.bodies.empty()) {
    out +=
        html::empty(say("No body is registered here yet."),
                    say("Here will be the councils, trusts, boards and committees that decide things for this place."));
  } else {
    out += html::lede(say.count("{n} body is registered here. Open it to see who holds office, and since when.",
                                "{n} bodies are registered here. Open one to see who holds office, and since when.",
                                static_cast<std::int64_t>(view.bodies.size())));
    std::map<Index, const BodyLine*> by_index;
    for (const BodyLine& line : view.bodies) by_index.emplace(line.body, &line);
    const std::size_t first = std::min(view.bodies.size(), (static_cast<std::size_t>(view.page) - 1) * lines_a_page);
    const std::size_t last = std::min(view.bodies.size(), first + lines_a_page);
    const std::vector<BodyLine> shown(view.bodies.begin() + static_cast<std::ptrdiff_t>(first),
                                      view.bodies.begin() + static_cast<std::ptrdiff_t>(last));
    out += html::table(
        say, say("Bodies, by name"), shown,
        html::column(say("Name"), [&](const BodyLine& l) { return link_to_body(l.body, l.name, at); }),
        html::column(say("What it is"), [&](const BodyLine& l) { return html::text(kind_of(l.kind, say)); }),
        html::column(say("Part of"),
                     [&](const BodyLine& l) {
                       const auto above = by_index.find(l.part_of);
                       return above == by_index.end() ? Html() : link_to_body(l.part_of, above->second->name, at);
                     }),
        html::column(say("Today"), [&](const BodyLine& l) {
          if (l.ended) return html::tag(say("Ended"), html::Tone::no);
          return l.decides ? html::text(say.plain("Has powers to decide")) : Html();
        }));
    out += html::pages(at.to("/bodies"), view.page, last < view.bodies.size(), say);
  }
  if (view.can_register)
    out += html::button_link(at.to("/bodies/new"), say("Register a body"), html::ButtonLook::secondary);
  out += html::links(
      {a(at.to("/bodies.csv"), say("This list as CSV")), a(at.to("/bodies.json"), say("This list as JSON"))});
  return out;
}

std::string csv(const BodiesPage& view, const Say& say) {
  std::string out = csv_row({"body", "name", "kind", "part_of", "decides", "ended", "ask_instead", "from", "to"});
  for (const BodyLine& line : view.bodies) {
    out += csv_row({number_of(line.body), name_of(line.name, say), std::string(kernel::word_of(line.kind)),
                    number_of(line.part_of), yes_or_no(line.decides), yes_or_no(line.ended),
                    number_of(line.ask_instead), iso_of(line.from), iso_of(line.to)});
  }
  return out;
}

// ---- one body -------------------------------------------------------------------------------------------------------

std::string title(const BodyPage& view, const Say& say) { return name_of(view.body.name, say); }

namespace {

Html short_answer(const BodyPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> sentences;
  const std::string kind = kind_of(view.body.kind, say);
  if (view.body.part_of.is_set()) {
    sentences.push_back(say("{kind}, part of {council}.",
                            {{"kind", kind}, {"council", link_to_body(view.body.part_of, view.part_of_name, at)}}));
  } else {
    sentences.push_back(say("{kind}.", {{"kind", kind}}));
  }
  if (view.body.decides) {
    sentences.push_back(say("It has powers to decide. Nobody who acts for it may moderate or keep this record."));
  }
  if (view.body.ended) {
    sentences.push_back(view.body.to ? say("It ended: {when}.", {{"when", say.time(*view.body.to)}})
                                     : say("It is no longer used. When it ended is not on the record."));
  }
  if (view.body.ask_instead.is_set()) {
    sentences.push_back(
        say("Ask {body} instead.", {{"body", link_to_body(view.body.ask_instead, view.ask_instead_name, at)}}));
  }
  return html::answer(say, sentences);
}

Html person_line(const HolderLine& line, const BodyPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = say("{name}, {time}",
                 {{"name", html::strong(html::text(name_of(line.name, say)))}, {"time", time_in_office(line, say)}});
  if (view.can_change && !line.to) {
    out += " ";
    out += a(at.to("/holders/" + std::to_string(line.held.value) + "/left"), say("Record that they left"));
  }
  return out;
}

Html office_entry(const OfficeWithHolders& one, const BodyPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> now;
  std::vector<Html> before;
  for (const HolderLine& line : one.holders) {
    (has_left(line, view.today) ? before : now).push_back(person_line(line, view, at));
  }
  Html body;
  if (now.empty()) {
    body += html::gap(say("who holds this office today"),
                      say("The record does not say who holds it, or whether it stands empty."),
                      a(at.to("/ask?about=" + std::to_string(view.body.body.value)), say("Ask who holds it")), say);
  } else {
    body += html::bullets(now);
  }
  if (!before.empty()) {
    body += html::details(
        say.count("{n} person held it before", "{n} people held it before", static_cast<std::int64_t>(before.size())),
        html::bullets(before));
  }
  if (view.can_change) {
    body += html::p(
        a(at.to("/offices/" + std::to_string(one.office.office.value) + "/holders/new"), say("Record who holds it")));
  }
  return html::entry({.id = "office-" + std::to_string(one.office.office.value),
                      .heading = html::text(name_of(one.office.title, say)),
                      .margin = html::stamp({.entry = one.office.office.value, .on = one.office.from}, say),
                      .body = body});
}

Html rule_line(const RuleLine& line, const Showing& at) {
  const Say& say = at.say;
  if (line.rule == Rule::pre_election) {
    return say(
        "Before an election: from {from} to {to}. Nothing new opens or is promoted. Questions are still answered.",
        {{"from", say.time(line.from)}, {"to", line.to ? say.time(*line.to) : say("a day not on the record")}});
  }
  Html out = line.counted_from == CountedFrom::meeting
                 ? say.count("Call-in: {n} working day after the meeting",
                             "Call-in: {n} working days after the meeting", line.working_days)
                 : say.count("Call-in: {n} working day after a decision is published",
                             "Call-in: {n} working days after a decision is published", line.working_days);
  if (line.first_day_counts) out += html::all(", ", say("with that day as day 1"));
  if (line.end_minute > 0) out += html::all(", ", say("until {time}", {{"time", say.time_of_day(line.end_minute)}}));
  out += ". ";
  out += line.to ? say("It held from {from} to {to}.", {{"from", say.time(line.from)}, {"to", say.time(*line.to)}})
                 : say("It holds since {from}.", {{"from", say.time(line.from)}});
  if (line.source.is_shown()) out += html::all(" ", say("Source: {source}", {{"source", line.source.words}}));
  return out;
}

Html change_line(const BodyChangeLine& line, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> parts;
  if (line.name.state != Text::State::absent) {
    parts.push_back(say("It is called {name}.", {{"name", name_of(line.name, say)}}));
  }
  if (line.ended) parts.push_back(say("It ended."));
  if (line.ask_instead.is_set()) {
    parts.push_back(
        a(at.to("/bodies/" + std::to_string(line.ask_instead.value)), say("Another body is asked instead.")));
  }
  if (parts.empty()) parts.push_back(say("Where its questions go changed."));
  html::Stamp stamp{.entry = line.act.value, .on = line.on};
  if (line.on && line.recorded > line.on->last()) stamp.recorded = line.recorded;
  return html::all(html::stamp_line(stamp, say), " ", html::join(parts, html::text(" ")));
}

Html what_it_did(const BodyPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string number = std::to_string(view.body.body.value);
  return html::all(html::h2(say("What it decided, and what it was asked"), "decisions"),
                   html::links({a(at.to("/decisions").with("body", number), say("Its decisions")),
                                a(at.to("/coming").with("body", number), say("What it will decide")),
                                a(at.to("/asks").with("body", number), say("Questions to it"))}));
}

Html keeper_links(const BodyPage& view, const Showing& at) {
  const std::string base = "/bodies/" + std::to_string(view.body.body.value);
  return html::links({a(at.to(base + "/change"), at.say("Change this body")),
                      a(at.to(base + "/offices/new"), at.say("Register an office")),
                      a(at.to(base + "/rules/new"), at.say("Set a rule"))});
}

}  // namespace

Html show(const BodyPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)), say("Body"));
  out += short_answer(view, at);
  out +=
      html::p(html::stamp_line({.entry = view.body.body.value, .on = view.body.from, .recorded = view.recorded}, say));
  if (view.can_change) out += keeper_links(view, at);
  out += what_it_did(view, at);

  out += html::h2(say("Who holds office"), "offices");
  if (view.offices.empty()) {
    out += html::gap(
        say("its offices"), say("Nobody has written down yet which posts this body has, and who holds them."),
        a(at.to("/ask").with("about", std::to_string(view.body.body.value)), say("Ask about this body")), say);
  }
  for (const OfficeWithHolders& one : view.offices) out += office_entry(one, view, at);

  if (!view.committees.empty()) {
    out += html::h2(say("Its committees"), "committees");
    std::vector<Html> lines;
    for (const BodyLine& line : view.committees) {
      Html words = link_to_body(line.body, line.name, at);
      if (line.ended) words += html::all(" ", html::tag(say("Ended"), html::Tone::no));
      lines.push_back(std::move(words));
    }
    out += html::bullets(lines);
  }
  out += html::h2(say("Its rules"), "rules");
  if (view.rules.empty()) {
    out += html::p(view.body.part_of.is_set()
                       ? say("It has no rule of its own here. Those of the body it is part of hold.")
                       : say("Its rule for call-in is not on the record."));
  } else {
    std::vector<Html> lines;
    for (const RuleLine& line : view.rules) lines.push_back(rule_line(line, at));
    out += html::bullets(lines);
  }
  if (!view.changes.empty()) {
    out += html::h2(say("What changed"), "changes");
    std::vector<Html> lines;
    for (const BodyChangeLine& line : view.changes) lines.push_back(change_line(line, at));
    out += html::bullets(lines);
  }
  const std::string base = "/bodies/" + std::to_string(view.body.body.value);
  out +=
      html::links({a(at.to(base + ".csv"), say("Offices as CSV")), a(at.to(base + ".json"), say("This page as JSON"))});
  return out;
}

std::string csv(const BodyPage& view, const Say& say) {
  std::string out = csv_row({"office", "title", "held", "name", "from", "to"});
  for (const OfficeWithHolders& one : view.offices) {
    const std::string office = number_of(one.office.office);
    const std::string post = name_of(one.office.title, say);
    if (one.holders.empty()) out += csv_row({office, post, "", "", "", ""});
    for (const HolderLine& line : one.holders) {
      out += csv_row({office, post, number_of(line.held), name_of(line.name, say), iso_of(line.from), iso_of(line.to)});
    }
  }
  return out;
}

}  // namespace alongside::place
