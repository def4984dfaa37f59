#include "commons/gathering/reading.h"

#include "base/text.h"

namespace alongside::gathering {

using kernel::Reader;

std::optional<GatheringRow> row_of(Reader& reader, Index gathering) { return reader.one<GatheringRow>("WHERE idx = $1", {gathering.value}); }

std::optional<ItemRow> item_of(Reader& reader, Index item) { return reader.one<ItemRow>("WHERE idx = $1", {item.value}); }

std::optional<NotesRow> notes_of(Reader& reader, Index notes) { return reader.one<NotesRow>("WHERE idx = $1", {notes.value}); }

std::optional<NotesRow> last_notes(Reader& reader, Index gathering) {
  return reader.one<NotesRow>("WHERE gathering = $1 ORDER BY idx DESC LIMIT 1", {gathering.value});
}

Day last_day(const NotesRow& notes, const work::WorkRow& work) { return notes.written_on + work.answer_days; }

Text said_of(Reader& reader, Index gathering, const char* item) {
  const auto row = reader.one<WordsRow>("WHERE gathering = $1 AND item = $2", {gathering.value, std::string(item)});
  return row ? reader.words(row->act, item) : Text{};
}

std::string item_path(const GatheringRow& gathering, Index item) {
  return "/work/" + std::to_string(gathering.work.value) + "/meetings/" + std::to_string(gathering.index.value) + "/items/" + std::to_string(item.value);
}

MeetingFacts meeting_facts(const kernel::Situation& situation, Index work, Index gathering) {
  Reader& reader = situation.reader;
  MeetingFacts facts{.today = situation.today, .gathering = row_of(reader, gathering), .person = situation.actor.person, .next_index = situation.next_index};
  facts.is_keeper = situation.actor.is_keeper();
  if (facts.gathering && work.is_set() && facts.gathering->work != work) facts.gathering.reset();
  if (!facts.gathering) return facts;
  facts.work = work::row_of(reader, facts.gathering->work);
  if (!facts.work) return facts;
  facts.runs = work::may::runs(situation.actor, *facts.work);
  facts.mine = work::side_of(reader, facts.work->index, situation.actor.person);
  facts.sides = work::sides_of(reader, facts.work->index);
  for (const Side side : facts.sides) facts.people.push_back(work::people_on(reader, facts.work->index, side));
  return facts;
}

void needs_meeting(const MeetingFacts& facts, Problems& problems) {
  if (!facts.gathering || !facts.work) problems.add("gathering", Code::not_found, msg("Give a meeting that is on this record."));
}

void needs_length(const Said& said, std::size_t bytes_max, const char* field, Problems& problems) {
  if (said.words().size() <= bytes_max) return;
  problems.add(field, Code::out_of_range, msg("Write at most {n} letters.", {{"n", std::to_string(bytes_max)}}));
}

namespace may {

bool run_meeting(const kernel::MayAsk& ask) {
  if (ask.actor.is_keeper()) return true;
  if (ask.actor.standing != kernel::Standing::officer || ask.actor.bodies.empty()) return false;
  const auto meeting = row_of(ask.reader, ask.index("gathering"));
  if (!meeting) return work::may::run_work(ask);
  const auto work = work::row_of(ask.reader, meeting->work);
  return !work || work::may::runs(ask.actor, *work);
}

bool propose(const kernel::MayAsk& ask) { return work::may::take_part(ask) || run_meeting(ask); }

}  // namespace may

}  // namespace alongside::gathering
