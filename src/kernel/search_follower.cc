#include "kernel/search_follower.h"

#include <utility>

namespace alongside::kernel {
namespace {
constexpr std::int64_t chunk = 2'000;
constexpr std::size_t put_at_once = 100;  // who searches meanwhile waits for no more than these
// On a busy day commits come a hundred times a second. Reading each at once would take a processor from the Writer.
constexpr std::chrono::milliseconds rest_after_reading{50};
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
  bool caught_up = false;
  for (;;) {
    std::vector<Index> again;
    std::int64_t to = 0;
    {
      std::unique_lock hold(lock_);
      if (caught_up) wake_.wait_for(hold, rest_after_reading, [this] { return stopping_ || !read_again_.empty(); });
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
      caught_up = done_ >= total_;
    }
    wake_.notify_all();
  }
}

void SearchFollower::feed(std::int64_t from, std::int64_t to) {
  std::vector<store::SearchIndex::Thing> things;
  std::vector<std::pair<std::int64_t, std::optional<Found>>> now;
  const auto put = [&] {
    index_.put(std::exchange(things, {}));
    const std::lock_guard hold(lock_);
    for (auto& [index, found] : std::exchange(now, {})) {
      if (found) {
        found_[index] = std::move(*found);
      } else {
        found_.erase(index);
      }
    }
  };
  read_([&](Reader& reader) {
    for (const Concern& concern : house_.concerns()) {
      for (const SearchRow& row : concern.search_rows()) {
        for (const Index index : row.changed(reader, {from}, {to})) {
          auto found = row.read(reader, index);
          things.push_back({.id = index.value, .title = found ? found->title : "", .body = found ? std::exchange(found->body, {}) : "", .is_gone = !found});
          now.emplace_back(index.value, std::move(found));
          if (things.size() == put_at_once) put();
        }
      }
    }
  });
  put();
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
