// The pages of views.h.
#pragma once

#include "commons/pay/views.h"
#include "html/components.h"

namespace alongside::pay {

html::Html show(const MyPayPage& view, const kernel::Showing& at);
std::string title(const MyPayPage& view, const html::Say& say);

html::Html show(const PayDesk& view, const kernel::Showing& at);
std::string title(const PayDesk& view, const html::Say& say);

}  // namespace alongside::pay
