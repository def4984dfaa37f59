#include "commons/work/touched.h"

#include <algorithm>

#include "commons/valued/importing.h"
#include "commons/work/pages.h"
#include "commons/work/room.h"

namespace alongside::work {
namespace {

using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

Day recorded(Reader& reader, Index act) {
  const auto stamp = reader.stamp(act);
  return stamp ? stamp->at : Day();
}

std::vector<ToldLine> told_of(Reader& reader, Index work, const TouchedPlace& place) {
  std::vector<ToldLine> out;
  for (const TouchedToldRow& row : reader.all<TouchedToldRow>("WHERE work = $1 ORDER BY on_day, idx", {work.value})) {
    if (valued::stands_as(reader, row.valued) != place.line.valued) continue;
    out.push_back({.act = row.index, .on = row.on, .recorded = recorded(reader, row.index), .days_after = row.on - place.touched_on, .how = reader.words(row.index, "how")});
  }
  return out;
}

}  // namespace

std::vector<TouchedPlace> touched_places(Reader& reader, Index work) {
  std::vector<TouchedPlace> out;
  for (const TouchesRow& row : reader.all<TouchesRow>("WHERE work = $1 ORDER BY act", {work.value})) {
    const Index place = valued::stands_as(reader, row.valued);
    if (std::any_of(out.begin(), out.end(), [&](const TouchedPlace& one) { return one.line.valued == place; })) continue;
    auto line = valued::valued(reader, place);
    if (!line) continue;
    TouchedPlace one{.line = std::move(*line), .act = row.act, .touched_on = recorded(reader, row.act), .told = {}};
    one.told = told_of(reader, work, one);
    out.push_back(std::move(one));
  }
  std::sort(out.begin(), out.end(), [](const TouchedPlace& a, const TouchedPlace& b) { return a.line.valued < b.line.valued; });
  return out;
}

std::optional<TouchedPlace> touched_place(Reader& reader, Index work, Index valued) {
  if (!valued.is_set()) return std::nullopt;
  const Index place = valued::stands_as(reader, valued);
  for (TouchedPlace& one : touched_places(reader, work)) {
    if (one.line.valued == place) return std::move(one);
  }
  return std::nullopt;
}

std::vector<html::Choice> touched_choices(const kernel::Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  for (const TouchedPlace& one : touched_places(seeing.reader, seeing.index("work"))) {
    out.push_back(html::choice_named(std::to_string(one.line.valued.value), one.line.name.is_shown() ? one.line.name.words : say.plain("Name erased")));
  }
  return out;
}

// From the day on which people are invited a step is open, until the last one has ended.
bool is_open_to_people(const WorkRow& work) { return work.state == WorkState::open && work.step > 0; }

std::vector<UntoldLine> untold(Reader& reader, std::int64_t works_max) {
  std::vector<UntoldLine> out;
  for (const WorkRow& row : reader.all<WorkRow>("WHERE state <> 'preparing' AND step > 0 ORDER BY on_day DESC, idx DESC LIMIT $1", {works_max})) {
    for (TouchedPlace& place : touched_places(reader, row.index)) {
      if (place.told.empty()) out.push_back({.work = row.index, .title = reader.words(row.index, "title"), .place = std::move(place)});
    }
  }
  std::sort(out.begin(), out.end(), [](const UntoldLine& a, const UntoldLine& b) { return a.place.act < b.place.act; });
  return out;
}

std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing) {
  std::vector<kernel::AboutLine> out;
  for (const TouchesRow& row : seeing.reader.all<TouchesRow>("WHERE valued = $1 ORDER BY act DESC", {thing.value})) {
    const auto work = row_of(seeing.reader, row.work);
    auto course = work::course(seeing.reader, row.work, seeing.today);
    if (!work || !course || work->state == WorkState::preparing) continue;  // only its address shows it yet
    kernel::AboutLine line{.index = row.act, .kind = "work", .path = work_path(row.work), .is_open = is_open_to_people(*work)};
    line.html = [course = std::move(*course), valued = thing, open = line.is_open](const kernel::Showing& at) { return touches_line(course, valued, open, at); };
    out.push_back(std::move(line));
  }
  return out;
}

// ---- saying that they were told -------------------------------------------------------------------------------------

ToldFacts look(const Situation& situation, const TellTouched& asked) {
  ToldFacts facts{.today = situation.today, .work = row_of(situation.reader, asked.work), .place = {}};
  if (const auto place = touched_place(situation.reader, asked.work, asked.valued)) facts.place = place->line.valued;
  return facts;
}

// More than once, if they are told again: the earlier ones stay.
Result<Changes> decide(const ToldFacts& facts, TellTouched asked) {
  Problems problems;
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (!facts.place.is_set()) problems.add("valued", Code::not_found, msg("Give a place or group that this work touches."));
  if (asked.how.empty()) problems.add("how", Code::missing, msg("Say how they were told: a notice at the door, the group’s own meeting, a letter."));
  const Day on = asked.on.value_or(facts.today);
  if (on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), on.iso());
  if (facts.work && on < facts.work->on) problems.add("on", Code::out_of_range, msg("Give a day on which this work had begun."), on.iso());
  if (problems.any()) return problems;
  Changes changes;
  changes.add(TouchedTold{.work = asked.work, .valued = facts.place, .on = on, .how = std::move(asked.how)});
  return changes;
}

}  // namespace alongside::work
