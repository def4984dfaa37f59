#include "record/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/tile.h"

namespace alongside::record {
namespace {

using Field = std::pair<std::int64_t, std::string>;

Problem in_file(std::string path, Code code, Message expected) {
  return {.code = code, .file = std::move(path), .expected = std::move(expected)};
}

Problems in_checkpoint(Problems problems) {
  for (Problem& one : problems.list()) one.file = "checkpoint";
  return problems;
}

class Walk {
 public:
  Walk(const Files& files, const EachEntry& each, Progress& progress)
      : files_(files), each_(each), progress_(progress) {}

  Result<Verified> run(std::span<const Verifier> known) {
    if (const Status head = read_head(known); !head) return head.problems();
    for (std::int64_t bundle = 0; bundle * tile_width < out_.head.size; ++bundle) {
      if (const Status read = read_bundle(bundle); !read) return read.problems();
      if (!progress_.at(out_.entries, out_.head.size, "acts checked"))
        return problem(Code::wrong_state, "", msg("Stopped before the end."));
    }
    if (range_.root() != out_.head.root)
      find("checkpoint", msg("The root of the entries is not the one that was signed."));
    // What no opening was found for: a notice says that it was erased, or it is not public.
    for (const Field& field : closed_) {
      if (erased_.contains(field)) {
        ++out_.erased;
      } else {
        ++out_.withheld;
      }
    }
    return std::move(out_);
  }

 private:
  void find(std::string file, Message what) { out_.find(std::move(file), "", std::move(what)); }

  Status read_head(std::span<const Verifier> known) {
    const auto bytes = files_("checkpoint");
    if (!bytes)
      return in_file("checkpoint", Code::cannot_read, msg("A record has a file named checkpoint. There is none here."));
    if (known.empty()) {
      auto head = read_checkpoint_unchecked(*bytes);
      if (!head) return in_checkpoint(head.problems());
      out_.head = std::move(head).value();
      return Done{};
    }
    auto opened = open_checkpoint(*bytes, known);
    if (opened.ok()) {
      out_.head = opened->checkpoint;
      out_.signer_checked = true;
      return Done{};
    }
    find("checkpoint", opened.problems().list().front().expected);
    auto head = read_checkpoint_unchecked(*bytes);
    if (!head) return in_checkpoint(head.problems());
    out_.head = std::move(head).value();
    return Done{};
  }

  Status read_bundle(std::int64_t number) {
    const int width = tile_width_at(entries_level, number, out_.head.size);
    const Tile tile{entries_level, number, width};
    const auto bytes = files_(tile_path(tile));
    if (!bytes) return in_file(tile_path(tile), Code::cannot_read, msg("This file of the record is missing."));
    const auto entries = parse_bundle(*bytes, width);
    if (!entries) {
      find(tile_path(tile), entries.problems().list().front().expected);
      return in_file(tile_path(tile), Code::malformed, msg("This file of the record cannot be read."));
    }
    bundle_ = tile_path(tile);
    const std::vector<Opening> openings = read_openings(number);
    std::vector<Digest> leaves;
    std::size_t used = 0;
    for (const std::string_view entry : *entries) {
      leaves.push_back(leaf_hash(entry));
      range_.append(leaves.back(),
                    [&](int level, std::int64_t index, const Digest& hash) { completed(level, index, hash); });
      check_entry(out_.entries, entry, openings, used);
      ++out_.entries;
    }
    if (used != openings.size()) find(openings_path(number), msg("It opens words that no entry holds."));
    check_tile({0, number, width}, leaves);
    return Done{};
  }

  std::vector<Opening> read_openings(std::int64_t bundle) {
    const auto bytes = files_(openings_path(bundle));
    if (!bytes) return {};
    auto openings = parse_openings(*bytes);
    if (openings.ok()) return std::move(openings).value();
    find(openings_path(bundle), openings.problems().list().front().expected);
    return {};
  }

