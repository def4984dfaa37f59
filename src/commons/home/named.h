// "Take my name out": where a name, or any words, stand among all words that are kept here. Saved pages that decisions
// were read from are looked through too: what is taken out of a decision may stand in its source.
#pragma once

#include <string>
#include <vector>

#include "kernel/concern.h"

namespace alongside::home {

struct NamedLine {
  Index act;
  std::string kind;   // of the act: "decision.taken"
  std::string field;  // "reasons"
  std::string around;  // the words, and a little of what stands beside them
  bool withheld = false;  // others cannot read them yet
  Day recorded;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("around", self.around);
    field("field", self.field);
    field("kind", self.kind);
    field("recorded", self.recorded);
    field("withheld", self.withheld);
  }
};
struct NamedPage {
  std::string asked;
  std::vector<NamedLine> found;  // the first found_max, in the order of the record
  bool is_cut = false;
  static constexpr std::size_t found_max = 200;
  static void fields(auto& self, auto&& field) {
    field("asked", self.asked);
    field("found", self.found);
    field("is_cut", self.is_cut);
  }
  static Result<NamedPage> see(const kernel::Seeing& seeing);
};
html::Html show(const NamedPage& view, const kernel::Showing& at);
std::string title(const NamedPage& view, const html::Say& say);

}  // namespace alongside::home
