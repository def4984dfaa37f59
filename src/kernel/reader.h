// What look() and the views read with: a snapshot of one place's tables, and its words.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/actor.h"
#include "kernel/row.h"
#include "store/door.h"
#include "store/vault.h"

namespace alongside::kernel {

// The keys that never leave the house: what private texts are looked up by (HMAC), never the texts themselves.
struct LookupKey {
  std::string bytes;  // 32
  // HMAC-SHA-256 of `text` for this purpose, so that equal texts of two purposes do not look equal. 32 bytes.
  std::string digest(std::string_view purpose, std::string_view text) const;
};

class Reader {
 public:
  Reader(store::Connection& connection, const store::Vault* vault, const LookupKey* lookup, Index size)
      : connection_(connection), vault_(vault), lookup_(lookup), size_(size) {}

  // `tail` is all that follows "SELECT … FROM <table> ": a WHERE and a total ORDER BY. Rows in that order.
  template <RowStruct T>
  std::vector<T> all(std::string_view tail, std::initializer_list<store::Value> values = {}) {
    std::vector<T> out;
    each("SELECT " + columns<T>() + " FROM " + std::string(T::table) + " " + std::string(tail), values,
         [&](const store::Row& row) { out.push_back(row_from<T>(row)); });
    return out;
  }
  template <RowStruct T>
  std::optional<T> one(std::string_view tail, std::initializer_list<store::Value> values = {}) {
    std::optional<T> out;
    each("SELECT " + columns<T>() + " FROM " + std::string(T::table) + " " + std::string(tail), values,
         [&](const store::Row& row) { if (!out) out = row_from<T>(row); });
    return out;
  }
  std::int64_t count(std::string_view sql, std::initializer_list<store::Value> values = {});  // first column of the first row
  void each(std::string_view sql, std::initializer_list<store::Value> values, const store::EachRow& row) {
    connection_.each(sql, values, row);
  }

  // The words of one field of an act ("title", "options/0/why_not"): shown, erased (and on what ground), withheld, absent.
  // Words that were replaced (a name taken out) come in their new wording.
  Text words(Index act, std::string_view field) const;
  // All words of an act by field path, in path order; erased and withheld ones too.
  std::vector<std::pair<std::string, Text>> all_words(Index act) const;
  // Withheld words as well: for those who read them before others may.
  Text withheld_words(Index act, std::string_view field) const;
  // The acts whose wording took the place of an act's words (a name taken out), the oldest first. Without a field: of any.
  std::vector<Index> replacements(Index act, std::string_view field = {}) const;
  // All words that are kept, withheld ones too, in the order of the record, until `each` says false. Words in which a name
  // was replaced come under the act and field whose place they took: there they are taken away.
  struct Kept {
    Index act;
    std::string field;
    std::string words;
    bool withheld = false;
  };
  void each_kept(const std::function<bool(const Kept&)>& each) const;

  // A private text kept for a person under a name (Changes::keep_private). Absent when it or the person is gone.
  std::optional<std::string> private_text(std::string_view name) const;

  std::string lookup(std::string_view purpose, std::string_view text) const { return lookup_->digest(purpose, text); }

  Index size() const { return size_; }  // acts in the record as this snapshot sees it; the next act's index
  std::optional<std::string> entry(Index index) const;  // its canonical bytes
  // The day an act was put on the record, and its kind.
  struct Stamp {
    Index index;
    std::string kind;
    Day at;
  };
  std::optional<Stamp> stamp(Index index) const;
  std::vector<Stamp> newest(std::int64_t limit) const;  // the newest first

  store::Connection& connection() { return connection_; }

 private:
  Text words_of_row(Index act, std::string_view field, bool withheld_too) const;
  store::Connection& connection_;
  const store::Vault* vault_;    // null: no words here (a refold of public acts)
  const LookupKey* lookup_;
  Index size_;
};

}  // namespace alongside::kernel
