#include "kernel/check.h"

#include <map>

#include "kernel/carry_out.h"
#include "kernel/log.h"
#include "kernel/migrate.h"
#include "kernel/words.h"
#include "record/entry.h"
#include "record/tree.h"

namespace alongside::kernel {
namespace {

void check_entries(Reader& reader, const store::Vault& vault, Checked& check, Progress& progress) {
  record::CompactRange range;
  reader.each("SELECT idx, bytes, leaf FROM entries ORDER BY idx", {}, [&](const store::Row& row) {
    const std::string where = "entry " + std::to_string(row.integer(0));
    const Digest leaf = record::leaf_hash(row.blob(1));
    if (row.integer(0) != check.entries) check.wrong.push_back(where + ": an entry before it is missing");
    if (view(leaf) != row.blob(2)) check.wrong.push_back(where + ": its bytes and its leaf do not fit");
    if (!record::parse_entry(row.blob(1)).ok()) check.wrong.push_back(where + ": it cannot be read");
    range.append(leaf);
    ++check.entries;
    progress.at(check.entries, reader.size().value, "entries read back");
  });
  const Head head = read_head(reader.connection());
  if (head.size != check.entries) check.wrong.push_back("head: it says " + std::to_string(head.size) + " entries, and there are " + std::to_string(check.entries));
  if (head.root != range.root()) check.wrong.push_back("head: its root is not the root of the entries");
  reader.each("SELECT level, idx, hash FROM nodes ORDER BY level, idx", {}, [&](const store::Row& row) {
    const int level = static_cast<int>(row.integer(0));
    if (view(subtree_hash(reader.connection(), 8 * level, row.integer(1))) != row.blob(2)) {
      check.wrong.push_back("node " + std::to_string(level) + "/" + std::to_string(row.integer(1)) + ": it does not fit the entries");
    }
  });
  std::map<std::int64_t, std::map<std::string, Digest>> committed;
  reader.each("SELECT s.act, s.field, s.slot, s.box, e.bytes FROM sealed s JOIN entries e ON e.idx = s.act ORDER BY s.act, s.field", {}, [&](const store::Row& row) {
    const std::string where = "entry " + std::to_string(row.integer(0)) + ", " + std::string(row.text(1));
    ++check.words;
    const auto key = vault.key(row.integer(2));
    const auto opened = key ? open_words(*key, row.blob(3), {row.integer(0)}, row.text(1)) : std::nullopt;
    if (!opened) {
      check.wrong.push_back(where + ": its box does not open with the key in the vault (slot " + std::to_string(row.integer(2)) + ")");
      return;
    }
    auto [at, fresh] = committed.try_emplace(row.integer(0));
    if (fresh) {
      committed.erase(committed.begin(), at);
      const auto entry = record::parse_entry(row.blob(4));
      if (entry.ok()) {
        for (const record::Committed& one : record::commitments(entry->body)) at->second[one.field] = one.commitment;
      }
    }
    const auto commitment = at->second.find(std::string(row.text(1)));
    if (commitment == at->second.end() || commitment->second != record::commit(opened->salt, std::string(row.text(1)), opened->words)) {
      check.wrong.push_back(where + ": the words are not those that were committed to");
    }
  });
}

void check_tables(const House& house, Reader& reader, Checked& check) {
  const auto empty = store::open_memory();
  const auto into = empty->writer();
  into->begin();
  create_public_tables(house, *into);
  reader.each("SELECT idx, bytes FROM entries ORDER BY idx", {}, [&](const store::Row& row) {
    const Status folded = fold_entry(house, {row.integer(0)}, row.blob(1), *into);
    if (!folded) check.wrong.push_back("entry " + std::to_string(row.integer(0)) + ": " + in_english(folded.problems().list().front()));
  });
  into->commit();
  const auto here = digests(house, reader.connection());
  const auto anew = digests(house, *into);
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i].digest != anew[i].digest) check.wrong.push_back("table " + here[i].table + ": it is not what the record folds to. Run: alongside record rebuild");
  }
}

}  // namespace

Checked check_place(const House& house, Reader& reader, const store::Vault& vault, Progress& progress) {
  Checked check;
  check_entries(reader, vault, check, progress);
  check_tables(house, reader, check);
  return check;
}

}  // namespace alongside::kernel
