// What is held on somebody is told to them, and goes with them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "exchange/house.h"
#include "whole/people.h"

namespace alongside::whole {

TEST_CASE("each private row that falls with somebody is one of those that their own page tells them of") {
  const kernel::House house(all_concerns());
  for (const kernel::Concern& concern : house.concerns()) {
    if (concern.name() == "people" || concern.name() == "record") continue;  // the page itself names these one by one
    for (const std::string_view statement : concern.forget_statements()) {
      constexpr std::string_view start = "DELETE FROM ";
      if (!statement.starts_with(start)) continue;
      const std::string_view table = statement.substr(start.size(), statement.find(' ', start.size()) - start.size());
      const auto& held = concern.held_rows();
      CHECK_MESSAGE(std::any_of(held.begin(), held.end(), [&](const kernel::HeldRow& row) { return row.table == table; }),
                    concern.name(), " drops rows of ", table, " and tells nobody that it held them");
    }
  }
}

TEST_CASE("the page of what is held tells of everything that somebody did here") {
  Served served;
  auto everybody = people(served);
  Browser& member = std::find_if(everybody.begin(), everybody.end(), [](const Somebody& one) { return one.kind == "member"; })->browser;
  const auto me = parse_json(member.get("/eastmere/me.json").body);
  REQUIRE(me.ok());
  std::string what;
  for (const Json& one : me->find("held")->items()) what += one.find("what")->string() + " " + std::to_string(one.find("n")->number()) + "; ";
  for (const char* table : {"work_people ", "wording_authors ", "said_authors ", "agreement_dissenters ", "pay_claims "}) CHECK_MESSAGE(what.find(table) != what.npos, what);
  const std::string page = member.get("/eastmere/me").body;
  CHECK(page.find("sum that you asked to be paid") != page.npos);
}

}  // namespace alongside::whole
