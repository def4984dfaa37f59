// By what imports know again what they read before: keyed digests in private tables. A record that was opened in
// another house has another key, so they are made anew, from the words that are open.
#pragma once

#include "kernel/changes.h"
#include "kernel/reader.h"

namespace alongside::import {

void know_again(kernel::Changes& changes, kernel::Reader& reader);

}  // namespace alongside::import
