#include "commons/place/views.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "commons/place/apply.h"
#include "commons/place/helplines.h"
#include "kernel/concern.h"

namespace alongside::place {
namespace {

using kernel::Reader;
using kernel::to_value;

// A chain of bodies is followed so far and no further: acts may point in a circle.
constexpr int steps_max = 16;

BodyLine line_of(Reader& reader, const BodyRow& row) {
  BodyLine out{.body = row.index,
               .name = reader.words(row.name_act, "name"),
               .kind = row.kind,
               .part_of = row.part_of,
               .decides = row.decides,
               .ended = row.ended,
               .ask_instead = row.ask_instead,
               .from = row.from,
               .to = row.to};
  if (row.asks_to_act.is_set()) out.asks_to = reader.words(row.asks_to_act, "asks_to");
  return out;
}

OfficeLine line_of(Reader& reader, const OfficeRow& row) {
  return {
      .office = row.index, .body = row.body, .title = reader.words(row.index, "title"), .from = row.from, .to = row.to};
}

HolderLine line_of(Reader& reader, const HolderRow& row, const OfficeLine& office) {
  return {.held = row.index,
          .office = row.office,
          .body = office.body,
          .name = reader.words(row.index, "name"),
          .title = office.title,
          .from = row.from,
          .to = row.to};
}

// Named ones by their folded name, then the others in the order of the record.
template <class Line>
void sort_by(std::vector<Line>& lines, Text Line::*name, Index Line::*index) {
  std::vector<std::pair<std::string, Line>> keyed;
  keyed.reserve(lines.size());
  for (Line& line : lines) {
    std::string key = (line.*name).is_shown() ? folded((line.*name).words) : std::string("\xff");
    keyed.emplace_back(std::move(key), std::move(line));
  }
  std::sort(keyed.begin(), keyed.end(), [index](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.*index < b.second.*index;
  });
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = std::move(keyed[i].second);
}

std::vector<BodyLine> sorted_bodies(Reader& reader, const std::vector<BodyRow>& rows) {
  std::vector<BodyLine> out;
  out.reserve(rows.size());
  for (const BodyRow& row : rows) out.push_back(line_of(reader, row));
  sort_by(out, &BodyLine::name, &BodyLine::body);
  return out;
}

}  // namespace

std::string name_of(const Text& text, const html::Say& say) {
  switch (text.state) {
    case Text::State::shown:
      return text.words;
    case Text::State::erased:
      return say.plain("[name erased]");
    case Text::State::withheld:
      return say.plain("[name not shown yet]");
    case Text::State::absent:
      break;
  }
  return say.plain("[no name on the record]");
}

// ---- the place itself -----------------------------------------------------------------------------------------------

PlaceLine place(Reader& reader) {
  const auto row = reader.one<PlaceRow>("ORDER BY idx LIMIT 1");
  if (!row) return {};
  return {.opened = row->index,
          .name = reader.words(row->index, "name"),
          .keeper = reader.words(row->index, "keeper"),
          .outside_moderator = reader.words(row->index, "outside_moderator"),
          .zone = row->zone.value,
          .helplines = helplines_of(row->helplines.value),
          .host_decides = row->host_decides,
          .sample = row->sample};
}

// ---- bodies ---------------------------------------------------------------------------------------------------------

std::optional<BodyLine> body(Reader& reader, Index index) {
  const auto row = reader.one<BodyRow>("WHERE idx = $1", {index.value});
  if (!row) return std::nullopt;
  return line_of(reader, *row);
}

std::vector<BodyLine> bodies(Reader& reader) { return sorted_bodies(reader, reader.all<BodyRow>("ORDER BY idx")); }

std::vector<BodyLine> committees_of(Reader& reader, Index body) {
  return sorted_bodies(reader, reader.all<BodyRow>("WHERE part_of = $1 ORDER BY idx", {body.value}));
}

bool is_body(Reader& reader, Index index) {
  return reader.count("SELECT COUNT(*) FROM bodies WHERE idx = $1", {index.value}) > 0;
}

Text body_name(Reader& reader, Index index) {
  const auto row = reader.one<BodyRow>("WHERE idx = $1", {index.value});
  return row ? reader.words(row->name_act, "name") : Text{};
}

Index body_to_ask(Reader& reader, Index body) {
  for (int step = 0; step < steps_max; ++step) {
    const auto row = reader.one<BodyRow>("WHERE idx = $1", {body.value});
    if (!row || !row->ask_instead.is_set() || row->ask_instead == body) return body;
    body = row->ask_instead;
  }
  return body;
}

std::optional<Index> body_named(Reader& reader, std::string_view name) {
  const std::string wanted = folded(name);
  for (const BodyRow& row : reader.all<BodyRow>("ORDER BY idx")) {
    const Text found = reader.words(row.name_act, "name");
    if (found.is_shown() && folded(found.words) == wanted) return row.index;
  }
  return std::nullopt;
}

std::vector<Index> body_and_above(Reader& reader, Index body) {
  std::vector<Index> out;
  while (body.is_set() && out.size() < steps_max && std::find(out.begin(), out.end(), body) == out.end()) {
    const auto row = reader.one<BodyRow>("WHERE idx = $1", {body.value});
    if (!row) break;
    out.push_back(body);
    body = row->part_of;
  }
  return out;
}

std::vector<Index> body_and_below(Reader& reader, Index body) {
  std::vector<Index> out;
  reader.each(
      "WITH RECURSIVE below(body) AS (SELECT idx FROM bodies WHERE idx = $1 "
      "UNION SELECT b.idx FROM bodies b JOIN below ON b.part_of = below.body) SELECT body FROM below ORDER BY body",
      {body.value}, [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

// ---- offices and who holds them -------------------------------------------------------------------------------------

std::optional<OfficeLine> office(Reader& reader, Index index) {
  const auto row = reader.one<OfficeRow>("WHERE idx = $1", {index.value});
  if (!row) return std::nullopt;
  return line_of(reader, *row);
}

std::vector<OfficeLine> offices_of(Reader& reader, Index body) {
  std::vector<OfficeLine> out;
  for (const OfficeRow& row : reader.all<OfficeRow>("WHERE body = $1 ORDER BY idx", {body.value})) {
    out.push_back(line_of(reader, row));
  }
  sort_by(out, &OfficeLine::title, &OfficeLine::office);
  return out;
}

bool is_office(Reader& reader, Index index) {
  return reader.count("SELECT COUNT(*) FROM offices WHERE idx = $1", {index.value}) > 0;
}

std::optional<Index> office_titled(Reader& reader, Index body, std::string_view title) {
  const std::string wanted = folded(title);
  for (const OfficeRow& row : reader.all<OfficeRow>("WHERE body = $1 ORDER BY idx", {body.value})) {
    const Text found = reader.words(row.index, "title");
    if (found.is_shown() && folded(found.words) == wanted) return row.index;
  }
  return std::nullopt;
}

std::optional<HolderLine> holder(Reader& reader, Index held) {
  const auto row = reader.one<HolderRow>("WHERE idx = $1", {held.value});
  if (!row) return std::nullopt;
  return line_of(reader, *row, office(reader, row->office).value_or(OfficeLine{}));
}

std::vector<HolderLine> holders_of_office(Reader& reader, Index index) {
  const auto of = office(reader, index);
  std::vector<HolderLine> out;
  if (!of) return out;
  for (const HolderRow& row : reader.all<HolderRow>("WHERE office = $1 ORDER BY idx", {index.value})) {
    out.push_back(line_of(reader, row, *of));
  }
  return out;
}

std::vector<HolderLine> holders_on(Reader& reader, Index index, Day day) {
  std::vector<HolderLine> out = holders_of_office(reader, index);
  std::erase_if(out, [day](const HolderLine& line) {
    return (line.from && line.from->first() > day) || (line.to && line.to->last() < day);
  });
  return out;
}

std::vector<HolderLine> holders_of_body(Reader& reader, Index body) {
  std::map<Index, OfficeLine> offices;
  for (OfficeLine& line : offices_of(reader, body)) offices.emplace(line.office, std::move(line));
  std::vector<HolderLine> out;
  for (const HolderRow& row :
       reader.all<HolderRow>("WHERE office IN (SELECT idx FROM offices WHERE body = $1) ORDER BY idx", {body.value})) {
    out.push_back(line_of(reader, row, offices[row.office]));
  }
  sort_by(out, &HolderLine::name, &HolderLine::held);
  return out;
}

// ---- choices for forms ----------------------------------------------------------------------------------------------

namespace {

std::string full_name(const BodyLine& line, const std::map<Index, std::string>& names, const html::Say& say) {
  const auto above = names.find(line.part_of);
  const std::string own = name_of(line.name, say);
  return above == names.end() ? own : above->second + ": " + own;
}

}  // namespace

std::vector<html::Choice> body_choices(const kernel::Seeing& seeing, const html::Say& say) {
  const std::vector<BodyLine> lines = bodies(seeing.reader);
  std::map<Index, std::string> names;
  for (const BodyLine& line : lines) names.emplace(line.body, name_of(line.name, say));
  std::vector<html::Choice> out;
  for (const BodyLine& line : lines) {
    if (line.ended) continue;
    out.push_back(html::choice_named(std::to_string(line.body.value), full_name(line, names, say)));
  }
  std::sort(out.begin(), out.end(), [](const html::Choice& a, const html::Choice& b) { return a.name < b.name; });
  return out;
}

std::vector<html::Choice> office_choices(const kernel::Seeing& seeing, const html::Say& say) {
  std::map<Index, std::string> names;
  for (const BodyLine& line : bodies(seeing.reader)) names.emplace(line.body, name_of(line.name, say));
  std::vector<html::Choice> out;
  for (const OfficeRow& row : seeing.reader.all<OfficeRow>("ORDER BY idx")) {
    const std::string title = name_of(seeing.reader.words(row.index, "title"), say);
    out.push_back(html::choice_named(std::to_string(row.index.value), names[row.body] + ": " + title));
  }
  std::sort(out.begin(), out.end(), [](const html::Choice& a, const html::Choice& b) { return a.name < b.name; });
  return out;
}

// ---- the calendar and the rules -------------------------------------------------------------------------------------

engines::Holidays holidays(Reader& reader) {
  std::vector<engines::Holiday> out;
  for (const HolidayRow& row : reader.all<HolidayRow>("ORDER BY act, place")) {
    const auto division = division_named(row.division.value);
    if (!division) continue;
    Text title = reader.words(row.act, "added/" + std::to_string(row.place) + "/title");
    out.push_back({.division = *division,
                   .day = row.day,
                   .title = std::move(title.words),
                   .known_from = row.known_from,
                   .removed_on = row.removed_on});
  }
  return engines::Holidays(std::move(out));
}

std::optional<engines::Division> division_named(std::string_view token) {
  if (token == "england-and-wales") return engines::Division::england_and_wales;
  if (token == "scotland") return engines::Division::scotland;
  if (token == "northern-ireland") return engines::Division::northern_ireland;
  return std::nullopt;
}

namespace {

RuleLine line_of(Reader& reader, const RuleRow& row) {
  return {.act = row.index,
          .body = row.body,
          .rule = row.rule,
          .from = row.from,
          .to = row.to,
          .working_days = row.working_days,
          .counted_from = row.counted_from,
          .first_day_counts = row.first_day_counts,
          .last_day_in_force = row.last_day_in_force,
          .end_minute = row.end_minute,
          .source = reader.words(row.index, "source")};
}

// The rule that began last of those that hold; of two that began together, the one recorded later.
std::optional<RuleRow> rule_that_holds(Reader& reader, Index body, Rule rule, Day day) {
  for (const Index at : body_and_above(reader, body)) {
    const auto row = reader.one<RuleRow>(
        "WHERE body = $1 AND rule = $2 AND from_day <= $3 AND (to_day IS NULL OR to_day >= $3) "
        "ORDER BY from_day DESC, idx DESC LIMIT 1",
        {at.value, to_value(rule), to_value(day)});
    if (row) return row;
  }
  return std::nullopt;
}

}  // namespace

std::optional<engines::CallInRule> call_in_rule(Reader& reader, Index body, Day day) {
  const auto row = rule_that_holds(reader, body, Rule::call_in, day);
  if (!row) return std::nullopt;
  return engines::CallInRule{
      .body = row->body.value,
      .from = row->from,
      .until = row->to,
      .working_days = row->working_days,
      .counted_from =
          row->counted_from == CountedFrom::meeting ? engines::CountedFrom::meeting : engines::CountedFrom::publication,
      .first_day_counts = row->first_day_counts,
      .end_minute = row->end_minute == 0 ? 24 * 60 : row->end_minute,
      .effective = row->last_day_in_force ? engines::Effective::on_the_last_day : engines::Effective::the_day_after};
}

std::vector<RuleLine> rules_of(Reader& reader, Index body) {
  std::vector<RuleLine> out;
  for (const RuleRow& row : reader.all<RuleRow>("WHERE body = $1 ORDER BY from_day DESC, idx DESC", {body.value})) {
    out.push_back(line_of(reader, row));
  }
  return out;
}

std::optional<RuleLine> pre_election_period(Reader& reader, Index body, Day day) {
  const auto row = rule_that_holds(reader, body, Rule::pre_election, day);
  if (!row) return std::nullopt;
  return line_of(reader, *row);
}

}  // namespace alongside::place
