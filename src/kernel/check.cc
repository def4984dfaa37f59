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

void check_entry(const store::Row& row, Checked& check, record::CompactRange& range) {
  const std::string where = "entry " + std::to_string(row.integer(0));
  const Digest leaf = record::leaf_hash(row.blob(1));
  if (row.integer(0) != check.entries) check.wrong.push_back(where + ": an entry before it is missing");
  if (view(leaf) != row.blob(2)) check.wrong.push_back(where + ": its bytes and its leaf do not fit");
  const auto entry = record::parse_entry(row.blob(1));
  if (!entry) {
    check.wrong.push_back(where + ": it cannot be read");
  } else if (entry->kind != row.text(3) || entry->at.number() != row.integer(4)) {
    check.wrong.push_back(where + ": its kind or day beside it is not the one in its bytes");
  }
  range.append(leaf);
  ++check.entries;
}

void check_head(Reader& reader, const record::CompactRange& range, Checked& check) {
  const Head head = read_head(reader.connection());
  if (head.size != check.entries) {
    check.wrong.push_back("head: it says " + std::to_string(head.size) + " entries, and there are " +
                          std::to_string(check.entries));
  }
  if (head.root != range.root()) check.wrong.push_back("head: its root is not the root of the entries");
  std::string edge;
  for (const Digest& hash : range.edge()) edge += view(hash);
  reader.each("SELECT edge FROM head", {}, [&](const store::Row& row) {
    if (row.blob(0) != edge) check.wrong.push_back("head: its edge is not the edge of the entries");
  });
}

void check_nodes(Reader& reader, Checked& check) {
  reader.each("SELECT level, idx, hash FROM nodes ORDER BY level, idx", {}, [&](const store::Row& row) {
    const int level = static_cast<int>(row.integer(0));
    if (view(subtree_hash(reader.connection(), 8 * level, row.integer(1))) != row.blob(2)) {
      check.wrong.push_back("node " + std::to_string(level) + "/" + std::to_string(row.integer(1)) +
                            ": it does not fit the entries");
    }
  });
}

void check_tree(Reader& reader, Checked& check, Progress& progress) {
  record::CompactRange range;
  reader.each("SELECT idx, bytes, leaf, kind, at_day FROM entries ORDER BY idx", {}, [&](const store::Row& row) {
    check_entry(row, check, range);
    progress.at(check.entries, reader.size().value, "entries read back");
  });
  check_head(reader, range, check);
  check_nodes(reader, check);
}

using Commitments = std::map<std::string, Digest, std::less<>>;

Commitments commitments_of(std::string_view bytes) {
  Commitments out;
  const auto entry = record::parse_entry(bytes);
  if (!entry) return out;
  for (const record::Committed& one : record::commitments(entry->body)) out.emplace(one.field, one.commitment);
  return out;
}

void check_words(Reader& reader, const store::Vault& vault, Checked& check) {
  std::int64_t act = -1;
  Commitments committed;  // of this act
  reader.each(
      "SELECT s.act, s.field, s.slot, s.box, e.bytes FROM sealed s LEFT JOIN entries e ON e.idx = s.act ORDER BY s.act, "
      "s.field",
      {}, [&](const store::Row& row) {
        const std::string where = "entry " + std::to_string(row.integer(0)) + ", " + std::string(row.text(1));
        ++check.words;
        const auto key = vault.key(row.integer(2));
        const auto opened = key ? open_words(*key, row.blob(3), {row.integer(0)}, row.text(1)) : std::nullopt;
        if (!opened) {
          check.wrong.push_back(where + ": its box does not open with the key in the vault (slot " +
                                std::to_string(row.integer(2)) + ")");
          return;
        }
        if (std::exchange(act, row.integer(0)) != row.integer(0)) committed = commitments_of(row.blob(4));
        const auto commitment = committed.find(row.text(1));
        if (commitment == committed.end() ||
            commitment->second != record::commit(opened->salt, row.text(1), opened->words)) {
          check.wrong.push_back(where + ": the words are not those that were committed to");
        }
      });
}

void check_private_texts(Reader& reader, const store::Vault& vault, Checked& check) {
  reader.each("SELECT t.name, p.slot, t.box FROM private_texts t LEFT JOIN persons p ON p.person = t.person ORDER BY t.name",
              {}, [&](const store::Row& row) {
                const auto key = vault.key(row.integer(1));
                if (key && store::open_box(*key, row.blob(2), private_bound(row.text(0)))) return;
                check.wrong.push_back("private text " + std::string(row.text(0)) +
                                      ": its box does not open with the key in the vault (slot " +
                                      std::to_string(row.integer(1)) + ")");
              });
}

void check_tables(const House& house, Reader& reader, Checked& check) {
  const auto empty = store::open_memory();
  const auto into = empty->writer();
  into->begin();
  create_public_tables(house, *into);
  reader.each("SELECT idx, bytes FROM entries ORDER BY idx", {}, [&](const store::Row& row) {
    const Status folded = fold_entry(house, {row.integer(0)}, row.blob(1), *into);
    if (!folded)
      check.wrong.push_back("entry " + std::to_string(row.integer(0)) + ": " +
                            in_english(folded.problems().list().front()));
  });
  into->commit();
  const auto here = digests(house, reader.connection());
  const auto anew = digests(house, *into);
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i].digest != anew[i].digest)
      check.wrong.push_back("table " + here[i].table +
                            ": it is not what the record folds to. Run: alongside record rebuild");
  }
}

}  // namespace

Checked check_place(const OpenPlace& place, Progress& progress) {
  Checked check;
  place.read([&](Reader& reader) {
    check_tree(reader, check, progress);
    check_words(reader, place.vault(), check);
    check_private_texts(reader, place.vault(), check);
    check_tables(place.house(), reader, check);
  });
  if (!place.is_copy()) {
    for (const Problem& one : place.stands_still().list()) check.wrong.push_back("guard: " + in_english(one.expected));
  }
  return check;
}

}  // namespace alongside::kernel
