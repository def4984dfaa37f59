// A page's feed, as Atom.
#pragma once

#include <string>
#include <string_view>

#include "kernel/concern.h"

namespace alongside::web {

std::string atom(const kernel::Feed& feed, std::string_view origin, std::string_view public_url, std::string_view place,
                 std::string_view path);

}  // namespace alongside::web
