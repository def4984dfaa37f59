// The notes of a meeting: written by those who run the work, read by those in the room, and published when each side says
// that they are right. Nobody closes them by hand: the clock does, when the days that the work gives an answer are over.
#pragma once

#include "commons/gathering/reading.h"
#include "commons/work/told.h"
#include "engines/consent.h"

namespace alongside::gathering {

inline constexpr std::size_t notes_bytes_max = 60'000;

struct WriteNotes {
  Index work;
  Index gathering;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("words", self.words);
    field("work", self.work);
  }
};
struct WriteFacts {
  MeetingFacts meeting;
  std::optional<NotesRow> last;
};
WriteFacts look(const kernel::Situation& situation, const WriteNotes& asked);
Result<kernel::Changes> decide(const WriteFacts& facts, WriteNotes asked);

// "Are these notes right?" May change until the close.
struct ChooseNotes {
  Index work;
  Index gathering;
  Index notes;
  std::optional<Answer> choice;
  static void fields(auto& self, auto&& field) {
    field("choice", self.choice);
    field("gathering", self.gathering);
    field("notes", self.notes);
    field("work", self.work);
  }
};
struct ChooseFacts {
  MeetingFacts meeting;
  std::optional<NotesRow> notes;
};
ChooseFacts look(const kernel::Situation& situation, const ChooseNotes& asked);
Result<kernel::Changes> decide(const ChooseFacts& facts, ChooseNotes asked);

// What the close of notes counts.
struct NotesToClose {
  Index notes;
  Index work;
  Day today;
  engines::ConsentRule rule;
  std::vector<work::SideTally> sides;  // each whose consent the work needs
  work::ToldOfSides told;              // of how many they are
};
void close(const NotesToClose& facts, kernel::Changes& changes);
// All whose days are over.
Result<kernel::Changes> close_due(const kernel::Situation& situation);

}  // namespace alongside::gathering
