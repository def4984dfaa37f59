#include "commons/place/commands.h"

#include "base/text.h"
#include "commons/place/apply.h"
#include "commons/place/views.h"

namespace alongside::place {
namespace {

using kernel::Changes;
using kernel::Situation;

// A last day that cannot come after the first, as far as both are known.
void check_span(const std::optional<When>& from, const std::optional<When>& to, Problems& problems) {
  if (from && to && from->first() > to->last()) {
    problems.add("to", Code::out_of_range, msg("Give a last day that is not before the first."), to->iso());
  }
}

Index body_of_that_name(kernel::Reader& reader, const Said& name, Index part_of, Index except) {
  const std::string wanted = folded(name.words());
  if (wanted.empty()) return {};
  for (const BodyRow& row : reader.all<BodyRow>("ORDER BY idx")) {
    if (row.ended || row.part_of != part_of || row.index == except) continue;
    const Text found = reader.words(row.name_act, "name");
    if (found.is_shown() && folded(found.words) == wanted) return row.index;
  }
  return {};
}

}  // namespace

// ---- the place ------------------------------------------------------------------------------------------------------

OpenFacts look(const Situation& situation, const OpenPlace&) {
  return {.is_open = situation.reader.count("SELECT COUNT(*) FROM places") > 0};
}

Result<Changes> decide(const OpenFacts& facts, OpenPlace asked) {
  Problems problems;
  if (facts.is_open) problems.add("", Code::already_there, msg("This place is open already."));
  if (is_blank(asked.name)) problems.add("name", Code::missing, msg("Give the place a name that people there use."));
  if (!day_in_zone(Instant{}, asked.zone.value)) {
    problems.add("zone", Code::unknown_word, msg("Give a time zone such as Europe/London."), asked.zone.value);
  }
  if (helplines_of(asked.helplines.value).empty()) {
    problems.add("helplines", Code::unknown_word, msg("Give a table of crisis numbers that is here: england."),
                 asked.helplines.value);
  }
  if (problems.any()) return problems.take();

  Changes changes;
  changes.add(PlaceOpened{.name = std::move(asked.name),
                          .keeper = std::move(asked.keeper),
                          .outside_moderator = std::move(asked.outside_moderator),
                          .zone = std::move(asked.zone),
                          .helplines = std::move(asked.helplines),
                          .host_decides = asked.host_decides,
                          .sample = asked.sample});
  return changes;
}

// ---- bodies ---------------------------------------------------------------------------------------------------------

RegisterBodyFacts look(const Situation& situation, const RegisterBody& asked) {
  return {.part_of_is_body = is_body(situation.reader, asked.part_of),
          .same_name = body_of_that_name(situation.reader, asked.name, asked.part_of, {})};
}

Result<Changes> decide(const RegisterBodyFacts& facts, RegisterBody asked) {
  Problems problems;
  if (is_blank(asked.name)) problems.add("name", Code::missing, msg("Give the body’s name."));
  if (asked.part_of.is_set() && !facts.part_of_is_body) {
    problems.add("part_of", Code::not_found, msg("Choose a body that is registered here."),
                 std::to_string(asked.part_of.value));
  }
  if (facts.same_name.is_set()) {
    problems.add(
        "name", Code::already_there,
        msg("A body of this name is registered here already. Change that one, or give a name that tells them apart."),
        asked.name.words());
  }
  check_span(asked.from, asked.to, problems);
  if (problems.any()) return problems.take();

  Changes changes;
  changes.add(BodyRegistered{.name = std::move(asked.name),
                             .body_kind = asked.body_kind,
                             .part_of = asked.part_of,
                             .decides = asked.decides,
                             .asks_to = std::move(asked.asks_to),
                             .source_id = std::move(asked.source_id),
                             .from = asked.from,
                             .to = asked.to,
                             .expired = asked.expired});
  return changes;
}

ChangeBodyFacts look(const Situation& situation, const ChangeBody& asked) {
  kernel::Reader& reader = situation.reader;
  ChangeBodyFacts facts;
  const auto here = body(reader, asked.body);
  facts.is_body = here.has_value();
  if (here) facts.same_name = body_of_that_name(reader, asked.name, here->part_of, asked.body);
  if (asked.ask_instead.is_set()) {
    facts.instead_is_body = is_body(reader, asked.ask_instead);
    facts.leads_back = body_to_ask(reader, asked.ask_instead) == asked.body;
  }
  return facts;
}

Result<Changes> decide(const ChangeBodyFacts& facts, ChangeBody asked) {
  Problems problems;
  if (!facts.is_body) problems.add("body", Code::not_found, msg("Choose a body that is registered here."));
  if (is_blank(asked.name) && is_blank(asked.asks_to) && !asked.ask_instead.is_set() && !asked.ended) {
    problems.add("name", Code::missing,
                 msg("Say what changed: its name, where questions go, whom to ask instead, or that it ended."));
  }
  if (facts.same_name.is_set()) {
    problems.add("name", Code::already_there, msg("Another body here has this name already."), asked.name.words());
  }
  if (asked.ask_instead.is_set() && !facts.instead_is_body) {
    problems.add("ask_instead", Code::not_found, msg("Choose a body that is registered here."),
                 std::to_string(asked.ask_instead.value));
  } else if (facts.leads_back) {
    problems.add("ask_instead", Code::out_of_range, msg("Choose another body: this one leads back to where it began."));
  }
  if (problems.any()) return problems.take();

  Changes changes;
  changes.add(BodyChanged{.body = asked.body,
                          .name = is_blank(asked.name) ? Said() : std::move(asked.name),
                          .asks_to = is_blank(asked.asks_to) ? Said() : std::move(asked.asks_to),
                          .ask_instead = asked.ask_instead,
                          .on = asked.on,
                          .ended = asked.ended});
  return changes;
}

// ---- offices and holders --------------------------------------------------------------------------------------------

RegisterOfficeFacts look(const Situation& situation, const RegisterOffice& asked) {
  return {.is_body = is_body(situation.reader, asked.body)};
}

Result<Changes> decide(const RegisterOfficeFacts& facts, RegisterOffice asked) {
  Problems problems;
  if (!facts.is_body) problems.add("body", Code::not_found, msg("Choose a body that is registered here."));
  if (is_blank(asked.title))
    problems.add("title", Code::missing, msg("Give the office’s title, such as Leader of the council."));
  check_span(asked.from, asked.to, problems);
  if (problems.any()) return problems.take();

  Changes changes;
  changes.add(OfficeRegistered{.body = asked.body,
                               .title = std::move(asked.title),
                               .source_id = std::move(asked.source_id),
                               .from = asked.from,
                               .to = asked.to});
  return changes;
}

HoldOfficeFacts look(const Situation& situation, const HoldOffice& asked) {
  const auto found = office(situation.reader, asked.office);
  return {.is_office = found.has_value(), .body = found ? found->body : Index{}};
}

Result<Changes> decide(const HoldOfficeFacts& facts, HoldOffice asked) {
  Problems problems;
  if (!facts.is_office) problems.add("office", Code::not_found, msg("Choose an office that is registered here."));
  if (is_blank(asked.name))
    problems.add("name", Code::missing, msg("Give the name of the person who holds the office."));
  check_span(asked.from, asked.to, problems);
  if (problems.any()) return problems.take();

  Changes changes;
  changes.add(OfficeHeld{.office = asked.office,
                         .name = std::move(asked.name),
                         .source_id = std::move(asked.source_id),
                         .from = asked.from,
                         .to = asked.to});
  if (facts.body.is_set()) changes.then("/bodies/" + std::to_string(facts.body.value));
  return changes;
}

LeaveOfficeFacts look(const Situation& situation, const LeaveOffice& asked) {
  const auto found = holder(situation.reader, asked.held);
  if (!found) return {};
  return {.is_held = true, .body = found->body, .from = found->from, .to = found->to};
}

Result<Changes> decide(const LeaveOfficeFacts& facts, LeaveOffice asked) {
  Problems problems;
  if (!facts.is_held)
    problems.add("held", Code::not_found, msg("Choose somebody who is recorded as holding an office."));
  if (!asked.to)
    problems.add("to", Code::missing, msg("Give the last day, the month or the year, as exactly as you know it."));
  if (facts.to) {
    problems.add("to", Code::already_there, msg("The last day of this person in this office is on the record already."),
                 facts.to->iso());
  }
  check_span(facts.from, asked.to, problems);
  if (problems.any()) return problems.take();

  Changes changes;
  changes.add(OfficeLeft{.held = asked.held, .to = *asked.to});
  if (facts.body.is_set()) changes.then("/bodies/" + std::to_string(facts.body.value));
  return changes;
}

// ---- the calendar and the rules -------------------------------------------------------------------------------------

ChangeHolidaysFacts look(const Situation& situation, const ChangeHolidays& asked) {
  ChangeHolidaysFacts facts{.today = situation.today};
  situation.reader.each("SELECT day, removed_on FROM holidays WHERE division = $1", {asked.division.value},
                        [&](const store::Row& row) {
                          const Day day(static_cast<std::int32_t>(row.integer(0)));
                          facts.ever.insert(day);
                          if (row.is_null(1)) facts.standing.insert(day);
                        });
  return facts;
}

Result<Changes> decide(const ChangeHolidaysFacts& facts, ChangeHolidays asked) {
  Problems problems;
  if (!division_named(asked.division.value)) {
    problems.add("division", Code::unknown_word, msg("Give one of: england-and-wales, scotland, northern-ireland."),
                 asked.division.value);
  }
  if (!asked.known_from) {
    problems.add("known_from", Code::missing, msg("Give the day on which the source first said so."));
  } else if (*asked.known_from > facts.today) {
    problems.add("known_from", Code::in_the_future,
                 msg("Give the day on which the source first said so. It cannot be later than today."),
                 asked.known_from->iso());
  }
  if (asked.added.empty() && asked.removed.empty()) {
    problems.add("added", Code::missing, msg("Give at least one day that was added or removed."));
  }
  for (std::size_t i = 0; i < asked.removed.size(); ++i) {
    if (facts.ever.contains(asked.removed[i])) continue;
    problems.add("removed/" + std::to_string(i), Code::not_found, msg("This day was never in that calendar here."),
                 asked.removed[i].iso());
  }
  if (problems.any()) return problems.take();

  HolidaysChanged act{.division = std::move(asked.division), .known_from = *asked.known_from};
  std::set<Day> standing = facts.standing;
  for (const Day day : asked.removed) {
    if (standing.erase(day) > 0) act.removed.push_back(day);
  }
  for (HolidayNamed& one : asked.added) {
    if (standing.insert(one.day).second) act.added.push_back(std::move(one));
  }
  Changes changes;
  if (!act.added.empty() || !act.removed.empty()) changes.add(std::move(act));
  return changes;
}

SetRuleFacts look(const Situation& situation, const SetRule& asked) {
  return {.is_body = is_body(situation.reader, asked.body)};
}

Result<Changes> decide(const SetRuleFacts& facts, SetRule asked) {
  constexpr int working_days_max = 100;
  Problems problems;
  if (!facts.is_body) problems.add("body", Code::not_found, msg("Choose a body that is registered here."));
  if (!asked.from) problems.add("from", Code::missing, msg("Give the first day on which this holds."));
  if (asked.rule == Rule::call_in && (asked.working_days < 1 || asked.working_days > working_days_max)) {
    problems.add("working_days", Code::out_of_range,
                 msg("Give how many working days a decision can be called in: 1 to 100."),
                 std::to_string(asked.working_days));
  }
  if (asked.rule == Rule::pre_election && !asked.to) {
    problems.add("to", Code::missing,
                 msg("Give the last day of the time before the election: usually the day of the vote."));
  }
  if (asked.from && asked.to && *asked.to < *asked.from) {
    problems.add("to", Code::out_of_range, msg("Give a last day that is not before the first."), asked.to->iso());
  }
  if (asked.end_minute < 0 || asked.end_minute > 24 * 60) {
    problems.add("end_minute", Code::out_of_range,
                 msg("Give minutes after midnight: 0 to 1440. 4 in the afternoon is 960."),
                 std::to_string(asked.end_minute));
  }
  if (problems.any()) return problems.take();

  Changes changes;
  changes.add(RuleSet{.body = asked.body,
                      .rule = asked.rule,
                      .from = *asked.from,
                      .to = asked.to,
                      .working_days = asked.rule == Rule::call_in ? asked.working_days : 0,
                      .counted_from = asked.counted_from,
                      .first_day_counts = asked.first_day_counts,
                      .last_day_in_force = asked.last_day_in_force,
                      .end_minute = asked.end_minute,
                      .source = std::move(asked.source)});
  return changes;
}

}  // namespace alongside::place
