// Every wording of a question, newest first, with what each side answered; and what the rest of its page shares with them.
#pragma once

#include "commons/question/pages.h"

namespace alongside::question {

html::Html changed(std::string_view before, std::string_view after, const html::Say& say);
html::Html every_wording(const QuestionPage& view, const kernel::Showing& at);

}  // namespace alongside::question
