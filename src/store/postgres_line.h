// One line to a PostgreSQL server, set up as the house needs it, and what its errors mean.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "store/door.h"

struct pg_conn;
struct pg_result;

namespace alongside::store {

struct ClearResult {
  void operator()(pg_result* result) const;
};
using PgResult = std::unique_ptr<pg_result, ClearResult>;

class PostgresLine {
 public:
  // `schema` need not exist yet. Throws Failure(connection_lost) when nobody answers.
  PostgresLine(const std::string& url, const std::string& schema, bool writes);

  pg_conn* raw() const { return connection_.get(); }
  bool is_alive() const;
  bool in_transaction() const;
  bool has_failed() const;  // the server refuses all but a rollback

  // One or more statements without values. Gives the last one's answer; throws what the first failing one means.
  PgResult ask(const std::string& sql);
  // Throws unless the result is one that `doing` can give: rows, a command done, a copy begun.
  void check(const pg_result* result, std::string_view doing) const;

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  std::unique_ptr<pg_conn, Close> connection_;
};

}  // namespace alongside::store
