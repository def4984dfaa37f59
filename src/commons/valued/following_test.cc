// Following a place: on one's own page alone, and gone with the person.
#include <doctest/doctest.h>

#include "commons/people/scene.h"
#include "commons/valued/concern.h"
#include "commons/valued/following.h"

namespace alongside::valued {
namespace {

// Another concern, which has something about each place: about those with an odd number it is open.
std::vector<kernel::AboutLine> about_each(const kernel::Seeing&, Index thing) {
  const auto html = [](const kernel::Showing& at) { return html::p(at.say("A choice would touch this place")); };
  return {{.index = thing, .kind = "option", .path = "/work/1/options/" + std::to_string(thing.value), .html = html, .is_open = thing.value % 2 == 1}};
}

std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(concern());
  out.push_back(kernel::Concern("test", "", "").about(about_each));
  return out;
}

struct Scene : people::Scene {
  Scene() : people::Scene(concerns()) {}
  Index registered(const char* name) {
    at_the_house();
    const auto outcome = order("valued register", Json::object({{"name", name}}));
    REQUIRE(outcome.ok());
    return outcome.acts.front();
  }
  kernel::Outcome follow(Index valued) { return order("valued follow", Json::object({{"valued", valued.value}})); }
  kernel::Outcome unfollow(Index valued) { return order("valued unfollow", Json::object({{"valued", valued.value}})); }
  Json places() {
    place.as(as);
    const Json page = place.page("/me/places").value();
    return page.find("places") == nullptr ? Json::array() : *page.find("places");
  }
  // All that anybody can read of a place.
  std::string shown(Index valued) {
    place.as_nobody();
    const std::string path = "/valued/" + std::to_string(valued.value);
    return place.html(path).value() + place.page(path).value().canonical() + place.html("/valued").value() + place.page("/valued").value().canonical() + place.csv("/valued").value();
  }
  std::int64_t acts() {
    std::int64_t out = 0;
    place.read([&](kernel::Reader& reader) { out = reader.size().value; });
    return out;
  }
};

}  // namespace

TEST_CASE("whoever follows a place finds it on a page of their own, and nobody else can see it") {
  Scene scene;
  const Index library = scene.registered("Harbour Road Library");
  const std::string before = scene.shown(library);
  const std::int64_t acts = scene.acts();

  REQUIRE(scene.join("Heron").ok());
  REQUIRE(scene.follow(library).ok());
  const Json places = scene.places();
  REQUIRE(places.items().size() == 1);
  CHECK(places.items()[0].find("valued")->number() == library.value);
  CHECK(places.items()[0].find("followed_since")->string() == scene.place.today().iso());
  scene.place.as(scene.as);
  CHECK(scene.place.html("/me/places").value().find("Harbour Road Library") != std::string::npos);

  CHECK(scene.acts() == acts);
  CHECK(scene.shown(library) == before);
  CHECK_FALSE(scene.place.page("/me/places").ok());  // nobody's
  REQUIRE(scene.join("Otter").ok());
  CHECK(scene.places().items().empty());
  scene.at_the_house();
  CHECK(scene.places().items().empty());
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("following twice and stopping what is not followed is said, and changes nothing") {
  Scene scene;
  const Index library = scene.registered("Harbour Road Library");
  REQUIRE(scene.join("Heron").ok());
  CHECK(scene.unfollow(library).problems.has(Code::wrong_state));
  REQUIRE(scene.follow(library).ok());
  CHECK(scene.follow(library).problems.has(Code::already_there));
  CHECK(scene.rows("valued_followers") == 1);
  REQUIRE(scene.unfollow(library).ok());
  CHECK(scene.places().items().empty());
  CHECK(scene.follow(Index{0}).problems.has(Code::not_found));  // the place itself is nothing on the register
  CHECK(scene.order("valued follow", Json::object()).problems.has(Code::not_found));
}

TEST_CASE("a visitor follows nothing, nor does the house itself, which has no name of its own") {
  Scene scene;
  const Index library = scene.registered("Harbour Road Library");
  CHECK(scene.follow(library).problems.has(Code::wrong_state));
  CHECK(scene.unfollow(library).problems.has(Code::wrong_state));
  scene.nobody();
  CHECK(scene.follow(library).problems.has(Code::not_allowed));
  CHECK(scene.rows("valued_followers") == 0);
}

TEST_CASE("nobody follows more places than stand on one page") {
  const FollowFacts facts{.person = {1}, .place = {7}, .followed = follows_max};
  CHECK(decide(facts, FollowPlace{.valued = {7}}).problems().has(Code::out_of_range));
}

TEST_CASE("who leaves follows nothing any more") {
  Scene scene;
  const Index library = scene.registered("Harbour Road Library");
  REQUIRE(scene.join("Heron").ok());
  REQUIRE(scene.follow(library).ok());
  REQUIRE(scene.order("account leave", Json::object({{"sure", true}})).ok());
  CHECK(scene.rows("valued_followers") == 0);
}

TEST_CASE("of two places that were put together, whoever follows either sees the one that stays, once") {
  Scene scene;
  const Index library = scene.registered("Harbour Road Library");
  const Index other = scene.registered("Harbour Library");
  const Index third = scene.registered("The old library");
  REQUIRE(scene.join("Heron").ok());
  REQUIRE(scene.follow(library).ok());
  REQUIRE(scene.follow(other).ok());
  const kernel::Credential heron = scene.as;
  scene.at_the_house();
  for (const Index one : {other, third}) REQUIRE(scene.order("valued merge", Json::object({{"into", library.value}, {"valued", one.value}})).ok());

  scene.as = heron;
  const Json places = scene.places();
  REQUIRE(places.items().size() == 1);
  CHECK(places.items()[0].find("valued")->number() == library.value);
  CHECK(places.items()[0].find("about")->items().size() == 3);  // what was about each of the three
  CHECK(scene.follow(third).problems.has(Code::already_there));
  REQUIRE(scene.unfollow(third).ok());
  CHECK(scene.rows("valued_followers") == 0);
}

TEST_CASE("places that an open choice would touch stand first, and the short answer counts them") {
  Scene scene;
  std::vector<Index> all;
  for (const char* name : {"The café", "The choir", "The chess table", "The garden"}) all.push_back(scene.registered(name));
  REQUIRE(scene.join("Heron").ok());
  for (const Index one : all) REQUIRE(scene.follow(one).ok());
  const Json places = scene.places();
  REQUIRE(places.items().size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK((places.items()[i].find("valued")->number() % 2 == 1) == (i < 2));
  CHECK(scene.place.html("/me/places").value().find("A choice would touch 2 of the 4 places that you follow.") != std::string::npos);
}

}  // namespace alongside::valued
