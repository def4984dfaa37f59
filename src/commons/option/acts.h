// What can happen to the choices of a piece of work: one is written, its words change until it is put to people, some are
// put to people in exactly these words, and in the end one is chosen: one of them, or another.
//
// Whether people were asked about what was chosen is not said here: it is worked out from what was put to them (drift.h).
#pragma once

#include "kernel/fields.h"

namespace alongside::option {

struct OptionWritten {
  static constexpr std::string_view kind = "option.written";
  Index work;
  Said title;
  Said what;
  std::optional<Money> cost;   // a year
  Said keeps;
  Said ends;
  std::vector<Index> touches;  // places and groups that people value: those who use them become a side
  static void fields(auto& self, auto&& field) {
    field("cost", self.cost);
    field("ends", self.ends);
    field("keeps", self.keeps);
    field("title", self.title);
    field("touches", self.touches);
    field("what", self.what);
    field("work", self.work);
  }
};

// What is given takes the place of what was said before, which stays on the page beside it. Only until it is put to people.
struct OptionChanged {
  static constexpr std::string_view kind = "option.changed";
  Index option;
  Said title;
  Said what;
  std::optional<Money> cost;
  Said keeps;
  Said ends;
  std::vector<Index> touches;  // more of them
  static void fields(auto& self, auto&& field) {
    field("cost", self.cost);
    field("ends", self.ends);
    field("keeps", self.keeps);
    field("option", self.option);
    field("title", self.title);
    field("touches", self.touches);
    field("what", self.what);
  }
};

// From this day on people are asked about exactly these, in the words that they have now.
struct OptionsPut {
  static constexpr std::string_view kind = "options.put";
  Index work;
  std::vector<Index> options;
  Day on;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("options", self.options);
    field("work", self.work);
  }
};

struct OptionChosen {
  static constexpr std::string_view kind = "option.chosen";
  Index work;
  Index option;    // unset: none of those that were written
  Said words;      // what was chosen, in the body's words
  Index decision;  // by which it was chosen
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("option", self.option);
    field("words", self.words);
    field("work", self.work);
  }
};

}  // namespace alongside::option
