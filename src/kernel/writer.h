// The one way in. A thread takes all orders that wait, carries them out in one transaction, and answers when it is durable.
//
// The steps are those of docs/architecture.md, "The commit"; writer.cc says at each what is true there and what a crash
// there means. The Writer's thread is the only one that holds the writing connection.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "kernel/house.h"
#include "kernel/log.h"
#include "kernel/order.h"
#include "store/door.h"
#include "store/vault.h"

namespace alongside::kernel {

// A step of a batch, in order: tests stop or fail the process before each.
enum class Step { lock, fence, orders, read_back, store_secrets, commit, destroy, answer };

struct WriterParts {
  const std::string place;  // its id
  const House& house;
  store::Database& database;  // its writing connection is made here, and made again when it is lost
  store::Vault& vault;
  const LookupKey& lookup;
  std::function<Instant()> now;
  std::function<Day(Instant)> today;                        // in the place's zone
  std::function<void(const Head&, const std::vector<Index>& words_changed)> committed;  // after each batch that changed something
  std::function<void(Step)> before = {};                    // for fault tests; null in the program
};

class Writer {
 public:
  explicit Writer(WriterParts parts);
  ~Writer();  // carries out what waits, then stops
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Any thread. Refused with too_many when more than `orders_waiting_max` wait. The answer is called on the Writer's
  // thread: it must be quick and must not wait for another order.
  void submit(Order order, Answer answer);
  Outcome submit_and_wait(Order order);
  static constexpr std::size_t orders_waiting_max = 10'000;

  // A batch went wrong in a way that leaves unknown what is on disk: nothing more is taken. The program must end.
  bool is_broken() const { return broken_; }
  std::string why_broken() const;

 private:
  struct Waiting {
    Order order;
    Answer answer;
  };
  void run();
  struct BatchResult {
    std::vector<Outcome> outcomes;
    Head head;
    bool changed = false;
    std::vector<Index> words_changed;
  };
  void serve(std::vector<Waiting>& batch);
  BatchResult in_one_transaction(const std::vector<Waiting>& batch, bool each_alone);
  Outcome one_order(const Order& order, LogTail& tail, BatchResult& batch);
  std::optional<Outcome> answered_before(const std::string& key, const Digest& request);
  void destroy_listed();
  void break_down(const std::string& why);
  void at(Step step) const {
    if (parts_.before) parts_.before(step);
  }

  WriterParts parts_;
  std::unique_ptr<store::Connection> connection_;
  mutable std::mutex lock_;  // guards waiting_, stopping_ and why_
  std::condition_variable wake_;
  std::deque<Waiting> waiting_;
  bool stopping_ = false;
  std::atomic<bool> broken_ = false;
  std::string why_;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace alongside::kernel
