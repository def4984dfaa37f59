// Pay through the Writer: asked for by somebody in a room, paid or not by the keeper, and nobody else's to see.
#include <doctest/doctest.h>

#include "commons/ask/concern.h"
#include "commons/decision/concern.h"
#include "commons/gathering/concern.h"
#include "commons/pay/claim.h"
#include "commons/pay/concern.h"
#include "commons/people/scene.h"
#include "commons/valued/concern.h"
#include "commons/work/concern.h"

namespace alongside::pay {
namespace {

std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(ask::concern());
  out.push_back(work::concern());
  out.push_back(gathering::concern());
  out.push_back(concern());
  return out;
}

struct Scene : people::Scene {
  Scene() : people::Scene(concerns()) {
    place.today_is(*Day::parse("2026-11-10"));
    const Index council = body("Eastmere Council", true);
    work = done("work open", Json::object({{"title", "Staying well"}, {"about", "What helps."}, {"body", council.value}, {"model", "analyse_plan_do_review"}}));
    Json list = Json::object({{"work", work.value}, {"saves", "no"}});
    for (const char* item : {"owner", "moderators", "refusals", "safeguarding", "pay", "without_internet"}) list.set(item, "It is said.");
    done("work prepare", std::move(list));
    done("work launch", Json::object({{"work", work.value}}));
    meeting = done("meeting call", Json::object({{"work", work.value}, {"title", "The café budget"}, {"on", "2026-12-01"}, {"from", "14:00"}, {"to", "16:00"}}));
  }
  Index work, meeting;

  Index done(const std::string& words, Json request) {
    const auto outcome = order(words, std::move(request));
    for (const Problem& one : outcome.problems.list()) FAIL_CHECK(words, ": ", in_english(one));
    REQUIRE(outcome.ok());
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  kernel::Credential comes_in(const std::string& name) {
    REQUIRE(join(name).ok());
    done("work part", Json::object({{"work", work.value}, {"side", "lived"}}));
    return as;
  }
  Json fare() const {
    return Json::object({{"work", work.value}, {"gathering", meeting.value}, {"paid_for", "fare"}, {"sum", Json::object({{"currency", "GBP"}, {"minor", 420}})}, {"how", "In cash, at the door"}});
  }
  std::int64_t asks() {
    const auto outcome = order("pay ask", fare());
    REQUIRE(outcome.ok());
    CHECK(outcome.acts.empty());  // nothing on the record
    return outcome.told.find("claim")->number();
  }
  bool refuses(const char* words, Json request, Code code) { return order(words, std::move(request)).problems.has(code); }
  std::string seen(const char* path) {
    place.as(as);
    const auto html = place.html(path);
    return html ? *html : "REFUSED";
  }
};

Json of(std::int64_t claim) { return Json::object({{"claim", claim}}); }
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a fare is asked for, paid before the meeting, and both see the day; then how it was paid is forgotten") {
  Scene scene;
  const auto heron = scene.comes_in("Heron");
  const std::int64_t claim = scene.asks();
  CHECK(has(scene.seen("/me/pay"), "£4.20 waits to be paid to you."));
  CHECK(scene.seen("/desk/pay") == "REFUSED");
  scene.at_the_house();
  CHECK(has(scene.seen("/desk/pay"), "In cash, at the door"));
  CHECK(has(scene.seen("/desk/pay"), "Heron"));
  scene.place.today_is(*Day::parse("2026-11-28"));
  scene.done("pay paid", of(claim));
  CHECK(has(scene.seen("/desk/pay"), "Nobody waits to be paid."));
  CHECK(scene.refuses("pay paid", of(claim), Code::wrong_state));
  CHECK(scene.refuses("pay decline", Json::object({{"claim", claim}, {"why", "No"}}), Code::wrong_state));
  scene.place.read([&](kernel::Reader& reader) { CHECK_FALSE(reader.private_text(how_name({claim}))); });
  scene.as = heron;
  const std::string mine = scene.seen("/me/pay");
  CHECK(has(mine, "Nothing waits to be paid to you."));
  CHECK(has(mine, "3 days before the meeting."));
  CHECK(scene.refuses("pay withdraw", of(claim), Code::wrong_state));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a fare that is not there before the meeting is late, on both pages") {
  Scene scene;
  const auto heron = scene.comes_in("Heron");
  const std::int64_t claim = scene.asks();
  scene.place.today_is(*Day::parse("2026-12-01"));
  CHECK(has(scene.seen("/me/pay"), "Not paid before the meeting."));
  scene.at_the_house();
  CHECK(has(scene.seen("/desk/pay"), "the fare was not paid before"));
  CHECK(scene.refuses("pay paid", Json::object({{"claim", claim}, {"on", "2026-12-02"}}), Code::in_the_future));
  CHECK(scene.refuses("pay paid", Json::object({{"claim", claim}, {"on", "2026-11-09"}}), Code::out_of_range));
  scene.done("pay paid", of(claim));
  scene.as = heron;
  CHECK(has(scene.seen("/me/pay"), "Not before the meeting."));
}

TEST_CASE("what is not paid has a reason that only whoever asked reads, and what waits can be taken back") {
  Scene scene;
  const auto heron = scene.comes_in("Heron");
  const std::int64_t declined = scene.asks(), taken_back = scene.asks();
  scene.done("pay withdraw", of(taken_back));
  CHECK(scene.rows("pay_claims") == 1);
  scene.at_the_house();
  CHECK(scene.refuses("pay decline", of(declined), Code::missing));
  scene.done("pay decline", Json::object({{"claim", declined}, {"why", "It was paid with the last one."}}));
  scene.as = heron;
  CHECK(has(scene.seen("/me/pay"), "It was paid with the last one."));
  scene.comes_in("Otter");
  CHECK_FALSE(has(scene.seen("/me/pay"), "paid with the last one"));
  CHECK(scene.refuses("pay withdraw", of(declined), Code::not_allowed));
  CHECK(scene.refuses("pay paid", of(declined), Code::not_allowed));
}

TEST_CASE("every mistake in asking for pay is told at once, and nothing is kept") {
  Scene scene;
  REQUIRE(scene.join("A stranger").ok());
  const auto outcome = scene.order("pay ask", Json::object({{"work", scene.work.value}, {"gathering", 3}, {"sum", Json::object({{"currency", "GBP"}, {"minor", 0}})}}));
  CHECK(outcome.problems.has(Code::not_allowed));
  CHECK(outcome.problems.has(Code::not_found));
  CHECK(outcome.problems.has(Code::missing));
  CHECK(outcome.problems.has(Code::out_of_range));
  CHECK(scene.rows("pay_claims") == 0);
}

TEST_CASE("what somebody asked for goes with them") {
  Scene scene;
  scene.comes_in("Heron");
  scene.asks();
  scene.done("account leave", Json::object({{"sure", true}}));
  CHECK(scene.rows("pay_claims") == 0);
  std::int64_t texts = -1;
  scene.place.read([&](kernel::Reader& reader) { texts = reader.count("SELECT COUNT(*) FROM private_texts WHERE name LIKE 'pay %'"); });
  CHECK(texts == 0);
}

}  // namespace alongside::pay
