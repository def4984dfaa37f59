// Scenes for this room's tests: a council, a piece of work that people are invited to, and people with numbers for names.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "commons/decision/concern.h"
#include "commons/place/concern.h"
#include "commons/place/views.h"
#include "commons/question/commands.h"
#include "commons/question/concern.h"
#include "commons/valued/concern.h"
#include "commons/work/concern.h"
#include "kernel/testing.h"

namespace alongside::question::scene {

// A session token says who comes: "member:7", "officer:7:3" (of body 3), "moderator:7", "asker:7".
inline kernel::Actor who(kernel::Reader& reader, const kernel::Credential& credential, Instant) {
  kernel::Actor actor{.at_the_house = credential.at_the_house};
  if (credential.at_the_house) actor.standing = kernel::Standing::keeper;
  const std::string& token = credential.session;
  const std::size_t colon = token.find(':');
  if (colon == token.npos) return actor;
  const std::string kind = token.substr(0, colon);
  actor.person = {std::stoll(token.substr(colon + 1))};
  actor.standing = kind == "officer" ? kernel::Standing::officer : kind == "moderator" ? kernel::Standing::moderator : kernel::Standing::member;
  if (kind == "officer") actor.bodies = place::body_and_below(reader, {std::stoll(token.substr(token.rfind(':') + 1))});
  return actor;
}

// Somebody leaves: all that falls with them goes.
struct Leave {
  static void fields(auto&, auto&&) {}
};
struct LeaveFacts {
  kernel::Person person;
};
inline LeaveFacts look(const kernel::Situation& situation, const Leave&) { return {situation.actor.person}; }
inline Result<kernel::Changes> decide(const LeaveFacts& facts, Leave) {
  kernel::Changes changes;
  changes.forget(facts.person, kernel::Ground::own_wish);
  return changes;
}

// Somebody about whom words can be sealed: a moderator who says whom they told.
struct Come {
  static void fields(auto&, auto&&) {}
};
inline kernel::Person look(const kernel::Situation& situation, const Come&) { return situation.next_person; }
inline Result<kernel::Changes> decide(kernel::Person person, Come) {
  kernel::Changes changes;
  changes.create_person(person);
  changes.tell("person", person.value);
  return changes;
}

inline std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(kernel::Concern("test", "", "")
                    .knows(who)
                    .command<Leave>({.words = "leave", .path = "/leave", .may = kernel::may::signed_in})
                    .command<Come>({.words = "test come", .path = "", .may = kernel::may::anyone, .on_a_form = false}));
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(work::concern());
  out.push_back(concern());
  return out;
}

inline constexpr std::string_view first_words = "How can we increase uptake of talking therapies in Eastmere?";
inline constexpr std::string_view other_words = "What helps people in Eastmere stay well?";

struct Place {
  explicit Place(Json rule = Json::object(), bool launched = true)
      : place(concerns(), Json::object({{"name", "Eastmere"}, {"keeper", "Eastmere Voluntary Action"}})) {
    council = first("body register", Json::object({{"name", "Eastmere Council"}, {"body_kind", "council"}, {"decides", true}}));
    work = first("work open", Json::object({{"body", council.value}, {"model", "nhse2025"}, {"title", "Staying well in Eastmere"}, {"about", "What helps."}}));
    Json list = Json::object({{"saves", "no"}});
    for (const char* item : {"owner", "moderators", "refusals", "safeguarding", "pay", "without_internet"}) list.set(item, "It is said.");
    for (const auto& [key, value] : rule.members()) list.set(key, value);
    done("work prepare", std::move(list));
    if (launched) done("work launch", Json::object());
  }
  kernel::TestPlace place;
  Index council;
  Index work;

  Index first(const char* words, Json request) {
    const auto outcome = place.done(words, std::move(request));
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  // About this work.
  kernel::Outcome order(const char* words, Json request) {
    request.set("work", work.value);
    return place.order(words, std::move(request));
  }
  Index done(const char* words, Json request) {
    request.set("work", work.value);
    return first(words, std::move(request));
  }
  void as(std::int64_t person) { place.as({.session = "member:" + std::to_string(person)}); }
  void as_officer() { place.as({.session = "officer:900000:" + std::to_string(council.value)}); }
  void as_moderator(std::int64_t person = 900001) { place.as({.session = "moderator:" + std::to_string(person)}); }
  std::int64_t comes() { return place.done("test come", Json::object()).told.find("person")->number(); }
  void joins(std::int64_t person, work::Side side) {
    as(person);
    done("work part", Json::object({{"side", kernel::word_of(side)}}));
  }
  // So many people on a side, numbered from `from`.
  void join(std::int64_t from, int people, work::Side side) {
    for (int i = 0; i < people; ++i) joins(from + i, side);
  }
  Index asks_first(std::string_view words = first_words) {
    as_officer();
    return done("wording first", Json::object({{"words", words}, {"reason", "We must spend the money."}}));
  }
  // Proposed, and not read yet.
  Index proposes(std::int64_t person, std::string_view words, std::string_view reason = "It begins with people.") {
    as(person);
    return done("wording propose", Json::object({{"words", words}, {"reason", reason}}));
  }
  void publishes(Index wording) {
    as_moderator();
    done("wording publish", Json::object({{"wording", wording.value}}));
  }
  Index puts(std::int64_t person, std::string_view words) {
    const Index wording = proposes(person, words);
    publishes(wording);
    return wording;
  }
  kernel::Outcome chooses(std::int64_t person, Index wording, Answer choice) {
    as(person);
    return order("wording choose", Json::object({{"wording", wording.value}, {"choice", kernel::word_of(choice)}}));
  }
  // People from..from+n-1 say this.
  void choose(std::int64_t from, int people, Index wording, Answer choice) {
    for (int i = 0; i < people; ++i) REQUIRE(chooses(from + i, wording, choice).ok());
  }
  void days_pass(int days) { place.today_is(place.today() + days); }
  // The time of all that is open is over, and the clock runs.
  void closes() {
    days_pass(22);
    place.as_keeper();
    place.done("due wordings", Json::object());
  }
  std::vector<StandingWording> asked() {
    std::vector<StandingWording> out;
    place.read([&](kernel::Reader& reader) { out = question::asked(reader, work); });
    return out;
  }
  std::string path() const { return "/work/" + std::to_string(work.value) + "/question"; }
  Json json() {
    auto page = place.page(path());
    REQUIRE(page.ok());
    return *page;
  }
  std::string html(std::map<std::string, std::string> query = {}) {
    auto page = place.html(path(), std::move(query));
    REQUIRE(page.ok());
    return *page;
  }
  // One wording of the page, newest first.
  Json wording(std::size_t place_in_list) { return json().find("wordings")->items().at(place_in_list); }
  std::int64_t rows(const std::string& table) {
    std::int64_t out = 0;
    place.read([&](kernel::Reader& reader) { out = reader.count("SELECT COUNT(*) FROM " + table); });
    return out;
  }
};

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace alongside::question::scene
