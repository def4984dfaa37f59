// The schemas of a PostgreSQL database by their names: each place is one.
#pragma once

#include <string>

namespace alongside::store {

bool has_schema(const std::string& url, const std::string& schema);
// Nothing is done when it is there already; of the next two, when `schema` or `from` is not, or `to` is taken.
void create_schema(const std::string& url, const std::string& schema);
void drop_schema(const std::string& url, const std::string& schema);
void rename_schema(const std::string& url, const std::string& from, const std::string& to);

}  // namespace alongside::store
