#include "commons/work/room.h"

namespace alongside::work {

using kernel::Reader;
using kernel::to_value;

std::optional<WorkRow> row_of(Reader& reader, Index work) {
  return work.is_set() ? reader.one<WorkRow>("WHERE idx = $1", {work.value}) : std::nullopt;
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
