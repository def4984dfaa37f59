// Pieces of work through the Writer: opened, prepared, shared, paused; when a side came in, and what is told of people.
#include <doctest/doctest.h>

#include <map>

#include "commons/ask/concern.h"
#include "commons/decision/concern.h"
#include "commons/people/scene.h"
#include "commons/valued/concern.h"
#include "commons/work/concern.h"
#include "commons/work/models.h"
#include "commons/work/room.h"
#include "commons/work/told.h"

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

struct Scene : people::Scene {
  Scene() : people::Scene(concerns()) { place.today_is(day("2026-01-12")); }
  Index council = body("Eastmere Council", true);
  int joined = 0;

  kernel::Outcome of(Index work, const std::string& words, Json with = Json::object()) {
    with.set("work", work.value);
    return order(words, std::move(with));
  }
  void must(Index work, const std::string& words, Json with = Json::object()) { REQUIRE(of(work, words, std::move(with)).ok()); }

  Index opened() {
    at_the_house();
    const auto outcome = order("work open", Json::object({{"title", "Staying well in Eastmere"}, {"about", "What helps people stay well."},
                                                          {"body", council.value}, {"model", "analyse_plan_do_review"}}));
    REQUIRE(outcome.ok());
    return outcome.acts.front();
  }
  static Json whole_list() {
    return Json::object({{"owner", "Sam, 01632 960001"}, {"moderators", "Jo on weekdays"}, {"refusals", "Names and insults"}, {"safeguarding", "Kim"},
                         {"pay", "£25 an hour"}, {"without_internet", "Ring Sam"}, {"saves", "no"}});
  }
  Index launched() {
    const Index work = opened();
    must(work, "work prepare", whole_list());
    must(work, "work launch");
    return work;
  }
  // Somebody new, on this side.
  kernel::Credential comes_in(Index work, const char* side) {
    address = std::to_string(joined);  // only so many join from one
    REQUIRE(join("Person " + std::to_string(++joined)).ok());
    must(work, "work part", Json::object({{"side", side}}));
    const kernel::Credential who = as;
    at_the_house();
    return who;
  }
  Json seen(Index work) { return place.page("/work/" + std::to_string(work.value)).value(); }
  std::size_t count(const char* table) { return static_cast<std::size_t>(rows(table)); }
};

