// A byte is flipped where a place lies on disk: whoever looks is told where.
#include "kernel/check.h"

#include <doctest/doctest.h>

#include <fstream>

#include "base/text.h"
#include "kernel/testing.h"
#include "kernel/wall_for_tests.h"

namespace alongside::kernel {
namespace {

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Flips one bit of the byte `offset` bytes into `found`, which stands in the file.
void flip(const std::string& file, std::string_view found, std::size_t offset = 0) {
  std::string bytes = bytes_of(file);
  const std::size_t at = bytes.find(found);
  REQUIRE(at != bytes.npos);
  bytes[at + offset] = static_cast<char>(bytes[at + offset] ^ 1);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// What is said of a place: why it does not open, or all that `record check` finds.
std::string said_of(TestPlace& place) {
  try {
    place.reopen();
  } catch (const std::runtime_error& wrong) {
    return wrong.what();
  }
  Quiet quiet;
  std::string out;
  for (const std::string& one : check_place(place.place(), quiet).wrong) out += one + "\n";
  return out;
}

// 300 notes, so that a node above the leaves is stored; the 17th by somebody with a private text.
struct Wall {
  TestPlace place{wall::concerns(), Json::object()};
  PlaceFiles files = place.files();
  std::string entry, leaf, box, private_box, root;
  std::int64_t slot = 0;

  Wall() {
    for (int i = 0; i < 300; ++i) {
      Json note = wall::note("Note " + std::to_string(i));
      note.set("on", Json("2026-0" + std::to_string(1 + i % 9)));
      if (i == 17) note.set("by_somebody_new", Json(true));
      // Together, in a batch or two: each alone would wait for the disk.
      Order order{.command = "note",
                  .credential = {.at_the_house = true},
                  .key = "note " + std::to_string(i),
                  .request = std::move(note)};
      if (i + 1 < 300) {
        place.place().submit(std::move(order), [](const Outcome&) {});
      } else {
        REQUIRE(place.place().submit_and_wait(std::move(order)).acts == std::vector{Index{299}});
      }
    }
    REQUIRE(place.place().checkpoint().ok());
    place.read([&](Reader& reader) {
      reader.each(
          "SELECT e.bytes, e.leaf, s.box, s.slot FROM entries e JOIN sealed s ON s.act = e.idx WHERE e.idx = 61", {},
          [&](const store::Row& row) {
            entry = row.blob(0);
            leaf = row.blob(1);
            box = row.blob(2);
            slot = row.integer(3);
          });
      reader.each("SELECT box FROM private_texts", {}, [&](const store::Row& row) { private_box = row.blob(0); });
      root = std::string(view(read_head(reader.connection()).root));
    });
    place.close();
  }
  std::string said() { return said_of(place); }
};

void change(const PlaceFiles& files, const std::string& sql) {
  store::open_sqlite(files.database())->writer()->run(sql, {});
}

bool names(const std::string& said, std::string_view what) { return said.find(what) != said.npos; }

}  // namespace

TEST_CASE("a place in which nothing was flipped holds") {
  Wall wall;
  CHECK(wall.said() == "");
}

TEST_CASE("a flipped byte of an entry, a leaf or a box, and a changed node, is named by its place") {
  Wall wall;
  SUBCASE("an entry") {
    flip(wall.files.database(), wall.entry, 40);
    CHECK(names(wall.said(), "entry 61: its bytes and its leaf do not fit"));
  }
  SUBCASE("a leaf") {
    flip(wall.files.database(), wall.leaf, 31);
    CHECK(names(wall.said(), "entry 61: its bytes and its leaf do not fit"));
  }
  SUBCASE("a node") {
    change(wall.files,
           "UPDATE nodes SET hash = (SELECT leaf FROM entries WHERE idx = 0)");  // the head's edge holds its bytes too
    CHECK(names(wall.said(), "node 1/0: it does not fit the entries"));
  }
  SUBCASE("a box") {
    flip(wall.files.database(), wall.box, 30);
    CHECK(names(wall.said(), "entry 61, words: its box does not open"));
  }
  SUBCASE("a private text") {
    flip(wall.files.database(), wall.private_box, 30);
    CHECK(names(wall.said(), "private text wall/1: its box does not open"));
  }
  SUBCASE("words without their entry") {
    change(wall.files, "INSERT INTO sealed SELECT 300, field, person, slot, box, withheld FROM sealed WHERE act = 61");
    CHECK(names(wall.said(), "entry 300, words: its box does not open"));
  }
  SUBCASE("a private text without its person") {
    change(wall.files, "DELETE FROM persons");
    CHECK(names(wall.said(), "private text wall/1: its box does not open"));
  }
}

TEST_CASE("a changed row of the head, of an entry's day or kind, or of a public table is named") {
  Wall wall;
  SUBCASE("root") {
    change(wall.files, "UPDATE head SET root = (SELECT leaf FROM entries WHERE idx = 0)");
    CHECK(names(wall.said(), "head: its root"));
  }
  SUBCASE("edge") {
    change(wall.files, "UPDATE head SET edge = root || root || root || root");
    CHECK(names(wall.said(), "head: its edge"));
  }
  SUBCASE("size") {
    change(wall.files, "UPDATE head SET size = 301");
    CHECK(names(wall.said(), "head: it says 301 entries, and there are 300"));
  }
  SUBCASE("day") {
    change(wall.files, "UPDATE entries SET at_day = at_day + 1 WHERE idx = 61");
    CHECK(names(wall.said(), "entry 61: its kind or day"));
  }
  SUBCASE("kind") {
    change(wall.files, "UPDATE entries SET kind = 'wall.nOted' WHERE idx = 61");
    CHECK(names(wall.said(), "entry 61: its kind or day"));
  }
  SUBCASE("table") {
    change(wall.files, "UPDATE notes SET on_when = '2026-01' WHERE note = 61");
    CHECK(names(wall.said(), "table notes: it is not what the record folds to"));
  }
}

TEST_CASE("a flipped byte of the vault is named by its slot, or stops the place from opening") {
  Wall wall;
  const std::string vault = bytes_of(wall.files.vault());
  const auto slot_bytes = [&](std::int64_t slot) { return vault.substr(64 + static_cast<std::size_t>(slot) * 32, 32); };
  SUBCASE("the slot of a word") {
    flip(wall.files.vault(), slot_bytes(wall.slot), 9);
    CHECK(names(wall.said(), "entry 61, words: its box does not open with the key in the vault (slot " +
                                 std::to_string(wall.slot) + ")"));
  }
  SUBCASE("the house's own slot") {
    flip(wall.files.vault(), slot_bytes(0), 9);
    const std::string said = wall.said();
    CHECK(names(said, wall.files.vault()));
    CHECK(names(said, "first slot"));
  }
  SUBCASE("the header") {
    flip(wall.files.vault(), vault.substr(0, 32), 3);
    CHECK(names(wall.said(), wall.files.vault()));
  }
}

TEST_CASE("any flipped byte of the key file or of the guard is named by the file") {
  Wall wall;
  SUBCASE("key") {
    const std::string whole = bytes_of(wall.files.key());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      flip(wall.files.key(), whole, i);
      CAPTURE(i);
      CHECK(names(wall.said(), wall.files.key()));
      wall.place.close();
      std::ofstream(wall.files.key(), std::ios::binary | std::ios::trunc) << whole;
    }
  }
  SUBCASE("guard") {
    const std::string whole = bytes_of(wall.files.guard());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      flip(wall.files.guard(), whole, i);
      CAPTURE(i);
      CHECK(names(wall.said(), "guard"));
      wall.place.close();
      std::ofstream(wall.files.guard(), std::ios::binary | std::ios::trunc) << whole;
    }
  }
}

TEST_CASE("a record whose guard does not fit signs nothing, however far it grows") {
  Wall wall;
  write_guard(wall.files.guard(), {200, as_digest(wall.root)});  // fewer than lie here, and another root
  wall.place.reopen();
  CHECK(!wall.place.place().checkpoint().ok());
  CHECK(!wall.place.order("note", wall::note("One more")).ok());
}

}  // namespace alongside::kernel
