// Pages of pieces of work.
#pragma once

#include "commons/work/views.h"
#include "html/components.h"

namespace alongside::work {

std::string title(const WorksPage& view, const html::Say& say);
html::Html show(const WorksPage& view, const kernel::Showing& at);
std::string csv(const WorksPage& view, const html::Say& say);
kernel::Feed feed(const WorksPage& view, const html::Say& say);

std::string title(const ModelsPage& view, const html::Say& say);
html::Html show(const ModelsPage& view, const kernel::Showing& at);
std::string title(const WorkPage& view, const html::Say& say);
html::Html show(const WorkPage& view, const kernel::Showing& at);

// One of a list: its name, when people came in, its rails.
html::Html in_short(const Course& course, const kernel::Showing& at);
// "4 of 5 decisions had been taken by then."
html::Html decided_before(const CameIn& one, const Course& course, const html::Say& say);
html::Html saves_words(const WorkPage& view, const html::Say& say);     // "Yes: £310,000 in all."
html::Html promise_words(Promise promise, const html::Say& say);
std::string work_path(Index work);
std::string notice_path(Index work, Index valued);
// The places that it touches, since when, and when those who use them were told.
html::Html touched(const std::vector<TouchedPlace>& places, const kernel::Showing& at);
// On the page of a place: that this work touches it, and while it is open, how to take part.
html::Html touches_line(const Course& course, Index valued, bool is_open, const kernel::Showing& at);
html::Html consent_words(Consent consent, int quorum_per_cent, const html::Say& say);  // when a side agrees
html::Side drawn(Side side);
std::vector<Message> side_labels();                          // of a form, in the order of all_sides
std::string side_words(Side side, const html::Say& say);  // "People who use services, and carers"

}  // namespace alongside::work
