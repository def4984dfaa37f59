// What sources say of places that people value: today, rows of England's libraries in two editions, and our own CSV.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace alongside::formats {

enum class ValuedStatus { open, at_risk, reduced, repurposed, moved, lost, restored };
std::string_view name(ValuedStatus status);  // the words of the record

// How it stood at a time, as one edition says.
struct ValuedState {
  std::optional<When> on;             // absent: nobody knows when
  std::string column;                 // "operation_16", "Year closed"
  std::string words;                  // as written: "CR", "Closed"
  std::optional<ValuedStatus> guess;  // our reading; none for "[Unknown]" and "Facility Not Open"
};

struct ReadValued {
  std::string source_id;  // authority / name / type, and the address where that is not unique in its file
  std::string edition;    // "libraries_england", "libraries_england_2023", "own"
  std::string name;
  std::string authority;
  std::string kind;  // as written: "Static Library", "LAL"
  std::string where;
  std::string postcode;
  std::string support;  // our own CSV: a word of the kinds of support; libraries: "open_place"
  std::string what_for;
  std::string run_by;
  std::string statutory;  // the latest, as written
  std::optional<When> opened;
  std::string opened_words;
  std::optional<When> closed;       // the year, when it is one
  std::string closed_words;         // "2018", "Closed", "2024" though still open
  std::vector<ValuedState> states;  // in time order
  std::optional<ValuedStatus> now;  // the last known of these
  std::string notes;
  std::string co_located_with;
  std::string move_suggested;  // the words that suggest a move: "replaced by Dagenham Library"; a person decides
  std::string address;         // on the web
  std::size_t line = 0;
};

}  // namespace alongside::formats
