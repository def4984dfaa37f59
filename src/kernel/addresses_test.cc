#include "kernel/addresses.h"

#include <doctest/doctest.h>

using alongside::kernel::Addresses;
using Path = std::map<std::string, std::string>;

namespace {
struct Row {};
}  // namespace

TEST_CASE("an address is found by its shape, and its numbers by their names") {
  Row first, one, new_one, part, receipt;
  Addresses<Row> addresses;
  CHECK(addresses.add("", &first));
  CHECK(addresses.add("/decisions/{decision}", &one));
  CHECK(addresses.add("/decisions/new", &new_one));
  CHECK(addresses.add("/asks/{ask}/parts/{part}", &part));
  CHECK(addresses.add("/record/{index}/receipt", &receipt));

  CHECK(addresses.find("").row == &first);
  CHECK(addresses.find("/decisions/new").row == &new_one);
  CHECK(addresses.find("/decisions/61").row == &one);
  CHECK(addresses.find("/decisions/61").path == Path{{"decision", "61"}});
  CHECK(addresses.find("/asks/3/parts/0").path == Path{{"ask", "3"}, {"part", "0"}});
  CHECK(addresses.find("/record/9007199254740991/receipt").row == &receipt);
}

TEST_CASE("what is no address of ours leads nowhere") {
  Row one;
  Addresses<Row> addresses;
  CHECK(addresses.add("/decisions/{decision}", &one));
  for (const char* path : {"/", "/decisions", "/decisions/", "/decisions/061", "/decisions/-1", "/decisions/6x", "/decisions/61/",
                           "//decisions/61", "/decisions/{}", "/decisions/{decision}", "/decisions/99999999999999999999"}) {
    CAPTURE(path);
    CHECK(addresses.find(path).row == nullptr);
  }
}

TEST_CASE("a pattern that could never be found is refused") {
  Row one;
  Addresses<Row> addresses;
  for (const char* pattern : {"/decisions/{decision", "/decisions/{", "/decisions/61", "/7/{decision}"}) {
    CAPTURE(pattern);
    CHECK_FALSE(addresses.add(pattern, &one));
  }
}

TEST_CASE("two rows cannot have one address, whatever they call its number") {
  Row one, other;
  Addresses<Row> addresses;
  CHECK(addresses.add("/decisions/{decision}", &one));
  CHECK_FALSE(addresses.add("/decisions/{number}", &other));
  CHECK(addresses.find("/decisions/1").row == &one);
}
