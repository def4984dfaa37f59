// A real place in a temporary folder, for tests: orders go through the Writer, pages through a snapshot.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "kernel/migrate.h"
#include "kernel/open_place.h"

namespace alongside::kernel {

class TestPlace {
 public:
  // `first` opens it: {"name": …} for "place open". `database_url`: PostgreSQL; empty: SQLite, or
  // what this run of the tests is over.
  TestPlace(std::vector<Concern> concerns, Json first, std::string database_url = "");
  ~TestPlace();

  // As the keeper at the data directory, unless as() said otherwise.
  Outcome order(std::string command, Json request, std::string key = "");
  // The same, and it must be done: throws with every problem in words.
  Outcome done(std::string command, Json request);
  void as(Credential credential) { credential_ = std::move(credential); }
  void as_keeper() { credential_ = {.at_the_house = true}; }
  void as_nobody() { credential_ = {}; }

  // The page at a path under the place ("/decisions/61"), as JSON; its problems when it cannot be seen.
  Result<Json> page(std::string_view path, std::map<std::string, std::string> query = {});
  Result<std::string> html(std::string_view path, std::map<std::string, std::string> query = {});
  Result<std::string> csv(std::string_view path, std::map<std::string, std::string> query = {});

  void read(const std::function<void(Reader&)>& with) { place().read(with); }
  void today_is(Day day);
  Day today() const { return today_; }
  OpenPlace& place() { return *place_; }
  const House& house() const { return house_; }
  void close() { place_.reset(); }
  PlaceFiles files() { return {options().data + "/" + options().place}; }
  void reopen();  // closes and opens it: what recover() does is done

  // Folds the record into an empty database and compares: equal digests, table by table. The first difference in words,
  // or nothing.
  std::string refold_difference();

 private:
  Result<Seen> see(std::string_view path, std::map<std::string, std::string> query);
  OpenOptions options();
  House house_;
  std::filesystem::path folder_;
  std::string database_url_;
  std::atomic<Day> today_;  // the Writer's thread reads it too
  Credential credential_{.at_the_house = true};
  std::unique_ptr<OpenPlace> place_;
  int keys_ = 0;
};

}  // namespace alongside::kernel
