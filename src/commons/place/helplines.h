// The crisis numbers of models/helplines.tsv, which is part of the program.
#pragma once

#include <string_view>
#include <vector>

#include "commons/place/views.h"

namespace alongside::place {

// Every table's lines, for a file of this shape: table, id, sentence, number, verified_on, tab-separated, with a
// header.
std::vector<Helpline> helplines_in(std::string_view tsv, std::string_view table);

}  // namespace alongside::place
