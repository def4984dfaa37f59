// A page's meetings, as a calendar file.
#pragma once

#include <string>
#include <string_view>

#include "kernel/concern.h"

namespace alongside::web {

std::string icalendar(const kernel::Calendar& calendar, std::string_view origin, std::string_view public_url, std::string_view place);

}  // namespace alongside::web
