// Full-text search in memory: SQLite's FTS5, fed from the openings. Nothing of people's words goes to disk.
//
// A word finds words that it begins (the last one typed), accents and case do not matter, titles weigh more than the
// rest. Any text can be asked: it is cut into words, and no sign in it means anything to the search.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::store {

class SearchIndex {
 public:
  SearchIndex();
  ~SearchIndex();
  SearchIndex(const SearchIndex&) = delete;
  SearchIndex& operator=(const SearchIndex&) = delete;

  struct Thing {
    std::int64_t id;
    std::string title;
    std::string body;
    bool is_gone = false;  // no longer to be found
  };
  // Each replaces what was there under its id. All at once: a hundred cost little more than one.
  void put(const std::vector<Thing>& things);
  // Best first. At most `words_max` words of the question count. Where more than `scored_max` things match, those with
  // the words in their title come first, then the best of the newest.
  std::vector<std::int64_t> find(std::string_view question, std::size_t limit) const;
  static constexpr std::size_t words_max = 8;
  static constexpr std::int64_t scored_max = 1'000;

 private:
  struct Inside;
  std::vector<std::int64_t> best(const std::string& match, std::size_t limit) const;
  std::vector<std::int64_t> scored(const std::string& match, std::size_t limit, bool& is_all) const;
  std::unique_ptr<Inside> inside_;  // any thread: a lock inside
};

}  // namespace alongside::store
