#include "store/statement_text.h"

#include "base/text.h"

namespace alongside::store {

void check_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) throw Failure(Trouble::constraint, "a text holds a NUL byte");
  if (!is_utf8(text)) throw Failure(Trouble::constraint, "a text is not UTF-8");
}

std::string excerpt(std::string_view sql) {
  constexpr std::size_t length_max = 300;
  std::string out(sql.substr(0, length_max));
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return sql.size() > length_max ? out + " …" : out;
}

void throw_other_kind(int column, std::string_view wanted) {
  throw Failure(Trouble::other,
                "column " + std::to_string(column) + " is read as " + std::string(wanted) + ", and is not");
}

}  // namespace alongside::store
