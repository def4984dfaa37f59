// Puts Changes into the tables, inside the Writer's transaction: seals words, appends acts, folds them, keeps private rows.
#pragma once

#include "kernel/changes.h"
#include "kernel/house.h"
#include "kernel/log.h"
#include "record/entry.h"
#include "store/vault.h"

namespace alongside::kernel {

struct Carried {
  std::vector<Index> acts;
  std::vector<Index> words_changed;  // acts of which words were shown or erased: what was read from them is old now
};

// Throws store::Failure as the database does, and std::logic_error when a concern made an act that does not fold.
// Slots of new words are reserved in the vault, not yet stored; slots to be destroyed are listed in `destroy`.
Carried carry_out(const House& house, Changes changes, Day today, store::Connection& connection, store::Vault& vault,
                  LogTail& tail);

// Folds one entry into the public tables of every concern that folds its kind. A kind that nobody knows is a problem.
Status fold_entry(const House& house, Index index, std::string_view bytes, store::Connection& connection);
// The same for one that was parsed already.
Status fold_entry(const House& house, Index index, const record::Entry& entry, store::Connection& connection);

}  // namespace alongside::kernel
