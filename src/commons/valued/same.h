// Places that may be on the register twice, for the keeper: both accounts side by side, oldest first.
#pragma once

#include <string>
#include <vector>

#include "commons/valued/views.h"
#include "html/components.h"

namespace alongside::valued {

inline constexpr std::int64_t pairs_a_page = 20;

struct SameSide {
  ValuedLine line;
  Text run_by;
  Text source;  // the file or page it was read from
  std::vector<Text> accounts;
  Day recorded;
  static void fields(auto& self, auto&& field) {
    field("accounts", self.accounts);
    field("line", self.line);
    field("recorded", self.recorded);
    field("run_by", self.run_by);
    field("source", self.source);
  }
};
struct SamePair {
  SameSide valued;  // the later on the register
  SameSide maybe;
  static void fields(auto& self, auto&& field) {
    field("maybe", self.maybe);
    field("valued", self.valued);
  }
};
struct SamePage {
  std::vector<SamePair> pairs;
  std::int64_t of = 0;
  int page = 1;
  static void fields(auto& self, auto&& field) {
    field("of", self.of);
    field("page", self.page);
    field("pairs", self.pairs);
  }
  static Result<SamePage> see(const kernel::Seeing& seeing);
};

// How many pairs wait, and since when, for the desk.
struct SameWaiting {
  std::int64_t pairs = 0;
  Day since;  // of the oldest
  static void fields(auto& self, auto&& field) {
    field("pairs", self.pairs);
    field("since", self.since);
  }
};
std::optional<SameWaiting> same_waiting(kernel::Reader& reader);  // nothing: none waits

std::string title(const SamePage& view, const html::Say& say);
html::Html show(const SamePage& view, const kernel::Showing& at);
std::string csv(const SamePage& view, const html::Say& say);

}  // namespace alongside::valued
