// Pages of what people value.
#pragma once

#include "commons/valued/views.h"
#include "html/components.h"

namespace alongside::valued {

std::string word_of_status(ValuedStatus status, const html::Say& say);  // "Open", "At risk", "Lost" …
std::string word_of_support(SupportKind support, const html::Say& say);

std::string title(const Register& view, const html::Say& say);
html::Html show(const Register& view, const kernel::Showing& at);
std::string csv(const Register& view, const html::Say& say);
kernel::Feed feed(const Register& view, const html::Say& say);

std::string title(const ValuedPage& view, const html::Say& say);
html::Html show(const ValuedPage& view, const kernel::Showing& at);
kernel::Feed feed(const ValuedPage& view, const html::Say& say);

std::string path_of(Index valued);
std::string name_or(const Text& name, const html::Say& say);    // "Name erased"
html::Html quoted(const Text& text, const html::Say& say);      // or that the words were erased; absent: nothing
// One line of a list: its name, what it is now, and "we do not know who decided" where a loss has no decision.
html::Line line(const ValuedLine& line, const kernel::Showing& at);
// "Closed 28 September 2024. We do not know who decided."
html::Html now_in_words(const ValuedLine& line, const html::Say& say);

}  // namespace alongside::valued
