// The places that a piece of work touches, and when those who use them were told. Whoever uses one is a side of the work; that
// is worth nothing to somebody who never hears of it. So the record says on which day they were told, and how; and where
// nobody says so, it shows the gap.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/valued/views.h"
#include "commons/work/rows.h"
#include "kernel/concern.h"

namespace alongside::work {

struct ToldLine {
  Index act;
  Day on;
  Day recorded;
  int days_after = 0;  // the record said that the place is touched; less than 0: before that
  Text how;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("days_after", self.days_after);
    field("how", self.how);
    field("on", self.on);
    field("recorded", self.recorded);
  }
};

struct TouchedPlace {
  valued::ValuedLine line;  // of the one that stays, where it was put together with another
  Index act;                // the work.touches; of several the first
  Day touched_on;           // the day it was put on the record
  std::vector<ToldLine> told;  // by the day on which they were told
  static void fields(auto& self, auto&& field) {
    valued::ValuedLine::fields(self.line, field);
    field("told", self.told);
    field("touched_act", self.act);
    field("touched_on", self.touched_on);
  }
};
std::vector<TouchedPlace> touched_places(kernel::Reader& reader, Index work);  // each once, by its number
// This place, under any number under which it stood on the register, if the work touches it.
std::optional<TouchedPlace> touched_place(kernel::Reader& reader, Index work, Index valued);
std::vector<html::Choice> touched_choices(const kernel::Seeing& seeing, const html::Say& say);  // of the work in the address

// A work that people were invited to and that has not ended, and a place of it of which nobody has said that they were told.
struct UntoldLine {
  Index work;
  Text title;
  TouchedPlace place;
  static void fields(auto& self, auto&& field) {
    field("place", self.place);
    field("title", self.title);
    field("work", self.work);
  }
};
std::vector<UntoldLine> untold(kernel::Reader& reader, std::int64_t works_max);  // the longest first

// People are invited, it does not pause, and its last step has not ended.
bool is_open_to_people(const WorkRow& work);

// What this concern has about a place: the pieces of work that touch it.
std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing);

struct TellTouched {
  Index work;
  Index valued;
  std::optional<Day> on;
  Said how;
  static void fields(auto& self, auto&& field) {
    field("how", self.how);
    field("on", self.on);
    field("valued", self.valued);
    field("work", self.work);
  }
};
struct ToldFacts {
  Day today;
  std::optional<WorkRow> work;
  Index place;  // that is touched: the one that stays; unset: the work touches no such place
};
ToldFacts look(const kernel::Situation& situation, const TellTouched& asked);
Result<kernel::Changes> decide(const ToldFacts& facts, TellTouched asked);

}  // namespace alongside::work
