// What a question gives when it can be asked wrongly: the answer, or every problem with it at once.
//
// A Problem says where it is (file, line, field), what was found and what was expected. Pages show it beside the field,
// the command line prints it, the API sends it: always the same six keys. The codes are listed in docs/formats.md.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/message.h"

namespace alongside {

enum class Code {
  missing,          // nothing was given where something is needed
  malformed,        // it cannot be read as what it should be
  unknown_word,     // not one of the words that are known here
  unknown_field,    // a field that this does not have
  out_of_range,     // it can be read, and is too small, too large or too long
  in_the_future,    // a day that has not come yet
  not_found,        // it points at something that is not here
  already_there,    // it has been done, or the name is taken
  not_allowed,      // this person may not do this
  wrong_state,      // it cannot be done from the state that this is in
  same_key,         // the key was used before, for another request
  erased,           // it was here and was erased
  too_many,         // more than is allowed in this time
  does_not_match,   // two things that must agree do not
  cannot_read,      // the file or address cannot be read
  cannot_write,     // the disk refuses
  not_supported,    // readable, and not something this software does
};
std::string_view name(Code code);

struct Problem {
  Code code = Code::malformed;
  std::string file = {};
  std::int64_t line = 0;  // 1 is the first; 0: not about a line
  std::string field = {};
  std::string found = {};
  Message expected = {};  // what to do or what was expected, in words for a person
};

// "FILE:LINE: field: found …; expected …", for the command line and logs of imports. English.
std::string in_english(const Problem& problem);

class Problems {
 public:
  void add(std::string field, Code code, Message expected, std::string found = {}) {
    list_.push_back({.code = code, .field = std::move(field), .found = std::move(found), .expected = std::move(expected)});
  }
  void add(Problem problem) { list_.push_back(std::move(problem)); }
  void add_all(Problems more) {
    for (Problem& problem : more.list_) list_.push_back(std::move(problem));
  }
  bool any() const { return !list_.empty(); }
  bool has(Code code) const;
  const std::vector<Problem>& list() const { return list_; }
  std::vector<Problem>& list() { return list_; }
  Problems take() { return std::exchange(list_, {}); }

  Problems() = default;
  Problems(std::vector<Problem> list) : list_(std::move(list)) {}  // NOLINT: a list of problems is Problems

 private:
  std::vector<Problem> list_;
};

// One problem, as a failed result.
Problems problem(Code code, std::string field, Message expected, std::string found = {});

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}           // NOLINT: `return value;` reads best
  Result(Problems problems) : state_(std::in_place_index<1>, std::move(problems)) {}  // NOLINT
  Result(Problem one) : state_(std::in_place_index<1>, Problems(std::vector<Problem>{std::move(one)})) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Asking for the value of a failed result is a broken invariant: it throws, and says the first problem.
  const T& value() const& { return ok() ? std::get<0>(state_) : (fail(), std::get<0>(state_)); }
  T& value() & { return ok() ? std::get<0>(state_) : (fail(), std::get<0>(state_)); }
  T&& value() && { return ok() ? std::get<0>(std::move(state_)) : (fail(), std::get<0>(std::move(state_))); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Problems& problems() const& { return std::get<1>(state_); }
  Problems problems() && { return std::get<1>(std::move(state_)); }

 private:
  void fail() const {
    const Problems& why = std::get<1>(state_);
    throw std::logic_error("value() of a failed Result: " +
                           (why.any() ? in_english(why.list().front()) : std::string("no problem given")));
  }
  std::variant<T, Problems> state_;
};

// For what gives nothing but can fail.
struct Done {};
using Status = Result<Done>;

}  // namespace alongside
