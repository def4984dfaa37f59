#pragma once

#include "kernel/concern.h"

namespace alongside::agreement {

kernel::Concern concern();

}  // namespace alongside::agreement
