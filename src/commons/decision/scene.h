// Scenes for this room's tests: a place with a council, its cabinet, offices, and decisions in every state.
#pragma once

#include <string>
#include <vector>

#include "commons/decision/concern.h"
#include "commons/place/concern.h"
#include "commons/place/views.h"
#include "commons/valued/concern.h"
#include "kernel/testing.h"

namespace alongside::decision::scene {

// A session token says who comes: "keeper", "member", or "officer:N" of body N.
inline kernel::Actor who(kernel::Reader& reader, const kernel::Credential& credential, Instant) {
  kernel::Actor actor{.at_the_house = credential.at_the_house};
  if (credential.at_the_house) actor.standing = kernel::Standing::keeper;
  if (credential.session == "member") actor.standing = kernel::Standing::member;
  if (credential.session == "moderator") actor.standing = kernel::Standing::moderator;
  if (credential.session.starts_with("officer:")) {
    actor.standing = kernel::Standing::officer;
    actor.bodies = place::body_and_below(reader, {std::stoll(credential.session.substr(8))});
  }
  return actor;
}

inline std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(kernel::Concern("test", "", "").knows(who));
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  return out;
}

struct Place {
  explicit Place(std::string database_url = "")
      : place(concerns(), Json::object({{"name", "Eastmere"}, {"keeper", "Eastmere Voluntary Action"}}),
              std::move(database_url)) {}
  kernel::TestPlace place;
  Index council =
      first("body register", Json::object({{"name", "Eastmere Council"}, {"body_kind", "council"}, {"decides", true}}));
  Index trust =
      first("body register", Json::object({{"name", "Saltway Trust"}, {"body_kind", "trust"}, {"decides", true}}));
  Index cabinet = first("body register",
                        Json::object({{"name", "Cabinet"}, {"body_kind", "committee"}, {"part_of", council.value}}));

  Index first(const char* words, Json request) {
    const auto outcome = place.done(words, std::move(request));
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  void as_officer_of(Index body) { place.as({.session = "officer:" + std::to_string(body.value)}); }
  Json see(Index decision) { return place.page("/decisions/" + std::to_string(decision.value)).value(); }
  std::string html(Index decision) { return place.html("/decisions/" + std::to_string(decision.value)).value(); }
  std::string status(Index decision) { return see(decision).find("state")->find("status")->string(); }
};

inline Json from_the_minutes(Json request) {
  request.set("source_address", "https://eastmere.example/minutes/7");
  request.set("source_page", "Minutes of the cabinet, item 7.");
  return request;
}

inline Json person(std::string name, std::string title, std::string vote, std::string did = {}, bool chaired = false) {
  Json out = Json::object({{"name", name}, {"title", title}, {"vote", vote}});
  if (!did.empty()) out.set("did", did);
  if (chaired) out.set("chaired", true);
  return out;
}

// The prototype's decision: seven people, a dissent, four choices turned down.
inline Json close_the_day_centre(Index body) {
  Json deciders = Json::array();
  deciders.push(person("Joan Tarrant", "Leader of the Council", "for", "", true));
  deciders.push(person("Ruth Ellery", "Cabinet member, health and care", "for", "Put the plan"));
  deciders.push(person("Dev Malhotra", "Cabinet member, money", "for"));
  deciders.push(person("Tom Bracewell", "Cabinet member, buildings", "for"));
  deciders.push(person("Siân Probert", "Cabinet member, children", "for"));
  deciders.push(person("Maryam Aldous", "Cabinet member, libraries", "against"));
  deciders.push(person("Peter Haig", "Cabinet member, housing", "left", "A governor of Saltway Trust"));
  Json options = Json::array();
  options.push(Json::object({{"title", "Keep it as it is"},
                             {"cost_a_year", Json::object({{"currency", "GBP"}, {"minor", 9600000}})},
                             {"why_not", "Does not meet the saving."}}));
  options.push(Json::object({{"title", "Close it and let the building"}, {"chosen", true}}));
  Json powers = Json::array();
  powers.push(Json::object({{"words", "Local Government Act 1972, section 123"}}));
  Json dissents = Json::array();
  dissents.push(
      Json::object({{"decider", 6}, {"words", "I can’t close a place on a paper that doesn’t say who sits in it."}}));
  return from_the_minutes(Json::object({{"body", body.value},
                                        {"title", "Close Quay Street Day Centre"},
                                        {"what", "That the day centre be closed and the building let."},
                                        {"maker_kind", "meeting"},
                                        {"maker", "Cabinet"},
                                        {"on", "2024-03-04"},
                                        {"published", "2024-03-05"},
                                        {"reasons", "It is the least used of our five centres."},
                                        {"powers", powers},
                                        {"options", options},
                                        {"deciders", deciders},
                                        {"dissents", dissents}}));
}

inline bool refused_with(const kernel::Outcome& outcome, Code code, std::string_view field) {
  for (const Problem& problem : outcome.problems.list()) {
    if (problem.code == code && problem.field == field) return true;
  }
  return false;
}

}  // namespace alongside::decision::scene
