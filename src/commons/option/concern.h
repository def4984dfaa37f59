#pragma once

#include "kernel/concern.h"

namespace alongside::option {

kernel::Concern concern();

}  // namespace alongside::option
