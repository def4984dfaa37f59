// Tiles and entry bundles (C2SP tlog-tiles): the whole record as files that any static host can serve.
//
// Hash i of tile (L, N) is MTH of the entries from (N*256+i) * 256^L up to (N*256+i+1) * 256^L. At the right edge a
// tile is narrower than 256 and its path ends with .p/WIDTH. An entry bundle N holds the entries from N*256 on, each as
// its length (2 bytes, big-endian) and its bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/tree.h"

namespace alongside::record {

inline constexpr int tile_width = 256;
inline constexpr int tile_level_max = 63;
inline constexpr std::size_t entry_bytes_max = 65'535;

struct Tile {
  int level = 0;           // 0 to 63; entries_level for a bundle of entries
  std::int64_t index = 0;  // N
  int width = tile_width;  // 1 to 256
  bool is_bundle() const { return level < 0; }
  friend bool operator==(const Tile&, const Tile&) = default;
};
inline constexpr int entries_level = -1;

// "tile/0/x001/x234/067.p/8", "tile/entries/000": the path under the record's prefix.
std::string tile_path(const Tile& tile);
// Refuses every other way of writing it: "tile/0/1", "x000/000", "0000", ".p/0", ".p/256", ".p/01", a level above 63.
Result<Tile> parse_tile_path(std::string_view path);

// How wide tile (level, index) is in a tree of this size: 256, less at the right edge, 0 when there is none.
int tile_width_at(int level, std::int64_t index, std::int64_t size);
// Every tile and bundle of a tree of this size, lowest level first, bundles before tiles: what a mirror fetches.
std::vector<Tile> tiles_of(std::int64_t size);
// Only those that a tree of `size` has and one of `from` did not (a partial one that grew counts).
std::vector<Tile> tiles_added(std::int64_t from, std::int64_t size);
// The bundle that holds entry `index`, as it is at this size.
Tile bundle_of(std::int64_t index, std::int64_t size);

// Width hashes of 32 bytes.
std::string tile_bytes(const Tile& tile, const NodeSource& source);
Result<std::vector<Digest>> parse_tile(std::string_view bytes, int width);

// Each entry at most entry_bytes_max bytes (a longer one throws std::logic_error: it can never have been accepted).
std::string bundle_bytes(std::span<const std::string> entries);
void append_to_bundle(std::string& bundle, std::string_view entry);
// Exactly `width` entries and nothing after them; views into `bytes`.
Result<std::vector<std::string_view>> parse_bundle(std::string_view bytes, int width);

}  // namespace alongside::record
