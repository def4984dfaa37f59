// The pack of a piece of work: each question of the law answered from the record, or shown as a gap.
#include <doctest/doctest.h>

#include "whole/people.h"

namespace alongside::whole {
namespace {

std::string pack_of(Served& served, const std::string& title) {
  Browser anybody(served);
  const auto works = parse_json(anybody.get("/eastmere/work.json").body);
  REQUIRE(works.ok());
  for (const Json& one : works->find("works")->items()) {
    const Json& line = *one.find("line");
    if (line.find("title")->string() != title) continue;
    const Answer answer = anybody.get("/eastmere/work/" + std::to_string(line.find("work")->number()) + "/pack");
    REQUIRE(answer.status == 200);
    return answer.body;
  }
  FAIL("no such work: ", title);
  return {};
}

bool has(const std::string& page, const char* words) { return page.find(words) != page.npos; }

}  // namespace

TEST_CASE("the pack of shared work answers from the record, and that of work that came late says what is not there") {
  Served served;
  const std::string shared = pack_of(served, "Staying well in Eastmere");
  CHECK(has(shared, "came in at step 1 of 4, on day 9."));
  CHECK(has(shared, "0 of 4 decisions had been taken by then."));
  CHECK(has(shared, "departed from it"));
  CHECK(has(shared, "This choice was put to people in these words before it was chosen."));
  // What waits too long, who was not told, a decision that nobody knows who took.
  CHECK(has(shared, "3 have a gap, which is said."));
  CHECK(has(shared, "Equality Act 2010, section 149"));
  const std::string late = pack_of(served, "Harbour Road: a place for recovery");
  CHECK(has(late, "came in at step 3 of 4, on day 251."));
  CHECK(has(late, "4 of 5 decisions had been taken by then."));
  CHECK(has(late, "Nobody was asked whether they agree."));
  CHECK(has(late, "Nobody has said which choice was chosen."));
  // What was decided already; the question; the choices; what people said, agreed and were asked about; who was told.
  CHECK(has(late, "7 have a gap, which is said."));
}

}  // namespace alongside::whole
