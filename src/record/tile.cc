#include "record/tile.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace alongside::record {
namespace {

constexpr std::string_view tile_start = "tile/";
constexpr std::string_view entries_start = "tile/entries/";

Problems not_a_path(std::string_view path) {
  return problem(Code::malformed, "path",
                 msg("Give a tile's path, such as tile/0/x001/x234/067 or tile/entries/000.p/8."),
                 std::string(path.substr(0, 100)));
}

// Decimal, no sign, no leading zero; nothing when it is not or is more than `most`.
std::optional<int> small_number(std::string_view text, int most) {
  if (text.empty() || text.size() > 3 || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value <= most ? std::optional(value) : std::nullopt;
}

bool three_digits(std::string_view group) {
  return group.size() == 3 && std::all_of(group.begin(), group.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "x001/x234/067": groups of three digits, all but the last with an x, none of them needless. At most 18 digits fit.
std::optional<std::int64_t> parse_index(std::string_view text) {
  std::int64_t index = 0;
  if (text.size() > 6 * 5 - 2) return std::nullopt;
  bool first = true;
  while (true) {
    const bool more = !text.empty() && text.front() == 'x';
    if (more) text.remove_prefix(1);
    const std::string_view group = text.substr(0, 3);
    if (!three_digits(group)) return std::nullopt;
    if (first && more && group == "000") return std::nullopt;
    index = index * 1000 + (group[0] - '0') * 100 + (group[1] - '0') * 10 + (group[2] - '0');
    text.remove_prefix(3);
    if (!more) return text.empty() ? std::optional(index) : std::nullopt;
    if (text.empty() || text.front() != '/') return std::nullopt;
    text.remove_prefix(1);
    first = false;
  }
}

std::string index_path(std::int64_t index) {
  std::string out;
  bool last = true;
  do {
    std::string group = std::to_string(index % 1000);
    group.insert(0, 3 - group.size(), '0');
    out.insert(0, last ? group : "x" + group + "/");
    last = false;
    index /= 1000;
  } while (index > 0);
  return out;
}

// How many hashes stand on a level of tiles in a tree of this size.
std::int64_t hashes_at(int level, std::int64_t size) { return level * 8 < 63 ? size >> (std::max(level, 0) * 8) : 0; }

void add_tiles(int level, std::int64_t from, std::int64_t size, std::vector<Tile>& tiles) {
  const std::int64_t before = hashes_at(level, from);
  const std::int64_t after = hashes_at(level, size);
  if (before == after) return;
  for (std::int64_t index = before / tile_width; index * tile_width < after; ++index) {
    tiles.push_back({.level = level, .index = index, .width = tile_width_at(level, index, size)});
  }
}

}  // namespace

std::string tile_path(const Tile& tile) {
  std::string path =
      tile.is_bundle() ? std::string(entries_start) : std::string(tile_start) + std::to_string(tile.level) + "/";
  path += index_path(tile.index);
  if (tile.width != tile_width) path += ".p/" + std::to_string(tile.width);
  return path;
}

Result<Tile> parse_tile_path(std::string_view path) {
  Tile tile;
  std::string_view rest = path;
  if (rest.starts_with(entries_start)) {
    tile.level = entries_level;
    rest.remove_prefix(entries_start.size());
  } else if (rest.starts_with(tile_start)) {
    rest.remove_prefix(tile_start.size());
    const std::size_t slash = rest.find('/');
    const auto level = small_number(rest.substr(0, slash), tile_level_max);
    if (!level || slash == std::string_view::npos) return not_a_path(path);
    tile.level = *level;
    rest.remove_prefix(slash + 1);
  } else {
    return not_a_path(path);
  }
  if (const std::size_t partial = rest.find(".p/"); partial != std::string_view::npos) {
    const auto width = small_number(rest.substr(partial + 3), tile_width - 1);
    if (!width || *width == 0) return not_a_path(path);
    tile.width = *width;
    rest = rest.substr(0, partial);
  }
  const auto index = parse_index(rest);
  if (!index) return not_a_path(path);
  tile.index = *index;
  return tile;
}

int tile_width_at(int level, std::int64_t index, std::int64_t size) {
  const std::int64_t hashes = hashes_at(level, size);
  if (index < 0 || index > hashes / tile_width) return 0;
  return static_cast<int>(std::min<std::int64_t>(tile_width, hashes - index * tile_width));
}

std::vector<Tile> tiles_added(std::int64_t from, std::int64_t size) {
  std::vector<Tile> tiles;
  add_tiles(entries_level, from, size, tiles);
  for (int level = 0; hashes_at(level, size) > 0; ++level) add_tiles(level, from, size, tiles);
  return tiles;
}

std::vector<Tile> tiles_of(std::int64_t size) { return tiles_added(0, size); }

Tile bundle_of(std::int64_t index, std::int64_t size) {
  const std::int64_t bundle = index / tile_width;
  return {.level = entries_level, .index = bundle, .width = tile_width_at(entries_level, bundle, size)};
}

std::string tile_bytes(const Tile& tile, const NodeSource& source) {
  std::string out;
  out.reserve(std::size_t(tile.width) * 32);
  for (int i = 0; i < tile.width; ++i) out += view(source(tile.level * 8, tile.index * tile_width + i));
  return out;
}

Result<std::vector<Digest>> parse_tile(std::string_view bytes, int width) {
  if (width < 1 || width > tile_width || bytes.size() != std::size_t(width) * 32) {
    return problem(Code::malformed, "tile", msg("A tile has 32 bytes for each of its hashes."),
                   std::to_string(bytes.size()));
  }
  std::vector<Digest> hashes;
  for (std::size_t at = 0; at < bytes.size(); at += 32) hashes.push_back(as_digest(bytes.substr(at, 32)));
  return hashes;
}

void append_to_bundle(std::string& bundle, std::string_view entry) {
  if (entry.size() > entry_bytes_max) throw std::logic_error("an entry is too long for its bundle");
  bundle += static_cast<char>(entry.size() >> 8);
  bundle += static_cast<char>(entry.size());
  bundle += entry;
}

std::string bundle_bytes(std::span<const std::string> entries) {
  std::string bundle;
  for (const std::string& entry : entries) append_to_bundle(bundle, entry);
  return bundle;
}

Result<std::vector<std::string_view>> parse_bundle(std::string_view bytes, int width) {
  const auto wrong = [](std::string found) {
    return problem(Code::malformed, "bundle", msg("A bundle holds each entry's length and bytes, and nothing more."),
                   std::move(found));
  };
  if (width < 1 || width > tile_width) return wrong(std::to_string(width));
  std::vector<std::string_view> entries;
  entries.reserve(std::size_t(width));
  for (int i = 0; i < width; ++i) {
    if (bytes.size() < 2) return wrong(std::to_string(i));
    const std::size_t length =
        std::size_t(static_cast<unsigned char>(bytes[0])) << 8 | static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    if (bytes.size() < length) return wrong(std::to_string(i));
    entries.push_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  if (!bytes.empty()) return wrong(std::to_string(bytes.size()));
  return entries;
}

}  // namespace alongside::record
