#pragma once

#include "kernel/concern.h"

namespace alongside::valued {

kernel::Concern concern();

}  // namespace alongside::valued
