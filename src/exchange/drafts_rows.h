// The commands of drafts: their words, addresses, forms, and who may.
#pragma once

#include "kernel/concern.h"

namespace alongside::import::drafts {

kernel::CommandRow read_row();
kernel::CommandRow correct_row();
kernel::CommandRow publish_row();
kernel::CommandRow drop_row();

}  // namespace alongside::import::drafts
