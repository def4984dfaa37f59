#include "store/pool.h"

namespace alongside::store {
namespace {
constexpr std::size_t idle_max = 32;
}

class Pool::Loan final : public Connection {
 public:
  Loan(std::shared_ptr<Pool> pool, std::unique_ptr<PooledConnection> connection)
      : pool_(std::move(pool)), connection_(std::move(connection)) {}
  ~Loan() override {
    connection_->rollback();
    pool_->take_back(std::move(connection_));
  }

  std::int64_t run(std::string_view sql, std::span<const Value> values) override {
    return connection_->run(sql, values);
  }
  void each(std::string_view sql, std::span<const Value> values, const EachRow& row) override {
    connection_->each(sql, values, row);
  }
  void run_many(std::string_view sql, std::span<const Values> rows) override { connection_->run_many(sql, rows); }
  void script(std::string_view sql) override { connection_->script(sql); }
  void begin() override { connection_->begin(); }
  void commit() override { connection_->commit(); }
  void rollback() override { connection_->rollback(); }
  void savepoint() override { connection_->savepoint(); }
  void release() override { connection_->release(); }
  void rollback_to() override { connection_->rollback_to(); }
  bool is_postgres() const override { return connection_->is_postgres(); }

 private:
  std::shared_ptr<Pool> pool_;
  std::unique_ptr<PooledConnection> connection_;
};

std::unique_ptr<Connection> Pool::borrow() {
  std::unique_ptr<PooledConnection> connection;
  {
    const std::lock_guard hold(mutex_);
    if (!idle_.empty()) {
      connection = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!connection) connection = open_();
  return std::make_unique<Loan>(shared_from_this(), std::move(connection));
}

void Pool::take_back(std::unique_ptr<PooledConnection> connection) {
  if (!connection->is_sound()) return;
  const std::lock_guard hold(mutex_);
  if (idle_.size() < idle_max) idle_.push_back(std::move(connection));
}

void Pool::close_idle() {
  std::vector<std::unique_ptr<PooledConnection>> closing;
  const std::lock_guard hold(mutex_);
  closing.swap(idle_);
}

}  // namespace alongside::store
