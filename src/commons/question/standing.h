// Which words are the question of a piece of work now. It is worked out from the closes each time, and never stored.
//
// Later concerns (what people say, what the room agrees) point at a wording by its index: its words never change, so what
// people answered is what they were asked, whatever is agreed afterwards.
#pragma once

#include <span>
#include <vector>

#include "commons/question/rows.h"
#include "kernel/concern.h"

namespace alongside::question {

// A wording as far as it matters here; in a list, in the order of their numbers.
struct Answered {
  Index wording;
  WordingState state = WordingState::waiting;
  std::vector<SideAnswer> sides;  // of the close
};
// Each side whose consent was asked agreed.
bool all_agreed(const Answered& wording);

// The newest wording to which every side agreed. Where there is none, the first one and each to which a side agreed: they
// stand side by side. Nothing: nobody has asked anything yet.
std::vector<Index> standing_of(std::span<const Answered> wordings);

struct StandingWording {
  Index wording;
  int number = 0;
  std::optional<work::Side> side;  // whose wording it is
  Text words;
  std::vector<work::Side> agreed_by;
  bool is_agreed = false;  // by every side
  static void fields(auto& self, auto&& field) {
    field("agreed_by", self.agreed_by);
    field("is_agreed", self.is_agreed);
    field("number", self.number);
    field("side", self.side);
    field("wording", self.wording);
    field("words", self.words);
  }
};
// The exact words that are the question now: one wording, or several that stand side by side.
std::vector<StandingWording> asked(kernel::Reader& reader, Index work);

std::string question_path(Index work);
std::string wording_path(Index work, Index wording);

// Wordings of this piece of work that a person has to read before others can.
std::int64_t unread(kernel::Reader& reader, Index work);

std::optional<WordingRow> wording_row(kernel::Reader& reader, Index wording);
// As the close told it; in the order of work::all_sides.
std::vector<SideAnswer> answers_of(kernel::Reader& reader, Index wording);

}  // namespace alongside::question
