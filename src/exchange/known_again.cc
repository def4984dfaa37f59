#include "exchange/known_again.h"

#include <map>

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

// The index that an act's body names under this key ("source").
std::int64_t index_in(Reader& reader, Index act, std::string_view key) {
  const auto bytes = reader.entry(act);
  const auto entry = bytes ? record::parse_entry(*bytes) : Result<record::Entry>(Problems());
  const Json* value = entry.ok() ? entry->body.find(key) : nullptr;
  return value != nullptr && value->is_number() ? value->number() : -1;
}

struct OfSource {
  std::map<std::string, Index> registered;  // by the words of the register
  std::map<std::string, Index> accounts;    // by what was said: of places that another source registered
};

std::map<std::int64_t, OfSource> by_source(Reader& reader) {
  std::map<std::int64_t, OfSource> out;
  std::map<std::int64_t, std::int64_t> registered_from;
  for (const valued::ValuedRow& row : reader.all<valued::ValuedRow>("WHERE source IS NOT NULL ORDER BY idx")) {
    registered_from[row.index.value] = row.source.value;
    const auto words = [&](const char* field) { return reader.words(row.index, field).or_empty(); };
    out[row.source.value].registered.emplace(words_of(words("name"), words("source_id"), words("where")), row.index);
  }
  std::vector<std::pair<Index, Index>> accounts;
  reader.each("SELECT idx, about FROM valued_accounts ORDER BY idx", {},
              [&](const store::Row& row) { accounts.emplace_back(Index{row.integer(0)}, Index{row.integer(1)}); });
  for (const auto& [act, about] : accounts) {
    const std::int64_t source = index_in(reader, act, "source");
    if (source < 0 || registered_from[about.value] == source) continue;
    out[source].accounts.emplace(reader.words(act, "words").or_empty(), about);
  }
  return out;
}

void know_valued_again(Changes& changes, Reader& reader) {
  changes.run("DELETE FROM valued_keys", {});
  for (const auto& [source, acts] : by_source(reader)) {
    const auto read = read_again(reader, {source});
    if (!read) continue;
    std::map<std::string, int> times;
    for (const formats::ReadValued& row : read->valued) ++times[shared_name(row)];
    for (const formats::ReadValued& row : read->valued) {
      const ValuedKeys keys = keys_of(reader, row, times[shared_name(row)] == 1);
      const auto plain = [](const std::string& words) { return said(words).words(); };
      const auto place = acts.registered.find(words_of(plain(row.name), plain(row.source_id), plain(where_of(row))));
      if (place != acts.registered.end()) {
        valued::keep_known(changes, keys.row, place->second);
        valued::keep_known(changes, keys.place, place->second);
        continue;
      }
      const auto account = acts.accounts.find(plain(account_of(row)));
      if (account != acts.accounts.end()) valued::keep_known(changes, keys.account, account->second);
    }
  }
}

}  // namespace

void know_again(Changes& changes, Reader& reader) {
  decision::rebuild_import_keys(changes, reader);
  know_valued_again(changes, reader);
}

}  // namespace alongside::import