  // Sorted by index and field, as parse_openings leaves them. Null: there is none.
  static const Opening* opening_of(const std::vector<Opening>& openings, std::int64_t index, std::string_view field) {
    const auto at = std::lower_bound(openings.begin(), openings.end(), std::pair(index, field),
                                     [](const Opening& one, const auto& wanted) {
                                       return std::pair(one.index, std::string_view(one.field)) < wanted;
                                     });
    return at != openings.end() && at->index == index && at->field == field ? &*at : nullptr;
  }

  void check_entry(std::int64_t index, std::string_view bytes, const std::vector<Opening>& openings,
                   std::size_t& used) {
    const std::string where = "entry " + std::to_string(index);
    auto entry = parse_entry(bytes);
    if (!entry) return out_.find(bundle_, where, entry.problems().list().front().expected);
    for (Committed& one : commitments(entry->body)) {
      ++out_.commitments;
      const Opening* opening = opening_of(openings, index, one.field);
      if (opening == nullptr) {
        closed_.insert({index, std::move(one.field)});
        continue;
      }
      ++used;
      if (opens(*opening, one.commitment)) {
        ++out_.opened;
      } else {
        out_.find(openings_path(index / tile_width), where + ", " + one.field,
                  msg("These are not the words that were committed to."));
      }
    }
    for (auto& field : erased_fields(*entry)) {
      if (field.first > index) out_.find(bundle_, where, msg("It erases words of an entry that comes later."));
      erased_.insert(std::move(field));
    }
    if (each_) {
      if (const Status done = each_(index, bytes, std::move(entry).value()); !done)
        out_.find(bundle_, where, done.problems().list().front().expected);
    }
  }

  // Hashes of complete subtrees of 256^k entries make the tiles above the leaves.
  void completed(int level, std::int64_t index, const Digest& hash) {
    if (level == 0 || level % 8 != 0) return;
    auto& row = rows_[level / 8];
    row.push_back(hash);
    const std::int64_t tile = index / tile_width;
    const int width = tile_width_at(level / 8, tile, out_.head.size);
    if (static_cast<int>(row.size()) == width) {
      check_tile({level / 8, tile, width}, row);
      row.clear();
    }
  }

  void check_tile(const Tile& tile, const std::vector<Digest>& hashes) {
    const auto bytes = files_(tile_path(tile));
    if (!bytes) return find(tile_path(tile), msg("This file of the record is missing."));
    std::string expected;
    for (const Digest& hash : hashes) expected += view(hash);
    if (*bytes == expected) return;
    find(tile_path(tile), msg("This tile does not fit the entries."));
    if (tile.level != 0 || bytes->size() != expected.size()) return;
    // One of the two was changed; both are named.
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      if (bytes->compare(i * 32, 32, view(hashes[i])) == 0) continue;
      out_.find(bundle_, "entry " + std::to_string(tile.index * tile_width + static_cast<std::int64_t>(i)),
                msg("Its hash is not the one in the tile."));
    }
  }

  const Files& files_;
  const EachEntry& each_;
  Progress& progress_;
  Verified out_;
  CompactRange range_;
  std::map<int, std::vector<Digest>> rows_;
  std::string bundle_;  // the file of the entries that are read
  std::set<Field> closed_;
  std::set<Field> erased_;
};

}  // namespace

void Verified::find(std::string file, std::string where, Message what) {
  ++findings_count;
  if (findings.size() < findings_max) findings.push_back({std::move(file), std::move(where), std::move(what)});
}

std::vector<std::pair<std::int64_t, std::string>> erased_fields(const Entry& entry) {
  std::vector<Field> out;
  if (entry.kind != "content.erased") return out;
  const Json* list = entry.body.find("erased");
  if (list == nullptr || !list->is_array()) return out;
  for (const Json& one : list->items()) {
    const Json* act = one.find("act");
    const Json* field = one.find("field");
    if (act != nullptr && act->is_number() && field != nullptr && field->is_string())
      out.emplace_back(act->number(), field->string());
  }
  return out;
}

Result<Verified> verify_record(const Files& files, std::span<const Verifier> known, const EachEntry& each,
                               Progress& progress) {
  return Walk(files, each, progress).run(known);
}

}  // namespace alongside::record
