// The assurance pack of a piece of work: what the law and good practice ask of it, question by question, each answered from the
// record with links, or shown as a gap. Nobody types anything for it. To print and put into a board's papers.
//
// The questions are ours; beside each stands where it comes from. What the record cannot hold is said at the end.
#pragma once

#include <vector>

#include "commons/gathering/views.h"
#include "commons/home/whole_work.h"
#include "commons/option/views.h"
#include "commons/question/standing.h"
#include "html/html.h"

namespace alongside::home {

struct PackPage {
  WholeWork whole;
  std::vector<question::StandingWording> asked;
  std::vector<option::OptionLine> options;
  std::vector<option::ChoiceLine> chosen;
  std::vector<gathering::MeetingLine> meetings;  // that were not called off, and those that are to come
  static void fields(auto& self, auto&& field) {
    field("asked", self.asked);
    field("chosen", self.chosen);
    field("meetings", self.meetings);
    field("options", self.options);
    field("whole", self.whole);
  }
  static Result<PackPage> see(const kernel::Seeing& seeing);
};
std::string title(const PackPage& view, const html::Say& say);
html::Html show(const PackPage& view, const kernel::Showing& at);

}  // namespace alongside::home
