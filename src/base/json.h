// JSON, strictly: objects with unique keys, whole numbers of 64 bits, UTF-8. No doubles, no duplicate keys.
//
// canonical() prints RFC 8785's bytes: keys sorted (ours are ASCII, so byte order and UTF-16 order agree), no
// insignificant space, the shortest escapes. An act is accepted only if printing it again gives the bytes it came in.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace alongside {

class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;  // sorted by key, keys unique

  Json() = default;
  Json(std::nullptr_t) {}                                             // NOLINT
  Json(bool value) : value_(value) {}                                 // NOLINT
  Json(std::int64_t value) : value_(value) {}                         // NOLINT
  Json(int value) : value_(static_cast<std::int64_t>(value)) {}       // NOLINT
  Json(std::string value) : value_(std::move(value)) {}               // NOLINT
  Json(std::string_view value) : value_(std::string(value)) {}        // NOLINT
  Json(const char* value) : value_(std::string(value)) {}             // NOLINT
  Json(Array value) : value_(std::move(value)) {}                     // NOLINT
  static Json object() { return Json(Object{}); }
  static Json object(std::initializer_list<Member> members);
  static Result<Json> object_of(Object members);  // in any order; malformed: a key stands twice
  static Json array() { return Json(Array{}); }

  bool is_null() const { return value_.index() == 0; }
  bool is_bool() const { return value_.index() == 1; }
  bool is_number() const { return value_.index() == 2; }
  bool is_string() const { return value_.index() == 3; }
  bool is_array() const { return value_.index() == 4; }
  bool is_object() const { return value_.index() == 5; }

  // Each throws std::bad_variant_access when it is something else: ask first.
  bool boolean() const { return std::get<bool>(value_); }
  std::int64_t number() const { return std::get<std::int64_t>(value_); }
  const std::string& string() const { return std::get<std::string>(value_); }
  std::string& string() { return std::get<std::string>(value_); }
  const Array& items() const { return std::get<Array>(value_); }
  Array& items() { return std::get<Array>(value_); }
  const Object& members() const { return std::get<Object>(value_); }

  // The member with this key, or null when there is none or this is no object.
  const Json* find(std::string_view key) const;
  Json* find(std::string_view key);
  Json& set(std::string key, Json value);  // puts it in its sorted place; replaces what was there
  void remove(std::string_view key);
  void push(Json value) { items().push_back(std::move(value)); }

  std::string canonical() const;
  void canonical_to(std::string& out) const;

  friend bool operator==(const Json&, const Json&) = default;

 private:
  explicit Json(Object value) : value_(std::move(value)) {}
  std::variant<std::nullptr_t, bool, std::int64_t, std::string, Array, Object> value_;
};

inline constexpr int json_depth_max = 16;

// Malformed: not JSON, a double, a duplicate key, deeper than json_depth_max. The problem names the place where known.
Result<Json> parse_json(std::string_view text);

void append_json_string(std::string& out, std::string_view text);

}  // namespace alongside
