// Connections that are lent out and come back: opening one costs more than a page's reads.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/door.h"

namespace alongside::store {

// What a pool needs to know of a connection beside its use.
class PooledConnection : public Connection {
 public:
  virtual bool is_sound() const = 0;  // false: the line is dead, do not lend it again
};

// Any thread may borrow. Whoever borrowed may outlive the pool's owner: the pool lives as long as the last loan.
class Pool : public std::enable_shared_from_this<Pool> {
 public:
  using Open = std::function<std::unique_ptr<PooledConnection>()>;
  explicit Pool(Open open) : open_(std::move(open)) {}
  std::unique_ptr<Connection> borrow();
  void close_idle();

 private:
  class Loan;
  void take_back(std::unique_ptr<PooledConnection> connection);
  Open open_;
  std::mutex mutex_;  // holds idle_
  std::vector<std::unique_ptr<PooledConnection>> idle_;
};

}  // namespace alongside::store
