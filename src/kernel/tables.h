// What a fold writes with: the public tables of its own concern, and nothing else.
#pragma once

#include <initializer_list>
#include <string_view>

#include "kernel/row.h"

namespace alongside::kernel {

// An act as it stands in the record, for its fold.
struct Entry {
  Index index;
  Day at;       // the day it was written
  int version = 1;
};

class Tables {
 public:
  explicit Tables(store::Connection& connection) : connection_(connection) {}

  template <RowStruct T>
  void put(const T& row) {
    const store::Values values = values_of(row);
    connection_.run(insert_sql<T>(), values);
  }
  // UPDATE, DELETE or INSERT … SELECT on the concern's own public tables.
  void run(std::string_view sql, std::initializer_list<store::Value> values) { connection_.run(sql, values); }
  // Reads from the concern's own public tables.
  template <RowStruct T>
  std::optional<T> one(std::string_view tail, std::initializer_list<store::Value> values) {
    std::optional<T> out;
    connection_.each("SELECT " + columns<T>() + " FROM " + std::string(T::table) + " " + std::string(tail), values,
                     [&](const store::Row& row) { if (!out) out = row_from<T>(row); });
    return out;
  }

 private:
  store::Connection& connection_;
};

}  // namespace alongside::kernel
