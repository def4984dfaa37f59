#pragma once

#include "kernel/concern.h"

namespace alongside::people {

kernel::Concern concern();

}  // namespace alongside::people
