// All concerns of the program, in their order.
#pragma once

#include "kernel/house.h"

namespace alongside {

kernel::House the_house();

}  // namespace alongside