TEST_CASE("nobody is invited until the launch list is whole, and everything that is missing is said at once") {
  Scene scene;
  const Index work = scene.opened();

  const auto refused = scene.of(work, "work launch");
  CHECK(refused.problems.list().size() == 7);  // six items, and whether it is to save money

  Json list = Scene::whole_list();
  list.remove("pay");
  scene.must(work, "work prepare", std::move(list));
  CHECK(scene.of(work, "work launch").problems.list().size() == 1);
  scene.must(work, "work prepare", Json::object({{"pay", "£25 an hour"}}));
  scene.must(work, "work launch");
  CHECK(scene.seen(work).find("line")->find("state")->string() == "open");
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("pausing, going on and changing one item leave every other setting as it was") {
  Scene scene;
  const Index work = scene.launched();
  const std::string before = scene.seen(work).find("settings")->canonical();

  scene.must(work, "work pause", Json::object({{"why", "An election."}}));
  CHECK(scene.seen(work).find("paused_because")->canonical().find("An election.") != std::string::npos);
  scene.must(work, "work reopen");
  CHECK(scene.seen(work).find("settings")->canonical() == before);

  scene.must(work, "work prepare", Json::object({{"owner", "Ali, 01632 960002"}}));
  const std::string after = scene.seen(work).find("settings")->canonical();
  CHECK(after.find("Ali") != std::string::npos);
  CHECK(after.find("Kim") != std::string::npos);
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("the rule stands before people are invited, and cannot change afterwards") {
  Scene scene;
  const Index work = scene.opened();
  CHECK(scene.seen(work).find("consent")->string() == "majority");
  scene.must(work, "work prepare", Json::object({{"consent", "two_thirds"}, {"answer_days", 14}}));
  CHECK(scene.seen(work).find("consent")->string() == "two_thirds");
  CHECK(scene.of(work, "work prepare", Json::object({{"quorum_per_cent", 0}, {"answer_days", 400}})).problems.list().size() == 2);
  scene.must(work, "work prepare", Scene::whole_list());
  scene.must(work, "work launch");

  CHECK_FALSE(scene.of(work, "work prepare", Json::object({{"consent", "majority"}})).ok());
  CHECK(scene.seen(work).find("consent")->string() == "two_thirds");
  CHECK(scene.seen(work).find("answer_days")->number() == 14);
}

TEST_CASE("a side came in at the step and on the day when five of it were in, with the decisions taken by then counted") {
  Scene scene;
  const Index work = scene.launched();
  const auto decision = scene.order("decision take", Json::object({{"title", "The sum is fixed"}, {"body", scene.council.value}, {"on", "2026-01-12"}, {"maker_kind", "meeting"}, {"source_address", "https://example.org/1"}}));
  REQUIRE(decision.ok());
  scene.must(work, "work decision", Json::object({{"decision", decision.acts.front().value}}));
  scene.must(work, "work step", Json::object({{"on", "2026-01-12"}}));

  scene.place.today_is(day("2026-01-21"));
  for (int i = 0; i < 4; ++i) scene.comes_in(work, "lived");
  CHECK(scene.count("work_sides") == 0);
  scene.comes_in(work, "lived");

  const Json page = scene.seen(work);
  const Json lived = page.find("sides")->items().front();
  CHECK(lived.find("side")->string() == "lived");
  CHECK(lived.find("step")->number() == 2);
  CHECK(lived.find("day")->number() == 9);
  CHECK(lived.find("decisions_before")->number() == 1);
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("who runs the work says when a side came in elsewhere, and the earliest day stands") {
  Scene scene;
  const Index work = scene.launched();
  scene.place.today_is(day("2026-03-01"));
  for (int i = 0; i < 5; ++i) scene.comes_in(work, "lived");
  scene.must(work, "work came-in", Json::object({{"side", "lived"}, {"on", "2026-02-01"}}));
  CHECK(scene.seen(work).find("sides")->items().front().find("day")->number() == 20);
  CHECK_FALSE(scene.of(work, "work came-in", Json::object({{"side", "lived"}, {"on", "2026-02-02"}})).ok());
  CHECK_FALSE(scene.of(work, "work came-in", Json::object({{"side", "office"}, {"on", "2025-02-02"}})).ok());
}

TEST_CASE("nobody is on two sides, and who changes side or stops is counted where they are") {
  Scene scene;
  const Index work = scene.launched();
  const auto who = scene.comes_in(work, "lived");
  scene.as = who;
  scene.must(work, "work part", Json::object({{"side", "advisor"}}));
  CHECK(scene.count("work_people") == 1);
  scene.must(work, "work stop");
  CHECK(scene.count("work_people") == 0);
}

TEST_CASE("who leaves the place leaves the room, and what was counted stays") {
  Scene scene;
  const Index work = scene.launched();
  kernel::Credential last;
  for (int i = 0; i < 6; ++i) last = scene.comes_in(work, "lived");
  for (int i = 0; i < 5; ++i) scene.comes_in(work, "office");
  scene.must(work, "work step");
  scene.as = last;
  REQUIRE(scene.order("account leave", Json::object({{"sure", true}})).ok());
  scene.at_the_house();
  CHECK(scene.count("work_people") == 10);
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("an officer is on the side of organisations and on no other, and nobody who keeps the place is in the room") {
  Scene scene;
  const Index work = scene.launched();
  REQUIRE(scene.join("Pat").ok());
  const auto pat = scene.as;
  REQUIRE(scene.order("officer ask", Json::object({{"body", scene.council.value}})).ok());
  std::int64_t account = 0;
  scene.place.read([&](kernel::Reader& reader) { account = reader.count("SELECT person FROM account_requests"); });
  REQUIRE(scene.approve(account).ok());
  scene.as = pat;
  CHECK_FALSE(scene.of(work, "work part", Json::object({{"side", "lived"}})).ok());
  scene.must(work, "work part", Json::object({{"side", "office"}}));
  scene.at_the_house();
  CHECK_FALSE(scene.of(work, "work part", Json::object({{"side", "advisor"}})).ok());
}

TEST_CASE("the side of those who would lose something is there once the work touches a place that people value") {
  Scene scene;
  const Index work = scene.launched();
  REQUIRE(scene.join("Dee").ok());
  CHECK_FALSE(scene.of(work, "work part", Json::object({{"side", "affected"}})).ok());
  const auto dee = scene.as;
  scene.at_the_house();
  const auto library = scene.order("valued register", Json::object({{"name", "Harbour Road Library"}, {"support", "open_place"}}));
  REQUIRE(library.ok());
  scene.must(work, "work touches", Json::object({{"valued", library.acts.front().value}}));
  scene.as = dee;
  scene.must(work, "work part", Json::object({{"side", "affected"}}));
  CHECK(scene.place.refold_difference().empty());
}

// What two releases tell together: a number, then one that is one person more, would say on which side the one is who came.
TEST_CASE("people are counted at the end of a step, small numbers hidden, and not told again while only a few came or went") {
  Scene scene;
  const Index work = scene.launched();
  for (int i = 0; i < 7; ++i) scene.comes_in(work, "lived");
  for (int i = 0; i < 6; ++i) scene.comes_in(work, "office");
  for (int i = 0; i < 5; ++i) scene.comes_in(work, "advisor");
  scene.must(work, "work step");
  scene.comes_in(work, "lived");
  scene.must(work, "work step");
  for (int i = 0; i < 4; ++i) scene.comes_in(work, "lived");
  scene.must(work, "work step");

  const Json page = scene.seen(work);
  const auto told = [&](std::size_t step) {
    const Json line = page.find("steps")->items()[step];
    return line.find("people") == nullptr ? 0 : line.find("people")->items().size();
  };
  CHECK(told(0) == 3);
  CHECK(told(1) == 0);
  CHECK(told(2) == 3);
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("a number that is one more or one less than was told hides every number, and five more hide none") {
  const ToldOfSides told{{Side::lived, 12, 0}, {Side::office, 9, 11}};
  const auto answers = [](std::int64_t lived, std::int64_t office) {
    return std::vector<SideAnswer>{{.side = Side::lived, .consented = Consented::agreed, .answered = lived, .yes = lived}, {.side = Side::office, .consented = Consented::agreed, .answered = office}};
  };
  const auto is_hidden = [&](std::vector<SideAnswer> given) {
    hide_who_came(told, given);
    CHECK(given[0].answered.has_value() == given[1].answered.has_value());
    CHECK(given[0].consented == Consented::agreed);
    return !given[0].answered;
  };
  CHECK_FALSE(is_hidden(answers(12, 9)));
  CHECK_FALSE(is_hidden(answers(7, 5)));  // some did not answer
  CHECK(is_hidden(answers(13, 9)));
  CHECK(is_hidden(answers(12, 13)));
  CHECK_FALSE(is_hidden(answers(17, 14)));
  const std::vector<Side> sides{Side::lived, Side::office};
  const ToldOfSides only_some{{Side::lived, 12, 0}, {Side::office, std::nullopt, 11}};
  CHECK(shows_who_moved(only_some, sides, {12, 10}));
  CHECK(shows_who_moved(only_some, sides, {13, 11}));
  CHECK(shows_who_moved(only_some, sides, {8, 11}));
  CHECK_FALSE(shows_who_moved(only_some, sides, {12, 11}));
  CHECK_FALSE(shows_who_moved(only_some, sides, {7, 6}));
}

TEST_CASE("a step whose end is put on the record later counts nobody: those who are here today were not all there then") {
  Scene scene;
  const Index work = scene.launched();
  for (int i = 0; i < 7; ++i) scene.comes_in(work, "lived");
  const Day begun = scene.place.today();
  scene.place.today_is(begun + 9);
  scene.must(work, "work step", Json::object({{"on", (begun + 2).iso()}}));
  const Json page = scene.seen(work);
  CHECK(page.find("steps")->items()[0].find("people") == nullptr);
  CHECK(page.find("steps")->items()[0].find("told_later")->boolean());
  CHECK(scene.place.html("/work/" + std::to_string(work.value)).value().find("was not counted") != std::string::npos);
}

TEST_CASE("a step that ends without people who use services says why, or that nobody has said why") {
  Scene scene;
  const Index work = scene.launched();
  scene.must(work, "work step");
  const std::string path = "/work/" + std::to_string(work.value);
  CHECK(scene.place.html(path).value().find("Nobody has said why.") != std::string::npos);
  scene.must(work, "work step", Json::object({{"why", "The roof fell in."}}));
  CHECK(scene.place.html(path).value().find("The roof fell in.") != std::string::npos);
  scene.must(work, "work step");
  scene.must(work, "work step");
  CHECK_FALSE(scene.of(work, "work step").ok());
}

TEST_CASE("what somebody in the room proposed could be of at least five people, whether its side is named or not") {
  const std::vector<Side> three{Side::lived, Side::office, Side::affected};
  for (int lived = 0; lived <= 9; ++lived) {
    for (int office = 0; office <= 9; ++office) {
      for (int affected = 0; affected <= 9; ++affected) {
        const std::vector<std::int64_t> people{lived, office, affected};
        if (lived + office + affected < 5) continue;  // then nobody can hide, and nothing is named
        std::map<int, std::int64_t> could_be;         // by the name that stands there: -1, or the side
        for (std::size_t i = 0; i < three.size(); ++i) {
          if (people[i] == 0) continue;
          const auto named = named_side(three[i], three, people);
          CHECK((!named || *named == three[i]));
          could_be[named ? static_cast<int>(*named) : -1] += people[i];
        }
        for (const auto& one : could_be) CHECK_MESSAGE(one.second >= 5, lived, " ", office, " ", affected);
      }
    }
  }
  CHECK_FALSE(named_side(Side::lived, three, {4, 0, 0}));
}

TEST_CASE("somebody is counted once, on the side on which they are, and not at all if they have left") {
  const std::vector<Side> sides{Side::lived, Side::office};
  const PeopleOfSides people{{1, Side::lived}, {2, Side::lived}, {3, Side::office}, {4, Side::advisor}};
  const std::vector<GivenAnswer> given{{1, Answer::yes}, {2, Answer::no}, {3, Answer::abstained}, {4, Answer::yes}, {5, Answer::yes}};
  const auto counted = tally(sides, people, given);
  REQUIRE(counted.size() == 2);
  CHECK(counted[0].answers.people == 2);
  CHECK(counted[0].answers.yes == 1);
  CHECK(counted[0].answers.no == 1);
  CHECK(counted[1].answers.people == 1);
  CHECK(counted[1].answers.abstained == 1);
}

TEST_CASE("every model names its steps and where it comes from") {
  Scene scene;
  scene.place.read([](kernel::Reader& reader) {
    for (const char* id : {"nhse2025", "analyse_plan_do_review", "commissioning_wheel", "planning_with_people"}) {
      const auto one = model(reader, id);
      REQUIRE(one);
      CHECK(one->steps.size() >= 4);
      CHECK_FALSE(one->source.empty());
    }
    for (const char* id : {"no_such_model", "own/", "own/0", "own/99", "own/x"}) CHECK_FALSE(model(reader, id));
  });
}

TEST_CASE("a letter to print says what is decided, who decides, what is paid and how to come in, once people are invited") {
  Scene scene;
  const Index work = scene.opened();
  const std::string path = "/work/" + std::to_string(work.value) + "/letter";
  CHECK_FALSE(scene.place.html(path).ok());
  const Index launched = scene.launched();
  const std::string letter = scene.place.html("/work/" + std::to_string(launched.value) + "/letter").value();
  for (const char* words : {"You are invited: Staying well in Eastmere", "What is already decided", "That does not mean that nothing was.", "What is paid", "You need not take part"}) {
    CHECK_MESSAGE(letter.find(words) != std::string::npos, words);
  }
  CHECK(letter.find("code-box\">" + std::to_string(launched.value) + "<") != std::string::npos);
}

TEST_CASE("a place writes its own steps, work goes by them, and they stand in its words") {
  Scene scene;
  const auto wrong = scene.order("work model", Json::object({{"name", "Analyse, plan, do, review"}, {"steps", "Only {n} step\n\n"}}));
  CHECK(wrong.problems.has(Code::already_there));
  CHECK(wrong.problems.has(Code::out_of_range));
  const auto written = scene.order("work model", Json::object({{"name", "As we do it in Eastmere"}, {"steps", "Listen\n  Try {it} out \n\nKeep what helps\n"}}));
  REQUIRE(written.ok());
  const std::string id = "own/" + std::to_string(written.acts.front().value);
  const auto opened = scene.order("work open", Json::object({{"title", "Evenings"}, {"about", "What there is."}, {"body", scene.council.value}, {"model", id}, {"saves", "no"}}));
  REQUIRE(opened.ok());
  const std::string path = "/work/" + std::to_string(opened.acts.front().value);
  const Json page = scene.place.page(path).value();
  CHECK(page.find("steps")->items().size() == 3);
  CHECK(page.find("plan")->find("steps")->items()[1].string() == "Try {it} out");
  CHECK(scene.place.html(path).value().find("Try {it} out") != std::string::npos);
  CHECK(scene.place.html("/work/models").value().find("As we do it in Eastmere") != std::string::npos);
  scene.order("erase", Json::object({{"act", written.acts.front().value}, {"field", "steps/0"}, {"ground", "law"}}));
  CHECK(scene.place.html(path).value().find("Step 1") != std::string::npos);
  CHECK(scene.place.refold_difference().empty());
}

}  // namespace
}  // namespace alongside::work
