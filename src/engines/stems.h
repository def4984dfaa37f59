// Words cut down to what tells one text from another: case, accents, endings and the commonest words off.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside::engines {

// The stems of a text, in order, without the commonest words: "the closing of libraries" gives "clos", "library".
std::vector<std::string> stems(std::string_view text);

// Of one word, folded and without apostrophes.
std::string stem(std::string word);
bool is_common(std::string_view word);

}  // namespace alongside::engines
