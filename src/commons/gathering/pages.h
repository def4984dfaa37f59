// Pages of meetings, and their calendar files.
#pragma once

#include "commons/gathering/views.h"
#include "html/components.h"

namespace alongside::gathering {

std::string title(const MeetingsPage& view, const html::Say& say);
html::Html show(const MeetingsPage& view, const kernel::Showing& at);
std::string csv(const MeetingsPage& view, const html::Say& say);
kernel::Feed feed(const MeetingsPage& view, const html::Say& say);
kernel::Calendar calendar(const MeetingsPage& view, const html::Say& say);

std::string title(const MeetingPage& view, const html::Say& say);
html::Html show(const MeetingPage& view, const kernel::Showing& at);
kernel::Calendar calendar(const MeetingPage& view, const html::Say& say);

std::string meetings_path(Index work);
std::string meeting_path(const MeetingLine& line);

// What both files of pages draw with.
html::Html when_of(const MeetingLine& line, const html::Say& say);  // "Tuesday 1 December 2026, from 14:00 to 16:00."
html::Line ledger_line(const MeetingLine& line, const kernel::Showing& at);
// An item to be read, on the desk.
html::Line waiting_line(const WaitingItem& item, const kernel::Showing& at);
// "9 of 31 items came from people who use services, and carers."
html::Html proposed_words(const ItemCounts& counts, const html::Say& say);
// The next meeting, on the page of its work.
html::Html opening(const MeetingLine& line, const Text& phone, const Text& paid, const kernel::Showing& at);

}  // namespace alongside::gathering
