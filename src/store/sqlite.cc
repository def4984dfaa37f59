// SQLite behind the door.
//
// A file: write-ahead log, synchronous=FULL (the log is synced at each commit), one writer and any number of readers
// that see the last commit. In memory: SQLite's memdb, shared by name between connections of this process; it has no
// write-ahead log, so there a commit waits for readers' snapshots to end, and gives up as `busy` after
// memory_wait_ms_max.
#include <fcntl.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <unordered_map>

#include "base/text.h"
#include "store/pool.h"
#include "store/posix_file.h"
#include "store/sqlite_files.h"
#include "store/sqlite_row.h"
#include "store/statement_text.h"

namespace alongside::store {
namespace {

constexpr int file_wait_ms_max = 250;
constexpr int memory_wait_ms_max = 2000;
constexpr std::size_t statements_max = 1000;
constexpr sqlite3_int64 memory_bytes_max = sqlite3_int64{16} << 30;

struct CloseHandle {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// A prepared statement, where each $n stands in it, and which tables it writes.
struct Statement {
  std::unique_ptr<sqlite3_stmt, Finalize> handle;
  std::vector<int> places;  // of $1, $2 …; SQLite numbers them by first appearance. 0: not in this statement
  std::vector<std::string> writes;
  bool in_use = false;
};

int note_written_table(void* into, int action, const char* table, const char*, const char*, const char*) {
  const bool writes = action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE ||
                      action == SQLITE_CREATE_TABLE || action == SQLITE_DROP_TABLE;
  if (writes && table != nullptr && !std::string_view(table).starts_with("sqlite_")) {
    auto& list = *static_cast<std::vector<std::string>*>(into);
    if (std::find(list.begin(), list.end(), table) == list.end()) list.emplace_back(table);
  }
  return SQLITE_OK;
}

class SqliteConnection final : public PooledConnection {
 public:
  SqliteConnection(const std::string& name, int flags, bool writes) : writes_(writes) {
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail(code, "opening " + name);
    sqlite3_set_authorizer(handle, note_written_table, &written_);
  }

  using Connection::each;
  using Connection::run;

  std::int64_t run(std::string_view sql, std::span<const Value> values) override {
    Use use(*this, sql);
    bind(use.statement(), values);
    step_to_end(use.statement());
    return sqlite3_stmt_readonly(use.statement().handle.get()) != 0 ? 0 : sqlite3_changes64(handle_.get());
  }

  void each(std::string_view sql, std::span<const Value> values, const EachRow& row) override {
    Use use(*this, sql);
    bind(use.statement(), values);
    const SqliteRow view(use.statement().handle.get());
    for (;;) {
      const int code = sqlite3_step(use.statement().handle.get());
      if (code == SQLITE_DONE) return;
      if (code != SQLITE_ROW) fail(code, sql);
      row(view);
    }
  }

  void run_many(std::string_view sql, std::span<const Values> rows) override {
    if (rows.empty()) return;
    const bool alone = !in_transaction();
    if (alone) begin();
    try {
      Use use(*this, sql);
      for (const Values& values : rows) {
        bind(use.statement(), values);
        step_to_end(use.statement());
        sqlite3_reset(use.statement().handle.get());
      }
    } catch (...) {
      if (alone) rollback();
      throw;
    }
    if (alone) commit();
  }

  void script(std::string_view sql) override {
    refuse_after_failure();
    const bool alone = !in_transaction();
    if (alone) begin();
    try {
      each_of(sql);
    } catch (...) {
      if (alone) rollback();
      throw;
    }
    if (alone) commit();
  }

  void begin() override {
    if (in_transaction()) throw Failure(Trouble::other, "a transaction is already open");
    failed_ = false;
    run(writes_ ? "BEGIN IMMEDIATE" : "BEGIN", {});
    // The snapshot of a plain BEGIN is taken by the first read: take it now, so that it stands from here.
    if (!writes_) each("SELECT 1 FROM sqlite_schema LIMIT 1", {}, [](const Row&) {});
  }

  void commit() override {
    if (failed_ || !in_transaction()) {
      rollback();
      throw Failure(Trouble::other, "nothing was committed: the transaction had failed");
    }
    run("COMMIT", {});
  }

