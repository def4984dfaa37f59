// Scenes for this room's tests and those of later ones: a piece of work with its sides, its choices, and people who are who
// they say: a session is "member:7", "officer:7:1" (person 7, of body 1) or "moderator".
#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "commons/ask/concern.h"
#include "commons/decision/concern.h"
#include "commons/option/concern.h"
#include "commons/place/concern.h"
#include "commons/place/views.h"
#include "commons/valued/concern.h"
#include "commons/work/concern.h"
#include "kernel/testing.h"

namespace alongside::option::scene {

inline kernel::Actor who(kernel::Reader& reader, const kernel::Credential& credential, Instant) {
  kernel::Actor actor{.at_the_house = credential.at_the_house};
  if (credential.at_the_house) actor.standing = kernel::Standing::keeper;
  const auto parts = split(credential.session, ':');
  if (parts.front() == "moderator") actor.standing = kernel::Standing::moderator;
  if (parts.size() > 1) actor.person = {whole_number(parts[1]).value()};
  if (parts.front() == "member") actor.standing = kernel::Standing::member;
  if (parts.front() == "officer") {
    actor.standing = kernel::Standing::officer;
    actor.bodies = place::body_and_below(reader, {whole_number(parts[2]).value()});
  }
  return actor;
}

// Somebody with a name that they chose, and what becomes of it when they leave.
struct MakePerson {
  std::string name;
  static void fields(auto& self, auto&& field) { field("name", self.name); }
};
inline kernel::Person look(const kernel::Situation& situation, const MakePerson&) { return situation.next_person; }
inline Result<kernel::Changes> decide(kernel::Person person, MakePerson asked) {
  kernel::Changes changes;
  changes.create_person(person);
  changes.keep_private("pseudonym/" + std::to_string(person.value), person, asked.name);
  changes.tell("person", person.value);
  return changes;
}
struct ForgetPerson {
  std::int64_t person = 0;
  static void fields(auto& self, auto&& field) { field("person", self.person); }
};
inline int look(const kernel::Situation&, const ForgetPerson&) { return 0; }
inline Result<kernel::Changes> decide(int, ForgetPerson asked) {
  kernel::Changes changes;
  changes.forget({asked.person}, kernel::Ground::own_wish);
  return changes;
}

inline std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(kernel::Concern("test", "", "")
                    .knows(who)
                    .command<MakePerson>({.words = "test person", .path = "", .may = kernel::may::anyone, .on_a_form = false})
                    .command<ForgetPerson>({.words = "test forget", .path = "", .may = kernel::may::anyone, .on_a_form = false}));
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(ask::concern());
  out.push_back(work::concern());
  out.push_back(option::concern());
  return out;
}

struct Place {
  explicit Place(std::vector<kernel::Concern> all = concerns()) : place(std::move(all), Json::object({{"name", "Eastmere"}})) {}
  kernel::TestPlace place;
  Index council = first("body register", Json::object({{"name", "Eastmere Council"}, {"body_kind", "council"}, {"decides", true}}));
  Index trust = first("body register", Json::object({{"name", "Saltway Trust"}, {"body_kind", "trust"}, {"decides", true}}));
  Index library = first("valued register", Json::object({{"name", "Harbour Road Library"}, {"support", "open_place"}}));

  Index first(const char* words, Json request) {
    const auto outcome = place.done(words, std::move(request));
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  std::int64_t person(const std::string& name) {
    return place.done("test person", Json::object({{"name", name}})).told.find("person")->number();
  }
  void as_keeper() { place.as_keeper(); }
  void as_moderator(std::int64_t person = 0) { place.as({.session = "moderator:" + std::to_string(person)}); }
  void as_member(std::int64_t person) { place.as({.session = "member:" + std::to_string(person)}); }
  void as_officer_of(Index body, std::int64_t person = 0) {
    place.as({.session = "officer:" + std::to_string(person) + ":" + std::to_string(body.value)});
  }
  std::string html(const std::string& path) { return place.html(path).value(); }
  Json json(const std::string& path) { return place.page(path).value(); }

  // Opened for the council and ready for people, with the rule that is given.
  Index work(const Json& rule = Json::object()) {
    as_keeper();
    const Index out = first("work open", Json::object({{"title", "Staying well in Eastmere"}, {"about", "What helps people stay well."},
                                                       {"body", council.value}, {"decides", council.value}, {"model", "nhse2025"},
                                                       {"promise", "follow_or_explain"}, {"saves", "no"}}));
    Json list = rule;
    list.set("work", out.value);
    for (const char* item : {"owner", "moderators", "refusals", "safeguarding", "pay", "without_internet"}) list.set(item, "As it is agreed.");
    place.done("work prepare", list);
    place.done("work launch", Json::object({{"work", out.value}}));
    return out;
  }
  Index option(Index work, const char* title, const char* what = "", Index touches = {}) {
    as_keeper();
    Json request = Json::object({{"work", work.value}, {"title", title}});
    if (*what != '\0') request.set("what", what);
    if (touches.is_set()) {
      Json list = Json::array();
      list.push(touches.value);
      request.set("touches", std::move(list));
    }
    return first("option write", std::move(request));
  }
  Json put_request(Index work, const std::vector<Index>& options) {
    Json list = Json::array();
    for (const Index one : options) list.push(one.value);
    return Json::object({{"work", work.value}, {"options", std::move(list)}});
  }
  void put(Index work, const std::vector<Index>& options) { place.done("options put", put_request(work, options)); }
  Index decision(const char* title, const char* on = "2026-11-24") {
    as_keeper();
    return first("decision take", Json::object({{"body", council.value}, {"title", title}, {"on", on}, {"source_address", "https://eastmere.example/minutes/9"}}));
  }
};

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace alongside::option::scene
