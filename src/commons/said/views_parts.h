// What the views of this concern read alike, and the two small things of the pages that the views hand on.
#pragma once

#include "commons/said/views.h"

namespace alongside::said {

AnswerLine answer_line(kernel::Reader& reader, const AnswerRow& row);
std::vector<HappenedLine> what_happened(kernel::Reader& reader, Index said);
// In the order of the record; those to words that were changed since are left out.
std::vector<AnswerLine> answers_to(kernel::Reader& reader, const std::vector<HappenedLine>& happened);

std::string said_path(const SayingLine& line);                                     // pages.cc
html::Html about_line(const SayingLine& line, const kernel::Showing& at);          // pages.cc
html::Html changed_line(Index work, const std::string& path, const kernel::Showing& at);  // pages.cc; a sentence

}  // namespace alongside::said
