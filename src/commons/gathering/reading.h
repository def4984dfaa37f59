// What the commands and the views both read of meetings.
#pragma once

#include <optional>
#include <vector>

#include "commons/gathering/rows.h"
#include "commons/work/room.h"
#include "kernel/concern.h"

namespace alongside::gathering {

std::optional<GatheringRow> row_of(kernel::Reader& reader, Index gathering);
std::optional<ItemRow> item_of(kernel::Reader& reader, Index item);
// Where it is read before others can.
std::string item_path(const GatheringRow& gathering, Index item);
std::optional<NotesRow> notes_of(kernel::Reader& reader, Index notes);
// The last that were written of this meeting; nothing: none were.
std::optional<NotesRow> last_notes(kernel::Reader& reader, Index gathering);
// The last day on which notes can be answered.
Day last_day(const NotesRow& notes, const work::WorkRow& work);

// What is said of a meeting under this name ("where"): as it was last said.
Text said_of(kernel::Reader& reader, Index gathering, const char* item);
inline constexpr std::array<const char*, 7> said_items{"title", "where", "way_in", "phone", "access", "fares", "paid"};

// What a command about a meeting needs to know of it. The work of the address must be that of the meeting, where it is given.
struct MeetingFacts {
  Day today;
  std::optional<GatheringRow> gathering;
  std::optional<work::WorkRow> work;
  bool runs = false;       // an officer of the body whose work it is, or the keeper
  bool is_keeper = false;
  kernel::Person person;
  Index next_index;
  std::optional<Side> mine;          // of those in the room
  std::vector<Side> sides;           // that the work has
  std::vector<std::int64_t> people;  // on each of them
};
MeetingFacts meeting_facts(const kernel::Situation& situation, Index work, Index gathering);
void needs_meeting(const MeetingFacts& facts, Problems& problems);
void needs_length(const Said& said, std::size_t bytes_max, const char* field, Problems& problems);


namespace may {
bool run_meeting(const kernel::MayAsk& ask);  // those who run its work
bool propose(const kernel::MayAsk& ask);      // they, and those who may take part
}  // namespace may

}  // namespace alongside::gathering
