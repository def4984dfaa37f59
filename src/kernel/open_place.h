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

#include "kernel/empty_place.h"
#include "kernel/guard.h"
#include "kernel/house.h"
#include "kernel/key_file.h"
#include "kernel/long_work.h"
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
  std::string mirror_file() const { return vault_mirror.empty() ? "" : vault_mirror + "/" + place + ".vault"; }
  std::function<Instant()> now;
  std::optional<Day> today;    // ALONGSIDE_TODAY: heeded only in a place that was opened as a sample
};

class OpenPlace;

struct NewPlace {
  std::string origin;  // empty: "alongside.invalid/<id>/<8 hex of the key>"
  std::string zone = "Europe/London";
  bool sample = false;
  Order first;  // "place open": carried out as act 0
  std::function<Status(OpenPlace&)> next = {};  // what else belongs to it from the start
};

Status check_place_id(std::string_view id);
// Neither a folder nor a schema of PostgreSQL nor a second path of a vault has this name yet.
Status check_name_is_free(const OpenOptions& options);

class OpenPlace {
 public:
  // Makes the folder, the database, the vault and the key, and carries out the first order.
  static Result<std::unique_ptr<OpenPlace>> create(const House& house, const OpenOptions& options, const NewPlace& fresh);
  static Result<std::unique_ptr<OpenPlace>> open(const House& house, const OpenOptions& options);
  // Open, but it takes no orders: for what is done to a whole record.
  static Result<std::unique_ptr<OpenPlace>> at_rest(const House& house, const OpenOptions& options);
  // An empty place is made under its unfinished name and filled, with its key file last; then it takes its own name, in one
  // step, and is opened. When it fails nothing is left behind; when it is stopped, the next one of this id begins anew.
  static Result<std::unique_ptr<OpenPlace>> make(const House& house, const OpenOptions& options, const FirstSettings& settings,
                                                 const NewKey& key, const std::function<Status(OpenPlace&)>& fill);
  ~OpenPlace();
  OpenPlace(const OpenPlace&) = delete;
  OpenPlace& operator=(const OpenPlace&) = delete;

  // --- orders --------------------------------------------------------------------------------------------------------
  void submit(Order order, Answer answer);
  Outcome submit_and_wait(Order order);
  bool is_broken() const { return writer_ && writer_->is_broken(); }
  // A copy of another's record, opened from its export: it takes no orders and signs nothing.
  bool is_copy() const { return !key_->signs; }
  // Why no order is taken here: it is a copy, or a backup was restored that lacks what was signed. Nothing: orders are taken.
  const Problems& stands_still() const { return stands_still_; }

  // --- reading -------------------------------------------------------------------------------------------------------
  // Calls `with` inside one snapshot. Any thread.
  void read(const std::function<void(Reader&)>& with) const;
  Instant now() const { return options_.now(); }
  Day today() const;
  // A sample's story takes years: the day that it is on while it is told. Nothing: today again. Only while no order waits.
  void sample_is_on(std::optional<Day> day);
  // Shows a page to somebody: the Actor, `may` and the view in one snapshot.
  Result<Seen> see(const Page& page, const Credential& credential, std::map<std::string, std::string> path,
                   std::map<std::string, std::string> query, std::string fresh_key) const;
  const House& house() const { return house_; }
  const std::string& id() const { return options_.place; }
  bool is_sample() const { return sample_; }

  // --- the public record ---------------------------------------------------------------------------------------------
  const std::string& origin() const { return key_->verifier.name; }  // a copy's: that of the original
  std::string verifier_key() const;
  // This opening ended a change of the key (change_key.h).
  bool key_was_replaced() const { return key_was_replaced_; }
  const std::optional<Signed>& guard() const { return guard_; }  // the highest head signed; only at rest
  // The signed head, at most 100 ms old; a copy's is the one that it came with. Refused while the guard stands against it
  // (a restored backup).
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
  friend class Importing;  // import_record.cc: fills a place at rest
  OpenPlace(const House& house, OpenOptions options);
  struct Fresh {
    const FirstSettings& settings;
    const NewKey& key;
  };
  Status attach(const std::optional<Fresh>& fresh);
  Status check_tables();
  Status recover();
  Status finish_key_change(store::Connection& connection);
  Status hold_against_guard(store::Connection& connection);
  Status hold_against_original(store::Connection& connection);
  void start();

  const House& house_;
  OpenOptions options_;
  std::optional<Day> story_day_;  // sample_is_on()
  PlaceFiles files_;
  std::string zone_;
  bool sample_ = false;
  std::atomic<std::int64_t> version_ = 0;
  std::unique_ptr<store::PlaceLock> held_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<store::Vault> vault_;
  std::optional<PlaceKey> key_;
  bool key_was_replaced_ = false;
  LookupKey lookup_;
  Problems stands_still_;
  std::vector<Message> warnings_;
  PageCache cache_;
  std::unique_ptr<SearchFollower> search_;
  std::unique_ptr<LongWork> long_work_;

  std::mutex publishing_;  // guards the three below
  std::string published_;
  std::optional<Signed> guard_;
  std::int64_t published_at_ms_ = 0;

  std::unique_ptr<Writer> writer_;  // last: it uses all of the above
};

}  // namespace alongside::kernel
