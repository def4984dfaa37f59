#include "kernel/log.h"

#include <stdexcept>

namespace alongside::kernel {
namespace {

constexpr int block_levels = 8;  // a tile is 256 = 2^8 wide

std::string joined(const std::vector<Digest>& edge) {
  std::string out;
  for (const Digest& hash : edge) out += view(hash);
  return out;
}

record::CompactRange range_from(std::int64_t size, std::string_view bytes) {
  std::vector<Digest> edge;
  for (std::size_t at = 0; at + 32 <= bytes.size(); at += 32) edge.push_back(as_digest(bytes.substr(at, 32)));
  auto range = record::CompactRange::of(size, std::move(edge));
  if (!range) throw std::runtime_error("the head's edge does not fit its size: " + in_english(range.problems().list().front()));
  return std::move(range).value();
}

Digest fold_pairs(std::vector<Digest> hashes) {
  while (hashes.size() > 1) {
    for (std::size_t i = 0; i + 1 < hashes.size(); i += 2) hashes[i / 2] = record::node_hash(hashes[i], hashes[i + 1]);
    hashes.resize(hashes.size() / 2);
  }
  return hashes.front();
}

}  // namespace

Head read_head(store::Connection& connection) {
  Head head;
  bool found = false;
  connection.each("SELECT size, root, version FROM head", {}, [&](const store::Row& row) {
    head = {row.integer(0), as_digest(row.blob(1)), row.integer(2)};
    found = true;
  });
  if (!found) throw std::runtime_error("no head: this database holds no place");
  return head;
}

LogTail::LogTail(store::Connection& connection) : connection_(connection) {
  // On PostgreSQL the row lock makes a second writer wait here, and then see all that the first one committed.
  const char* const sql = connection.is_postgres() ? "SELECT size, root, version, edge, schema_number FROM head FOR UPDATE"
                                                   : "SELECT size, root, version, edge, schema_number FROM head";
  bool found = false;
  connection_.each(sql, {}, [&](const store::Row& row) {
    if (row.integer(4) != schema_number) {
      throw std::runtime_error("this place was last written by another version of the program; this one stops");
    }
    head_ = {row.integer(0), as_digest(row.blob(1)), row.integer(2)};
    range_ = range_from(head_.size, row.blob(3));
    found = true;
  });
  if (!found) throw std::runtime_error("no head: this database holds no place");
  began_at_ = head_.size;
}

void LogTail::append(const std::vector<NewEntry>& entries) {
  std::vector<store::Values> rows;
  rows.reserve(entries.size());
  const std::int64_t from = head_.size;
  for (const NewEntry& entry : entries) {
    const Digest leaf = record::leaf_hash(entry.bytes);
    range_.append(leaf);
    rows.push_back({head_.size, entry.kind, entry.at_day, store::Blob{entry.bytes}, store::Blob{std::string(view(leaf))}});
    ++head_.size;
    ++head_.version;
  }
  connection_.run_many("INSERT INTO entries (idx, kind, at_day, bytes, leaf) VALUES ($1, $2, $3, $4, $5)", rows);
  store_complete_nodes(from, head_.size);
}

void LogTail::store_complete_nodes(std::int64_t from, std::int64_t to) {
  std::int64_t width = 256;
  for (int level = 1; level <= 7; ++level, width *= 256) {
    for (std::int64_t index = from / width; (index + 1) * width <= to; ++index) {
      const Digest hash = subtree_hash(connection_, level * block_levels, index);
      connection_.run("INSERT INTO nodes (level, idx, hash) VALUES ($1, $2, $3)",
                      {std::int64_t{level}, index, store::Blob{std::string(view(hash))}});
    }
    if (width > to) break;
  }
}

void LogTail::seal() {
  std::int64_t seen = began_at_;
  connection_.each("SELECT idx, bytes, leaf FROM entries WHERE idx >= $1 ORDER BY idx",
                   std::initializer_list<store::Value>{began_at_}, [&](const store::Row& row) {
                     const Digest leaf = record::leaf_hash(row.blob(1));
                     if (row.integer(0) != seen || view(leaf) != row.blob(2)) {
                       throw std::runtime_error("entry " + std::to_string(row.integer(0)) + " does not read back as it was written");
                     }
                     ++seen;
                   });
  if (seen != head_.size) throw std::runtime_error("an entry that was written is not there");
  head_.root = range_.root();
  connection_.run("UPDATE head SET size = $1, root = $2, edge = $3, version = $4",
                  {head_.size, store::Blob{std::string(view(head_.root))}, store::Blob{joined(range_.edge())}, head_.version});
}

Digest subtree_hash(store::Connection& connection, int level, std::int64_t index) {
  if (level < 0 || level > 62 || index < 0) throw std::logic_error("no such subtree");
  // From the tile row below: hashes of level 8k, of which the last row is the leaves themselves.
  const int below = level == 0 ? 0 : (level - 1) / block_levels * block_levels;
  const std::int64_t count = std::int64_t{1} << (level - below);
  const std::int64_t first = index * count;
  std::vector<Digest> hashes;
  const auto take = [&](const store::Row& row) { hashes.push_back(as_digest(row.blob(0))); };
  if (below == 0) {
    connection.each("SELECT leaf FROM entries WHERE idx >= $1 AND idx < $2 ORDER BY idx",
                    std::initializer_list<store::Value>{first, first + count}, take);
  } else {
    connection.each("SELECT hash FROM nodes WHERE level = $1 AND idx >= $2 AND idx < $3 ORDER BY idx",
                    std::initializer_list<store::Value>{std::int64_t{below / block_levels}, first, first + count}, take);
  }
  if (static_cast<std::int64_t>(hashes.size()) != count) throw std::runtime_error("a subtree is not complete in the database");
  return fold_pairs(std::move(hashes));
}

}  // namespace alongside::kernel
