// A place, open: its database, vault, key and Writer, and what is read from them.
//
// One process holds a place (the lock file); others speak to that process. Pages read snapshots on read-only connections.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "kernel/guard.h"
#include "kernel/house.h"
#include "kernel/order.h"
#include "kernel/page_cache.h"
#include "kernel/place_files.h"
#include "kernel/search_follower.h"
#include "kernel/writer.h"
#include "record/checkpoint.h"
#include "record/note.h"
#include "store/lock.h"

namespace alongside::kernel {

struct OpenOptions {
  std::string data = "./data";
  std::string place;           // its id: [a-z][a-z0-9-]{1,39}
  std::string database_url;    // empty: SQLite in the place's folder
  std::string vault_mirror;    // a second folder, on another disk; empty: none
  std::function<Instant()> now;
  std::optional<Day> today;    // ALONGSIDE_TODAY: heeded only in a place that was opened as a sample
  bool read_only = false;      // a copy that was imported: no orders
};

struct NewPlace {
  std::string origin;  // empty: "alongside.invalid/<id>/<8 hex of the key>"
  std::string zone = "Europe/London";
  bool sample = false;
  Order first;  // "place open": carried out as act 0
};

Status check_place_id(std::string_view id);

class OpenPlace {
 public:
  // Makes the folder, the database, the vault and the key, and carries out the first order. Leaves nothing behind when it
  // fails.
  static Result<std::unique_ptr<OpenPlace>> create(const House& house, const OpenOptions& options, const NewPlace& fresh);
  static Result<std::unique_ptr<OpenPlace>> open(const House& house, const OpenOptions& options);
  ~OpenPlace();
  OpenPlace(const OpenPlace&) = delete;
  OpenPlace& operator=(const OpenPlace&) = delete;

  // --- orders --------------------------------------------------------------------------------------------------------
  void submit(Order order, Answer answer) { writer_->submit(std::move(order), std::move(answer)); }
  Outcome submit_and_wait(Order order) { return writer_->submit_and_wait(std::move(order)); }
  bool is_broken() const { return writer_->is_broken(); }

  // --- reading -------------------------------------------------------------------------------------------------------
  // Calls `with` inside one snapshot. Any thread.
  void read(const std::function<void(Reader&)>& with) const;
  Instant now() const { return options_.now(); }
  Day today() const;
  // Shows a page to somebody: the Actor, `may` and the view in one snapshot.
  Result<Seen> see(const Page& page, const Credential& credential, std::map<std::string, std::string> path,
                   std::map<std::string, std::string> query, std::string fresh_key) const;
  const House& house() const { return house_; }
  const std::string& id() const { return options_.place; }
  bool is_sample() const { return sample_; }

  // --- the public record ---------------------------------------------------------------------------------------------
  const std::string& origin() const { return origin_; }
  std::string verifier_key() const;
  // The signed head, at most 100 ms old; a refusal when the guard stands against it (a restored backup).
  Result<std::string> checkpoint();
  Head head() const;
  std::int64_t version() const { return version_; }  // of the last commit: for the page cache, without asking the database
  // Files under /r/<place>/: "tile/0/000", "tile/entries/000.p/17", "openings/000", "erased", "key", "checkpoint". Nothing: no such file.
  std::optional<std::string> record_file(std::string_view path);
  Result<std::string> receipt(Index index);

  // --- beside it -----------------------------------------------------------------------------------------------------
  PageCache& cache() { return cache_; }
  SearchFollower& search() { return *search_; }
  // What was said at opening that the keeper should know (no second path for the vault; a restored backup).
  const std::vector<Message>& warnings() const { return warnings_; }
  store::Database& database() { return *database_; }
  const store::Vault& vault() const { return *vault_; }
  const LookupKey& lookup() const { return lookup_; }
  const PlaceFiles& files() const { return files_; }

 private:
  OpenPlace(const House& house, OpenOptions options);
  Status attach(bool create, const NewPlace* fresh);
  Status prepare_database(const NewPlace& fresh);
  Status check_tables();
  Status recover();
  void start();

  const House& house_;
  OpenOptions options_;
  PlaceFiles files_;
  std::string origin_;
  std::string zone_;
  bool sample_ = false;
  std::atomic<std::int64_t> version_ = 0;
  std::unique_ptr<store::PlaceLock> held_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<store::Vault> vault_;
  std::optional<record::SigningKey> key_;
  LookupKey lookup_;
  std::vector<Message> warnings_;
  PageCache cache_;
  std::unique_ptr<SearchFollower> search_;

  std::mutex publishing_;  // guards the three below
  std::string published_;
  std::optional<Signed> guard_;
  std::int64_t published_at_ms_ = 0;

  std::unique_ptr<Writer> writer_;  // last: it uses all of the above
};

}  // namespace alongside::kernel
