// Requests made from what a command says of its own fields: every text in it is one that somebody hostile typed.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "whole/people.h"

namespace alongside::whole {

// The strings of tests/hostile.txt.
std::vector<std::string> hostile_strings();

// The fields that take text: "title", "options/0/why_not".
std::set<std::string> text_fields(const std::vector<kernel::FieldSpec>& specs);

// With these words in every field that takes text, and something fitting in every other one.
Json filled_request(const std::vector<kernel::FieldSpec>& specs, const About& about, const std::string& words);
// A table with these words in it, of the kind that this import reads.
Json filled_table(const std::string& command, const std::string& words);
// The same as a form sends it, with the words in fields of every type.
Browser::Fields filled_form(const std::vector<kernel::FieldSpec>& specs, const About& about, const std::string& words);

// Puts in place of what was refused something plain, then nothing. False: nothing is left to give up.
bool give_up(Json& request, const Json& problems, const std::vector<kernel::FieldSpec>& specs);

}  // namespace alongside::whole
