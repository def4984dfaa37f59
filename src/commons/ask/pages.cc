// The list of questions, as a page, CSV and a feed.
#include "commons/ask/pages.h"

#include "commons/ask/wording.h"
#include "base/csv.h"

namespace alongside::ask {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

constexpr std::int64_t lines_a_page = 50;

Html asked_of(const AskLine& line, const Say& say) {
  std::vector<Html> names;
  for (const PartLine& part : line.parts) {
    if (part.body.is_set()) names.push_back(html::text(body_of(part, say)));
  }
  if (names.empty()) return say("Whom to ask is not known yet.");
  return say("Asked of {bodies}.", {{"bodies", say.list(names)}});
}

Html list_line(const std::vector<AskLine>& asks, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::Line> lines;
  for (const AskLine& line : asks) {
    std::vector<Html> words{asked_of(line, say)};
    if (!line.is_answered() && line.days_late() > 0) words.push_back(say.count("{n} working day late.", "{n} working days late.", line.days_late()));
    if (line.asked_by > 1) words.push_back(say.count("{n} person asked this.", "{n} people asked this.", line.asked_by));
    lines.push_back({.date = say.time(line.asked_on), .title = a(at.to(ask_path(line.ask)), headline(line, say)), .words = html::join(words, html::text(" ")), .after = state_tag(line, say)});
  }
  return html::ledger(lines);
}

Html how_long(const AskCounts& counts, const Say& say) {
  std::vector<html::Fact> facts{{.name = say("Questions asked"), .value = html::text(say.number(counts.asked))},
                                {.name = say("Answered"), .value = html::text(say.number(counts.answered))},
                                {.name = say("Answered in time"), .value = html::text(say.number(counts.in_time))},
                                {.name = say("Published, not answered yet"), .value = html::text(say.number(counts.open))},
                                {.name = say("Still open and overdue"), .value = html::text(say.number(counts.overdue))},
                                {.name = say("Waiting to be read"), .value = html::text(say.number(counts.waiting))}};
  if (counts.merged > 0) facts.push_back({.name = say("Put together with another"), .value = html::text(say.number(counts.merged))});
  if (counts.withdrawn > 0) facts.push_back({.name = say("Withdrawn by whoever asked"), .value = html::text(say.number(counts.withdrawn))});
  Html out = html::h2(say("How long answers take"), "how-long") + html::facts(facts) +
             html::small(say("Counted from all questions ever asked here. In time: every body within 20 working days."));
  if (!counts.refused.empty()) {
    std::vector<html::Fact> reasons;
    for (const RefusedCount& one : counts.refused) reasons.push_back({.name = html::text(reason_of(one.reason, say)), .value = html::text(say.number(one.n))});
    out += html::h2(say("Not published, and why"), "refused") + html::facts(reasons);
  }
  return out;
}

}  // namespace

std::string title(const AsksPage&, const Say& say) { return say.plain("Questions: who decided?"); }

Html show(const AsksPage& view, const Showing& at) {
  const Say& say = at.say;
  Html main = html::h1(say("Questions: who decided?"));
  main += html::button_link(at.to("/ask"), say("Ask who decided")) + html::p(a(at.to("/ask/code"), say("I have a code")));
  if (view.asks.empty()) {
    main += html::empty(say("No question is published here yet."), say("Here will be every question, whom it was sent to, and how long the answer took."));
  } else {
    main += html::h2(say("The newest first"), "all") + list_line(view.asks, at);
  }
  main += html::pages(at.to("/asks"), view.page, view.page * lines_a_page < view.of, say);
  main += html::links({a(at.to("/asks.csv"), say("This list as CSV")), a(at.to("/asks.json"), say("This list as JSON")),
                       a(at.to("/asks.atom"), say("Follow with a feed reader"))});
  return html::split(main, how_long(view.counts, say));
}

std::string csv(const AsksPage& view, const Say& say) {
  std::string out = csv_row({"ask", "asked_on", "title", "asked_by", "part", "body", "state", "sent_on", "due", "ended_on", "working_days", "days_late"});
  const auto iso = [](const std::optional<Day>& day) { return day ? day->iso() : std::string(); };
  for (const AskLine& line : view.asks) {
    for (const PartLine& part : line.parts) {
      out += csv_row({std::to_string(line.ask.value), line.asked_on.iso(), headline(line, say), std::to_string(line.asked_by), std::to_string(part.part),
                      part.body.is_set() ? body_of(part, say) : std::string(), std::string(kernel::word_of(part.state)), iso(part.clock.started),
                      iso(part.clock.due), iso(part.ended_on), std::to_string(part.clock.days), std::to_string(part.clock.days_late)});
    }
  }
  return out;
}

kernel::Feed feed(const AsksPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const AskLine& line : view.asks) {
    out.entries.push_back({.path = ask_path(line.ask), .title = headline(line, say), .summary = say.plain("Asked {day}.", {{"day", line.asked_on}}),
                           .updated = line.asked_on, .index = line.ask});
  }
  return out;
}

}  // namespace alongside::ask
