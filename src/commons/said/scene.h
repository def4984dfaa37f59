// A place with a council's piece of work that is open, people in its room, and what they say, for tests.
#pragma once

#include <doctest/doctest.h>

#include "commons/ask/concern.h"
#include "commons/decision/concern.h"
#include "commons/people/scene.h"
#include "commons/said/concern.h"
#include "commons/said/reading.h"
#include "commons/valued/concern.h"
#include "commons/work/concern.h"

namespace alongside::said {

inline std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(ask::concern());
  out.push_back(work::concern());
  out.push_back(concern());
  return out;
}

struct Scene : people::Scene {
  explicit Scene(std::vector<kernel::Concern> all = said::concerns()) : people::Scene(std::move(all)) {
    council = body("Eastmere Council", true);
    trust = body("Saltway Trust", true);
    work = done("work open", Json::object({{"body", council.value}, {"decides", trust.value}, {"model", "analyse_plan_do_review"}, {"saves", "no"},
                                           {"title", "Staying well in Eastmere"}, {"about", "What helps people to stay well."}}));
    Json list = Json::object({{"work", work.value}});
    for (const char* item : {"owner", "moderators", "refusals", "safeguarding", "pay", "without_internet"}) list.set(item, std::string("Robin Marsh, 01632 960 001, for ") + item);
    done("work prepare", std::move(list));
    done("work launch", Json::object({{"work", work.value}}));
  }
  Index done(const std::string& words, Json request) {
    const auto outcome = order(words, std::move(request));
    if (!outcome.ok()) FAIL(words, ": ", in_english(outcome.problems.list().front()));
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  bool refuses(const std::string& words, Json request, Code code) { return order(words, std::move(request)).problems.has(code); }
  kernel::Credential member(const std::string& name, const char* side = "lived") {
    join(name);
    if (*side != '\0') done("work part", Json::object({{"work", work.value}, {"side", side}}));
    return as;
  }
  kernel::Credential moderator(const std::string& name = "A moderator") {
    join(name);
    const std::int64_t one = who().person.value;
    REQUIRE(order("moderator ask", Json::object()).ok());
    REQUIRE(approve(one).ok());
    return as;
  }
  kernel::Credential officer(Index of, const std::string& name = "An officer") {
    join(name);
    const std::int64_t one = who().person.value;
    REQUIRE(order("officer ask", Json::object({{"body", of.value}})).ok());
    REQUIRE(approve(one).ok());
    return as;
  }
  Index gives(const kernel::Credential& who, const std::string& words, const char* kind = "idea") {
    as = who;
    return done("said give", Json::object({{"work", work.value}, {"saying_kind", kind}, {"words", words}}));
  }
  Index published(const kernel::Credential& who, const std::string& words) {
    const Index said = gives(who, words);
    at_the_house();
    done("said publish", of(said));
    return said;
  }
  static Json of(Index said) { return Json::object({{"said", said.value}}); }
  Json answer(std::vector<Index> saids, const char* outcome = "taken_up") const {
    Json list = Json::array();
    for (const Index one : saids) list.push(one.value);
    return Json::object({{"work", work.value}, {"saids", std::move(list)}, {"outcome", outcome}, {"why", "The café stays open until ten."},
                         {"signed_by", "Ada Finch, head of commissioning"}, {"reach", "01632 960 017"}});
  }
  SayingRow row(Index said) {
    SayingRow out;
    place.read([&](kernel::Reader& reader) { out = saying_row(reader, said).value(); });
    return out;
  }
  std::string path(Index said, const char* under = "") const { return "/work/" + std::to_string(work.value) + "/said/" + std::to_string(said.value) + under; }
  std::string list() const { return "/work/" + std::to_string(work.value) + "/said"; }
  std::string html(const std::string& path, std::map<std::string, std::string> query = {}) {
    place.as(as);
    auto out = place.html(path, std::move(query));
    return out ? *out : "REFUSED: " + in_english(out.problems().list().front());
  }
  Json json(const std::string& path, std::map<std::string, std::string> query = {}) {
    place.as(as);
    auto out = place.page(path, std::move(query));
    REQUIRE(out.ok());
    return *out;
  }
  Index council, trust, work;
};

}  // namespace alongside::said
