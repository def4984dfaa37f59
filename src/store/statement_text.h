// What the door asks of every text and value before a database sees them, so that both databases refuse the same.
#pragma once

#include <string_view>

#include "store/door.h"

namespace alongside::store {

// Throws Failure(constraint): PostgreSQL keeps no NUL and nothing but UTF-8 in text, so neither does SQLite here.
void check_text(std::string_view text);

// A statement's text for an error: its first line's worth, no values (there are none in it).
std::string excerpt(std::string_view sql);

// A column read as what it is not. SQLite would convert and PostgreSQL cannot, so neither does.
[[noreturn]] void throw_other_kind(int column, std::string_view wanted);

}  // namespace alongside::store
