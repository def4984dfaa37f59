// The commands' rows: their words, addresses, forms, and who may.
#pragma once

#include "kernel/concern.h"

namespace alongside::decision::rows {

kernel::CommandRow source_read();
kernel::CommandRow announce();
kernel::CommandRow take();
kernel::CommandRow status();
kernel::CommandRow correct();
kernel::CommandRow confirm();
kernel::CommandRow account();
kernel::CommandRow link();
kernel::CommandRow decider();
kernel::CommandRow dissent();

}  // namespace alongside::decision::rows
