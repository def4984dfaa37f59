// The places that a piece of work touches: those who use them are told, or the record says that nobody has said so.
#include <doctest/doctest.h>

#include "commons/ask/concern.h"
#include "commons/decision/concern.h"
#include "commons/people/scene.h"
#include "commons/valued/concern.h"
#include "commons/valued/pages.h"
#include "commons/work/concern.h"
#include "commons/work/touched.h"

namespace alongside::work {
namespace {

std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(ask::concern());
  out.push_back(concern());
  return out;
}

Day day(const char* iso) { return *Day::parse(iso); }
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The first words that somebody reads on a page.
std::string first_words(const std::string& html, int words) {
  std::string out;
  bool in_tag = false, in_word = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    const bool is_space = in_tag || c == ' ' || c == '\n';
    if (in_word && is_space && --words == 0) return out;
    in_word = !is_space;
    if (!is_space) out += c;
    if (is_space && !out.empty() && out.back() != ' ') out += ' ';
    if (c == '>') in_tag = false;
  }
  return out;
}

struct Scene : people::Scene {
  Scene() : people::Scene(concerns()) { place.today_is(day("2026-01-12")); }
  Index council = body("Eastmere Council", true);
  Index library = first("valued register", Json::object({{"name", "Harbour Road Library"}, {"support", "open_place"}, {"opened", "1931"}}));
  Index work = first("work open", Json::object({{"title", "Staying well in Eastmere"}, {"about", "What helps people stay well."}, {"body", council.value},
                                                {"decides", council.value}, {"promise", "follow_or_explain"}, {"model", "analyse_plan_do_review"}, {"on", "2026-01-12"}}));

  Index first(const char* words, Json request) {
    at_the_house();
    const auto outcome = order(words, std::move(request));
    REQUIRE(outcome.ok());
    return outcome.acts.front();
  }
  kernel::Outcome of_work(const char* words, Json with = Json::object()) {
    with.set("work", work.value);
    return order(words, std::move(with));
  }
  void launch() {
    REQUIRE(of_work("work prepare", Json::object({{"owner", "Sam, 01632 960001"}, {"moderators", "Jo on weekdays"}, {"refusals", "Names and insults"}, {"safeguarding", "Kim"},
                                                  {"pay", "£25 an hour"}, {"without_internet", "Ring Sam on 01632 960001."}, {"saves", "no"}})).ok());
    REQUIRE(of_work("work launch").ok());
  }
  void touch(Index valued) { REQUIRE(of_work("work touches", Json::object({{"valued", valued.value}})).ok()); }
  kernel::Outcome told(Index valued, const char* how, const char* on = "") {
    Json request = Json::object({{"valued", valued.value}, {"how", how}});
    if (*on != '\0') request.set("on", on);
    return of_work("work told", std::move(request));
  }
  std::string path() const { return "/work/" + std::to_string(work.value); }
  std::string place_path(Index valued) const { return "/valued/" + std::to_string(valued.value); }
  std::string html(const std::string& of) { return place.html(of).value(); }
  Json touched() { return place.page(path()).value().find("touches")->items().front(); }
  std::size_t untold_lines() {
    std::size_t out = 0;
    place.read([&](kernel::Reader& reader) { out = untold(reader, 10).size(); });
    return out;
  }
};

}  // namespace

TEST_CASE("the page of a touched place says in its first sixty words that a choice would touch it, whose side its users are, and how to take part") {
  Scene scene;
  scene.touch(scene.library);
  CHECK_FALSE(has(scene.html(scene.place_path(scene.library)), "Staying well"));  // nobody is invited yet
  scene.launch();
  const std::string words = first_words(scene.html(scene.place_path(scene.library)), 60);
  for (const char* part : {"would touch this place", "you are a side of that work", "your no is counted by itself", "Take part", "Staying well in Eastmere"}) CHECK_MESSAGE(has(words, part), part, " in ", words);

  const Json line = scene.place.page(scene.place_path(scene.library)).value().find("asked")->items().front();
  CHECK(line.find("kind")->string() == "work");
  CHECK(line.find("is_open")->boolean());
  CHECK(line.find("path")->string() == scene.path());
}

TEST_CASE("the feed of a touched place tells of the work, and leads to it") {
  Scene scene;
  scene.touch(scene.library);
  scene.launch();
  scene.place.read([&](kernel::Reader& reader) {
    const kernel::Actor nobody;
    const kernel::Seeing seeing{.reader = reader, .actor = nobody, .today = scene.place.today(), .now = scene.place.place().now(), .place = "p",
                                .path = {{"valued", std::to_string(scene.library.value)}}, .query = {}, .fresh_key = {}, .house = &scene.place.house()};
    const kernel::Feed told = valued::feed(valued::ValuedPage::see(seeing).value(), html::Say::english());
    REQUIRE(told.entries.size() == 1);
    CHECK(told.entries[0].path == scene.path());
    CHECK(told.entries[0].title == "A piece of work touches this place");
    CHECK(has(told.entries[0].summary, "you are a side of that work"));
  });
}

TEST_CASE("while a work pauses and when it has ended its place's page says so, and invites nobody") {
  Scene scene;
  scene.touch(scene.library);
  scene.launch();
  REQUIRE(scene.of_work("work pause", Json::object({{"why", "An election."}})).ok());
  CHECK(has(scene.html(scene.place_path(scene.library)), "It pauses."));
  CHECK_FALSE(has(scene.html(scene.place_path(scene.library)), "/part\""));
  REQUIRE(scene.of_work("work reopen").ok());
  for (int i = 0; i < 4; ++i) REQUIRE(scene.of_work("work step").ok());
  CHECK(has(scene.html(scene.place_path(scene.library)), "All its steps have ended."));
  CHECK(scene.place.page(scene.place_path(scene.library)).value().find("asked")->items().front().find("is_open")->boolean() == false);
}

