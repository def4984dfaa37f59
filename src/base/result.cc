#include "base/result.h"

#include <algorithm>

namespace alongside {

std::string_view name(Code code) {
  switch (code) {
    case Code::missing: return "missing";
    case Code::malformed: return "malformed";
    case Code::unknown_word: return "unknown_word";
    case Code::unknown_field: return "unknown_field";
    case Code::out_of_range: return "out_of_range";
    case Code::in_the_future: return "in_the_future";
    case Code::not_found: return "not_found";
    case Code::already_there: return "already_there";
    case Code::not_allowed: return "not_allowed";
    case Code::wrong_state: return "wrong_state";
    case Code::same_key: return "same_key";
    case Code::erased: return "erased";
    case Code::too_many: return "too_many";
    case Code::does_not_match: return "does_not_match";
    case Code::cannot_read: return "cannot_read";
    case Code::cannot_write: return "cannot_write";
    case Code::not_supported: return "not_supported";
  }
  return "malformed";
}

std::string in_english(const Problem& problem) {
  std::string out;
  if (!problem.file.empty()) {
    out += problem.file;
    if (problem.line > 0) out += ":" + std::to_string(problem.line);
    out += ": ";
  }
  if (!problem.field.empty()) out += problem.field + ": ";
  if (!problem.found.empty()) out += "found \"" + problem.found + "\". ";
  out += in_english(problem.expected);
  return out;
}

bool Problems::has(Code code) const {
  return std::any_of(list_.begin(), list_.end(), [code](const Problem& one) { return one.code == code; });
}

Problems problem(Code code, std::string field, Message expected, std::string found) {
  Problems problems;
  problems.add(std::move(field), code, std::move(expected), std::move(found));
  return problems;
}

}  // namespace alongside
