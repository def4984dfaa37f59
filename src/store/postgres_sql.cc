#include "store/postgres_sql.h"

#include <cctype>

namespace alongside::store {
namespace {

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where the quote, comment or word that starts at `at` ends. One character for anything else.
std::size_t end_of_piece(std::string_view sql, std::size_t at) {
  const char c = sql[at];
  if (c == '\'' || c == '"') {
    const std::size_t close = sql.find(c, at + 1);
    return close == std::string_view::npos ? sql.size() : close + 1;  // a doubled quote is two pieces, each whole
  }
  if (c == '-' && sql.substr(at).starts_with("--")) {
    const std::size_t line_end = sql.find('\n', at);
    return line_end == std::string_view::npos ? sql.size() : line_end;
  }
  if (!in_word(c)) return at + 1;
  std::size_t end = at;
  while (end < sql.size() && in_word(sql[end])) ++end;
  return end;
}

std::string_view translated(std::string_view word, std::string_view word_before, bool defines) {
  if (word == "INTEGER") return "BIGINT";
  if (word == "BLOB") return "BYTEA";
  if (word == "TEXT" && defines && word_before != "AS") return "TEXT COLLATE \"C\"";
  return word;
}

// The parenthesis that closes the one at `open`; npos if none does.
std::size_t closing(std::string_view sql, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < sql.size(); at = end_of_piece(sql, at)) {
    if (sql[at] == '(') ++depth;
    if (sql[at] == ')' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

std::string_view array_type(char type) { return type == 'i' ? "bigint[]" : type == 't' ? "text[]" : "bytea[]"; }

// $n becomes the n-th column of the arrays, or NULL.
std::string with_columns(std::string_view expressions, std::string_view types) {
  std::string out;
  for (std::size_t at = 0; at < expressions.size();) {
    std::size_t end = end_of_piece(expressions, at);
    if (expressions[at] != '$') {
      out += expressions.substr(at, end - at);
      at = end;
      continue;
    }
    while (end < expressions.size() && std::isdigit(static_cast<unsigned char>(expressions[end])) != 0) ++end;
    const std::string number(expressions.substr(at + 1, end - at - 1));
    const std::size_t n = number.empty() || number.size() > 4 ? 0 : std::stoul(number);
    out += n >= 1 && n <= types.size() && types[n - 1] != 'n' ? "u.p" + number : "NULL";
    at = end;
  }
  return out;
}

}  // namespace

std::string for_postgres(std::string_view sql) {
  std::string out;
  std::string_view word_before;
  bool defines = false;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t end = end_of_piece(sql, at);
    const std::string_view piece = sql.substr(at, end - at);
    if (piece == ";") word_before = {};
    if (in_word(piece.front())) {
      if (word_before.empty()) defines = piece == "CREATE" || piece == "ALTER";
      out += translated(piece, word_before, defines);
      word_before = piece;
    } else {
      out += piece;
    }
    at = end;
  }
  return out;
}

std::string quoted_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::optional<std::string> over_arrays(std::string_view sql, std::string_view types) {
  if (!sql.starts_with("INSERT ") || types.find_first_not_of('n') == std::string_view::npos) return std::nullopt;
  std::size_t values = std::string_view::npos;
  for (std::size_t at = 0; at < sql.size(); at = end_of_piece(sql, at)) {
    const std::size_t end = end_of_piece(sql, at);
    if (sql.substr(at, end - at) == "VALUES" && values == std::string_view::npos) values = at;
    // Two rows of one statement may not meet in an upsert, two statements may.
    if (sql.substr(at, end - at) == "CONFLICT") return std::nullopt;
  }
  if (values == std::string_view::npos) return std::nullopt;
  const std::size_t open = sql.find_first_not_of(" \n", values + 6);
  if (open == std::string_view::npos || sql[open] != '(') return std::nullopt;
  const std::size_t close = closing(sql, open);
  if (close == std::string_view::npos || sql.find_first_not_of(" \n;", close + 1) != std::string_view::npos) {
    return std::nullopt;
  }
  std::string arrays;
  std::string columns;
  int sent = 0;  // null columns are not sent
  for (std::size_t n = 0; n < types.size(); ++n) {
    if (types[n] == 'n') continue;
    ++sent;
    arrays += (sent > 1 ? ", $" : "$") + std::to_string(sent) + "::" + std::string(array_type(types[n]));
    columns += (sent > 1 ? ", p" : "p") + std::to_string(n + 1);
  }
  return std::string(sql.substr(0, values)) + "SELECT " + with_columns(sql.substr(open + 1, close - open - 1), types) +
         " FROM unnest(" + arrays + ") AS u(" + columns + ")";
}

}  // namespace alongside::store
