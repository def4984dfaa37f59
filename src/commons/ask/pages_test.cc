// Questions as they are seen: withheld words stay withheld on every page, clocks show lateness, letters keep nothing.
#include <doctest/doctest.h>

#include "commons/ask/concern.h"
#include "commons/ask/views.h"
#include "commons/decision/concern.h"
#include "commons/people/concern.h"
#include "commons/place/concern.h"
#include "commons/valued/concern.h"
#include "kernel/testing.h"

namespace alongside::ask {
namespace {

std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(concern());
  return out;
}

Day day(const char* iso) { return *Day::parse(iso); }
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr const char* secret = "The door said college and my books are still inside";

struct Scene {
  kernel::TestPlace place{concerns(), Json::object({{"name", "Eastmere"}, {"keeper", "Eastmere Voluntary Action"}, {"sample", true}})};
  Index council = first("body register", Json::object({{"name", "Eastmere Council"}, {"body_kind", "council"}, {"decides", true}}));
  Index trust = first("body register", Json::object({{"name", "Saltway Trust"}, {"body_kind", "trust"}, {"decides", true}}));
  std::string code;

  Index first(const char* words, Json request) {
    const auto outcome = place.done(words, std::move(request));
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  Index asked(const char* words) {
    place.as({.address_digest = "x"});
    const auto outcome = place.done("ask open", Json::object({{"thing", "Harbour Road Library"}, {"who", true}, {"words", words}, {"body", council.value}}));
    code = outcome.told.find("code")->string();
    place.as_keeper();
    return outcome.acts.front();
  }
  void as_the_asker() {
    place.as_nobody();
    const auto back = place.done("ask code", Json::object({{"code", code}}));
    place.as({.session = back.told.find("session")->string()});
  }
  std::string html(const std::string& path, std::map<std::string, std::string> query = {}) {
    auto page = place.html(path, std::move(query));
    REQUIRE(page.ok());
    return *page;
  }
  std::string json(const std::string& path) {
    auto page = place.page(path);
    REQUIRE(page.ok());
    return page->canonical();
  }
};

}  // namespace

TEST_CASE("words that nobody has read are on no page, until they are published") {
  Scene scene;
  const Index ask = scene.asked(secret);
  const std::string here = "/asks/" + std::to_string(ask.value);
  scene.place.as_nobody();
  for (const std::string& path : {std::string("/asks"), here}) {
    CHECK_FALSE(has(scene.html(path), secret));
    CHECK_FALSE(has(scene.json(path), secret));
    CHECK_FALSE(has(scene.json(path), "Harbour Road"));
  }
  CHECK(scene.place.html(here + "/letter").problems().has(Code::not_allowed));
  CHECK_FALSE(scene.place.html(here + "/foi").ok());
  scene.place.as_keeper();
  CHECK(has(scene.html(here), secret));         // to be read
  CHECK_FALSE(has(scene.json(here), secret));   // and yet no part of the public page
  scene.first("ask publish", Json::object({{"ask", ask.value}}));
  scene.place.as_nobody();
  CHECK(has(scene.html(here), secret));
  CHECK(has(scene.html("/asks"), "Harbour Road Library"));
  CHECK(has(scene.html(here + "/foi"), "Freedom of Information Act 2000"));
  scene.place.as_keeper();
  CHECK(has(scene.html(here + "/letter"), "Eastmere Council"));
  CHECK(has(scene.html(here + "/letter"), secret));
}

TEST_CASE("a question goes from one body to the next, is answered late, and does not answer whoever asked") {
  Scene scene;
  scene.place.today_is(day("2026-09-01"));
  const Index ask = scene.asked(secret);
  const std::string here = "/asks/" + std::to_string(ask.value);
  const auto on = [&](const char* words, const char* iso, Json request) {
    scene.place.today_is(day(iso));
    request.set("ask", ask.value);
    return scene.first(words, std::move(request));
  };
  on("ask publish", "2026-09-02", Json::object());
  on("ask send", "2026-09-02", Json::object());
  on("ask delivered", "2026-09-03", Json::object());
  on("ask needs-reply", "2026-09-08", Json::object({{"words", "Which library?"}}));
  CHECK(has(scene.html(here), "Our clock is paused"));
  on("ask clarify", "2026-09-15", Json::object({{"words", "The one in Harbour Road."}}));
  on("ask pass-on", "2026-09-20", Json::object({{"to", scene.trust.value}, {"words", "The trust chose the use."}}));
  on("ask send", "2026-09-21", Json::object({{"part", 2}}));
  scene.place.today_is(day("2026-11-02"));
  CHECK(has(scene.html(here), "10 working days late"));
  CHECK(has(scene.html("/asks"), "Overdue"));
  scene.place.read([&](kernel::Reader& reader) {
    const auto waiting = waiting_for_the_keeper(reader, day("2026-11-02"));
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].waits_for == WaitsFor::overdue);
    CHECK(waiting[0].part == 2);
  });
  const Index reply = on("ask reply", "2026-11-03", Json::object({{"part", 2}, {"words", "Our board decided on 21 March."}, {"signed_by", "Anneke Dale"}}));
  CHECK(has(scene.html(here), "Anneke Dale"));
  CHECK(has(scene.html(here), "11 working days late"));  // lateness stays after the answer
  CHECK(has(scene.html("/asks"), "Answered late"));

  scene.as_the_asker();
  CHECK(has(scene.html(here), "/judge"));
  const Json no = Json::object({{"ask", ask.value}, {"reply", reply.value}, {"answers", "no"}, {"words", "Nobody says why"}});
  scene.first("ask judge", no);
  scene.first("ask judge", Json::object({{"ask", ask.value}, {"reply", reply.value}, {"answers", "in_part"}}));
  CHECK(scene.place.order("ask judge", no).problems.has(Code::wrong_state));
  scene.place.as_nobody();
  CHECK_FALSE(has(scene.html(here), "Nobody says why"));
  scene.place.as_keeper();
  CHECK(has(scene.html(here), "Nobody says why"));  // nobody releases words unread
  Index judged;
  scene.place.read([&](kernel::Reader& reader) {
    const auto waiting = waiting_for_the_keeper(reader, scene.place.today());
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].waits_for == WaitsFor::words_read);
    judged = waiting[0].act;
    CHECK(counts(reader, scene.place.today()).answered == 1);
    CHECK(counts(reader, scene.place.today()).in_time == 0);
  });
  scene.first("ask publish", Json::object({{"ask", ask.value}, {"act", judged.value}}));
  CHECK(has(scene.html(here), "Nobody says why"));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a question that was asked before in other words is proposed to whoever reads it, and merges into it") {
  Scene scene;
  const Index first = scene.asked("Who decided to close Harbour Road Library?");
  scene.first("ask publish", Json::object({{"ask", first.value}}));
  const Index second = scene.asked("Why was the library in Harbour Road closed, and by whom?");
  CHECK(has(scene.html("/asks/" + std::to_string(second.value)), "Question " + std::to_string(first.value)));
  scene.first("ask merge", Json::object({{"ask", second.value}, {"into", first.value}}));
  CHECK(has(scene.html("/asks"), "2 people asked this"));
  scene.place.read([&](kernel::Reader& reader) {
    CHECK(counts(reader, scene.place.today()).asked == 2);
    CHECK(counts(reader, scene.place.today()).merged == 1);
    CHECK(line(reader, first, scene.place.today())->asked_by == 2);
  });
}

