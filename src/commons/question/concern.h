#pragma once

#include "kernel/concern.h"

namespace alongside::question {

kernel::Concern concern();

}  // namespace alongside::question
