#include <doctest/doctest.h>

#include "commons/people/concern.h"
#include "commons/place/concern.h"
#include "commons/valued/commands.h"
#include "commons/valued/concern.h"
#include "kernel/testing.h"

namespace alongside::valued {
namespace {

std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(concern());
  return out;
}

struct Scene {
  kernel::TestPlace place{concerns(), Json::object({{"name", "Eastmere"}})};
  Index library = place.done("valued register", Json::object({{"name", "Harbour Road Library"}, {"support", "open_place"}, {"opened", "1931"}})).acts[0];
  kernel::Outcome status(const char* status, Json more = Json::object()) {
    more.set("valued", library.value);
    more.set("status", status);
    return place.order("valued status", std::move(more));
  }
  std::int64_t unexplained() { return place.page("/valued")->find("unexplained")->number(); }
};

}  // namespace

TEST_CASE("a place that closed with no decision linked is an unexplained loss, on its page and in the list") {
  Scene scene;
  CHECK(scene.unexplained() == 0);
  REQUIRE(scene.status("lost", Json::object({{"on", "2024-09-28"}})).ok());
  CHECK(scene.unexplained() == 1);
  const std::string page = *scene.place.html("/valued/" + std::to_string(scene.library.value));
  CHECK(page.find("We do not know who decided") != std::string::npos);
  CHECK(page.find("28 September 2024") != std::string::npos);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a move is not a loss, once a person says that it was one") {
  Scene scene;
  const Index central = scene.place.done("valued register", Json::object({{"name", "Central Library"}})).acts[0];
  REQUIRE(scene.status("lost").ok());
  REQUIRE(scene.status("moved", Json::object({{"moved_to", central.value}})).ok());
  CHECK(scene.unexplained() == 0);
  CHECK(!scene.status("lost", Json::object({{"moved_to", central.value}})).ok());
}

TEST_CASE("a status that is at risk, or a place that is back, is no loss") {
  Scene scene;
  for (const char* status : {"at_risk", "reduced", "restored", "open"}) {
    REQUIRE(scene.status(status).ok());
    CHECK(scene.unexplained() == (std::string_view(status) == "reduced" ? 1 : 0));
  }
}

TEST_CASE("how many people said what was lost is at least five, or not given") {
  StateLoss asked{.valued = {1}, .words = Said("A warm room"), .people = 4};
  const OneFacts facts{.today = *Day::parse("2026-11-24"), .is_there = true};
  CHECK(!decide(facts, asked).ok());
  asked.people = 5;
  CHECK(decide(facts, asked).ok());
}

TEST_CASE("a day that has not come, a place that is not there and a decision that is none are said together") {
  const OneFacts facts{.today = *Day::parse("2026-11-24"), .is_there = false, .other_fits = false};
  const auto result = decide(facts, StateLoss{.valued = {7}, .words = Said("x"), .on = When::parse("2027")});
  REQUIRE(!result.ok());
  CHECK(result.problems().list().size() == 3);
}

TEST_CASE("only a keeper changes the register") {
  Scene scene;
  scene.place.as_nobody();
  CHECK(scene.place.order("valued register", Json::object({{"name", "Mine"}})).problems.has(Code::not_allowed));
  CHECK(scene.status("lost").problems.has(Code::not_allowed));
}

}  // namespace alongside::valued
