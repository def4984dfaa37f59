// The first page, the search and the desk, as pages.
#pragma once

#include "commons/home/views.h"

namespace alongside::home {

std::string title(const FrontPage& view, const html::Say& say);
html::Html show(const FrontPage& view, const kernel::Showing& at);
kernel::Feed feed(const FrontPage& view, const html::Say& say);

std::string title(const SearchPage& view, const html::Say& say);
html::Html show(const SearchPage& view, const kernel::Showing& at);

std::string title(const Desk& view, const html::Say& say);
html::Html show(const Desk& view, const kernel::Showing& at);

}  // namespace alongside::home
