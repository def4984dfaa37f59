// Work that takes seconds, for pages that may take milliseconds: done on a thread of its own, one after another, while
// pages look how far it is.
//
// What was found lives in memory alone, under a name, and only for the few names that were asked for last: it holds no
// words, and after a restart it is found anew. The work reads its snapshot and lets it go before it calculates, so that
// it never holds up the database.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "base/progress.h"
#include "base/result.h"
#include "kernel/reader.h"

namespace alongside::kernel {

class LongWork {
 public:
  using Read = std::function<void(const std::function<void(Reader&)>&)>;  // calls it inside one snapshot
  template <class T>
  using Work = std::function<Result<T>(const Read&, Progress&)>;

  explicit LongWork(Read read);
  ~LongWork();  // tells the work to stop, and waits for it

  // How far the work of one name is. While it is done anew, what was found before still stands.
  template <class T>
  struct Look {
    std::shared_ptr<const T> found;  // null: nothing was found yet
    bool is_going = false;           // waits for its turn, or is being done
    std::int64_t done = 0;
    std::int64_t total = 0;          // 0: not known yet
    std::string what;                // is counted; of the engine, in English
    Problems problems;               // why it was not found, the last time
  };
  // Looks, and begins it where it was not begun for `of` yet: whatever tells one state of what it reads from another (how
  // many acts the record had). Any thread. The same T for a name, always.
  template <class T>
  Look<T> look(const std::string& name, std::int64_t of, const Work<T>& work) {
    const Held held = look_at(name, of, [&work] {
      return Erased([work](const Read& read, Progress& progress) -> Result<std::shared_ptr<const void>> {
        auto found = work(read, progress);
        if (!found) return found.problems();
        return std::shared_ptr<const void>(std::make_shared<const T>(std::move(found).value()));
      });
    });
    return {std::static_pointer_cast<const T>(held.found), held.is_going, held.done, held.total, held.what, held.problems};
  }

 private:
  using Erased = std::function<Result<std::shared_ptr<const void>>(const Read&, Progress&)>;
  struct Held {
    std::shared_ptr<const void> found;
    bool is_going = false;
    std::int64_t of = -1;  // the newest that it was begun for
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string what;
    Problems problems;
    std::int64_t looked = 0;  // the number of the last look
  };
  class Told;
  Held look_at(const std::string& name, std::int64_t of, const std::function<Erased()>& work);
  void forget_the_oldest();
  static Result<std::shared_ptr<const void>> carried_out(const Erased& work, const Read& read, Progress& progress);
  void run();

  Read read_;
  mutable std::mutex lock_;  // guards the rest
  std::condition_variable wake_;
  bool stopping_ = false;
  std::int64_t looks_ = 0;
  std::map<std::string, Held> held_;
  std::deque<std::pair<std::string, Erased>> waiting_;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace alongside::kernel
