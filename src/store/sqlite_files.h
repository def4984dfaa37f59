// Whole copies of an SQLite database: backup and restore.
#pragma once

#include <string>

struct sqlite3;

namespace alongside::store {

// Everything that `from` sees at this moment, into `file`, which takes its place only when it is whole and on the disk.
void copy_database(sqlite3* from, const std::string& file);

}  // namespace alongside::store
