// What the program does with a whole record on this machine: check, rebuild, prove, export, key.

#include <filesystem>
#include <map>

#include "base/text.h"
#include "faces/cli/words.h"
#include "kernel/carry_out.h"
#include "kernel/migrate.h"
#include "kernel/words.h"
#include "record/entry.h"
#include "record/opening.h"
#include "record/tile.h"
#include "record/tree.h"

namespace alongside::cli {
namespace {

struct Check {
  std::vector<std::string> wrong;  // each names the place of the fault
  std::int64_t entries = 0;
  std::int64_t words = 0;
};

void check_entries(kernel::Reader& reader, const store::Vault& vault, Check& check, Progress& progress) {
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
  const kernel::Head head = kernel::read_head(reader.connection());
  if (head.size != check.entries) check.wrong.push_back("head: it says " + std::to_string(head.size) + " entries, and there are " + std::to_string(check.entries));
  if (head.root != range.root()) check.wrong.push_back("head: its root is not the root of the entries");
  reader.each("SELECT level, idx, hash FROM nodes ORDER BY level, idx", {}, [&](const store::Row& row) {
    const int level = static_cast<int>(row.integer(0));
    if (view(kernel::subtree_hash(reader.connection(), 8 * level, row.integer(1))) != row.blob(2)) {
      check.wrong.push_back("node " + std::to_string(level) + "/" + std::to_string(row.integer(1)) + ": it does not fit the entries");
    }
  });
  std::map<std::int64_t, std::map<std::string, Digest>> committed;
  reader.each("SELECT s.act, s.field, s.slot, s.box, e.bytes FROM sealed s JOIN entries e ON e.idx = s.act ORDER BY s.act, s.field", {}, [&](const store::Row& row) {
    const std::string where = "entry " + std::to_string(row.integer(0)) + ", " + std::string(row.text(1));
    ++check.words;
    const auto key = vault.key(row.integer(2));
    const auto opened = key ? kernel::open_words(*key, row.blob(3), {row.integer(0)}, row.text(1)) : std::nullopt;
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

void check_tables(const kernel::House& house, kernel::Reader& reader, Check& check) {
  const auto empty = store::open_memory();
  const auto into = empty->writer();
  into->begin();
  kernel::create_public_tables(house, *into);
  reader.each("SELECT idx, bytes FROM entries ORDER BY idx", {}, [&](const store::Row& row) {
    const Status folded = kernel::fold_entry(house, {row.integer(0)}, row.blob(1), *into);
    if (!folded) check.wrong.push_back("entry " + std::to_string(row.integer(0)) + ": " + in_english(folded.problems().list().front()));
  });
  into->commit();
  const auto here = kernel::digests(house, reader.connection());
  const auto anew = kernel::digests(house, *into);
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i].digest != anew[i].digest) check.wrong.push_back("table " + here[i].table + ": it is not what the record folds to. Run: alongside record rebuild");
  }
}

}  // namespace

int record_check(const kernel::House& house, const Where& where, const Output& output) {
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  Check check;
  Bar bar(output.as_json());
  (*place)->read([&](kernel::Reader& reader) {
    check_entries(reader, (*place)->vault(), check, bar);
    check_tables(house, reader, check);
  });
  Json wrong = Json::array();
  for (const std::string& one : check.wrong) {
    wrong.push(one);
    if (!output.as_json()) std::fprintf(stderr, "%s\n", one.c_str());
  }
  const bool holds = check.wrong.empty();
  output.done(Json::object({{"entries", check.entries}, {"holds", holds}, {"words", check.words}, {"wrong", std::move(wrong)}}),
              std::to_string(check.entries) + " entries and " + std::to_string(check.words) + " sealed words read back. " +
                  (holds ? "All of it holds." : "It does not hold: see above."));
  return holds ? exit_done : exit_does_not_hold;
}

int record_rebuild(const kernel::House& house, const Where& where, const Output& output) {
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  Bar bar(output.as_json());
  const auto connection = (*place)->database().writer();
  const Status done = kernel::refold_all(house, *connection, bar);
  if (!done) return output.cannot(done.problems());
  const std::string digest = hex(view(kernel::digest_of(kernel::digests(house, *connection))));
  return output.done(Json::object({{"tables", digest}}), "Folded anew. Digest of the tables: " + digest);
}

int record_prove(const kernel::House& house, const Where& where, std::int64_t index, const Output& output) {
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  const auto receipt = (*place)->receipt({index});
  if (!receipt) return output.cannot(receipt.problems());
  if (output.as_json()) return output.done(Json::object({{"receipt", *receipt}}), "");
  std::fwrite(receipt->data(), 1, receipt->size(), stdout);
  return exit_done;
}

int record_key(const kernel::House& house, const Where& where, const Output& output) {
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  return output.done(Json::object({{"key", (*place)->verifier_key()}}), (*place)->verifier_key());
}

int record_export(const kernel::House& house, const Where& where, const std::string& folder, const Output& output) {
  namespace fs = std::filesystem;
  if (fs::exists(folder) && !fs::is_empty(folder)) {
    return output.cannot(Problems(std::vector{Problem{.code = Code::already_there, .file = folder, .expected = msg("Give a folder that is new or empty.")}}));
  }
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  const auto head = (*place)->checkpoint();
  if (!head) return output.cannot(head.problems());
  const auto checkpoint = record::read_checkpoint_unchecked(*head);
  std::vector<std::string> paths{"key", "erased"};
  for (const record::Tile& tile : record::tiles_of(checkpoint->size)) paths.push_back(record::tile_path(tile));
  for (std::int64_t bundle = 0; bundle * record::tile_width < checkpoint->size; ++bundle) paths.push_back(record::openings_path(bundle));
  Bar bar(output.as_json());
  std::int64_t done = 0;
  const auto write = [&](const std::string& path, const std::string& bytes) {
    fs::create_directories(fs::path(folder + "/" + path).parent_path());
    kernel::write_whole_file(folder + "/" + path, bytes, 0644);
  };
  for (const std::string& path : paths) {
    const auto bytes = (*place)->record_file(path);
    if (!bytes) return output.cannot(problem(Code::cannot_read, path, msg("This file of the record cannot be made.")));
    write(path, *bytes);
    bar.at(++done, static_cast<std::int64_t>(paths.size()), "files written");
  }
  write("checkpoint", *head);  // last: a folder without it is not a record
  return output.done(Json::object({{"files", done + 1}, {"folder", folder}, {"size", checkpoint->size}}),
                     std::to_string(checkpoint->size) + " entries written into " + folder);
}

}  // namespace alongside::cli
