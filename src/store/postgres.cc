// PostgreSQL behind the door: a schema a place.
//
// A writer's transaction is READ COMMITTED and first takes an advisory lock that stands for the place, so that, as with
// SQLite, one writes at a time and later statements see all that the last one committed. A reader's is REPEATABLE READ,
// READ ONLY. A line that was lost is opened again by the next begin(), never in between: only the caller knows what a
// lost transaction had done.
#include <libpq-fe.h>

#include <unordered_map>

#include "base/hash.h"
#include "store/pool.h"
#include "store/postgres_files.h"
#include "store/postgres_line.h"
#include "store/postgres_schemas.h"
#include "store/postgres_sql.h"
#include "store/postgres_values.h"
#include "store/statement_text.h"

namespace alongside::store {
namespace {

constexpr std::size_t statements_max = 1000;
constexpr std::size_t array_rows_max = 5'000;
constexpr std::size_t array_bytes_max = 8u << 20;
// Rows sent before their answers are read. Answers to more could fill the socket while we still write, and both would
// wait.
constexpr std::size_t pipeline_rows_max = 256;

std::int64_t lock_number(const std::string& schema) {
  const Digest digest = sha256("alongside place\n", schema);
  std::uint64_t out = 0;
  for (int i = 0; i < 8; ++i) out = out << 8 | digest[static_cast<std::size_t>(i)];
  return static_cast<std::int64_t>(out);
}

std::size_t weight(const Values& row) {
  std::size_t bytes = 0;
  for (const Value& value : row) {
    if (const auto* text = std::get_if<std::string>(&value)) bytes += text->size();
    if (const auto* blob = std::get_if<Blob>(&value)) bytes += blob->bytes.size();
  }
  return bytes;
}

class PostgresConnection final : public PooledConnection {
 public:
  PostgresConnection(std::string url, std::string schema, bool writes)
      : url_(std::move(url)), schema_(std::move(schema)), writes_(writes) {
    connect();
  }

  using Connection::each;
  using Connection::run;

  std::int64_t run(std::string_view sql, std::span<const Value> values) override {
    const PgResult result = execute(sql, values);
    const char* changed = PQcmdTuples(result.get());
    const bool only_read = std::string_view(PQcmdStatus(result.get())).starts_with("SELECT");
    return changed == nullptr || *changed == '\0' || only_read ? 0 : std::atoll(changed);
  }

  void each(std::string_view sql, std::span<const Value> values, const EachRow& row) override {
    const PgResult result = execute(sql, values);
    PostgresRow view(result.get(), 0);
    for (int i = 0; i < PQntuples(result.get()); ++i) {
      view.move_to(i);
      row(view);
    }
  }

  void run_many(std::string_view sql, std::span<const Values> rows) override {
    if (rows.empty()) return;
    const bool alone = !line_->in_transaction();
    if (alone) begin();
    try {
      const std::string types = column_types(rows);
      const std::string translated = for_postgres(sql);
      const bool mixed = types.find('?') != std::string::npos;
      const std::optional<std::string> bulk = mixed ? std::nullopt : over_arrays(translated, types);
      if (bulk) {
        insert_arrays(*bulk, types, rows);
      } else {
        send_pipelines(sql, rows);
      }
    } catch (...) {
      if (alone) rollback();
      throw;
    }
    if (alone) commit();
  }

  void script(std::string_view sql) override {
    refuse_after_failure();
    line_->ask(for_postgres(sql));
  }

  void begin() override {
    failed_ = false;
    if (!line_->is_alive()) connect();
    if (line_->in_transaction()) throw Failure(Trouble::other, "a transaction is already open");
    try {
      line_->ask(opening_);
    } catch (const Failure& failure) {
      rollback();
      if (failure.trouble != Trouble::connection_lost) throw;
      connect();  // it was lost while idle: nothing is at stake yet
      line_->ask(opening_);
    }
  }

  void commit() override {
    if (failed_ || !line_->in_transaction() || line_->has_failed()) {
      const bool lost = !line_->is_alive();
      rollback();
      throw Failure(lost ? Trouble::connection_lost : Trouble::other,
                    "nothing was committed: the transaction had failed");
    }
    const PgResult result = line_->ask("COMMIT");
    // The server answers a COMMIT it cannot do with "ROLLBACK", and calls that a success.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
      throw Failure(Trouble::other, "nothing was committed: the transaction had failed");
    }
  }

  void rollback() override {
    failed_ = false;
    if (line_->in_transaction()) PgResult(PQexec(line_->raw(), "ROLLBACK"));
  }

  void savepoint() override { control("SAVEPOINT one"); }
  void release() override { control("RELEASE SAVEPOINT one"); }
  void rollback_to() override {
    failed_ = false;
    line_->ask("ROLLBACK TO SAVEPOINT one; RELEASE SAVEPOINT one");
  }

  bool is_postgres() const override { return true; }
  bool is_sound() const override { return line_->is_alive(); }

 private:
  void connect() {
    prepared_.clear();
    line_ = std::make_unique<PostgresLine>(url_, schema_, writes_);
    // A REPEATABLE READ snapshot is taken by the first statement after BEGIN: take it now.
    opening_ = writes_ ? "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(" +
                             std::to_string(lock_number(schema_)) + ")"
                       : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1";
  }

