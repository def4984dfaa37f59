#include "store/search.h"

#include <sqlite3.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <string>

#include "base/text.h"

namespace alongside::store {
namespace {

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

// Letters and digits of any script; all else parts words.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : folded(text)) {
    const auto u = static_cast<unsigned char>(c);
    if (u >= 128 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) out.push_back(word);
  return out;
}

// Words of English that nearly every text holds: asking for them finds everything, slowly.
bool says_nothing(std::string_view word) {
  constexpr std::string_view words[] = {"a",  "an",  "and",  "are",  "at",   "be",  "by",   "did",  "for",
                                        "in", "is",  "it",   "of",   "on",   "or",  "that", "the",  "this",
                                        "to", "was", "were", "what", "when", "who", "why",  "with", "decided"};
  for (const std::string_view one : words) {
    if (word == one) return true;
  }
  return false;
}

}  // namespace

struct SearchIndex::Inside {
  std::mutex lock;
  std::unique_ptr<sqlite3, Close> db;
  Statement put, remove, find;
};

SearchIndex::SearchIndex() : inside_(std::make_unique<Inside>()) {
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr) !=
      SQLITE_OK) {
    throw std::runtime_error("the search cannot open a database in memory");
  }
  inside_->db.reset(db);
  const auto run = [&](const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db));
  };
  run("PRAGMA temp_store=MEMORY");
  run("CREATE VIRTUAL TABLE things USING fts5(title, body, prefix='2 3 4', "
      "tokenize='unicode61 remove_diacritics 2')");
  const auto prepare = [&](const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(db));
    }
    return Statement(statement);
  };
  inside_->put = prepare("INSERT INTO things (rowid, title, body) VALUES (?1, ?2, ?3)");
  inside_->remove = prepare("DELETE FROM things WHERE rowid = ?1");
  // Scoring a row costs far more than finding it, so only so many are scored, the newest: 100,000 rows that hold a
  // common word took 350 ms, these take 6.
  inside_->find = prepare(
      "SELECT rowid, COUNT(*) OVER () FROM (SELECT rowid, bm25(things, 8.0, 1.0) AS score FROM things WHERE things "
      "MATCH ?1 "
      "ORDER BY rowid DESC LIMIT ?3) ORDER BY score, rowid LIMIT ?2");
}

SearchIndex::~SearchIndex() = default;

void SearchIndex::put(const std::vector<Thing>& things) {
  const std::lock_guard hold(inside_->lock);
  sqlite3* const db = inside_->db.get();
  sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
  for (const Thing& thing : things) {
    sqlite3_stmt* const remove = inside_->remove.get();
    sqlite3_bind_int64(remove, 1, thing.id);
    sqlite3_step(remove);
    sqlite3_reset(remove);
    if (thing.is_gone) continue;
    sqlite3_stmt* const put = inside_->put.get();
    sqlite3_bind_int64(put, 1, thing.id);
    sqlite3_bind_text(put, 2, thing.title.data(), static_cast<int>(thing.title.size()), SQLITE_STATIC);
    sqlite3_bind_text(put, 3, thing.body.data(), static_cast<int>(thing.body.size()), SQLITE_STATIC);
    sqlite3_step(put);
    sqlite3_reset(put);
    sqlite3_clear_bindings(put);
  }
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
}

std::vector<std::int64_t> SearchIndex::find(std::string_view question, std::size_t limit) const {
  std::vector<std::string> words = words_of(question.substr(0, 2'000));
  std::vector<std::string> telling;
  for (const std::string& word : words) {
    if (!says_nothing(word)) telling.push_back(word);
  }
  if (!telling.empty()) words = telling;
  if (words.size() > words_max) words.resize(words_max);
  if (words.empty()) return {};
  // Each word is quoted, so that it is only a word; the last may be unfinished.
  const auto match = [&](std::string_view between) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) out += between;
      out += '"' + words[i] + '"';
      if (i + 1 == words.size() && words[i].size() >= 2) out += " *";
    }
    return out;
  };
  // All of the words; if nothing holds them all, any of them.
  std::vector<std::int64_t> all = best(match(" AND "), limit);
  return all.empty() && words.size() > 1 ? best(match(" OR "), limit) : all;
}

std::vector<std::int64_t> SearchIndex::best(const std::string& match, std::size_t limit) const {
  bool is_all = true;
  std::vector<std::int64_t> out = scored(match, limit, is_all);
  if (is_all) return out;
  // Too many to score: those with the words in their title first, then the newest of the others.
  std::vector<std::int64_t> titled = scored("title : (" + match + ")", limit, is_all);
  for (const std::int64_t id : out) {
    if (titled.size() == limit) break;
    if (std::find(titled.begin(), titled.end(), id) == titled.end()) titled.push_back(id);
  }
  return titled;
}

std::vector<std::int64_t> SearchIndex::scored(const std::string& match, std::size_t limit, bool& is_all) const {
  std::vector<std::int64_t> out;
  const std::lock_guard hold(inside_->lock);
  sqlite3_stmt* const find = inside_->find.get();
  sqlite3_bind_text(find, 1, match.data(), static_cast<int>(match.size()), SQLITE_TRANSIENT);
  sqlite3_bind_int64(find, 2, static_cast<std::int64_t>(limit));
  sqlite3_bind_int64(find, 3, scored_max);
  while (sqlite3_step(find) == SQLITE_ROW) {
    out.push_back(sqlite3_column_int64(find, 0));
    is_all = sqlite3_column_int64(find, 1) < scored_max;
  }
  sqlite3_reset(find);
  sqlite3_clear_bindings(find);
  return out;
}

}  // namespace alongside::store
