#pragma once

#include "kernel/concern.h"

namespace alongside::work {

kernel::Concern concern();

}  // namespace alongside::work
