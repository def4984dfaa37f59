// Reads a whole place back and names the place of each fault: an entry, a leaf, a node, the head, a box, a table.
#pragma once

#include <string>
#include <vector>

#include "base/progress.h"
#include "kernel/house.h"
#include "kernel/reader.h"
#include "store/vault.h"

namespace alongside::kernel {

struct Checked {
  std::vector<std::string> wrong;  // English: for the keeper's log and command line
  std::int64_t entries = 0;
  std::int64_t words = 0;  // sealed boxes that were opened
};

// Entries against their leaves, the tree against the head, sealed words against their commitments with the vault's keys,
// and the public tables against a refold into an empty database.
Checked check_place(const House& house, Reader& reader, const store::Vault& vault, Progress& progress);

}  // namespace alongside::kernel
