// Feeds the search with what is public: after the start all of it, then what each commit changed.
//
// The index lives in memory alone (nothing of people's words on disk). A thread of its own reads snapshots; until it has
// read everything once, `progress()` says how far it is and pages say "still reading, n of m".
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "kernel/house.h"
#include "store/search.h"

namespace alongside::kernel {

class SearchFollower {
 public:
  using Read = std::function<void(const std::function<void(Reader&)>&)>;
  SearchFollower(const House& house, Read read);
  ~SearchFollower();

  // Any thread. `words_changed`: acts of which words were shown or erased; find() waits until they were read again, so that
  // what is gone is not found.
  void committed(std::int64_t size, const std::vector<Index>& words_changed);

  struct Progress {
    std::int64_t done;
    std::int64_t total;
    bool is_complete() const { return done >= total; }
  };
  Progress progress() const { return {done_, total_}; }
  // Best first, at most `limit`. Any thread.
  std::vector<Found> find(std::string_view words, std::size_t limit) const;
  void wait_until_complete() const;  // for tests and the command line

 private:
  void run();
  void feed(std::int64_t from, std::int64_t to);

  const House& house_;
  Read read_;
  mutable store::SearchIndex index_;
  std::atomic<std::int64_t> done_ = 0;
  std::atomic<std::int64_t> total_ = 0;
  mutable std::mutex lock_;  // guards the rest
  mutable std::condition_variable wake_;
  bool stopping_ = false;
  std::vector<Index> read_again_;
  std::map<std::int64_t, Found> found_;  // what the index holds, without the body
  std::thread thread_;
};

}  // namespace alongside::kernel
