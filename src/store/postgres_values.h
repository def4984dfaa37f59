// Values as PostgreSQL's binary format has them: big-endian numbers, bytes as they are, arrays of these.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/door.h"

struct pg_result;

namespace alongside::store {

inline constexpr unsigned oid_bytea = 17;
inline constexpr unsigned oid_int8 = 20;
inline constexpr unsigned oid_text = 25;

char type_letter(const Value& value);  // i, t, b, or n for a null
unsigned oid_of(char type_letter);     // 0 for a null: the server infers it

// The parameters of one call, in the shape that libpq takes them.
class Parameters {
 public:
  explicit Parameters(std::span<const Value> values);                // throws as check_text does
  Parameters(std::span<const Values> rows, std::string_view types);  // an array for each column that is not all nulls
  int count() const { return static_cast<int>(pointers_.size()); }
  const char* const* values() const { return pointers_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }
  const std::string& types() const { return types_; }
  std::vector<unsigned> oids() const;

 private:
  void point_at(const std::vector<std::string_view>& bytes);
  std::vector<std::string> made_;  // numbers and arrays, which stand nowhere else
  std::vector<const char*> pointers_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::string types_;
  bool arrays_ = false;
};

// The letter of each column over all rows: n where all are null, and ? where kinds are mixed.
std::string column_types(std::span<const Values> rows);

class PostgresRow final : public Row {
 public:
  PostgresRow(const pg_result* result, int row) : result_(result), row_(row) {}
  void move_to(int row) { row_ = row; }
  bool is_null(int column) const override;
  std::int64_t integer(int column) const override;
  std::string_view text(int column) const override;
  std::string_view blob(int column) const override;
  int columns() const override;
  std::string as_text(int column) const override;

 private:
  std::string_view bytes(int column) const;
  bool is_number(int column) const;
  const pg_result* result_;
  int row_;
};

}  // namespace alongside::store
