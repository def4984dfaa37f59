#pragma once

#include "kernel/concern.h"

namespace alongside::ask {

kernel::Concern concern();

}  // namespace alongside::ask
