#include "store/sqlite_files.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <memory>

#include "store/posix_file.h"

namespace alongside::store {
namespace {

struct CloseHandle {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, CloseHandle>;

[[noreturn]] void fail(int code, const std::string& file) {
  const int plain = code & 0xff;
  const Trouble trouble = plain == SQLITE_FULL                                   ? Trouble::disk_full
                          : plain == SQLITE_CORRUPT || plain == SQLITE_NOTADB    ? Trouble::corrupt
                          : plain == SQLITE_READONLY || plain == SQLITE_CANTOPEN ? Trouble::read_only
                          : plain == SQLITE_BUSY || plain == SQLITE_LOCKED       ? Trouble::busy
                                                                                 : Trouble::other;
  throw Failure(trouble, file + ": " + sqlite3_errstr(code));
}

Handle open(const std::string& file, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
  Handle handle(raw);
  if (code != SQLITE_OK) fail(code, file);
  sqlite3_busy_timeout(raw, 2000);
  return handle;
}

void execute(sqlite3* handle, const char* sql, const std::string& file) {
  const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, file);
}

// quick_check gives one row, "ok", for a sound database.
void check_sound(sqlite3* handle, const std::string& file) {
  bool sound = false;
  const int code = sqlite3_exec(
      handle, "PRAGMA quick_check(1)",
      [](void* into, int, char** row, char**) {
        *static_cast<bool*>(into) = row[0] != nullptr && std::string_view(row[0]) == "ok";
        return 0;
      },
      &sound, nullptr);
  if (code != SQLITE_OK) fail(code, file);
  if (!sound) throw Failure(Trouble::corrupt, file + ": the database is damaged");
}

bool is_empty(sqlite3* handle, const std::string& file) {
  bool empty = true;
  const int code = sqlite3_exec(
      handle, "SELECT 1 FROM sqlite_schema LIMIT 1",
      [](void* into, int, char**, char**) {
        *static_cast<bool*>(into) = false;
        return 0;
      },
      &empty, nullptr);
  if (code != SQLITE_OK) fail(code, file);
  return empty;
}

// What a write-ahead log holds belongs to the old database: a new one under the same name must not find it.
void remove_log(const std::string& file) {
  for (const char* end : {"-wal", "-shm", "-journal"}) ::unlink((file + end).c_str());
}

}  // namespace

void copy_database(sqlite3* from, const std::string& file) {
  const std::string beside = file + ".new";
  ::unlink(beside.c_str());
  remove_log(beside);
  { const PosixFile ours(beside, O_RDWR | O_CREAT | O_TRUNC); }
  {
    const Handle to = open(beside, SQLITE_OPEN_READWRITE);
    sqlite3_backup* backup = sqlite3_backup_init(to.get(), "main", from, "main");
    if (backup == nullptr) fail(sqlite3_errcode(to.get()), beside);
    const int copied =
        sqlite3_backup_step(backup, -1);  // in one go: a moment's picture, which stops no writer of a log
    const int finished = sqlite3_backup_finish(backup);
    if (finished != SQLITE_OK) fail(finished, beside);
    if (copied != SQLITE_DONE) fail(copied, beside);
    execute(to.get(), "PRAGMA journal_mode = DELETE", beside);  // one file, with no log beside it
    check_sound(to.get(), beside);
  }
  PosixFile(beside, O_RDWR).sync();
  rename_durably(beside, file);
}

void restore_sqlite(const std::string& backup, const std::string& file) {
  const Handle from = open(backup, SQLITE_OPEN_READONLY);
  check_sound(from.get(), backup);
  // SQLite takes a file of no bytes for a sound database: a copy that was stopped as it began looks like that.
  if (is_empty(from.get(), backup)) throw Failure(Trouble::corrupt, backup + ": there is nothing in it");
  const std::string restored = file + ".restored";
  copy_database(from.get(), restored);
  if (file_exists(file)) {
    // Nobody may hold it now (the place's lock is the caller's). Its log goes into it first, so that a crash between
    // here and the rename leaves the old database whole.
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const Handle old(raw);
    if (code == SQLITE_OK) sqlite3_wal_checkpoint_v2(raw, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  }
  remove_log(file);
  rename_durably(restored, file);
}

}  // namespace alongside::store
