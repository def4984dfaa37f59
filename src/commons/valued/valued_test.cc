#include <doctest/doctest.h>

#include "commons/people/concern.h"
#include "commons/place/concern.h"
#include "commons/valued/commands.h"
#include "commons/valued/concern.h"
#include "commons/valued/pairs.h"
#include "commons/valued/views.h"
#include "kernel/testing.h"
#include "store/door.h"

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

// ---- on the register twice ------------------------------------------------------------------------------------------

namespace {

struct Twice : Scene {
  Index other = place.done("valued register", Json::object({{"name", "Harbour Library"}, {"where", "2 Harbour Road"}})).acts[0];
  std::string path(Index valued) { return "/valued/" + std::to_string(valued.value); }
  kernel::Outcome merge(Index valued, Index into) {
    return place.order("valued merge", Json::object({{"into", into.value}, {"valued", valued.value}}));
  }
  void lost(Index valued, const char* words) {
    place.done("valued status", Json::object({{"status", "lost"}, {"valued", valued.value}, {"words", words}}));
  }
};

}  // namespace

TEST_CASE("a place that stood on the register twice is one loss, and its address leads to the one that stays") {
  Twice scene;
  scene.lost(scene.library, "It closed in spring.");
  scene.lost(scene.other, "Shut.");
  scene.place.done("valued loss", Json::object({{"valued", scene.other.value}, {"words", "A warm room for all of us."}}));
  scene.place.done("valued kept", Json::object({{"outcome", "kept"}, {"valued", scene.other.value}, {"what", "The clock"}}));
  CHECK(scene.unexplained() == 2);
  REQUIRE(scene.merge(scene.other, scene.library).ok());

  CHECK(scene.unexplained() == 1);
  const Json list = *scene.place.page("/valued");
  CHECK(list.find("of")->number() == 1);
  CHECK(list.find("lines")->items().size() == 1);
  CHECK(scene.place.page("/valued", {{"show", "unexplained"}})->find("lines")->items().size() == 1);
  std::string leads_to;
  scene.place.read([&](kernel::Reader& reader) {
    CHECK(unexplained_losses(reader, 9).size() == 1);
    const kernel::Actor nobody;
    leads_to = ValuedPage::see({.reader = reader, .actor = nobody, .path = {{"valued", std::to_string(scene.other.value)}}})->moved_to;
  });
  CHECK(leads_to == scene.path(scene.library));

  const std::string page = *scene.place.html(scene.path(scene.library));
  for (const char* words : {"Also on the register as Harbour Library", "2 Harbour Road", "Shut.", "A warm room for all of us.", "The clock"}) {
    CHECK_MESSAGE(page.find(words) != page.npos, words);
  }
  CHECK(scene.place.page(scene.path(scene.library))->find("also")->items().size() == 1);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a merge leads to one that stands on the register, once, and never round in a circle") {
  Twice scene;
  const Index third = scene.place.done("valued register", Json::object({{"name", "The Harbour"}})).acts[0];
  const auto refused = [&](Index valued, Index into, Code code, const char* words) {
    const auto outcome = scene.merge(valued, into);
    REQUIRE(!outcome.ok());
    CHECK(outcome.problems.has(code));
    CHECK_MESSAGE(in_english(outcome.problems.list().front()).find(words) != std::string::npos, in_english(outcome.problems.list().front()));
  };
  refused(scene.library, scene.library, Code::out_of_range, "leads back to itself");
  refused(scene.library, {9999}, Code::not_found, "on the register");
  refused({9999}, scene.library, Code::not_found, "on the register");
  REQUIRE(scene.merge(scene.other, scene.library).ok());
  refused(scene.other, third, Code::wrong_state, "before");
  refused(third, scene.other, Code::wrong_state, "Give that one");
  refused(scene.library, scene.other, Code::out_of_range, "leads back to itself");
  // What is said of it is said of the one that stays.
  const auto outcome = scene.place.order("valued status", Json::object({{"status", "lost"}, {"valued", scene.other.value}}));
  CHECK(outcome.problems.has(Code::wrong_state));

  REQUIRE(scene.merge(scene.library, third).ok());  // and both lead to the third
  scene.place.read([&](kernel::Reader& reader) {
    for (const Index one : {scene.library, scene.other}) CHECK(reader.one<ValuedRow>("WHERE idx = $1", {one.value})->merged_into == third);
  });
  CHECK(scene.place.page(scene.path(third))->find("also")->items().size() == 2);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("acts that would merge in a circle change nothing, whoever wrote them") {
  const auto database = store::open_memory();
  const auto into = database->writer();
  kernel::create_public_tables(kernel::House(concerns()), *into);
  kernel::Tables tables(*into);
  for (std::int64_t i = 0; i < 3; ++i) apply(ValuedRegistered{}, {.index = {i}}, tables);
  std::int64_t next = 3;
  const std::pair<int, int> merges[] = {{0, 0}, {0, 1}, {1, 0}, {0, 2}, {2, 0}, {7, 1}, {2, 7}, {1, 2}, {2, 1}};
  for (const auto& [one, other] : merges) apply(ValuedMerged{.valued = {one}, .into = {other}}, {.index = {next++}}, tables);
  const auto stands_as = [&](std::int64_t one) { return tables.one<ValuedRow>("WHERE idx = $1", {one})->merged_into.value; };
  CHECK(stands_as(0) == 2);
  CHECK(stands_as(1) == 2);
  CHECK(stands_as(2) == -1);
}

TEST_CASE("two that a person calls two places are not asked about again, and nothing of it is public") {
  Twice scene;
  const Json request = Json::object({{"other", scene.library.value}, {"valued", scene.other.value}});
  CHECK(scene.place.done("valued two", request).acts.empty());
  CHECK(scene.place.order("valued two", request).problems.has(Code::already_there));
  scene.place.read([&](kernel::Reader& reader) {
    const Pairs known = pairs(reader);
    CHECK(known.waiting.empty());
    CHECK(known.two.contains(pair_of(scene.library, scene.other)));
  });
  REQUIRE(scene.merge(scene.other, scene.library).ok());  // they know better now
  scene.place.read([&](kernel::Reader& reader) { CHECK(pairs(reader).two.empty()); });
}

TEST_CASE("only a keeper says what is one place and what is two, and sees what waits") {
  Twice scene;
  CHECK(scene.place.page("/valued/same")->find("of")->number() == 0);
  scene.place.as_nobody();
  CHECK(scene.merge(scene.other, scene.library).problems.has(Code::not_allowed));
  CHECK(scene.place.order("valued two", Json::object({{"other", 1}, {"valued", 2}})).problems.has(Code::not_allowed));
  CHECK(!scene.place.page("/valued/same").ok());
}

}  // namespace alongside::valued