TEST_CASE("that nobody has said that those who use a touched place were told is a gap, on the page and for the desk") {
  Scene scene;
  scene.touch(scene.library);
  CHECK(has(scene.html(scene.path()), "Nobody has said that those who use it were told."));
  CHECK(scene.untold_lines() == 0);  // nobody is invited yet
  scene.launch();
  CHECK(scene.untold_lines() == 1);
  CHECK(scene.touched().find("touched_on")->string() == "2026-01-12");
  CHECK(scene.touched().find("told") == nullptr);
  for (int i = 0; i < 4; ++i) REQUIRE(scene.of_work("work step").ok());
  CHECK(scene.untold_lines() == 0);  // it has ended
}

TEST_CASE("when those who use a place were told stands on the page, with the days after, each time that it was said") {
  Scene scene;
  scene.touch(scene.library);
  scene.launch();
  scene.place.today_is(day("2026-01-20"));
  REQUIRE(scene.told(scene.library, "A notice at the door.", "2026-01-15").ok());
  REQUIRE(scene.told(scene.library, "The group’s own meeting.").ok());
  CHECK(scene.untold_lines() == 0);
  const std::string page = scene.html(scene.path());
  for (const char* words : {"Those who use it were told on ", "15 January 2026", ", 3 days after: ", "A notice at the door.", "20 January 2026", ", 8 days after: ", "The group’s own meeting."}) {
    CHECK_MESSAGE(has(page, words), words);
  }
  CHECK_FALSE(has(page, "Nobody has said that those who use it were told."));
  CHECK(scene.touched().find("told")->items().size() == 2);
  CHECK(scene.touched().find("told")->items()[0].find("days_after")->number() == 3);
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("all that is wrong with saying that they were told is said at once, and only those who run the work say it") {
  Scene scene;
  scene.touch(scene.library);
  scene.launch();
  const Index other = scene.first("valued register", Json::object({{"name", "The café"}}));
  const auto wrong = scene.told(other, "", "2026-01-13");
  CHECK(wrong.problems.list().size() == 3);
  CHECK(wrong.problems.has(Code::not_found));
  CHECK(wrong.problems.has(Code::missing));
  CHECK(wrong.problems.has(Code::in_the_future));
  CHECK(scene.told(scene.library, "A notice.", "2026-01-11").problems.has(Code::out_of_range));  // before the work began
  CHECK(scene.of_work("work told", Json::object({{"how", "A notice."}})).problems.has(Code::not_found));
  REQUIRE(scene.join("Heron").ok());
  CHECK(scene.told(scene.library, "A notice.").problems.has(Code::not_allowed));
}

TEST_CASE("a notice for the door says to those who use a place that they are a side, who decides, and how to take part") {
  Scene scene;
  scene.touch(scene.library);
  const std::string notice = scene.path() + "/notice/" + std::to_string(scene.library.value);
  CHECK(scene.place.html(notice).problems().has(Code::not_found));  // nobody has been invited yet
  scene.launch();
  const std::string page = scene.html(notice);
  for (const char* words : {"To everybody who uses Harbour Road Library", "your no is counted by itself", "What helps people stay well.", "Eastmere Council. It has promised to follow",
                            "Ring Sam on 01632 960001.", "£25 an hour", "Jo on weekdays"}) {
    CHECK_MESSAGE(has(page, words), words);
  }
  CHECK(has(page, "code-box\">" + std::to_string(scene.work.value) + "<"));
  const Index other = scene.first("valued register", Json::object({{"name", "The café"}}));
  CHECK(scene.place.html(scene.path() + "/notice/" + std::to_string(other.value)).problems().has(Code::not_found));
  CHECK(scene.place.html(scene.path() + "/notice/nothing").problems().has(Code::not_found));
  CHECK(has(scene.html(scene.path()), notice));  // for those who run it
  scene.place.as_nobody();
  CHECK(has(scene.html(notice), "To everybody who uses"));
  CHECK_FALSE(has(scene.html(scene.path()), notice));
}

TEST_CASE("a place that was put together with another is touched and told of once, under the number that stays") {
  Scene scene;
  const Index other = scene.first("valued register", Json::object({{"name", "Harbour Library"}}));
  scene.touch(other);
  scene.touch(scene.library);
  scene.launch();
  REQUIRE(scene.told(other, "A notice at the door.").ok());
  CHECK(scene.untold_lines() == 1);
  REQUIRE(scene.order("valued merge", Json::object({{"into", scene.library.value}, {"valued", other.value}})).ok());
  CHECK(scene.untold_lines() == 0);
  const Json places = *scene.place.page(scene.path()).value().find("touches");
  REQUIRE(places.items().size() == 1);
  CHECK(places.items()[0].find("valued")->number() == scene.library.value);
  CHECK(places.items()[0].find("told")->items().size() == 1);
  CHECK(scene.place.page(scene.place_path(scene.library)).value().find("asked")->items().size() == 1);
  REQUIRE(scene.told(other, "The group’s own meeting.").ok());
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.count("SELECT COUNT(*) FROM work_touched_told WHERE valued = $1", {scene.library.value}) == 1); });
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("whoever follows a place sees on their own page that open work touches it, and how to take part") {
  Scene scene;
  scene.touch(scene.library);
  scene.launch();
  REQUIRE(scene.join("Heron").ok());
  REQUIRE(scene.order("valued follow", Json::object({{"valued", scene.library.value}})).ok());
  scene.place.as(scene.as);
  const std::string page = scene.html("/me/places");
  CHECK(has(page, "A choice would touch the place that you follow."));
  CHECK(has(page, scene.path() + "/part"));
}

}  // namespace alongside::work
