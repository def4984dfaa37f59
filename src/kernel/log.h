// The log as it lies in the database: entries, their leaves, the head. Used by the Writer inside its transaction.
//
// Nothing derived is stored twice: the tree's edge and root stand in `head`; hashes of complete subtrees of 256^k leaves
// stand in `nodes`; tiles, proofs and checkpoints are functions of these.
#pragma once

#include <string>
#include <vector>

#include "base/hash.h"
#include "record/tree.h"
#include "store/door.h"

namespace alongside::kernel {

inline constexpr std::int64_t schema_number = 1;

struct Head {
  std::int64_t size = 0;
  Digest root{};
  std::int64_t version = 0;  // rises with every act and every opening removed or shown
};

// Throws when there is none: the place was never created here.
Head read_head(store::Connection& connection);

// The edge of the tree as the transaction goes on; written back once a batch.
class LogTail {
 public:
  explicit LogTail(store::Connection& connection);  // reads head

  struct NewEntry {
    std::string kind;
    std::int64_t at_day;
    std::string bytes;
  };
  // Adds entries after those there are; rows go in at once.
  void append(const std::vector<NewEntry>& entries);
  void touched() { ++head_.version; }

  // Reads back what was appended since the start, hashes it and compares with the leaves: a bit that flipped on the way
  // must not be signed. Throws std::runtime_error when they differ. Then writes `head`.
  void seal();

  // A savepoint of the tail itself, for an order that is refused half way.
  struct Mark {
    record::CompactRange range;
    Head head;
  };
  Mark mark() const { return {range_, head_}; }
  void back_to(const Mark& mark) {
    range_ = mark.range;
    head_ = mark.head;
  }

  std::int64_t size() const { return head_.size; }
  const Head& head() const { return head_; }

 private:
  void store_complete_nodes(std::int64_t from, std::int64_t to);
  store::Connection& connection_;
  Head head_;
  std::int64_t began_at_;
  record::CompactRange range_;
};

// MTH of the complete aligned subtree of 2^level leaves that begins at index * 2^level, from leaves and nodes.
Digest subtree_hash(store::Connection& connection, int level, std::int64_t index);

}  // namespace alongside::kernel
