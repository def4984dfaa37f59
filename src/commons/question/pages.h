// The page of a question, its list as data, and its line on other pages.
#pragma once

#include "commons/question/views.h"
#include "html/components.h"

namespace alongside::question {

std::string title(const QuestionPage& view, const html::Say& say);
html::Html show(const QuestionPage& view, const kernel::Showing& at);
std::string csv(const QuestionPage& view, const html::Say& say);
kernel::Feed feed(const QuestionPage& view, const html::Say& say);

std::string reason_of(Refusal reason, const html::Say& say);
// On the page of a piece of work: the words that are asked now, and a link to how they came about.
html::Html agreed_line(Index work, const Text& words, const kernel::Showing& at);  // a sentence
html::Html about_line(Index work, const std::vector<StandingWording>& asked, const kernel::Showing& at);

}  // namespace alongside::question
