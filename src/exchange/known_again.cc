#include "exchange/known_again.h"

#include <map>
#include <set>

#include "base/text.h"
#include "commons/decision/importing.h"
#include "commons/valued/apply.h"
#include "exchange/import_valued.h"
#include "formats/detect.h"
#include "record/entry.h"

namespace alongside::import {
namespace {

using kernel::Changes;
using kernel::Reader;

// What a register's file said, read again from the page that lies on the record. Nothing: the page is not open.
std::optional<formats::Read> read_again(Reader& reader, Index source) {
  const auto bytes = reader.entry(source);
  const auto entry = bytes ? record::parse_entry(*bytes) : Result<record::Entry>(Problems());
  if (!entry) return std::nullopt;
  std::string page = reader.words(source, "page").or_empty();
  if (page.empty()) return std::nullopt;
  if (const Json* coded = entry->body.find("is_base64"); coded != nullptr && coded->is_bool() && coded->boolean()) {
    auto plain = from_base64(page);
    if (!plain) return std::nullopt;
    page = std::move(plain).value();
  }
  const std::string name = reader.words(source, "address").or_empty();
  auto read = formats::read_only({.name = name, .bytes = page}, valued_formats());
  return read ? std::optional(std::move(read).value()) : std::nullopt;
}

// The words by which a row finds the act that it became.
std::string words_of(std::string_view name, std::string_view id, std::string_view where) {
  return std::string(name) + '\n' + std::string(id) + '\n' + std::string(where);
}

// The places that each source registered, by the words of the register; sources in the order of the record.
std::map<std::int64_t, std::map<std::string, Index>> registered_by_source(Reader& reader) {
  std::map<std::int64_t, std::map<std::string, Index>> out;
  for (const valued::ValuedRow& row : reader.all<valued::ValuedRow>("WHERE source IS NOT NULL ORDER BY idx")) {
    const auto words = [&](const char* field) { return reader.words(row.index, field).or_empty(); };
    out[row.source.value].emplace(words_of(words("name"), words("source_id"), words("where")), row.index);
  }
  // A file may have told of places that were known, and of no other.
  reader.each(
      "SELECT DISTINCT a.source FROM decision_accounts a JOIN valued v ON v.idx = a.about WHERE a.source IS NOT NULL "
      "ORDER BY a.source",
      {}, [&](const store::Row& row) { out[row.integer(0)]; });
  return out;
}

// What imports know, made anew in the order in which they came to know it.
class Knowing {
 public:
  Knowing(Changes& changes, Reader& reader) : changes_(changes), reader_(reader) {
    changes_.run("DELETE FROM valued_keys", {});
    changes_.run("DELETE FROM valued_told", {});
    valued::drop_waiting(changes_);
  }

  void source(const formats::Read& read, const std::map<std::string, Index>& registered) {
    std::map<std::string, int> times;
    for (const formats::ReadValued& row : read.valued) ++times[shared_name(row)];
    const std::vector<Likeness> like = keyed_likenesses(reader_, read.valued);
    for (std::size_t i = 0; i < read.valued.size(); ++i) {
      const formats::ReadValued& row = read.valued[i];
      const Index place = row_of(row, keys_of(reader_, row, times[shared_name(row)] == 1), registered);
      if (!place.is_set()) continue;
      valued::Told told{valued::stands_as(reader_, place), row.edition, like[i].address, like[i].name};
      if (alike_.knows(told.valued, told.edition)) continue;
      alike_.add(told);
      valued::keep_told(changes_, told);
      told_.insert(told.valued);
    }
  }

  void propose() {
    const valued::Pairs before = valued::pairs(reader_);
    for (const Index one : told_) {
      for (const Index maybe : alike_.maybe(one)) {
        const valued::Pair pair = valued::pair_of(one, maybe);
        if (!before.two.contains(pair)) valued::propose(changes_, pair);
      }
    }
  }

 private:
  // The place that this row registered, or gave an account of.
  Index row_of(const formats::ReadValued& row, const ValuedKeys& keys, const std::map<std::string, Index>& registered) {
    const auto plain = [](const std::string& words) { return said(words).words(); };
    const auto here = registered.find(words_of(plain(row.name), plain(row.source_id), plain(where_of(row))));
    if (here != registered.end()) {
      keep(keys.row, here->second);
      keep(keys.place, here->second);
      return here->second;
    }
    if (const auto again = known_.find(keys.row); again != known_.end()) return again->second;  // a later copy
    const auto place = known_.find(keys.place);
    if (keys.place.empty() || place == known_.end()) return {};
    keep(keys.account, place->second);
    return place->second;
  }
  void keep(const std::string& key, Index place) {
    if (!key.empty() && known_.emplace(key, place).second) valued::keep_known(changes_, key, place);
  }

  Changes& changes_;
  Reader& reader_;
  std::map<std::string, Index> known_;
  Alike alike_;
  std::set<Index> told_;
};

void know_valued_again(Changes& changes, Reader& reader) {
  Knowing knowing(changes, reader);
  for (const auto& [source, registered] : registered_by_source(reader)) {
    if (const auto read = read_again(reader, {source})) knowing.source(*read, registered);
  }
  knowing.propose();
}

}  // namespace

void know_again(Changes& changes, Reader& reader) {
  decision::rebuild_import_keys(changes, reader);
  know_valued_again(changes, reader);
}

}  // namespace alongside::import
