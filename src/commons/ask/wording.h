// How questions are said on pages: their states, their clocks, who is asked, words that may be missing.
#pragma once

#include "commons/ask/views.h"
#include "html/components.h"

namespace alongside::ask {

// Somebody's words as a quote, or in words why they are not there.
html::Html words_or_why(const Text& text, const html::Say& say, const html::Html& who = {});
html::Html state_tag(const AskLine& line, const html::Say& say);
std::string state_of(PartState state, const html::Say& say);
std::string reason_of(Refusal reason, const html::Say& say);
std::string body_of(const PartLine& part, const html::Say& say);
html::Html clock_of(const PartLine& part, const html::Say& say);
// What the ticks ask, as questions.
std::vector<std::string> questions_of(const AskLine& line, const html::Say& say);
std::string ask_path(Index ask);
// On the page of what it is about: the question, and where each of its parts is.
html::Html about_line(const AskLine& line, const kernel::Showing& at);

}  // namespace alongside::ask
