#include "commons/gathering/notes.h"

#include "engines/disclosure.h"

namespace alongside::gathering {

using kernel::Changes;
using kernel::Situation;
using kernel::to_value;

WriteFacts look(const Situation& situation, const WriteNotes& asked) {
  return {.meeting = meeting_facts(situation, asked.work, asked.gathering), .last = last_notes(situation.reader, asked.gathering)};
}

Result<Changes> decide(const WriteFacts& facts, WriteNotes asked) {
  const MeetingFacts& meeting = facts.meeting;
  Problems problems;
  needs_meeting(meeting, problems);
  if (is_blank(asked.words)) problems.add("words", Code::missing, msg("Write what was said and what was agreed."));
  needs_length(asked.words, notes_bytes_max, "words", problems);
  if (meeting.work) {
    if (meeting.gathering->is_off()) problems.add("", Code::wrong_state, msg("This meeting was called off."));
    if (meeting.gathering->on > meeting.today) problems.add("", Code::in_the_future, msg("The meeting has not been yet."));
    if (meeting.work->state == work::WorkState::preparing) {
      problems.add("", Code::wrong_state, msg("Nobody has been invited to this work yet, so nobody could agree the notes."));
    }
    if (facts.last && facts.last->is_open()) problems.add("", Code::wrong_state, msg("Notes of this meeting are being answered. Wait for the last day."));
    if (facts.last && facts.last->agreed) problems.add("", Code::already_there, msg("The notes of this meeting are agreed."));
  }
  if (problems.any()) return problems;
  Changes changes;
  // A body's words, that nobody reads outside the room before the sides have agreed them.
  changes.add(NotesWritten{.gathering = asked.gathering, .words = std::move(asked.words)}, {.withheld = true});
  return changes;
}

ChooseFacts look(const Situation& situation, const ChooseNotes& asked) {
  ChooseFacts facts{.notes = notes_of(situation.reader, asked.notes)};
  if (!facts.notes || (asked.gathering.is_set() && facts.notes->gathering != asked.gathering)) return {};
  facts.meeting = meeting_facts(situation, asked.work, facts.notes->gathering);
  return facts;
}

Result<Changes> decide(const ChooseFacts& facts, ChooseNotes asked) {
  const MeetingFacts& meeting = facts.meeting;
  Problems problems;
  if (!facts.notes || !meeting.work) {
    problems.add("notes", Code::not_found, msg("Give notes of this meeting."));
  } else {
    // The day of the close may have passed before the clock has come by: then nothing counts any more either.
    if (!facts.notes->is_open() || meeting.today > last_day(*facts.notes, *meeting.work)) {
      problems.add("", Code::wrong_state, msg("The days to answer are over. What was answered by then is counted."));
    }
    if (!meeting.mine) {
      problems.add("", Code::wrong_state, msg("Say first on which side you are here: take part in the work."));
    } else if (*meeting.mine == Side::advisor) {
      problems.add("", Code::not_allowed, msg("People who advise can speak, and have no agreement to give."));
    }
  }
  if (!asked.choice) problems.add("choice", Code::missing, msg("Choose one of the answers."));
  if (problems.any()) return problems;
  Changes changes;
  changes.run("DELETE FROM notes_choices WHERE notes = $1 AND person = $2", {asked.notes.value, meeting.person.value});
  changes.keep(ChoiceRow{.notes = asked.notes, .person = meeting.person.value, .choice = *asked.choice});
  return changes;
}

// ---- the close ------------------------------------------------------------------------------------------------------

namespace {

// Where fewer than 5 of a side answered, in secret, what they said is not told. If more people than that are on the side,
// too few of them answered, and the side has not agreed: else three people of thirty would be passed over. If they are no
// more than that, nothing of theirs can ever be told, and the notes do not wait for it.
SideAnswer told_of_notes(const work::SideTally& side, const engines::ConsentRule& rule) {
  SideAnswer out = work::told(side, rule);
  if (out.consented == Consented::too_few && side.answers.people >= engines::smallest_shown) out.consented = Consented::no_quorum;
  return out;
}

std::vector<work::SideTally> counted(kernel::Reader& reader, Index notes, Index work) {
  std::vector<work::GivenAnswer> given;
  for (const ChoiceRow& one : reader.all<ChoiceRow>("WHERE notes = $1 ORDER BY person", {notes.value})) given.push_back({one.person, one.choice});
  return work::tally(work::consenting_sides(reader, work), work::people_of_sides(reader, work), given);
}

}  // namespace

void close(const NotesToClose& facts, Changes& changes) {
  NotesClosed act{.notes = facts.notes, .on = facts.today};
  for (const work::SideTally& side : facts.sides) act.sides.push_back(told_of_notes(side, facts.rule));
  if (facts.rule.secret) {
    work::hide_who_came(facts.told, act.sides);
    work::keep_told(facts.work, act.sides, changes);
  }
  if (are_agreed(act.sides)) changes.show_words(facts.notes);
  changes.add(std::move(act));
  changes.run("DELETE FROM notes_choices WHERE notes = $1", {facts.notes.value});
}

Result<Changes> close_due(const Situation& situation) {
  kernel::Reader& reader = situation.reader;
  Changes changes;
  for (const NotesRow& notes : reader.all<NotesRow>("WHERE closed_act IS NULL ORDER BY idx")) {
    const auto meeting = row_of(reader, notes.gathering);
    const auto work = meeting ? work::row_of(reader, meeting->work) : std::nullopt;
    if (!work || situation.today <= last_day(notes, *work)) continue;
    close({.notes = notes.index, .work = work->index, .today = situation.today, .rule = work::rule_of(*work), .sides = counted(reader, notes.index, work->index), .told = work::told_of_sides(reader, work->index)}, changes);
  }
  return changes;
}

}  // namespace alongside::gathering
