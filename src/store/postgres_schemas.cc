#include "store/postgres_schemas.h"

#include <libpq-fe.h>

#include "store/postgres_line.h"
#include "store/postgres_sql.h"

namespace alongside::store {
namespace {

bool has(PostgresLine& line, const std::string& schema) {
  constexpr const char* sql = "SELECT 1 FROM pg_namespace WHERE nspname = $1";
  const char* values[] = {schema.c_str()};
  const PgResult found(PQexecParams(line.raw(), sql, 1, nullptr, values, nullptr, nullptr, 0));
  line.check(found.get(), sql);
  return PQntuples(found.get()) > 0;
}

}  // namespace

bool has_schema(const std::string& url, const std::string& schema) {
  PostgresLine line(url, schema, false);
  return has(line, schema);
}

void create_schema(const std::string& url, const std::string& schema) {
  PostgresLine line(url, schema, true);
  try {
    line.ask("CREATE SCHEMA IF NOT EXISTS " + quoted_name(schema));
  } catch (const Failure& failure) {
    if (failure.trouble != Trouble::duplicate) throw;  // two started at once: the other one has made it
  }
}

void drop_schema(const std::string& url, const std::string& schema) {
  PostgresLine line(url, schema, true);
  line.ask("DROP SCHEMA IF EXISTS " + quoted_name(schema) + " CASCADE");
}

void rename_schema(const std::string& url, const std::string& from, const std::string& to) {
  PostgresLine line(url, to, true);
  if (!has(line, from) || has(line, to)) return;
  line.ask("ALTER SCHEMA " + quoted_name(from) + " RENAME TO " + quoted_name(to));
}

}  // namespace alongside::store
