#include "kernel/long_work.h"

#include <exception>

namespace alongside::kernel {
namespace {
constexpr std::size_t names_kept = 8;
}

Result<std::shared_ptr<const void>> LongWork::carried_out(const Erased& work, const Read& read, Progress& progress) {
  try {
    return work(read, progress);
  } catch (const std::exception&) {  // no memory, a database that went away: the page says so, and the house goes on
    return problem(Code::wrong_state, "", msg("This could not be worked out. Try again later."));
  }
}

// Writes down how far it is. It stops when the place is closed.
class LongWork::Told final : public Progress {
 public:
  Told(LongWork& work, const std::string& name) : work_(work), name_(name) {}
  bool at(std::int64_t done, std::int64_t total, const std::string& what) override {
    const std::lock_guard hold(work_.lock_);
    Held& held = work_.held_[name_];
    held.done = done;
    held.total = total;
    held.what = what;
    return !work_.stopping_;
  }

 private:
  LongWork& work_;
  const std::string& name_;
};

LongWork::LongWork(Read read) : read_(std::move(read)), thread_([this] { run(); }) {}

LongWork::~LongWork() {
  {
    const std::lock_guard hold(lock_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

LongWork::Held LongWork::look_at(const std::string& name, std::int64_t of, const std::function<Erased()>& work) {
  const std::lock_guard hold(lock_);
  Held& held = held_[name];
  held.looked = ++looks_;
  if (held.of < of && !held.is_going) {
    held.of = of;
    held.is_going = true;
    held.done = held.total = 0;
    held.what.clear();
    held.problems = {};
    waiting_.emplace_back(name, work());
    forget_the_oldest();
    wake_.notify_all();
  }
  return held;
}

void LongWork::forget_the_oldest() {
  if (held_.size() <= names_kept) return;
  auto oldest = held_.end();
  for (auto at = held_.begin(); at != held_.end(); ++at) {
    if (!at->second.is_going && (oldest == held_.end() || at->second.looked < oldest->second.looked)) oldest = at;
  }
  if (oldest != held_.end()) held_.erase(oldest);
}

void LongWork::run() {
  for (;;) {
    std::pair<std::string, Erased> next;
    {
      std::unique_lock hold(lock_);
      wake_.wait(hold, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      next = std::move(waiting_.front());
      waiting_.pop_front();
    }
    Told told(*this, next.first);
    auto found = carried_out(next.second, read_, told);
    const std::lock_guard hold(lock_);
    Held& held = held_[next.first];
    held.is_going = false;
    if (found) {
      held.found = std::move(found).value();
    } else {
      held.problems = found.problems();
    }
  }
}

}  // namespace alongside::kernel
