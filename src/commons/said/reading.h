// What the commands and the views both read of what people said; when an answer is late; and who may.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/said/rows.h"
#include "commons/work/room.h"
#include "engines/calendar.h"
#include "kernel/concern.h"

namespace alongside::said {

inline constexpr std::size_t words_bytes_max = 20000;
inline constexpr std::size_t saids_max = 1000;  // in one act
inline constexpr std::size_t grouped_at_once = 200;  // that an address asks a form for
inline constexpr int draft_days = 30;
inline constexpr int answer_working_days = 20;

Text words_of(kernel::Reader& reader, Index said);  // as they are now; absent where there is no such saying
std::optional<SayingRow> saying_row(kernel::Reader& reader, Index said);
// The acts in which its words lie: itself, its change, and wordings that took the place of theirs (a name taken out).
std::vector<Index> acts_with_words(kernel::Reader& reader, const SayingRow& row);
bool is_author(kernel::Reader& reader, const kernel::Actor& actor, Index said);

std::string draft_name(kernel::Person person, Index work);

// Late: nothing came within 20 working days of being published or opened again, or the day passed until which an answer asked
// to wait. The days before these are late today.
struct LateBefore {
  Day open;   // open_from before this day
  Day until;  // until before this day
};
LateBefore late_before(const engines::Holidays& holidays, Day today);
bool is_overdue(const SayingRow& row, const LateBefore& late);
// The day by which an answer is due; nothing where none is waited for.
std::optional<Day> due_on(const SayingRow& row, const engines::Holidays& holidays, Day today);

namespace may {
// The saying is the field or the part of the address called "said".
bool own(const kernel::MayAsk& ask);        // whoever said it, while a member or an officer
bool moderate(const kernel::MayAsk& ask);   // moderators and the keeper; never who acts for a body
bool answer(const kernel::MayAsk& ask);     // officers of the work's body or of the one that decides, and the keeper
bool answers(const kernel::Actor& actor, const work::WorkRow& work);
}  // namespace may

}  // namespace alongside::said