  void refuse_after_failure() const {
    if (!line_->is_alive()) throw Failure(Trouble::connection_lost, "the connection to PostgreSQL is lost");
    if (failed_) throw Failure(Trouble::other, "the transaction has failed: roll back first");
  }

  void control(const char* sql) {
    refuse_after_failure();
    line_->ask(sql);
  }

  Parameters parameters(std::span<const Value> values) {
    try {
      return Parameters(values);
    } catch (const Failure&) {
      failed_ = line_->in_transaction();  // as if the server had refused it
      throw;
    }
  }

  // A statement is prepared for the kinds of its values: a null has none, and the server infers it from where it
  // stands.
  const std::string& prepared(std::string_view sql, const Parameters& parameters, bool is_translated) {
    std::string known_as = parameters.types() + (is_translated ? "!" : ":") + std::string(sql);
    const auto found = prepared_.find(known_as);
    if (found != prepared_.end()) return found->second;
    if (prepared_.size() >= statements_max) {
      line_->ask("DEALLOCATE ALL");
      prepared_.clear();
    }
    const std::string name = "s" + std::to_string(next_name_++);
    const std::vector<unsigned> oids = parameters.oids();
    const std::string text = is_translated ? std::string(sql) : for_postgres(sql);
    const PgResult result(
        PQprepare(line_->raw(), name.c_str(), text.c_str(), static_cast<int>(oids.size()), oids.data()));
    line_->check(result.get(), sql);
    return prepared_.emplace(std::move(known_as), name).first->second;
  }

  PgResult execute(std::string_view sql, std::span<const Value> values) {
    refuse_after_failure();
    return execute(sql, parameters(values), false);
  }

  PgResult execute(std::string_view sql, const Parameters& with, bool is_translated) {
    const std::string& name = prepared(sql, with, is_translated);
    PgResult result(
        PQexecPrepared(line_->raw(), name.c_str(), with.count(), with.values(), with.lengths(), with.formats(), 1));
    line_->check(result.get(), sql);
    return result;
  }

  void insert_arrays(const std::string& sql, const std::string& types, std::span<const Values> rows) {
    for (std::size_t from = 0; from < rows.size();) {
      refuse_after_failure();
      std::size_t count = 0;
      std::size_t bytes = 0;
      while (from + count < rows.size() && count < array_rows_max && bytes < array_bytes_max) {
        bytes += weight(rows[from + count++]);
      }
      try {
        execute(sql, Parameters(rows.subspan(from, count), types), true);
      } catch (const Failure&) {
        failed_ = true;
        throw;
      }
      from += count;
    }
  }

  void send_pipelines(std::string_view sql, std::span<const Values> rows) {
    for (std::size_t from = 0; from < rows.size(); from += pipeline_rows_max) {
      send_pipeline(sql, rows.subspan(from, std::min(pipeline_rows_max, rows.size() - from)));
    }
  }

  void send_pipeline(std::string_view sql, std::span<const Values> rows) {
    refuse_after_failure();
    std::vector<Parameters> all;  // checked and prepared first: neither can be done inside a pipeline
    std::vector<std::string> names;
    for (const Values& row : rows) {
      all.push_back(parameters(row));
      names.push_back(prepared(sql, all.back(), false));
    }
    PQenterPipelineMode(line_->raw());
    for (std::size_t i = 0; i < all.size(); ++i) {
      PQsendQueryPrepared(line_->raw(), names[i].c_str(), all[i].count(), all[i].values(), all[i].lengths(),
                          all[i].formats(), 1);
    }
    PQpipelineSync(line_->raw());
    PgResult first_error;
    bool at_sync = false;
    while (!at_sync && line_->is_alive()) {
      PgResult result(PQgetResult(line_->raw()));
      if (!result) continue;  // the end of one statement's answers
      const ExecStatusType status = PQresultStatus(result.get());
      at_sync = status == PGRES_PIPELINE_SYNC;
      if (status == PGRES_FATAL_ERROR && !first_error) first_error = std::move(result);
    }
    PQexitPipelineMode(line_->raw());
    if (first_error || !line_->is_alive()) line_->check(first_error.get(), sql);
  }

  std::string url_;
  std::string schema_;
  bool writes_;
  std::string opening_;
  std::unique_ptr<PostgresLine> line_;
  std::unordered_map<std::string, std::string> prepared_;
  std::int64_t next_name_ = 0;
  bool failed_ = false;  // something the server has not seen went wrong in this transaction
};

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(std::string url, std::string schema) : url_(std::move(url)), schema_(std::move(schema)) {
    create_schema(url_, schema_);
    pool_ = std::make_shared<Pool>(
        [address = url_, name = schema_] { return std::make_unique<PostgresConnection>(address, name, false); });
  }

  std::unique_ptr<Connection> writer() override { return std::make_unique<PostgresConnection>(url_, schema_, true); }
  std::unique_ptr<Connection> reader() override { return pool_->borrow(); }
  void only_these_tables(Connection&, MayWrite) override {}
  void backup(const std::string& file) override { backup_postgres(url_, schema_, file); }
  std::string kind() const override { return "postgresql"; }

 private:
  std::string url_;
  std::string schema_;
  std::shared_ptr<Pool> pool_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& url, const std::string& schema) {
  return std::make_unique<PostgresDatabase>(url, schema);
}

}  // namespace alongside::store
