#include "record/tile.h"

#include <fmt/format.h>

#include <stdexcept>

#include "base/text.h"

namespace alongside::record {
namespace {

Problems bad_path(std::string_view path) {
  return problem(Code::malformed, "path", msg("Give a tile's path, such as tile/0/x001/x234/067 or tile/entries/000.p/17."), std::string(path));
}

// Three digits, nothing else.
bool is_group(std::string_view text) {
  return text.size() == 3 && text.find_first_not_of("0123456789") == text.npos;
}

std::string number_path(std::int64_t index) {
  std::string out = fmt::format("{:03}", index % 1000);
  for (std::int64_t rest = index / 1000; rest > 0; rest /= 1000) out = fmt::format("x{:03}/{}", rest % 1000, out);
  return out;
}

int bits_of(int level) { return 8 * level; }

}  // namespace

std::string tile_path(const Tile& tile) {
  std::string out = tile.is_bundle() ? "tile/entries/" : "tile/" + std::to_string(tile.level) + "/";
  out += number_path(tile.index);
  if (tile.width != tile_width) out += ".p/" + std::to_string(tile.width);
  return out;
}

Result<Tile> parse_tile_path(std::string_view path) {
  auto parts = split(path, '/');
  if (parts.size() < 3 || parts[0] != "tile") return bad_path(path);
  Tile tile;
  if (parts[1] == "entries") {
    tile.level = entries_level;
  } else {
    const auto level = whole_number(parts[1]);
    if (!level || *level < 0 || *level > tile_level_max) return bad_path(path);
    tile.level = static_cast<int>(*level);
  }
  std::size_t last = parts.size() - 1;
  std::string_view final_group = parts[last];
  if (parts.size() >= 4 && parts[last - 1].ends_with(".p")) {
    const auto width = whole_number(parts[last]);
    if (!width || *width < 1 || *width >= tile_width) return bad_path(path);
    tile.width = static_cast<int>(*width);
    --last;
    final_group = parts[last].substr(0, parts[last].size() - 2);
  }
  for (std::size_t i = 2; i <= last; ++i) {
    const bool is_last = i == last;
    const std::string_view group = is_last ? final_group : parts[i].substr(parts[i].starts_with("x") ? 1 : 0);
    if (!is_group(group) || (!is_last && !parts[i].starts_with("x"))) return bad_path(path);
    if (tile.index > (std::int64_t{1} << 62) / 1000) return bad_path(path);
    tile.index = tile.index * 1000 + *whole_number(group == "000" ? "0" : group.substr(group.find_first_not_of('0')));
  }
  // Written in one way only: no group of zeros in front.
  if (tile_path(tile) != path) return bad_path(path);
  return tile;
}

int tile_width_at(int level, std::int64_t index, std::int64_t size) {
  const int bits = bits_of(level < 0 ? 0 : level);
  if (bits > 62) return 0;
  const std::int64_t hashes = size >> bits;
  if (index > hashes / tile_width) return 0;
  const std::int64_t left = hashes - index * tile_width;
  return left >= tile_width ? tile_width : static_cast<int>(left);
}

std::vector<Tile> tiles_added(std::int64_t from, std::int64_t size) {
  std::vector<Tile> out;
  const auto add = [&](int level) {
    const int bits = bits_of(level < 0 ? 0 : level);
    for (std::int64_t index = (from >> bits) / tile_width;; ++index) {
      const int width = tile_width_at(level, index, size);
      if (width == 0) return;
      if (width != tile_width_at(level, index, from)) out.push_back({level, index, width});
    }
  };
  add(entries_level);
  for (int level = 0; bits_of(level) <= 62 && (size >> bits_of(level)) > 0; ++level) add(level);
  return out;
}

std::vector<Tile> tiles_of(std::int64_t size) { return tiles_added(0, size); }

Tile bundle_of(std::int64_t index, std::int64_t size) {
  return {entries_level, index / tile_width, tile_width_at(entries_level, index / tile_width, size)};
}

std::string tile_bytes(const Tile& tile, const NodeSource& source) {
  std::string out;
  out.reserve(static_cast<std::size_t>(tile.width) * 32);
  for (int i = 0; i < tile.width; ++i) out += view(source(bits_of(tile.level), tile.index * tile_width + i));
  return out;
}

Result<std::vector<Digest>> parse_tile(std::string_view bytes, int width) {
  if (bytes.size() != static_cast<std::size_t>(width) * 32) {
    return problem(Code::malformed, "tile", msg("Give {width} hashes of 32 bytes.", {{"width", std::to_string(width)}}), std::to_string(bytes.size()) + " bytes");
  }
  std::vector<Digest> out;
  for (std::size_t at = 0; at < bytes.size(); at += 32) out.push_back(as_digest(bytes.substr(at, 32)));
  return out;
}

void append_to_bundle(std::string& bundle, std::string_view entry) {
  if (entry.size() > entry_bytes_max) throw std::logic_error("an entry of more than 65,535 bytes");
  bundle += static_cast<char>(entry.size() >> 8);
  bundle += static_cast<char>(entry.size() & 255);
  bundle += entry;
}

std::string bundle_bytes(std::span<const std::string> entries) {
  std::string out;
  for (const std::string& entry : entries) append_to_bundle(out, entry);
  return out;
}

Result<std::vector<std::string_view>> parse_bundle(std::string_view bytes, int width) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (bytes.size() - at < 2) return problem(Code::malformed, "bundle", msg("Give a length of two bytes before each entry."));
    const std::size_t size = static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8 | static_cast<unsigned char>(bytes[at + 1]);
    at += 2;
    if (bytes.size() - at < size) return problem(Code::malformed, "bundle", msg("The last entry is cut off."));
    out.push_back(bytes.substr(at, size));
    at += size;
  }
  if (out.size() != static_cast<std::size_t>(width)) {
    return problem(Code::malformed, "bundle", msg("Give exactly {width} entries.", {{"width", std::to_string(width)}}), std::to_string(out.size()));
  }
  return out;
}

}  // namespace alongside::record
