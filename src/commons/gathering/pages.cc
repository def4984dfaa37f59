// The meetings of a piece of work, as a page, a table, a feed and a calendar.
#include "commons/gathering/pages.h"

#include "base/csv.h"
#include "commons/work/bar.h"
#include "commons/valued/pages.h"
#include "commons/work/pages.h"

namespace alongside::gathering {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

kernel::CalendarEntry entry_of(const MeetingLine& line, std::string words, const Say& say) {
  return {.index = line.gathering, .changes = line.changes, .revised = line.revised_on, .from = line.from, .to = line.to, .path = meeting_path(line),
          .title = name_or(line.title, say), .where = line.where.or_empty(), .words = std::move(words), .is_off = line.called_off};
}

std::vector<MeetingLine> all_of(const MeetingsPage& view) {
  std::vector<MeetingLine> out = view.coming;
  out.insert(out.end(), view.past.begin(), view.past.end());
  return out;
}

Html ledger_of(const std::vector<MeetingLine>& lines, const Showing& at) {
  std::vector<html::Line> out;
  for (const MeetingLine& one : lines) out.push_back(ledger_line(one, at));
  return html::ledger(out);
}

}  // namespace

std::string meetings_path(Index work) { return work::work_path(work) + "/meetings"; }
std::string meeting_path(const MeetingLine& line) { return meetings_path(line.work) + "/" + std::to_string(line.gathering.value); }

Html when_of(const MeetingLine& line, const Say& say) {
  return say("{day}, from {from} to {to}.", {{"day", say.day_with_weekday(line.on)}, {"from", say.time_of_day(line.from_minute)}, {"to", say.time_of_day(line.to_minute)}});
}

html::Line ledger_line(const MeetingLine& line, const Showing& at) {
  Html words = when_of(line, at.say);
  if (line.where.is_shown()) words += text(" ") + text(line.where.words);
  return {.date = at.say.time(When(line.on)), .title = a(at.to(meeting_path(line)), name_or(line.title, at.say)), .words = std::move(words),
          .after = line.called_off ? html::tag(at.say("Called off"), html::Tone::late) : Html()};
}

html::Line waiting_line(const WaitingItem& item, const Showing& at) {
  const std::string meeting = meetings_path(item.work) + "/" + std::to_string(item.gathering.value);
  const std::string path = meeting + "/items/" + std::to_string(item.item.value);
  return {.date = at.say.time(When(item.on)), .title = item.title.is_shown() ? a(at.to(meeting), item.title.words) : a(at.to(meeting), at.say("These words were erased.")),
          .after = html::links({a(at.to(path + "/publish"), at.say("Put it on the agenda")), a(at.to(path + "/refuse"), at.say("Refuse it")), a(at.to(path + "/danger"), at.say("It sounds like danger"))})};
}

Html proposed_words(const ItemCounts& counts, const Say& say) {
  if (counts.items == 0) return {};
  if (counts.unnamed == 0) {
    return say.count("{lived} of {n} item came from people who use services, and carers.", "{lived} of {n} items came from people who use services, and carers.",
                     counts.items, {{"lived", counts.lived}});
  }
  Html out;
  if (counts.lived > 0) {
    out += say.count("At least {lived} of {n} item came from people who use services, and carers.", "At least {lived} of {n} items came from people who use services, and carers.",
                     counts.items, {{"lived", counts.lived}}) + text(" ");
  }
  return out + say.count("Of {n} item we do not say from which side it came: so few people are on one of the sides that they could be known by it.",
                         "Of {n} items we do not say from which side they came: so few people are on one of the sides that they could be known by it.", counts.unnamed);
}

Html opening(const MeetingLine& line, const Text& phone, const Text& paid, const Showing& at) {
  Html words = when_of(line, at.say);
  if (line.where.is_shown()) words += text(" ") + text(line.where.words);
  std::vector<Html> meta;
  if (phone.is_shown()) meta.push_back(at.say("You can take part by phone."));
  if (paid.is_shown()) meta.push_back(text(paid.words));
  return html::openings({{.title = a(at.to(meeting_path(line)), name_or(line.title, at.say)), .words = std::move(words), .meta = html::join(meta, text(" "))}});
}

std::string title(const MeetingsPage& view, const Say& say) { return say.plain("Meetings: {work}", {{"work", name_or(view.work_title, say)}}); }

Html show(const MeetingsPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = view.course ? work::bar(*view.course, work::Part::meetings, at) : Html();
  out += html::h1(say("Meetings"), text(name_or(view.work_title, say)));
  if (view.coming.empty() && view.past.empty()) {
    out += html::empty(say("No meeting is on the record yet."), say("Here will be each meeting, how to get to it, and what was agreed there."));
  }
  if (!view.coming.empty()) out += html::h2(say("Coming"), "coming") + ledger_of(view.coming, at);
  if (!view.past.empty()) out += html::h2(say("Have been"), "past") + ledger_of(view.past, at);
  if (view.proposed.items > 0) out += html::h2(say("Who proposed what was talked about"), "proposed") + html::p(proposed_words(view.proposed, say));
  std::vector<Html> links;
  const std::string path = meetings_path(view.work);
  if (!view.coming.empty() || !view.past.empty()) links.push_back(a(at.to(path + ".ics"), say("Put them in your own calendar")));
  if (view.may_run) links.push_back(a(at.to(path + "/new"), say("Call a meeting")));
  if (!links.empty()) out += html::links(links);
  return out;
}

std::string csv(const MeetingsPage& view, const Say& say) {
  std::string out = csv_row({"gathering", "title", "on", "from", "to", "where", "called_off", "changes"});
  for (const MeetingLine& one : all_of(view)) {
    out += csv_row({std::to_string(one.gathering.value), name_or(one.title, say), one.on.iso(), say.time_of_day(one.from_minute), say.time_of_day(one.to_minute),
                    one.where.or_empty(), one.called_off ? "yes" : "no", std::to_string(one.changes)});
  }
  return out;
}

kernel::Feed feed(const MeetingsPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const MeetingLine& one : all_of(view)) {
    const std::string when = say.plain("{day}, from {from} to {to}.", {{"day", say.day_with_weekday(one.on)}, {"from", say.time_of_day(one.from_minute)},
                                                                       {"to", say.time_of_day(one.to_minute)}});
    out.entries.push_back({.path = meeting_path(one), .title = name_or(one.title, say), .summary = one.called_off ? say.plain("Called off") + ". " + when : when,
                           .updated = one.revised_on, .index = one.gathering});
  }
  return out;
}

kernel::Calendar calendar(const MeetingsPage& view, const Say& say) {
  kernel::Calendar out{.title = title(view, say)};
  for (const MeetingLine& one : all_of(view)) out.entries.push_back(entry_of(one, "", say));
  return out;
}

kernel::Calendar calendar(const MeetingPage& view, const Say& say) {
  std::string words;
  const auto add = [&](std::string name, const Text& said) {
    if (said.is_shown()) words += (words.empty() ? "" : "\n") + name + " " + said.words;
  };
  add(say.plain("How to get there and in:"), view.way_in);
  add(say.plain("By phone:"), view.phone);
  add(say.plain("Access:"), view.access);
  add(say.plain("Fares:"), view.fares);
  add(say.plain("Paid:"), view.paid);
  return {.title = title(view, say), .entries = {entry_of(view.line, std::move(words), say)}};
}

}  // namespace alongside::gathering
