// The body decides, from one form: followed, or departed, because.
#include <doctest/doctest.h>

#include "commons/agreement/scene.h"

namespace alongside::agreement {
namespace {

using scene::has;
using scene::Hall;

Index decided_in(Hall& room, Index work, Index agreement) {
  return {room.see(work, agreement).find("decided")->items().back().find("decision")->number()};
}
std::string decision_page(Hall& room, Index decision) { return room.html("/decisions/" + std::to_string(decision.value)); }

}  // namespace

TEST_CASE("one form writes the decision, its notice and its link to the agreement and the work") {
  Hall room;
  const Index work = room.work();
  const Index share = room.option(work, "Share it", "Library below, college above.");
  const Index close = room.option(work, "Close it");
  room.put(work, {share, close});
  const Index agreement = closed_with(room, work, "yes", {share});
  Json request = room.decision_of(agreement, "followed");
  Json deciders = Json::array();
  deciders.push(Json::object({{"name", "Joan Tarrant"}, {"title", "Leader of the Council"}, {"vote", "for"}}));
  request.set("deciders", std::move(deciders));
  request.set("reasons", "Both sides agreed.");
  request.set("chose", share.value);
  room.as_officer_of(room.council);
  REQUIRE(room.place.order("agreement decide", request).ok());
  const Index decision = decided_in(room, work, agreement);
  const std::string page = decision_page(room, decision);
  CHECK(has(page, "Joan Tarrant"));
  CHECK(has(page, "followed it"));
  CHECK(has(page, "This choice was put to people"));
  CHECK(has(page, "Close it"));  // what was turned down comes from what was put to people
  CHECK(has(room.html("/work/" + std::to_string(work.value)), "Run an evening café"));
  const std::string notice = room.html(room.path(work, agreement) + "/notice");
  for (const char* part : {"Joan Tarrant", "Leader of the Council", "Both sides agreed.", "That an evening café be run.", "followed it", "The room agreed"}) CHECK_MESSAGE(has(notice, part), part);
  CHECK(room.place.refold_difference() == "");
}

TEST_CASE("a body that departs says on which point and why, and it stands beside the agreement") {
  Hall room;
  const Index work = room.work();
  const Index agreement = closed_with(room, work, "yes");
  room.as_officer_of(room.council);
  Json bare = room.decision_of(agreement, "departed");
  bare.remove("points");
  CHECK(room.place.order("agreement decide", bare).problems.has(Code::missing));
  REQUIRE(room.decides(agreement, "departed").ok());
  for (const std::string& page : {room.html(room.path(work, agreement)), decision_page(room, decided_in(room, work, agreement)), room.html(room.path(work, agreement) + "/notice")}) {
    CHECK(has(page, "departed from it"));
    CHECK(has(page, "There is no late bus."));
    CHECK_FALSE(has(page, "followed it"));
  }
}

TEST_CASE("nobody follows an agreement that there is not: none yet, or one to which a side said no") {
  Hall room;
  const Index work = room.work();
  const Index open = room.ask(work);
  CHECK(room.decides(open, "followed").problems.has(Code::wrong_state));
  const Index refused = closed_with(room, work, "no");
  CHECK(room.decides(refused, "followed").problems.has(Code::wrong_state));
  REQUIRE(room.decides(refused, "departed").ok());
  CHECK(has(room.html(room.path(work, refused)), "decided without an agreement"));
}

TEST_CASE("a decision that cannot wait is not stopped, and the page says that it came before the room’s answer") {
  Hall room;
  const Index work = room.work();
  const Index agreement = room.ask(work);
  REQUIRE(room.decides(agreement, "departed").ok());
  CHECK(has(room.html(room.path(work, agreement)), "decided before the room had answered"));
  room.close();
  CHECK(has(room.html(room.path(work, agreement)), "decided before the room had answered"));
}

TEST_CASE("a body cannot say that it followed and choose another choice, or depart on a point and have followed") {
  Hall room;
  const Index work = room.work();
  const Index share = room.option(work, "Share it");
  const Index close = room.option(work, "Close it");
  room.put(work, {share, close});
  const Index agreement = closed_with(room, work, "yes", {share});
  room.as_officer_of(room.council);
  Json other = room.decision_of(agreement, "followed");
  other.set("chose", close.value);
  CHECK(room.place.order("agreement decide", other).problems.has(Code::does_not_match));
  Json pointed = room.decision_of(agreement, "followed");
  pointed.set("points", Hall::departs("The hours", "No late bus."));
  CHECK(room.place.order("agreement decide", pointed).problems.has(Code::does_not_match));
}

TEST_CASE("a body that chooses what was never put to people is marked so by its own form, whatever it leaves empty") {
  Hall room;
  const Index work = room.work();
  const Index share = room.option(work, "Share it", "Library below, college above.");
  room.put(work, {share});
  const Index agreement = closed_with(room, work, "yes", {share});
  REQUIRE(room.decides(agreement, "departed").ok());
  CHECK(has(decision_page(room, decided_in(room, work, agreement)), "People were not asked about this choice."));
  CHECK(has(room.html("/work/" + std::to_string(work.value) + "/options"), "People were not asked about this choice."));
}

TEST_CASE("only officers of the body that decides write what it made of an agreement; the keeper needs a source") {
  Hall room;
  const Index work = room.work();
  const Index agreement = closed_with(room, work, "yes");
  const Json request = room.decision_of(agreement, "followed");
  room.as_officer_of(room.trust);
  CHECK(room.place.order("agreement decide", request).problems.has(Code::not_allowed));
  room.as_moderator();
  CHECK(room.place.order("agreement decide", request).problems.has(Code::not_allowed));
  room.as_member(room.person("Heron"));
  CHECK(room.place.order("agreement decide", request).problems.has(Code::not_allowed));
  room.as_keeper();
  CHECK(room.place.order("agreement decide", request).problems.has(Code::missing));
  Json of_trust = request;
  of_trust.set("body", room.trust.value);
  room.as_officer_of(room.council);
  CHECK(room.place.order("agreement decide", of_trust).problems.has(Code::does_not_match));
  CHECK(room.place.order("agreement decide", request).ok());
}

TEST_CASE("a decision on the record is linked once, and what it made of the agreement stays") {
  Hall room;
  const Index work = room.work();
  const Index agreement = closed_with(room, work, "yes");
  const Index decision = room.decision("Run no café");
  Json request = Json::object({{"agreement", agreement.value}, {"decision", decision.value}, {"outcome", "departed"}, {"points", Hall::departs("The café", "There is no money.")}});
  room.as_officer_of(room.council);
  REQUIRE(room.place.order("agreement link", request).ok());
  CHECK(has(decision_page(room, decision), "departed from it"));
  request.set("outcome", "followed");
  request.remove("points");
  CHECK(room.place.order("agreement link", request).problems.has(Code::already_there));
  CHECK(room.place.refold_difference() == "");
}

TEST_CASE("all that is wrong with a decision and with what it made of the agreement is said at once") {
  Hall room;
  const Index work = room.work();
  const Index agreement = closed_with(room, work, "yes");
  room.as_officer_of(room.council);
  const auto outcome = room.place.order("agreement decide", Json::object({{"agreement", agreement.value}, {"on", "2031-01-01"}}));
  CHECK(outcome.problems.list().size() == 3);  // outcome, title, on
}

}  // namespace alongside::agreement
