#include "faces/web/later.h"

#include <exception>

namespace alongside::web {

Later::~Later() {
  {
    const std::lock_guard hold(lock_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Later::add(std::function<void()> work) {
  {
    const std::lock_guard hold(lock_);
    waiting_.push_back(std::move(work));
  }
  wake_.notify_one();
}

void Later::run() {
  for (;;) {
    std::function<void()> work;
    {
      std::unique_lock hold(lock_);
      wake_.wait(hold, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    try {
      work();
    } catch (const std::exception&) {
      // The Reply that the work held goes unused: the server answers 500 for it.
    }
  }
}

}  // namespace alongside::web
