// Reads a whole place back and names the place of each fault: an entry, a leaf, a node, the head, the guard, a box with
// its slot of the vault, a table. The key file and the vault's header are checked at every opening.
#pragma once

#include <string>
#include <vector>

#include "base/progress.h"
#include "kernel/open_place.h"

namespace alongside::kernel {

struct Checked {
  std::vector<std::string> wrong;  // English: for the keeper's log and command line
  std::int64_t entries = 0;
  std::int64_t words = 0;  // sealed boxes that were opened
};

// Entries against their leaves, the tree against the head and the guard, sealed words against their commitments with
// the vault's keys, people's private texts, and the public tables against a refold into an empty database.
Checked check_place(const OpenPlace& place, Progress& progress);

}  // namespace alongside::kernel
