// The form of a command as a page: empty, or with what was typed and what is wrong with it.
#pragma once

#include "faces/web/visit.h"
#include "html/form.h"

namespace alongside::web {

Response show_form(const Visit& visit, const kernel::Command& command, const std::map<std::string, std::string>& path,
                   const html::FormValues* typed, const Problems& problems);

}  // namespace alongside::web
