// What people said elsewhere: petitions, answers to a consultation, statements of a Polis conversation, and our own CSV.
// Who said it is never read: no name, no number of a person, nothing that a respondent told of themselves.
#pragma once

#include <optional>
#include <string>

#include "base/day.h"

namespace alongside::formats {

enum class SayingState { not_told, published, refused };  // by those who moderated it there

struct ReadSaying {
  std::string source_id;  // its number there; of a table without numbers, its line and column
  std::string words;      // as written, lines kept; no white space at the ends
  std::optional<Day> on;  // the day it was said
  SayingState state = SayingState::not_told;
  std::size_t line = 0;
};

}  // namespace alongside::formats
