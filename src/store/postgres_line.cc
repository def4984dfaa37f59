#include "store/postgres_line.h"

#include <libpq-fe.h>

#include "store/postgres_sql.h"
#include "store/statement_text.h"

namespace alongside::store {
namespace {

// https://www.postgresql.org/docs/15/errcodes-appendix.html
Trouble trouble_of(std::string_view state, bool alive) {
  if (!alive || state.starts_with("08") || state.starts_with("57P")) return Trouble::connection_lost;
  if (state == "23505") return Trouble::duplicate;
  if (state.starts_with("23")) return Trouble::constraint;
  if (state == "53100") return Trouble::disk_full;
  if (state == "25006") return Trouble::read_only;
  if (state == "XX001" || state == "XX002") return Trouble::corrupt;
  if (state == "55P03" || state.starts_with("40")) return Trouble::busy;
  return Trouble::other;
}

std::string field(const pg_result* result, int which) {
  const char* text = result == nullptr ? nullptr : PQresultErrorField(result, which);
  return text == nullptr ? std::string() : std::string(text);
}

// Messages of class 22 ("invalid input: …") quote values; so do all details. Neither goes into a Failure.
std::string words_of(const pg_result* result, std::string_view state) {
  if (state.starts_with("22")) return "a value does not fit";
  const std::string message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  return message.empty() ? "the connection to PostgreSQL is lost" : message;
}

constexpr const char* settings = R"(
  SET client_min_messages = warning;
  SET lock_timeout = '5s';
  SET jit = off;
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
)";

}  // namespace

void ClearResult::operator()(pg_result* result) const { PQclear(result); }
void PostgresLine::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

PostgresLine::PostgresLine(const std::string& url, const std::string& schema, bool writes) {
  // What stands after `dbname` wins over the address; what stands before gives way to it.
  const char* keywords[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
  const char* values[] = {"5", "alongside", url.c_str(), "UTF8", nullptr};
  connection_.reset(PQconnectdbParams(keywords, values, 1));
  if (PQstatus(raw()) != CONNECTION_OK) {
    throw Failure(Trouble::connection_lost, std::string("PostgreSQL: ") + PQerrorMessage(raw()));
  }
  PQsetNoticeProcessor(
      raw(), [](void*, const char*) {}, nullptr);  // else libpq prints them, values and all
  ask(settings);
  ask("SET search_path TO " + quoted_name(schema));
  if (!writes) ask("SET default_transaction_read_only = on");
}

bool PostgresLine::is_alive() const { return connection_ && PQstatus(raw()) == CONNECTION_OK; }
bool PostgresLine::in_transaction() const { return is_alive() && PQtransactionStatus(raw()) != PQTRANS_IDLE; }
bool PostgresLine::has_failed() const { return PQtransactionStatus(raw()) == PQTRANS_INERROR; }

void PostgresLine::check(const pg_result* result, std::string_view doing) const {
  const ExecStatusType status = result == nullptr ? PGRES_FATAL_ERROR : PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN || status == PGRES_COPY_OUT)
    return;
  if (status == PGRES_EMPTY_QUERY) return;  // a concern without tables: SQLite takes an empty script too
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  throw Failure(trouble_of(state, is_alive()), words_of(result, state) + " [" + state + "] (" + excerpt(doing) + ")");
}

PgResult PostgresLine::ask(const std::string& sql) {
  PgResult result(PQexec(raw(), sql.c_str()));
  check(result.get(), sql);
  return result;
}

}  // namespace alongside::store
