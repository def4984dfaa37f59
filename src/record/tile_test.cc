#include "record/tile.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

namespace alongside::record {

TEST_CASE("every tile has one path, and every other way of writing it is refused") {
  CHECK(tile_path({.level = 0, .index = 1'234'067}) == "tile/0/x001/x234/067");
  CHECK(tile_path({.level = entries_level, .index = 0, .width = 8}) == "tile/entries/000.p/8");
  for (const char* path : {"tile/0/1",
                           "tile/0/x000/000",
                           "tile/0/0000",
                           "tile/0/000.p/0",
                           "tile/0/000.p/256",
                           "tile/0/000.p/01",
                           "tile/00/000",
                           "tile/64/000",
                           "tile/-1/000",
                           "tile//000",
                           "tile/0",
                           "tile/0/",
                           "tile/0/000/",
                           "/tile/0/000",
                           "tile/0/000.p",
                           "tile/0/000.p/",
                           "tile/0/000.p/+1",
                           "tile/0/x001",
                           "tile/0/001/002",
                           "tile/0/x001/x002",
                           "tile/0/x001/x002/x003/x004/x005/x006/007",
                           "tile/entries/1",
                           "tile/entries",
                           "tile/data/000",
                           "",
                           "tile/0/000.p/8.p/8",
                           "tile/0/ 00"}) {
    CAPTURE(path);
    CHECK_FALSE(parse_tile_path(path).ok());
  }
}

TEST_CASE("whatever tile path is printed is read back the same") {
  CHECK(rc::check([] {
    const Tile tile{.level = *rc::gen::inRange(-1, 64),
                    .index = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000'000),
                    .width = *rc::gen::inRange(1, 257)};
    RC_ASSERT(parse_tile_path(tile_path(tile)).value() == tile);
  }));
}

TEST_CASE("the tiles of a tree are full but for the right edge of each level") {
  const auto tiles = tiles_of(70'000);
  // 70,000 = 273 * 256 + 112; 273 = 256 + 17.
  CHECK(tile_width_at(0, 272, 70'000) == 256);
  CHECK(tile_width_at(0, 273, 70'000) == 112);
  CHECK(tile_width_at(0, 274, 70'000) == 0);
  CHECK(tile_width_at(1, 1, 70'000) == 17);
  CHECK(tile_width_at(2, 0, 70'000) == 1);
  CHECK(tile_width_at(3, 0, 70'000) == 0);
  CHECK(tiles.size() == 274 + 274 + 2 + 1);
  CHECK(tiles_of(0).empty());
  CHECK(tile_width_at(entries_level, 0, 0) == 0);
  CHECK(tile_width_at(0, 1, 256) == 0);
  CHECK(bundle_of(69'999, 70'000) == Tile{.level = entries_level, .index = 273, .width = 112});
}

TEST_CASE("a mirror that fetches what was added from size to size has every tile") {
  CHECK(rc::check([] {
    const auto from = *rc::gen::inRange<std::int64_t>(0, 200'000);
    const auto size = from + *rc::gen::inRange<std::int64_t>(0, 100'000);
    std::set<std::string> have;
    for (const Tile& tile : tiles_of(from)) have.insert(tile_path(tile));
    std::size_t twice = 0;
    for (const Tile& tile : tiles_added(from, size)) twice += !have.insert(tile_path(tile)).second;
    RC_ASSERT(twice == 0u);
    for (const Tile& tile : tiles_of(size)) RC_ASSERT(have.contains(tile_path(tile)));
  }));
}

TEST_CASE("the hashes of a tile are those of the subtrees below them") {
  std::vector<Digest> leaves;
  for (int i = 0; i < 600; ++i) leaves.push_back(leaf_hash(std::to_string(i)));
  const NodeSource source = [&](int level, std::int64_t index) {
    CompactRange range;
    for (std::int64_t i = index << level; i < (index + 1) << level; ++i) range.append(leaves.at(std::size_t(i)));
    return range.root();
  };
  const std::string bytes = tile_bytes({.level = 1, .index = 0, .width = 2}, source);
  const auto hashes = parse_tile(bytes, 2).value();
  CHECK(hashes[1] == source(8, 1));
  CHECK_FALSE(parse_tile(bytes, 1).ok());
  CHECK_FALSE(parse_tile(bytes.substr(1), 2).ok());
}

TEST_CASE("whatever bundle is printed is read back the same, and not a byte may be missing or added") {
  CHECK(rc::check([] {
    const auto entries =
        *rc::gen::suchThat(rc::gen::arbitrary<std::vector<std::string>>(),
                           [](const std::vector<std::string>& list) { return !list.empty() && list.size() <= 256; });
    const std::string bytes = bundle_bytes(entries);
    const auto parsed = parse_bundle(bytes, int(entries.size())).value();
    RC_ASSERT(std::vector<std::string>(parsed.begin(), parsed.end()) == entries);
    RC_ASSERT(!parse_bundle(bytes + "x", int(entries.size())).ok());
    RC_ASSERT(!parse_bundle(bytes.substr(0, bytes.size() - 1), int(entries.size())).ok());
  }));
  CHECK(parse_bundle(bundle_bytes(std::vector{std::string(65'535, 'a')}), 1).value()[0].size() == 65'535);
  CHECK_THROWS_AS(bundle_bytes(std::vector{std::string(65'536, 'a')}), std::logic_error);
}

}  // namespace alongside::record