  void rollback() override {
    failed_ = false;
    if (!in_transaction()) return;
    sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  void savepoint() override { run("SAVEPOINT one", {}); }
  void release() override { run("RELEASE one", {}); }
  void rollback_to() override {
    // A full disk or a failed read makes SQLite roll the whole transaction back: then there is nothing to return to.
    if (!in_transaction())
      throw Failure(last_trouble_, "the whole transaction is gone, not only what followed the savepoint");
    failed_ = false;
    run("ROLLBACK TO one", {});
    run("RELEASE one", {});
  }

  bool is_postgres() const override { return false; }
  bool is_sound() const override { return last_trouble_ != Trouble::corrupt; }
  void only(MayWrite may_write) { may_write_ = std::move(may_write); }
  sqlite3* handle() const { return handle_.get(); }

  void set(const char* pragma) {
    const int code = sqlite3_exec(handle_.get(), pragma, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, pragma);
  }

 private:
  // Holds a statement while it runs and leaves it clean: a statement left half-way keeps its snapshot and its words.
  class Use {
   public:
    Use(SqliteConnection& connection, std::string_view sql) : connection_(connection) {
      connection.refuse_after_failure();
      Statement* known = connection.known(sql);
      if (known != nullptr && known->in_use) {  // a query inside its own callback
        spare_ = connection.prepare(std::string(sql).c_str(), nullptr);
        known = &spare_;
      }
      statement_ = known;
      connection.check_may_write(*statement_, sql);
      statement_->in_use = true;
      ++connection.running_;
    }
    ~Use() {
      sqlite3_reset(statement_->handle.get());
      sqlite3_clear_bindings(statement_->handle.get());
      statement_->in_use = false;
      --connection_.running_;
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    Statement& statement() { return *statement_; }

   private:
    SqliteConnection& connection_;
    Statement spare_;
    Statement* statement_ = nullptr;
  };

  void each_of(std::string_view script) {
    const std::string text(script);
    const char* at = text.c_str();
    while (*at != '\0') {
      const char* rest = at;
      Statement statement = prepare(at, &rest);
      const std::string_view one(at, static_cast<std::size_t>(rest - at));
      at = rest;
      if (!statement.handle) continue;  // white space or a comment
      check_may_write(statement, one);
      step_to_end(statement);
    }
  }

  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

  [[noreturn]] void fail(int code, std::string_view sql) {
    const int system_error = errno;
    const int extended = handle_ ? sqlite3_extended_errcode(handle_.get()) : code;
    const char* words = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
    last_trouble_ = trouble_of(extended != SQLITE_OK ? extended : code);
    // A quota, or a limit on a file's size, reaches SQLite as an error of the disk; only the system knows the kind.
    if ((code & 0xff) == SQLITE_IOERR && trouble_of_errno(system_error) == Trouble::disk_full) {
      last_trouble_ = Trouble::disk_full;
    }
    if (transaction_seen_ || (handle_ && in_transaction())) failed_ = true;
    throw Failure(last_trouble_, std::string(words) + " (" + excerpt(sql) + ")");
  }

  // PostgreSQL refuses all that follows an error until it is rolled back; SQLite would go on, so the door refuses here.
  void refuse_after_failure() const {
    if (failed_) throw Failure(Trouble::other, "the transaction has failed: roll back first");
  }

  void check_may_write(const Statement& statement, std::string_view sql) {
    if (!may_write_) return;
    for (const std::string& table : statement.writes) {
      if (may_write_(table)) continue;
      failed_ = in_transaction();
      throw Failure(Trouble::other, "table " + table + " may not be written here (" + excerpt(sql) + ")");
    }
  }

  Statement* known(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return &found->second;
    if (statements_.size() >= statements_max && running_ == 0) statements_.clear();
    const std::string text(sql);
    const char* rest = nullptr;
    Statement statement = prepare(text.c_str(), &rest);
    if (!statement.handle) throw Failure(Trouble::other, "there is no statement in: " + excerpt(sql));
    return &statements_.emplace(text, std::move(statement)).first->second;
  }

  Statement prepare(const char* sql, const char** rest) {
    Statement out;
    sqlite3_stmt* statement = nullptr;
    written_.clear();
    const int code = sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, rest);
    if (code != SQLITE_OK) fail(code, sql);
    out.handle.reset(statement);
    out.writes = std::move(written_);
    for (int n = 1; n <= sqlite3_bind_parameter_count(statement); ++n) {
      out.places.push_back(sqlite3_bind_parameter_index(statement, ("$" + std::to_string(n)).c_str()));
    }
    return out;
  }

  void bind(Statement& statement, std::span<const Value> values) {
    if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement.handle.get())) != values.size()) {
      failed_ = in_transaction();
      throw Failure(Trouble::other, std::string("as many values as placeholders are needed: ") +
                                        excerpt(sqlite3_sql(statement.handle.get())));
    }
    for (std::size_t i = 0; i < values.size(); ++i) bind(statement, statement.places[i], values[i]);
  }

