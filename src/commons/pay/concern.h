#pragma once

#include "kernel/concern.h"

namespace alongside::pay {

kernel::Concern concern();

}  // namespace alongside::pay
