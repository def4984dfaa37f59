#pragma once

#include "kernel/concern.h"

namespace alongside::said {

kernel::Concern concern();

}  // namespace alongside::said
