// All concerns of the program, in their order.
#pragma once

#include "kernel/house.h"

namespace alongside {

std::vector<kernel::Concern> all_concerns();
kernel::House the_house();  // made of them

}  // namespace alongside