  // The values outlive the step, so nothing is copied.
  void bind(Statement& statement, int place, const Value& value) {
    sqlite3_stmt* handle = statement.handle.get();
    int code = SQLITE_OK;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      code = sqlite3_bind_int64(handle, place, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      try {
        check_text(*text);
      } catch (...) {
        failed_ = in_transaction();
        throw;
      }
      code = sqlite3_bind_text64(handle, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
      // A null pointer would bind NULL; an empty blob is not NULL.
      const char* bytes = blob->bytes.empty() ? "" : blob->bytes.data();
      code = sqlite3_bind_blob64(handle, place, bytes, blob->bytes.size(), SQLITE_STATIC);
    } else {
      code = sqlite3_bind_null(handle, place);
    }
    if (code != SQLITE_OK) fail(code, sqlite3_sql(handle));
  }

  void step_to_end(Statement& statement) {
    for (;;) {
      transaction_seen_ = in_transaction();  // an error may end the transaction itself
      const int code = sqlite3_step(statement.handle.get());
      if (code == SQLITE_DONE) break;
      if (code != SQLITE_ROW) fail(code, sqlite3_sql(statement.handle.get()));
    }
    transaction_seen_ = false;
  }

  std::unique_ptr<sqlite3, CloseHandle> handle_;
  std::vector<std::string> written_;  // what the statement now being prepared writes
  std::unordered_map<std::string, Statement, HashText, std::equal_to<>> statements_;
  MayWrite may_write_;
  Trouble last_trouble_ = Trouble::other;
  int running_ = 0;
  bool writes_;
  bool failed_ = false;
  bool transaction_seen_ = false;
};

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(std::string name, bool in_memory) : name_(std::move(name)), in_memory_(in_memory) {
    // The first connection sets up the file and keeps one in memory alive. It has to have read to keep the log of a
    // file, too, which else is folded in and removed whenever a writer goes.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);  // its count takes locks
    keep_ = open_writer();
    keep_->each("SELECT 1 FROM sqlite_schema LIMIT 1", {}, [](const Row&) {});
    pool_ = std::make_shared<Pool>([name = name_, flags = flags(), in_memory = in_memory_] {
      auto connection = std::make_unique<SqliteConnection>(name, flags, false);
      settle(*connection, in_memory);
      connection->set("PRAGMA query_only = ON");
      connection->set("PRAGMA cache_size = -8000");
      return connection;
    });
  }

  std::unique_ptr<Connection> writer() override { return open_writer(); }
  std::unique_ptr<Connection> reader() override { return pool_->borrow(); }

  void only_these_tables(Connection& writer, MayWrite may_write) override {
    dynamic_cast<SqliteConnection&>(writer).only(std::move(may_write));
  }

  void backup(const std::string& file) override {
    SqliteConnection from(name_, flags(), false);
    settle(from, in_memory_);
    copy_database(from.handle(), file);
  }
  std::string kind() const override { return "sqlite"; }

 private:
  int flags() const { return SQLITE_OPEN_READWRITE | (in_memory_ ? SQLITE_OPEN_URI | SQLITE_OPEN_CREATE : 0); }

  static void settle(SqliteConnection& connection, bool in_memory) {
    sqlite3_busy_timeout(connection.handle(), in_memory ? memory_wait_ms_max : file_wait_ms_max);
    connection.set("PRAGMA temp_store = MEMORY");
    connection.set("PRAGMA foreign_keys = OFF");
  }

  // A disk that cannot have a shared-memory file beside the database keeps the old journal, and says so only in its
  // answer.
  static void use_log(SqliteConnection& connection) {
    std::string mode;
    connection.each("PRAGMA journal_mode = WAL", {}, [&](const Row& row) { mode = row.text(0); });
    if (mode != "wal") throw Failure(Trouble::other, "this disk cannot hold a database with a write-ahead log");
  }

  std::unique_ptr<SqliteConnection> open_writer() const {
    auto connection = std::make_unique<SqliteConnection>(name_, flags(), true);
    settle(*connection, in_memory_);
    if (in_memory_) {
      connection->set("PRAGMA cache_size = -256000");  // nothing is gained by writing pages from memory into memory
      connection->set("PRAGMA journal_mode = MEMORY");
      sqlite3_int64 bytes_max = memory_bytes_max;
      sqlite3_file_control(connection->handle(), "main", SQLITE_FCNTL_SIZE_LIMIT, &bytes_max);
    } else {
      use_log(*connection);
      connection->set("PRAGMA secure_delete = ON");
      connection->set("PRAGMA synchronous = FULL");
      connection->set("PRAGMA cache_size = -32000");
    }
    return connection;
  }

  std::string name_;
  bool in_memory_;
  std::unique_ptr<SqliteConnection> keep_;
  std::shared_ptr<Pool> pool_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& file) {
  { const PosixFile ours(file, O_RDWR | O_CREAT); }  // for its owner alone (0600), where SQLite would give it to all
  return std::make_unique<SqliteDatabase>(file, false);
}

std::unique_ptr<Database> open_memory() {
  static std::atomic<std::int64_t> next = 0;  // names tell apart the databases of one process
  return std::make_unique<SqliteDatabase>("file:/alongside-" + std::to_string(next++) + "?vfs=memdb", true);
}

}  // namespace alongside::store
