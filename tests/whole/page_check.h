// What an answer is made of, so that what somebody's words brought into being is found.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "whole/served.h"

namespace alongside::whole {

// The elements and attributes of answers: "html img", "html img src", "atom entry".
using Vocabulary = std::set<std::string>;

// Adds what this answer is made of; says what is wrong with it, each in a sentence: bytes that do not parse, an address
// that leads into a script, a cell that is a formula, a header with the mark.
std::vector<std::string> look_at(const Answer& answer, Vocabulary& into);

inline constexpr const char* mark = "zq7x";

}  // namespace alongside::whole
