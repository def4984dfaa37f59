// What may be one place, and what may not.
#include "exchange/alike.h"

#include <doctest/doctest.h>

#include "formats/libraries.h"

namespace alongside::import {
namespace {

formats::ReadValued row(const std::string& name, const std::string& postcode,
                        const std::string& kind = "Static Library") {
  return {.name = name, .authority = "York", .kind = kind, .postcode = postcode, .support = "open_place"};
}

// Each row is a place of its own, numbered from `first`.
void add(Alike& alike, const std::string& edition, std::int64_t first, const std::vector<formats::ReadValued>& rows) {
  for (const Likeness& like : likenesses(rows)) alike.add({{first++}, edition, like.address, like.name});
}

using Places = std::set<Index>;

}  // namespace

TEST_CASE("a postcode is one however it is spaced, and what is no postcode is none") {
  CHECK(formats::plain_postcode("SO22 4EJ") == "so224ej");
  CHECK(formats::plain_postcode("so224ej") == "so224ej");
  CHECK(formats::plain_postcode("W1G 6DW") == "w1g6dw");
  for (const char* words : {"", "[Unknown]", "n/a - mobile", "NE26 1EJ.", "YO1", "YO1 7DS and more"})
    CHECK(formats::plain_postcode(words) == "");
}

TEST_CASE("a name is bare without library, branch, community and the, and Saint is St") {
  CHECK(bare_name("The Fanshawe Branch Library") == "fanshawe");
  CHECK(bare_name("Fanshawe") == "fanshawe");
  CHECK(bare_name("St. Olave’s") == bare_name("Saint Olaves Community Library"));
  CHECK(bare_name("Scalby & Newby") == bare_name("Scalby and Newby"));
  CHECK(bare_name("Central Library") != bare_name("Library Centre"));
  CHECK(bare_name("The Library") == "");
}

TEST_CASE("another name at one address, and one name at another address, may be the same place") {
  Alike alike;
  add(alike, "old", 1, {row("Wrose Library", "BD18 1HX"), row("Idle", "BD10 9PY")});
  add(alike, "new", 11,
      {row("Wrose Book Exchange", "BD181HX"), row("Idle Library", "BD10 9LD"), row("Elsewhere", "BD1 1AA")});
  CHECK(alike.maybe({11}) == Places{{1}});
  CHECK(alike.maybe({12}) == Places{{2}});
  CHECK(alike.maybe({13}).empty());
}

TEST_CASE("a library and an archive at one address are two, and two of a sort there say nothing of which is meant") {
  Alike york;
  add(york, "old", 1, {row("York Explore Library & Archive", "YO1 7DS", "CL")});
  add(york, "new", 11, {row("York Explore", "YO1 7DS"), row("York Explore", "YO1 7DS", "Archive")});
  CHECK(york.maybe({11}) == Places{{1}});
  CHECK(york.maybe({12}).empty());
  Alike two;
  add(two, "old", 1, {row("Shipley", "BD18 3EJ")});
  add(two, "new", 11, {row("Children's corner", "BD18 3EJ"), row("Reading room", "BD18 3EJ")});
  CHECK(two.maybe({11}).empty());
  CHECK(two.maybe({1}).empty());
}

TEST_CASE("two that one edition tells of, or of which neither has an address or a name left, are not proposed") {
  Alike alike;
  add(alike, "new", 1, {row("Central", "YO1 7DS"), row("Acomb", "YO24 3BZ")});
  add(alike, "old", 11, {row("Central Library", "YO24 3BZ")});
  CHECK(alike.maybe({11}) == Places{{1}, {2}});
  alike.add({{1}, "old", "", ""});  // the old edition knows it, in another row
  CHECK(alike.maybe({11}) == Places{{2}});
  Alike empty;
  add(empty, "old", 1, {row("The Library", "")});
  add(empty, "new", 11, {row("Library", "[Unknown]")});
  CHECK(empty.maybe({11}).empty());
}

}  // namespace alongside::import