TEST_CASE("what was asked and decided about a place that stood on the register twice is on the page of the one that stays") {
  Scene scene;
  const Index stays = scene.first("valued register", Json::object({{"name", "Harbour Road Library"}}));
  const Index other = scene.first("valued register", Json::object({{"name", "Harbour Library"}}));
  const Index decision = scene.first("decision take", Json::object({{"body", scene.council.value}, {"on", "2025-03-04"}, {"source_address", "https://example.org/61"}, {"title", "Close the branches"}}));
  const Index ask = scene.first("ask open", Json::object({{"about", other.value}, {"who", true}}));
  for (const Index one : {stays, other}) {
    scene.first("valued status", Json::object({{"valued", one.value}, {"status", "lost"}}));
  }
  scene.first("valued link", Json::object({{"valued", other.value}, {"decision", decision.value}, {"touch", "ended"}}));
  CHECK(scene.place.page("/valued")->find("unexplained")->number() == 1);
  scene.first("valued merge", Json::object({{"valued", other.value}, {"into", stays.value}}));
  CHECK(scene.place.page("/valued")->find("unexplained")->number() == 0);  // its decision explains the one loss

  const std::string page = scene.html("/valued/" + std::to_string(stays.value));
  CHECK(has(page, "/asks/" + std::to_string(ask.value)));
  CHECK(has(page, "/decisions/" + std::to_string(decision.value)));
  CHECK(has(scene.html("/decisions/" + std::to_string(decision.value)), "/valued/" + std::to_string(stays.value)));
  const Json again = Json::object({{"valued", stays.value}, {"decision", decision.value}, {"touch", "ended"}});
  CHECK(scene.place.order("valued link", again).problems.has(Code::already_there));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("refusals are counted in public by their reason, and what was refused stays unread") {
  Scene scene;
  const Index ask = scene.asked(secret);
  scene.first("ask refuse", Json::object({{"ask", ask.value}, {"reason", "names_a_person"}}));
  scene.place.as_nobody();
  const std::string page = scene.html("/asks/" + std::to_string(ask.value));
  CHECK(has(page, "This question was not published"));
  CHECK_FALSE(has(page, secret));
  CHECK(has(scene.html("/asks"), "It names a private person"));
}

TEST_CASE("the page of a place says what was asked about it, once others can read the question") {
  Scene scene;
  const Index library = scene.first("valued register", Json::object({{"name", "Harbour Road Library"}, {"support", "open_place"}}));
  const std::string page = "/valued/" + std::to_string(library.value);
  const Index ask = scene.first("ask open", Json::object({{"about", library.value}, {"body", scene.council.value}, {"who", true}, {"words", secret}}));
  const std::string link = "/asks/" + std::to_string(ask.value);
  CHECK_FALSE(has(scene.html(page), link));
  scene.place.done("ask publish", Json::object({{"ask", ask.value}}));
  CHECK(has(scene.html(page), link));
  CHECK(has(scene.html(page), "Ready to be sent"));
  CHECK(has(scene.json(page), "\"asked\":[{\"index\":" + std::to_string(ask.value)));
}

}  // namespace alongside::ask
