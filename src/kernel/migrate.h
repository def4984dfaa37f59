// Tables as they should be: public ones are rebuilt from the record when their tables.sql changed, private ones move on by
// numbered migrations.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "kernel/house.h"
#include "store/door.h"

namespace alongside::kernel {

// In an empty database, inside the caller's transaction.
void create_all_tables(const House& house, store::Connection& connection);
void create_public_tables(const House& house, store::Connection& connection);

// At every opening, in a transaction of its own: migrates private tables, refolds public ones whose shape changed.
Status bring_up_to_date(const House& house, store::Connection& connection);

// Empties and refolds every public table from the entries, in a transaction of its own.
Status refold_all(const House& house, store::Connection& connection, Progress& progress);

// A digest of every public table's rows, each in the order of all its columns: two databases that fold the same entries
// have the same, on both kinds of database. By table, and one over all.
struct TableDigest {
  std::string table;
  std::int64_t rows = 0;
  Digest digest{};
};
std::vector<TableDigest> digests(const House& house, store::Connection& connection);
// The same on two threads, each with a connection of its own.
std::vector<TableDigest> digests(const House& house, store::Database& database);
Digest digest_of(const std::vector<TableDigest>& tables);

}  // namespace alongside::kernel
