// Decisions: what can be recorded of them and by whom, and the page that answers "who decided this?".
#pragma once

#include "kernel/concern.h"

namespace alongside::decision {

kernel::Concern concern();

}  // namespace alongside::decision
