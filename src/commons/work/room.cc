#include "commons/work/room.h"

#include "engines/disclosure.h"

namespace alongside::work {

using kernel::Reader;
using kernel::to_value;

std::optional<WorkRow> row_of(Reader& reader, Index work) {
  return work.is_set() ? reader.one<WorkRow>("WHERE idx = $1", {work.value}) : std::nullopt;
}

Text setting_of(Reader& reader, Index work, const char* item) {
  const auto row = reader.one<SettingRow>("WHERE work = $1 AND item = $2", {work.value, std::string(item)});
  return row ? reader.words(row->act, item) : Text{};
}

std::vector<Side> sides_of(Reader& reader, Index work) {
  const bool touches = reader.count("SELECT COUNT(*) FROM work_touches WHERE work = $1", {work.value}) > 0;
  std::vector<Side> out;
  for (const Side side : all_sides) {
    if (side != Side::affected || touches) out.push_back(side);
  }
  return out;
}

std::vector<Side> consenting_sides(Reader& reader, Index work) {
  std::vector<Side> out = sides_of(reader, work);
  std::erase(out, Side::advisor);
  return out;
}

std::optional<Side> side_of(Reader& reader, Index work, kernel::Person person) {
  if (!person.is_set()) return std::nullopt;
  const auto row = reader.one<PersonRow>("WHERE work = $1 AND person = $2", {work.value, person.value});
  return row ? std::optional(row->side) : std::nullopt;
}

std::int64_t people_on(Reader& reader, Index work, Side side) {
  return reader.count("SELECT COUNT(*) FROM work_people WHERE work = $1 AND side = $2", {work.value, to_value(side)});
}

engines::ConsentRule rule_of(const WorkRow& work) {
  return {.two_thirds = work.consent == Consent::two_thirds, .quorum_per_cent = work.quorum_per_cent, .secret = work.ballots != Ballots::by_name};
}

PeopleOfSides people_of_sides(Reader& reader, Index work) {
  PeopleOfSides out;
  for (const PersonRow& row : reader.all<PersonRow>("WHERE work = $1 ORDER BY person", {work.value})) out.emplace(row.person, row.side);
  return out;
}

std::vector<SideTally> tally(const std::vector<Side>& sides, const PeopleOfSides& people, std::span<const GivenAnswer> answers) {
  std::array<engines::Answers, all_sides.size()> counted{};
  const auto of = [&counted](Side side) -> engines::Answers& { return counted[static_cast<std::size_t>(side)]; };
  for (const auto& one : people) ++of(one.second).people;
  for (const GivenAnswer& given : answers) {
    const auto at = people.find(given.person);
    if (at == people.end()) continue;
    engines::Answers& into = of(at->second);
    switch (given.answer) {
      case Answer::yes: ++into.yes; break;
      case Answer::no: ++into.no; break;
      case Answer::abstained: ++into.abstained; break;
    }
  }
  std::vector<SideTally> out;
  for (const Side side : sides) out.push_back({side, of(side)});
  return out;
}

SideAnswer told(const SideTally& tally, const engines::ConsentRule& rule) {
  const engines::SideOutcome outcome = engines::outcome_of(tally.answers, rule);
  return {.side = tally.side, .consented = outcome.consented, .answered = outcome.answered, .yes = outcome.yes, .no = outcome.no, .abstained = outcome.abstained};
}

std::optional<Side> named_side(Side side, const std::vector<Side>& sides, const std::vector<std::int64_t>& people) {
  std::vector<Side> with_people;
  std::vector<std::int64_t> row;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (people[i] == 0) continue;
    with_people.push_back(sides[i]);
    row.push_back(people[i]);
  }
  if (row.size() == 1) return std::nullopt;
  const engines::ShownRow shown = engines::with_small_numbers_hidden(row);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (with_people[i] == side && shown.counts[i]) return side;
  }
  return std::nullopt;
}

std::optional<Side> named_side(Reader& reader, Index work, Side side) {
  const std::vector<Side> sides = sides_of(reader, work);
  std::vector<std::int64_t> people;
  for (const Side one : sides) people.push_back(people_on(reader, work, one));
  return named_side(side, sides, people);
}

namespace may {

bool runs(const kernel::Actor& actor, const WorkRow& work) { return actor.is_keeper() || actor.is_officer_of(work.body); }

bool run_work(const kernel::MayAsk& ask) {
  if (ask.actor.is_keeper()) return true;
  if (ask.actor.standing != kernel::Standing::officer || ask.actor.bodies.empty()) return false;
  if (const Index body = ask.index("body"); body.is_set() && !ask.actor.is_officer_of(body)) return false;
  const auto work = row_of(ask.reader, ask.index("work"));
  return !work || runs(ask.actor, *work);
}

bool take_part(const kernel::MayAsk& ask) {
  return ask.actor.standing == kernel::Standing::member || ask.actor.standing == kernel::Standing::officer;
}

}  // namespace may

}  // namespace alongside::work
