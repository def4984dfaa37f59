// Typing for somebody who speaks by phone or wrote on paper.
#include "commons/people/typing.h"

#include "commons/people/scene.h"
#include "commons/people/secrets.h"
#include "commons/people/views.h"

namespace alongside::people {
namespace {

struct Desk : Scene {
  Desk() {
    at_the_house();
    const auto link = order("keeper link", Json::object());
    const std::string first = told(link, "link");
    REQUIRE(join("Ada the keeper", first.substr(first.find('=') + 1)).ok());
    keeper = who().person;
  }
  kernel::Person keeper;

  kernel::Outcome types_for(const char* name, const char* reach, bool agreed = true, bool another = false) {
    return order("typing begin", Json::object({{"name", name}, {"reach", reach}, {"how", "phone"}, {"agreed", agreed}, {"another", another}}));
  }
  void stops() { REQUIRE(order("typing end", Json::object()).ok()); }
};

TEST_CASE("who types for somebody is that person until they stop, and then themselves again") {
  Desk desk;
  REQUIRE(desk.types_for("Dot", "01632 960 140").ok());
  CHECK(desk.who().person != desk.keeper);
  CHECK(desk.who().typist == desk.keeper);
  CHECK(desk.who().standing == kernel::Standing::member);
  CHECK_FALSE(desk.types_for("Someone else", "01632 960 999").ok());
  desk.stops();
  CHECK(desk.who().person == desk.keeper);
  CHECK(desk.who().is_keeper());
}

TEST_CASE("the same person typed twice is one person, however the number is written") {
  Desk desk;
  REQUIRE(desk.types_for("Dot", "01632 960 140").ok());
  const kernel::Person dot = desk.who().person;
  desk.stops();
  REQUIRE(desk.types_for("dot", "+44 (1632) 960140").ok());
  CHECK(desk.who().person == dot);
  CHECK(desk.rows("helped") == 1);
}

TEST_CASE("a number that is known under another name is asked about, and is nobody's mistake to make alone") {
  Desk desk;
  REQUIRE(desk.types_for("Dot", "01632 960 140").ok());
  desk.stops();
  const auto asked = desk.types_for("Ray", "01632 960140");
  REQUIRE(asked.problems.list().size() == 1);
  CHECK(asked.problems.list().front().field == "another");
  REQUIRE(desk.types_for("Ray", "01632 960140", true, true).ok());
  CHECK(desk.rows("helped") == 2);
  desk.stops();
  CHECK(desk.types_for("Dot", "4 Quay Street, Eastmere").problems.list().front().field == "name");
}

TEST_CASE("nothing is kept of somebody who has not agreed") {
  Desk desk;
  CHECK(desk.types_for("Dot", "", false).problems.list().size() == 2);
  CHECK(desk.rows("helped") == 0);
}

TEST_CASE("with the code of their letter they come in by themselves") {
  Desk desk;
  const std::string code = desk.told(desk.types_for("Dot", "01632 960 140"), "code");
  const kernel::Person dot = desk.who().person;
  desk.stops();
  desk.nobody();
  const auto back = desk.order("recover", Json::object({{"code", code}, {"passphrase", "plum boat ribbon stair"}}));
  REQUIRE(back.ok());
  desk.as = {.session = desk.told(back, "session"), .address_digest = "somewhere"};
  CHECK(desk.who().person == dot);
}

TEST_CASE("who leaves is nobody's to type for any more") {
  Desk desk;
  REQUIRE(desk.types_for("Dot", "01632 960 140").ok());
  REQUIRE(desk.order("account leave", Json::object({{"sure", true}})).ok());
  CHECK(desk.who().person == desk.keeper);
  CHECK(desk.rows("helped") == 0);
}

TEST_CASE("a member and the command line type for nobody") {
  Desk desk;
  REQUIRE(desk.join("A member").ok());
  CHECK_FALSE(desk.types_for("Dot", "01632 960 140").ok());
  desk.at_the_house();
  CHECK_FALSE(desk.types_for("Dot", "01632 960 140").ok());
}

TEST_CASE("numbers and addresses that mean one place look alike") {
  CHECK(plain_reach("01632 960 140") == plain_reach("+44 1632 960140"));
  CHECK(plain_reach("4 Quay Street, Eastmere") == plain_reach("4 quay street eastmere"));
  CHECK(plain_reach("4 Quay Street") != plain_reach("5 Quay Street"));
  CHECK(plain_reach("").empty());
}

}  // namespace
}  // namespace alongside::people
