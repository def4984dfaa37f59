// A queue between two threads that never holds more than so much: who gives waits for who takes.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace alongside::kernel {

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t items_max) : items_max_(items_max) {}

  // False: it was closed, and the item is dropped.
  bool push(T item) {
    std::unique_lock hold(lock_);
    changed_.wait(hold, [this] { return closed_ || items_.size() < items_max_; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    changed_.notify_all();
    return true;
  }
  // Nothing: it was closed, and all that was in it is taken.
  std::optional<T> pop() {
    std::unique_lock hold(lock_);
    changed_.wait(hold, [this] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    changed_.notify_all();
    return item;
  }
  void close() {
    const std::lock_guard hold(lock_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t items_max_;
  std::mutex lock_;  // guards the two below
  std::condition_variable changed_;
  std::deque<T> items_;
  bool closed_ = false;
};

}  // namespace alongside::kernel
