#pragma once

#include "kernel/concern.h"

namespace alongside::home {

kernel::Concern concern();

}  // namespace alongside::home
