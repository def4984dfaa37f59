// Words that several of the decision's pages share.
#pragma once

#include <string>
#include <vector>

#include "commons/decision/drafts.h"
#include "commons/decision/views.h"
#include "html/components.h"
#include "html/html.h"
#include "html/say.h"

namespace alongside::decision {

// Somebody's words as a quote; a grey line where they were erased; nothing where there never were any.
html::Html quoted(const Text& text, const html::Html& who, const html::Say& say);
// The same within a sentence or a cell.
html::Html inline_words(const Text& text, const html::Say& say);
std::string name_in(const Text& text, const html::Say& say);  // of a title, a body, a person

std::string vote_words(Vote vote, const html::Say& say);  // "For"
std::string event_words(StatusEvent event, const html::Say& say);
std::string part_words(std::string_view part, const html::Say& say);  // "The reasons"

// A draft that waits to be looked over.
html::Line draft_line(const DraftLine& draft, const kernel::Showing& at);

// The short answer: one or more sentences that a stranger could repeat.
std::vector<html::Html> short_answer(const WhoDecided& view, const html::Say& say);
html::Html after_the_answer(const WhoDecided& view, const html::Say& say);

}  // namespace alongside::decision
