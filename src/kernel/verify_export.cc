#include "kernel/verify_export.h"

#include <exception>
#include <thread>

#include "kernel/bounded_queue.h"
#include "kernel/carry_out.h"
#include "kernel/guard.h"
#include "kernel/migrate.h"
#include "kernel/record_acts.h"
#include "record/tile.h"

namespace alongside::kernel {
namespace {

constexpr std::size_t file_bytes_max = 64u << 20;
constexpr std::size_t acts_a_piece = 256;
constexpr std::size_t pieces_waiting_max = 16;

// Folds on a thread of its own what the reading thread has checked, in order. Only this thread touches the connection
// between the constructor and finish().
class Folding {
 public:
  Folding(const House& house, store::Connection& into) : house_(house), into_(into), thread_([this] { run(); }) {}
  ~Folding() {
    waiting_.close();
    if (thread_.joinable()) thread_.join();
  }
  Folding(const Folding&) = delete;
  Folding& operator=(const Folding&) = delete;

  void add(std::int64_t index, record::Entry entry) {
    piece_.emplace_back(index, std::move(entry));
    if (piece_.size() == acts_a_piece) waiting_.push(std::exchange(piece_, {}));
  }
  struct Wrong {
    std::int64_t index;
    Message what;
  };
  // Waits until all of it is folded. What went wrong, in the order of the acts; a failure of the database is thrown.
  const std::vector<Wrong>& finish() {
    waiting_.push(std::exchange(piece_, {}));
    waiting_.close();
    thread_.join();
    if (failed_) std::rethrow_exception(failed_);
    return wrong_;
  }

 private:
  void run() {
    try {
      while (const auto piece = waiting_.pop()) {
        for (const auto& [index, entry] : *piece) {
          const Status done = fold_entry(house_, {index}, entry, into_);
          if (!done) wrong_.push_back({index, done.problems().list().front().expected});
        }
      }
    } catch (...) {
      failed_ = std::current_exception();
      waiting_.close();
    }
  }

  using Piece = std::vector<std::pair<std::int64_t, record::Entry>>;
  const House& house_;
  store::Connection& into_;
  Piece piece_;  // the reading thread's
  BoundedQueue<Piece> waiting_{pieces_waiting_max};
  std::vector<Wrong> wrong_;   // the folding thread's, until it is joined
  std::exception_ptr failed_;  // the same
  std::thread thread_;         // last: it uses all of the above
};

}  // namespace

record::Files files_in(const std::string& folder) {
  return [folder](const std::string& path) -> std::optional<std::string> {
    auto bytes = read_whole_file(folder + "/" + path, file_bytes_max);
    return bytes ? std::optional(std::move(bytes).value()) : std::nullopt;
  };
}

Result<FoldedRecord> verify_and_fold(const House& house, const VerifyAsked& asked, Progress& progress) {
  const auto database = store::open_memory();
  const auto into = database->writer();
  into->begin();
  create_public_tables(house, *into);
  Folding folding(house, *into);
  const auto each = [&](std::int64_t index, std::string_view bytes, record::Entry entry) -> Status {
    if (asked.each) {
      if (Status told = asked.each(index, bytes, entry); !told) return told;
    }
    if (house.knows_act(entry.kind, entry.version)) folding.add(index, std::move(entry));
    return Done{};
  };
  auto verified = record::verify_record(asked.files, asked.known, each, progress);
  if (!verified) return verified.problems();
  for (const Folding::Wrong& one : folding.finish()) {
    verified->find(record::tile_path(record::bundle_of(one.index, verified->head.size)),
                   "entry " + std::to_string(one.index), one.what);
  }
  if (asked.lies_still) {
    if (const auto erased = asked.files("erased"); erased && *erased != erased_list(*into)) {
      verified->find("erased", "", msg("It does not say what the notices among the entries say."));
    }
  }
  into->commit();
  return FoldedRecord{std::move(verified).value(), digest_of(digests(house, *database))};
}

}  // namespace alongside::kernel
