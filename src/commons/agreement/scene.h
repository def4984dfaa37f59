// Scenes for this room's tests: a room with people on its sides, who answer, and a body that decides.
#pragma once

#include <vector>

#include "commons/agreement/concern.h"
#include "commons/agreement/reading.h"
#include "commons/option/scene.h"

namespace alongside::agreement::scene {

using option::scene::has;

inline std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out = option::scene::concerns();
  out.push_back(concern());
  return out;
}

struct Hall : option::scene::Place {
  Hall() : Place(concerns()) {}
  int names = 0;

  // Somebody new, on this side.
  std::int64_t on_side(Index work, const char* side) {
    const std::int64_t out = person("Person " + std::to_string(++names));
    take_side(work, out, side);
    return out;
  }
  void take_side(Index work, std::int64_t who, const char* side) {
    as_member(who);
    place.done("work part", Json::object({{"work", work.value}, {"side", side}}));
    as_keeper();
  }
  Index ask(Index work, const char* words = "There should be somewhere warm, open until 10 at night.", const std::vector<Index>& options = {}) {
    as_keeper();
    Json request = put_request(work, options);
    request.set("words", words);
    return first("agreement ask", std::move(request));
  }
  kernel::Outcome answer(Index agreement, std::int64_t who, const char* answer, bool named = false) {
    as_member(who);
    Json request = Json::object({{"agreement", agreement.value}, {"answer", answer}});
    if (named) request.set("named", true);
    auto out = place.order("agreement answer", std::move(request));
    as_keeper();
    return out;
  }
  void days_pass(int days) { place.today_is(place.today() + days); }
  void close() {
    as_keeper();
    days_pass(22);
    place.done("due agreements", Json::object());
  }
  Index dissent(Index agreement, std::int64_t who, const char* words, bool say_side = false) {
    as_member(who);
    Json request = Json::object({{"agreement", agreement.value}, {"words", words}});
    if (say_side) request.set("say_side", true);
    const Index out = first("agreement dissent", std::move(request));
    as_keeper();
    return out;
  }
  void publish(Index dissent) {
    as_moderator();
    place.done("agreement dissent-publish", Json::object({{"dissent", dissent.value}}));
    as_keeper();
  }
  static Json departs(const char* about, const char* because) {
    Json points = Json::array();
    points.push(Json::object({{"about", about}, {"because", because}}));
    return points;
  }
  Json decision_of(Index agreement, const char* outcome) {
    Json request = Json::object({{"agreement", agreement.value}, {"outcome", outcome}, {"title", "Run an evening café"}, {"what", "That an evening café be run."}, {"on", place.today().iso()}});
    if (std::string_view(outcome) == "departed") request.set("points", departs("Until 10 at night", "There is no late bus."));
    return request;
  }
  kernel::Outcome decides(Index agreement, const char* outcome) {
    as_officer_of(council);
    auto out = place.order("agreement decide", decision_of(agreement, outcome));
    as_keeper();
    return out;
  }
  std::string path(Index work, Index agreement) { return agreement_path(work, agreement); }
  Json see(Index work, Index agreement) { return json(agreement_path(work, agreement)); }
  std::string room(Index work, Index agreement) { return see(work, agreement).find("line")->find("room")->string(); }
  Json side(Index work, Index agreement, std::string_view side) {
    const Json seen = see(work, agreement);
    for (const Json& one : seen.find("sides")->items()) {
      if (one.find("side")->string() == side) return one;
    }
    return {};
  }
};

// Six of each side; all of `lived` answer this, all of `office` agree.
inline Index closed_with(Hall& room, Index work, const char* lived, const std::vector<Index>& options = {}) {
  std::vector<std::int64_t> people, officers;
  for (int i = 0; i < 6; ++i) people.push_back(room.on_side(work, "lived"));
  for (int i = 0; i < 6; ++i) officers.push_back(room.on_side(work, "office"));
  const Index out = room.ask(work, "There should be somewhere warm, open until 10 at night.", options);
  for (const std::int64_t one : people) room.answer(out, one, lived);
  for (const std::int64_t one : officers) room.answer(out, one, "yes");
  room.close();
  return out;
}

}  // namespace alongside::agreement::scene
