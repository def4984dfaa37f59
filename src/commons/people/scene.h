// A place with bodies and accounts, for tests of who may what.
#pragma once

#include <doctest/doctest.h>

#include "commons/people/concern.h"
#include "commons/place/concern.h"
#include "kernel/testing.h"

namespace alongside::people {

inline std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(concern());
  return out;
}

// Orders come prepared, as a face prepares them.
struct Scene {
  // With the concerns that a test is about; place and people among them.
  explicit Scene(std::vector<kernel::Concern> about = concerns()) : place(std::move(about), Json::object({{"name", "Eastmere"}})) {}

  kernel::TestPlace place;
  std::string address = "somewhere";
  kernel::Credential as{.at_the_house = true};

  kernel::Outcome order(const std::string& words, Json request) {
    place.as(as);
    Status prepared = Done{};
    const kernel::Command* command = place.house().command(words);
    if (command->row.prepare) {
      place.read([&](kernel::Reader& reader) {
        const kernel::Actor actor = place.house().actor(reader, as, place.place().now());
        prepared = command->row.prepare(
            {.reader = reader, .actor = actor, .today = place.today(), .now = place.place().now(), .place = "p"},
            request);
      });
    }
    if (!prepared) return {.problems = prepared.problems()};
    return place.order(words, std::move(request));
  }
  std::string told(const kernel::Outcome& outcome, const char* key) const {
    REQUIRE(outcome.ok());
    return outcome.told.find(key)->string();
  }
  void at_the_house() { as = {.at_the_house = true}; }
  void nobody() { as = {.address_digest = address}; }
  // Joins, and goes on as them.
  kernel::Outcome join(const std::string& name, const std::string& key = "") {
    nobody();
    const auto outcome = order("join", Json::object({{"name", name}, {"passphrase", passphrase}, {"key", key}}));
    if (outcome.ok()) as = {.session = told(outcome, "session"), .address_digest = address};
    return outcome;
  }
  kernel::Outcome sign_in(const std::string& name, const std::string& with) {
    nobody();
    const auto outcome = order("sign in", Json::object({{"name", name}, {"passphrase", with}}));
    if (outcome.ok()) as = {.session = told(outcome, "session"), .address_digest = address};
    return outcome;
  }
  kernel::Actor who() {
    kernel::Actor actor;
    place.read([&](kernel::Reader& reader) { actor = place.house().actor(reader, as, place.place().now()); });
    return actor;
  }
  Index body(const char* name, bool decides, Index part_of = {}) {
    const kernel::Credential before = as;
    at_the_house();
    Json request = Json::object({{"name", name}, {"decides", decides}});
    if (part_of.is_set()) request.set("part_of", part_of.value);
    const auto outcome = order("body register", std::move(request));
    REQUIRE(outcome.ok());
    as = before;
    return outcome.acts.front();
  }
  kernel::Outcome approve(std::int64_t account) {
    const kernel::Credential before = as;
    at_the_house();
    auto outcome = order("account approve", Json::object({{"account", account}}));
    as = before;
    return outcome;
  }
  std::int64_t rows(const std::string& table) {
    std::int64_t out = 0;
    place.read([&](kernel::Reader& reader) { out = reader.count("SELECT COUNT(*) FROM " + table); });
    return out;
  }
  static constexpr const char* passphrase = "lantern otter quay ferry";
};

}  // namespace alongside::people
