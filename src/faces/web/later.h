// A thread that draws answers. The Writer's thread must not: a stranger who sends bad forms would slow everybody's orders.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace alongside::web {

class Later {
 public:
  Later() : thread_([this] { run(); }) {}
  ~Later();  // does what waits, then stops
  Later(const Later&) = delete;
  Later& operator=(const Later&) = delete;

  // Any thread; in order. As many can wait as orders can (Writer::orders_waiting_max), so the queue is bounded by that.
  void add(std::function<void()> work);

 private:
  void run();
  std::mutex lock_;  // guards waiting_ and stopping_
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace alongside::web
