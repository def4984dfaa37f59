#include "commons/place/pages.h"
#include "html/components.h"
#include "base/csv.h"

namespace alongside::place {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::string division_words(const std::string& division, const Say& say) {
  if (division == "england-and-wales") return say.plain("England and Wales");
  if (division == "scotland") return say.plain("Scotland");
  if (division == "northern-ireland") return say.plain("Northern Ireland");
  return division;
}

Html years(const CalendarPage& view, const Showing& at) {
  std::vector<Html> out;
  int last = 0;
  for (const HolidayLine& line : view.holidays) {
    const int year = line.day.date().year;
    if (year == last) continue;
    last = year;
    const std::string words = std::to_string(year);
    out.push_back(year == view.year ? html::strong(html::text(words))
                                    : a(at.to("/calendar").with("year", words), words));
  }
  return out.empty() ? Html() : html::links(out);
}

Html changes_of(const CalendarPage& view, const Showing& at) {
  constexpr std::size_t shown_max = 50;
  const Say& say = at.say;
  std::vector<HolidayChangeLine> shown(
      view.changes.begin(),
      view.changes.begin() + static_cast<std::ptrdiff_t>(std::min(view.changes.size(), shown_max)));
  return html::table(
      say, say("What changed in the calendar, newest first"), shown,
      html::column(say("Known from"), [](const HolidayChangeLine& l) { return l.known_from; }),
      html::column(say("Where"),
                   [&](const HolidayChangeLine& l) { return html::text(division_words(l.division, say)); }),
      html::column(say("Days added"), [](const HolidayChangeLine& l) { return static_cast<std::int64_t>(l.added); }),
      html::column(say("Days removed"),
                   [](const HolidayChangeLine& l) { return static_cast<std::int64_t>(l.removed); }),
      html::column(say("Entry"),
                   [&](const HolidayChangeLine& l) { return html::stamp_line({.entry = l.act.value}, say); }));
}

}  // namespace

std::string title(const CalendarPage&, const Say& say) { return say.plain("Holidays that clocks are counted with"); }

Html show(const CalendarPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(say("Holidays that clocks are counted with"));
  if (view.holidays.empty()) {
    out += html::empty(say("No holiday is on the record yet."),
                       say("Until then, only Saturdays, Sundays, Christmas Day and Good Friday stop a clock."));
  } else {
    out += html::lede(
        say("A holiday that became known late moves the clocks that were running. Here is when each became known."));
    out += years(view, at);
    std::vector<HolidayLine> shown;
    for (const HolidayLine& line : view.holidays) {
      if (line.day.date().year == view.year) shown.push_back(line);
    }
    if (shown.empty()) {
      out += html::p(say("No holiday of {year} is on the record.", {{"year", std::to_string(view.year)}}));
    } else {
      out += html::table(
          say, say("Holidays in {year}", {{"year", std::to_string(view.year)}}), shown,
          html::column(say("Day"), [&](const HolidayLine& l) { return html::text(say.day_with_weekday(l.day)); }),
          html::column(say("Holiday"), [&](const HolidayLine& l) { return html::text(name_of(l.title, say)); }),
          html::column(say("Where"), [&](const HolidayLine& l) { return html::text(division_words(l.division, say)); }),
          html::column(say("Known from"), [](const HolidayLine& l) { return l.known_from; }),
          html::column(say("Taken away"), [](const HolidayLine& l) { return l.removed_on; }));
    }
    out += html::h2(say("What changed, and when it became known"), "changes");
    out += changes_of(view, at);
  }
  if (view.can_change)
    out += html::button_link(at.to("/calendar/change"), say("Change the holidays"), html::ButtonLook::secondary);
  out += html::links(
      {a(at.to("/calendar.csv"), say("All holidays as CSV")), a(at.to("/calendar.json"), say("All holidays as JSON"))});
  return out;
}

std::string csv(const CalendarPage& view, const Say& say) {
  std::string out = csv_row({"division", "day", "title", "known_from", "removed_on", "entry"});
  for (const HolidayLine& line : view.holidays) {
    out += csv_row({line.division, line.day.iso(), name_of(line.title, say), line.known_from.iso(),
                    line.removed_on ? line.removed_on->iso() : std::string(), std::to_string(line.act.value)});
  }
  return out;
}

}  // namespace alongside::place
