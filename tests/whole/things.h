// Where each thing of a place stands: the addresses that a page has, one for each thing it can show.
#pragma once

#include <string>
#include <vector>

#include "kernel/open_place.h"

namespace alongside::whole {

// "/work/{work}" once for each piece of work; the pattern itself where it has no parameter. In the order of the record.
std::vector<std::string> each_address(const kernel::OpenPlace& place, const std::string& pattern);

}  // namespace alongside::whole
