// The one door to a database: SQLite or PostgreSQL, the same SQL on both.
//
// SQL here is what both speak: $1 placeholders in the order of their first appearance, integers (8 bytes), text in byte
// order, blobs; upsert, RETURNING, common table expressions, windows; a total ORDER BY. No LIKE, JSON, dates, triggers.
// A place is a database: a SQLite file, or a PostgreSQL schema.
//
// What goes wrong on disk or on the wire is thrown as Failure: nobody asked wrongly, and the caller cannot mend it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alongside::store {

struct Blob {
  std::string bytes;
  friend bool operator==(const Blob&, const Blob&) = default;
};
using Value = std::variant<std::monostate, std::int64_t, std::string, Blob>;  // null, integer, text, blob
using Values = std::vector<Value>;

enum class Trouble {
  duplicate,        // a key that must be unique stands twice
  constraint,       // another rule of a table is broken
  disk_full,
  read_only,        // the disk or the file refuses to be written
  corrupt,          // the file is not a sound database
  busy,             // somebody else holds it
  connection_lost,  // whether the last COMMIT was done is not known
  other,
};
class Failure : public std::runtime_error {
 public:
  Failure(Trouble kind, const std::string& what) : std::runtime_error(what), trouble(kind) {}
  Trouble trouble;  // what() never holds bound values: they may be people's words
};

// One row while a query runs; views into it end with the callback.
class Row {
 public:
  virtual ~Row() = default;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;      // 0 when null
  virtual std::string_view text(int column) const = 0;     // empty when null
  virtual std::string_view blob(int column) const = 0;     // empty when null
  virtual int columns() const = 0;
  // Any value as text: an integer in decimal, text as it is, a blob in lower-case hexadecimal. For digests.
  virtual std::string as_text(int column) const = 0;
};
using EachRow = std::function<void(const Row&)>;

// Not for two threads at once. Statements are prepared once a connection and SQL text.
class Connection {
 public:
  virtual ~Connection() = default;

  // Runs one statement and gives how many rows it changed.
  virtual std::int64_t run(std::string_view sql, std::span<const Value> values) = 0;
  // Runs one statement and shows each row of its answer, in order.
  virtual void each(std::string_view sql, std::span<const Value> values, const EachRow& row) = 0;
  // Many rows through one INSERT … VALUES ($1, …) statement: the fastest way this database has.
  virtual void run_many(std::string_view sql, std::span<const Values> rows) = 0;
  // Several statements without values, separated by semicolons: a tables.sql.
  virtual void script(std::string_view sql) = 0;

  virtual void begin() = 0;     // writer: takes the write lock at once; reader: a snapshot that does not move
  virtual void commit() = 0;    // writer: durable when it returns
  virtual void rollback() = 0;  // never throws for a transaction that is already gone
  virtual void savepoint() = 0;    // one level; after a failed statement roll back to it before going on
  virtual void release() = 0;
  virtual void rollback_to() = 0;  // the savepoint is gone afterwards

  virtual bool is_postgres() const = 0;

  // Conveniences over the above.
  std::int64_t run(std::string_view sql, std::initializer_list<Value> values = {}) {
    return run(sql, std::span<const Value>(values.begin(), values.size()));
  }
  void each(std::string_view sql, std::initializer_list<Value> values, const EachRow& row) {
    each(sql, std::span<const Value>(values.begin(), values.size()), row);
  }
};

// A snapshot for as long as it lives (a page reads in one: 1 us a row, against 6 to 10 us without).
class Snapshot {
 public:
  explicit Snapshot(Connection& connection) : connection_(connection) { connection_.begin(); }
  ~Snapshot() { connection_.rollback(); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
};

// Restricts what a writer's connection may touch, for tests: a fold may write only its own tables. SQLite's authorizer;
// on PostgreSQL it does nothing. Called with each table that a statement writes; false refuses the statement.
using MayWrite = std::function<bool(std::string_view table)>;

class Database {
 public:
  virtual ~Database() = default;
  // The one connection that writes. SQLite: synchronous=FULL, WAL, temp_store=MEMORY, secure_delete on.
  virtual std::unique_ptr<Connection> writer() = 0;
  virtual std::unique_ptr<Connection> reader() = 0;  // cannot write; from a pool, returned when destroyed
  virtual void only_these_tables(Connection& writer, MayWrite may_write) = 0;
  // A consistent copy of the whole database into one file (SQLite: its online backup into a database file; PostgreSQL: a
  // file of ours with every table's rows). Restored by restore_*. Never holds the vault.
  virtual void backup(const std::string& file) = 0;
  virtual std::string kind() const = 0;  // "sqlite" or "postgresql"
};

// Creates the file if it is not there. Failure(corrupt): it is not a database.
std::unique_ptr<Database> open_sqlite(const std::string& file);
// In memory, for refolding a record and for tests; readers and writer share it.
std::unique_ptr<Database> open_memory();
// `url` as libpq reads it; `schema` is created if it is not there.
std::unique_ptr<Database> open_postgres(const std::string& url, const std::string& schema);

void restore_sqlite(const std::string& backup, const std::string& file);
void restore_postgres(const std::string& backup, const std::string& url, const std::string& schema);

}  // namespace alongside::store
