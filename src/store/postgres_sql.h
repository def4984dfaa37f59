// The house's SQL in PostgreSQL's words.
//
// Outside quotes and comments, capital words change: INTEGER is BIGINT, BLOB is BYTEA. In a CREATE or ALTER statement
// TEXT is TEXT COLLATE "C", so that ORDER BY is byte order whatever the server's language; not after AS, where it is a
// cast.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alongside::store {

std::string for_postgres(std::string_view sql);
std::string quoted_name(std::string_view name);  // "a ""name"""

// `INSERT … VALUES ($1, …)` as one statement over arrays, `INSERT … SELECT … FROM unnest($1::bigint[], …)`. `types` has
// a letter a placeholder: i integer, t text, b blob, n nothing but nulls. Nothing when the statement is no plain
// INSERT.
std::optional<std::string> over_arrays(std::string_view sql, std::string_view types);

}  // namespace alongside::store
