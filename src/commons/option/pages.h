// Pages of the choices of a piece of work.
#pragma once

#include "commons/option/views.h"
#include "html/components.h"

namespace alongside::option {

std::string title(const OptionsPage& view, const html::Say& say);
html::Html show(const OptionsPage& view, const kernel::Showing& at);
std::string csv(const OptionsPage& view, const html::Say& say);
kernel::Feed feed(const OptionsPage& view, const html::Say& say);

std::string title(const OptionPage& view, const html::Say& say);
html::Html show(const OptionPage& view, const kernel::Showing& at);

// Whether people were asked about what was chosen, with the words that differ. For this and other concerns' pages.
html::Html asked_words(const ChoiceLine& choice, const kernel::Showing& at);

// On the page of a place that people value: this choice would touch it. How to be a side is said by the line of its work.
html::Html touches_line(const TouchingLine& one, const kernel::Showing& at);
// On the page of a decision: what it chose, and whether people were asked.
html::Html choice_line(const ChoiceLine& choice, const kernel::Showing& at);
// On the page of a piece of work: how many choices it has.
html::Html put_line(const OptionLine& option, const kernel::Showing& at);  // a sentence
html::Html work_line(Index work, std::int64_t options, std::int64_t put, const kernel::Showing& at);

}  // namespace alongside::option
