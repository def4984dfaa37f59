// Backup of one place's schema into a file of ours; restore_postgres is in door.h.
#pragma once

#include <string>

namespace alongside::store {

// What one snapshot sees: tables, indexes and rows. Nothing else is in a place's schema.
void backup_postgres(const std::string& url, const std::string& schema, const std::string& file);

}  // namespace alongside::store
