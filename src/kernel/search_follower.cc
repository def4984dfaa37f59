#include "kernel/search_follower.h"

namespace alongside::kernel {
namespace {
constexpr std::int64_t chunk = 2'000;
}

SearchFollower::SearchFollower(const House& house, Read read)
    : house_(house), read_(std::move(read)), thread_([this] { run(); }) {}

SearchFollower::~SearchFollower() {
  {
    const std::lock_guard hold(lock_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void SearchFollower::committed(std::int64_t size, const std::vector<Index>& words_changed) {
  {
    const std::lock_guard hold(lock_);
    total_ = size;
    read_again_.insert(read_again_.end(), words_changed.begin(), words_changed.end());
  }
  wake_.notify_all();
}

void SearchFollower::wait_until_complete() const {
  std::unique_lock hold(lock_);
  wake_.wait(hold, [this] { return stopping_ || (done_ >= total_ && read_again_.empty()); });
}

void SearchFollower::run() {
  std::int64_t size = 0;
  read_([&](Reader& reader) { size = reader.size().value; });
  {
    const std::lock_guard hold(lock_);
    total_ = std::max<std::int64_t>(total_, size);
  }
  for (;;) {
    std::vector<Index> again;
    std::int64_t to = 0;
    {
      std::unique_lock hold(lock_);
      wake_.wait(hold, [this] { return stopping_ || !read_again_.empty() || done_ < total_; });
      if (stopping_) return;
      again = read_again_;
      to = std::min<std::int64_t>(total_, done_ + chunk);
    }
    for (const Index act : again) feed(act.value, act.value + 1);
    if (done_ < to) {
      feed(done_, to);
      done_ = to;
    }
    {
      const std::lock_guard hold(lock_);
      read_again_.erase(read_again_.begin(), read_again_.begin() + static_cast<std::ptrdiff_t>(again.size()));
    }
    wake_.notify_all();
  }
}

void SearchFollower::feed(std::int64_t from, std::int64_t to) {
  read_([&](Reader& reader) {
    for (const Concern& concern : house_.concerns()) {
      for (const SearchRow& row : concern.search_rows()) {
        for (const Index index : row.changed(reader, {from}, {to})) {
          auto found = row.read(reader, index);
          if (!found) {
            index_.remove(index.value);
            const std::lock_guard hold(lock_);
            found_.erase(index.value);
            continue;
          }
          index_.put(index.value, found->title, found->body);
          found->body.clear();
          const std::lock_guard hold(lock_);
          found_[index.value] = std::move(*found);
        }
      }
    }
  });
}

std::vector<Found> SearchFollower::find(std::string_view words, std::size_t limit) const {
  {
    std::unique_lock hold(lock_);
    wake_.wait(hold, [this] { return stopping_ || read_again_.empty(); });
  }
  std::vector<Found> out;
  for (const std::int64_t index : index_.find(words, limit)) {
    const std::lock_guard hold(lock_);
    const auto at = found_.find(index);
    if (at != found_.end()) out.push_back(at->second);
  }
  return out;
}

}  // namespace alongside::kernel
