// What acts, requests, rows and views are made of, and how their fields are named once.
//
// A struct names its fields in one static function; forms, JSON, the API's description, the command line, entries and SQL
// rows are all made from it:
//
//   struct DeciderNamed {
//     static constexpr std::string_view kind = "decider.named";
//     Index decision;
//     Said name;
//     static void fields(auto& self, auto&& field) {
//       field("decision", self.decision);
//       field("name", self.name);
//     }
//   };
//
// An enum names its words in one function beside it:  constexpr auto words_of(Vote) { return std::array{"for"sv, …}; }
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/day.h"
#include "base/hash.h"
#include "base/money.h"
#include "base/said.h"

namespace alongside {

// The place of an act in its record: the only public id there is.
struct Index {
  std::int64_t value = -1;  // -1: none
  constexpr bool is_set() const { return value >= 0; }
  friend constexpr auto operator<=>(Index, Index) = default;
};

// A short word of machines (a division, a time zone, a reference to a rule): [A-Za-z0-9._/+-]{1,64}. Never free text.
struct Token {
  std::string value;
  friend auto operator<=>(const Token&, const Token&) = default;
};
bool is_token(std::string_view text);

// An act in another place's record.
struct Elsewhere {
  std::string origin;
  Index index;
  Digest leaf{};
  friend bool operator==(const Elsewhere&, const Elsewhere&) = default;
  static void fields(auto& self, auto&& field) {
    field("index", self.index);
    field("leaf", self.leaf);
    field("origin", self.origin);
  }
};

// An upload, in memory until it is sealed.
struct File {
  std::string name;
  std::string bytes;
  friend bool operator==(const File&, const File&) = default;
};

// Somebody's words as a view shows them: there, or why not.
struct Text {
  enum class State { absent, shown, erased, withheld };
  State state = State::absent;
  std::string words = {};
  std::string ground = {};  // of the erasure: own_wish, named_person, law, safety, mistake
  bool is_shown() const { return state == State::shown; }
  // The words, or nothing: for looking up and sorting, never instead of saying that they were erased.
  const std::string& or_empty() const { return words; }
  friend bool operator==(const Text&, const Text&) = default;
};

namespace kernel {

struct NoField {
  void operator()(const char*, auto&&) const {}
};
template <class T>
concept Fielded = requires(T& value) { T::fields(value, NoField{}); };

template <class T>
concept Worded = std::is_enum_v<T> && requires(T value) { words_of(value); };

template <Worded E>
constexpr std::string_view word_of(E value) {
  return words_of(value)[static_cast<std::size_t>(value)];
}
template <Worded E>
std::optional<E> with_word(std::string_view word) {
  const auto words = words_of(E{});
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == word) return static_cast<E>(i);
  }
  return std::nullopt;
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

}  // namespace kernel
}  // namespace alongside
