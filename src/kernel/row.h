// A table's row as a struct: `static constexpr std::string_view table`, and fields() naming its columns in order.
//
// Days are stored as their number, When as its text, enums as their word, an absent optional and an unset Index as null.
#pragma once

#include <string>
#include <vector>

#include "kernel/codec.h"
#include "kernel/fields.h"
#include "store/door.h"

namespace alongside::kernel {

template <class T>
concept RowStruct = Fielded<T> && requires { T::table; };

template <class T>
store::Value to_value(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? to_value(*value) : store::Value();
  } else if constexpr (std::is_same_v<T, Index>) {
    return value.is_set() ? store::Value(value.value) : store::Value();
  } else if constexpr (std::is_same_v<T, Day>) {
    return store::Value(static_cast<std::int64_t>(value.number()));
  } else if constexpr (std::is_same_v<T, When>) {
    return store::Value(value.iso());
  } else if constexpr (std::is_same_v<T, Instant>) {
    return store::Value(value.seconds);
  } else if constexpr (std::is_same_v<T, Token>) {
    return store::Value(value.value);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return store::Value(value);
  } else if constexpr (std::is_same_v<T, Digest>) {
    return store::Value(store::Blob{std::string(view(value))});
  } else if constexpr (std::is_same_v<T, store::Blob>) {
    return store::Value(value);
  } else if constexpr (Worded<T>) {
    return store::Value(std::string(word_of(value)));
  } else {
    static_assert(std::is_integral_v<T>, "a column is an integer, text or a blob");
    return store::Value(static_cast<std::int64_t>(value));
  }
}

template <class T>
void from_column(const store::Row& row, int column, T& into) {
  if constexpr (is_optional<T>) {
    if (row.is_null(column)) {
      into.reset();
    } else {
      from_column(row, column, into.emplace());
    }
  } else if constexpr (std::is_same_v<T, Index>) {
    into.value = row.is_null(column) ? -1 : row.integer(column);
  } else if constexpr (std::is_same_v<T, Day>) {
    into = Day(static_cast<std::int32_t>(row.integer(column)));
  } else if constexpr (std::is_same_v<T, When>) {
    into = When::parse(row.text(column)).value_or(When());
  } else if constexpr (std::is_same_v<T, Instant>) {
    into.seconds = row.integer(column);
  } else if constexpr (std::is_same_v<T, Token>) {
    into.value = std::string(row.text(column));
  } else if constexpr (std::is_same_v<T, std::string>) {
    into = std::string(row.text(column));
  } else if constexpr (std::is_same_v<T, Digest>) {
    into = as_digest(row.blob(column));
  } else if constexpr (std::is_same_v<T, store::Blob>) {
    into.bytes = std::string(row.blob(column));
  } else if constexpr (Worded<T>) {
    into = with_word<T>(row.text(column)).value_or(T{});
  } else {
    into = static_cast<T>(row.integer(column));
  }
}

// "a, b, c" in the order of fields(); worked out once a type.
template <RowStruct T>
const std::string& columns() {
  static const std::string text = [] {
    std::string out;
    T row{};
    T::fields(row, [&](const char* name, auto&) {
      if (!out.empty()) out += ", ";
      out += name;
    });
    return out;
  }();
  return text;
}

template <RowStruct T>
const std::string& insert_sql() {
  static const std::string text = [] {
    std::string marks;
    int count = 0;
    T row{};
    T::fields(row, [&](const char*, auto&) { marks += (count == 0 ? "$" : ", $") + std::to_string(count + 1), ++count; });
    return "INSERT INTO " + std::string(T::table) + " (" + columns<T>() + ") VALUES (" + marks + ")";
  }();
  return text;
}

template <RowStruct T>
store::Values values_of(const T& row) {
  store::Values out;
  T::fields(row, [&](const char*, const auto& member) { out.push_back(to_value(member)); });
  return out;
}

template <RowStruct T>
T row_from(const store::Row& row) {
  T out{};
  int column = 0;
  T::fields(out, [&](const char*, auto& member) { from_column(row, column++, member); });
  return out;
}

}  // namespace alongside::kernel
