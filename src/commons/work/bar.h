// What stands above each page of a piece of work: its name, where it stands, its two rails, and the way to its other pages.
// The concerns after this one show it on theirs.
#pragma once

#include "commons/work/views.h"
#include "html/components.h"

namespace alongside::work {

enum class Part { overview, question, said, options, agreements, meetings };

// Where the work stands, in a few words: "Step 3 of 4, day 316".
html::Html where_it_stands(const Course& course, const html::Say& say);
// From which step and day a side was in it: the sentence that these pages are for.
std::string came_in_words(const CameIn& one, const Course& course, const html::Say& say);
// The sentence that the strip draws: when each side came in, against how many decisions.
std::string in_a_sentence(const Course& course, const html::Say& say);
html::Html strip(const Course& course, const html::Say& say);
html::Html bar(const Course& course, Part here, const kernel::Showing& at);

}  // namespace alongside::work
