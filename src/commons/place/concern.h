#pragma once

#include "kernel/concern.h"

namespace alongside::place {

kernel::Concern concern();

}  // namespace alongside::place
