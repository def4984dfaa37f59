#include "formats/atom.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>

using namespace alongside;
using namespace alongside::formats;

TEST_CASE("a feed is whole XML whatever its words are, and is as new as its newest entry") {
  const std::string hostile = "</title><script>alert('x')</script>\x01&\"\xEF\xBF\xBF]]>";
  const Feed feed{
      .id = "tag:a",
      .title = hostile,
      .link = "/eastmere?a=1&b=\"2\"",
      .self_link = "/eastmere.atom",
      .author = hostile,
      .updated = *Day::parse("2025-01-01"),
      .entries = {
          {.id = "1", .title = hostile, .link = "/d/1", .updated = *Day::parse("2025-03-01"), .summary = hostile},
          {.id = "2", .title = "B", .link = "/d/2", .updated = *Day::parse("2025-02-01"), .summary = ""}}};
  pugi::xml_document document;
  REQUIRE(document.load_string(print_atom(feed).c_str()));
  const auto root = document.child("feed");
  CHECK(std::string(root.child_value("updated")) == "2025-03-01T00:00:00Z");
  CHECK(std::string(root.child("entry").child_value("title")) == "</title><script>alert('x')</script>&\"]]>");
  CHECK(std::distance(root.children("entry").begin(), root.children("entry").end()) == 2);
}
