// One row of SQLite's answer, what its error codes mean here, and how its statements are looked up. Private to sqlite.cc.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"
#include "store/door.h"
#include "store/pool.h"
#include "store/statement_text.h"

namespace alongside::store {

// So that a statement is looked up by the text in hand, without a copy of it.
struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

inline Trouble trouble_of(int extended) {
  if (extended == SQLITE_CONSTRAINT_PRIMARYKEY || extended == SQLITE_CONSTRAINT_UNIQUE ||
      extended == SQLITE_CONSTRAINT_ROWID) {
    return Trouble::duplicate;
  }
  switch (extended & 0xff) {
    case SQLITE_CONSTRAINT:
      return Trouble::constraint;
    case SQLITE_FULL:
      return Trouble::disk_full;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return Trouble::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Trouble::corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Trouble::busy;
    default:
      return Trouble::other;
  }
}

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override {
    const int type = sqlite3_column_type(statement_, column);
    if (type != SQLITE_INTEGER && type != SQLITE_NULL) throw_other_kind(column, "an integer");
    return sqlite3_column_int64(statement_, column);
  }
  std::string_view text(int column) const override {
    const int type = sqlite3_column_type(statement_, column);
    if (type != SQLITE_TEXT && type != SQLITE_NULL) throw_other_kind(column, "text");
    return bytes(column, sqlite3_column_text(statement_, column));
  }
  std::string_view blob(int column) const override {
    const int type = sqlite3_column_type(statement_, column);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) throw_other_kind(column, "a blob");
    return bytes(column, sqlite3_column_blob(statement_, column));
  }
  int columns() const override { return sqlite3_column_count(statement_); }
  std::string as_text(int column) const override {
    const int type = sqlite3_column_type(statement_, column);
    if (type == SQLITE_NULL) return {};
    if (type == SQLITE_INTEGER) return std::to_string(integer(column));
    return type == SQLITE_BLOB ? hex(blob(column)) : std::string(text(column));
  }

 private:
  std::string_view bytes(int column, const void* from) const {
    if (from == nullptr) return {};
    return {static_cast<const char*>(from), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  sqlite3_stmt* statement_;
};

}  // namespace alongside::store
