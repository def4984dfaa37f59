// How decisions are shown.
#pragma once

#include <string>

#include "commons/decision/views.h"
#include "html/html.h"
#include "html/say.h"
#include "kernel/concern.h"

namespace alongside::decision {

html::Html show(const WhoDecided& view, const kernel::Showing& at);
std::string title(const WhoDecided& view, const html::Say& say);
std::string csv(const WhoDecided& view, const html::Say& say);
kernel::Feed feed(const WhoDecided& view, const html::Say& say);

html::Html show(const DecisionList& view, const kernel::Showing& at);
std::string title(const DecisionList& view, const html::Say& say);
std::string csv(const DecisionList& view, const html::Say& say);
kernel::Feed feed(const DecisionList& view, const html::Say& say);

html::Html show(const ComingList& view, const kernel::Showing& at);
std::string title(const ComingList& view, const html::Say& say);
std::string csv(const ComingList& view, const html::Say& say);
kernel::Feed feed(const ComingList& view, const html::Say& say);

// "Open to call-in", with its tone.
html::Html status_tag(const DecisionState& state, const html::Say& say);
std::string status_words(Status status, const html::Say& say);
// A line of a ledger, for this and other concerns' pages.
html::Html decisions_ledger(const std::vector<DecisionLine>& lines, const kernel::Showing& at);

}  // namespace alongside::decision
