// What the two editions of England's libraries have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/valued.h"

namespace alongside::formats {

// The note, if it says that a library moved, merged or was replaced; else "". It suggests a move and proves none.
std::string words_of_a_move(std::string_view note);

// "SO22 4EJ" and "so224ej" are one: five to seven letters and digits that end as "4ej" does. Empty: it is no postcode.
std::string plain_postcode(std::string_view words);

// Gives every row its source_id: authority / name / type, with the address where two rows would have the same.
void name_rows(std::vector<ReadValued>& rows);

}  // namespace alongside::formats
