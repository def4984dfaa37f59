// The room of a piece of work, for the concerns that ask it something: which sides it has, who is on which, and the rule by
// which they consent. Who is on which side is nobody's to read: what is told of it goes through engines/disclosure.h.
#pragma once

#include <optional>
#include <vector>

#include "commons/work/rows.h"
#include "kernel/concern.h"

namespace alongside::work {

std::optional<WorkRow> row_of(kernel::Reader& reader, Index work);

// In the order of all_sides; `affected` only where the work touches a place that people value.
std::vector<Side> sides_of(kernel::Reader& reader, Index work);
// Those whose consent a shared step needs: all but the advisors.
std::vector<Side> consenting_sides(kernel::Reader& reader, Index work);

std::optional<Side> side_of(kernel::Reader& reader, Index work, kernel::Person person);  // nothing: not in the room
std::int64_t people_on(kernel::Reader& reader, Index work, Side side);

namespace may {
// The work is the field or the part of the address called "work". Where a request is about something in a work (a wording,
// a saying), its concern finds the work and asks these.
bool run_work(const kernel::MayAsk& ask);   // an officer of the body whose work it is; the keeper
bool take_part(const kernel::MayAsk& ask);  // members and officers: who moderates or keeps is on no side
bool runs(const kernel::Actor& actor, const WorkRow& work);
}  // namespace may

}  // namespace alongside::work
