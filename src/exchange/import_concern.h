// All imports, and by whom they can be asked for.
#pragma once

#include "kernel/concern.h"

namespace alongside::import {

kernel::Concern concern();

}  // namespace alongside::import
