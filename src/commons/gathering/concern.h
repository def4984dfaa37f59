#pragma once

#include "kernel/concern.h"

namespace alongside::gathering {

kernel::Concern concern();

}  // namespace alongside::gathering
