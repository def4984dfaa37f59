// Meetings through the Writer: called, changed, called off; items read first; papers in time; notes that the sides agree.
#include <doctest/doctest.h>

#include "commons/ask/concern.h"
#include "commons/decision/concern.h"
#include "commons/gathering/concern.h"
#include "commons/gathering/reading.h"
#include "commons/gathering/rows.h"
#include "commons/people/scene.h"
#include "commons/valued/concern.h"
#include "commons/work/concern.h"
#include "commons/work/danger.h"

namespace alongside::gathering {
namespace {

std::vector<kernel::Concern> concerns() {
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

Day day(const char* iso) { return *Day::parse(iso); }

struct Scene : people::Scene {
  Scene() : people::Scene(concerns()) { place.today_is(day("2026-11-10")); }
  Index council = body("Eastmere Council", true);
  int joined = 0;
  Index work = launched();

  Index done(const std::string& words, Json request) {
    const auto outcome = order(words, std::move(request));
    for (const Problem& one : outcome.problems.list()) FAIL_CHECK(words, ": ", in_english(one));
    REQUIRE(outcome.ok());
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  Index launched() {
    at_the_house();
    const Index opened = done("work open", Json::object({{"title", "Staying well"}, {"about", "What helps."}, {"body", council.value}, {"model", "analyse_plan_do_review"}}));
    done("work prepare", Json::object({{"work", opened.value}, {"owner", "Sam"}, {"moderators", "Jo"}, {"refusals", "Names"}, {"safeguarding", "Kim"},
                                       {"pay", "£25"}, {"without_internet", "Ring"}, {"saves", "no"}, {"answer_days", 7}}));
    done("work launch", Json::object({{"work", opened.value}}));
    return opened;
  }
  Index called(const char* on = "2026-12-01") {
    at_the_house();
    return done("meeting call", Json::object({{"work", work.value}, {"title", "The café budget"}, {"on", on}, {"from", "14:00"}, {"to", "16:00"},
                                              {"where", "St Olave’s Hall"}, {"phone", "Ring 01632 960140"}, {"paid", "£25 an hour"}}));
  }
  kernel::Credential moderator() {
    REQUIRE(join("A moderator").ok());
    const std::int64_t one = who().person.value;
    REQUIRE(order("moderator ask", Json::object()).ok());
    REQUIRE(approve(one).ok());
    return as;
  }
  kernel::Credential comes_in(const char* side) {
    address = std::to_string(joined);  // only so many join from one
    REQUIRE(join("Person " + std::to_string(++joined)).ok());
    done("work part", Json::object({{"work", work.value}, {"side", side}}));
    const kernel::Credential who = as;
    at_the_house();
    return who;
  }
  std::vector<kernel::Credential> come_in(int n, const char* side) {
    std::vector<kernel::Credential> out;
    for (int i = 0; i < n; ++i) out.push_back(comes_in(side));
    return out;
  }
  Json of(Index gathering, Json with = Json::object()) const {
    with.set("gathering", gathering.value);
    return with;
  }
  std::string path(Index gathering) const { return "/work/" + std::to_string(work.value) + "/meetings/" + std::to_string(gathering.value); }
  // As a stranger sees it.
  Json seen(Index gathering) {
    place.as_nobody();
    return place.page(path(gathering)).value();
  }
  std::string html(Index gathering) {
    place.as_nobody();
    return place.html(path(gathering)).value();
  }
  std::string own_html(Index gathering) {  // as whoever is signed in sees it
    place.as(as);
    return place.html(path(gathering)).value();
  }
  bool refuses(const std::string& words, Json request, Code code) { return order(words, std::move(request)).problems.has(code); }
  Index notes(Index gathering) {
    at_the_house();
    return done("meeting notes", of(gathering, Json::object({{"words", "We chose the café."}})));
  }
  void choose(const std::vector<kernel::Credential>& people, Index of_these, const char* choice) {
    for (const kernel::Credential& one : people) {
      as = one;
      done("meeting notes-choose", Json::object({{"notes", of_these.value}, {"choice", choice}}));
    }
    at_the_house();
  }
  void close_on(const char* iso) {
    place.today_is(day(iso));
    at_the_house();
    done("due meeting-notes", Json::object());
  }
};

bool contains(const std::string& text, std::string_view words) { return text.find(words) != text.npos; }

}  // namespace

TEST_CASE("a meeting says when and where it is, how by phone, and what nobody has said yet") {
  Scene scene;
  const Index meeting = scene.called();
  const std::string page = scene.html(meeting);
  CHECK(contains(page, "Tuesday 1 December 2026, from 14:00 to 16:00."));
  CHECK(contains(page, "St Olave’s Hall"));
  CHECK(contains(page, "By phone: Ring 01632 960140"));
  CHECK(contains(page, "Nobody has said yet."));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("all that is wrong with a meeting is said at once") {
  Scene scene;
  scene.at_the_house();
  const auto outcome = scene.order("meeting call", Json::object({{"work", 999}, {"from", "half past nine"}, {"to", "25:00"}}));
  CHECK(outcome.problems.list().size() == 5);  // work, title, day, both hours
  CHECK(scene.refuses("meeting call", Json::object({{"work", scene.work.value}, {"title", "A"}, {"on", "2026-12-01"}, {"from", "16:00"}, {"to", "14:00"}}), Code::out_of_range));
}

TEST_CASE("what is changed takes the place of what was said; what is not given stays; the calendar counts the changes") {
  Scene scene;
  const Index meeting = scene.called();
  scene.done("meeting change", scene.of(meeting, Json::object({{"where", "The library"}, {"on", "2026-12-02"}})));
  const Json page = scene.seen(meeting);
  const Json& line = *page.find("line");
  CHECK(line.find("where")->canonical().find("The library") != std::string::npos);
  CHECK(line.find("on")->string() == "2026-12-02");
  CHECK(line.find("from_minute")->number() == 840);
  CHECK(line.find("changes")->number() == 1);
  CHECK(contains(page.find("phone")->canonical(), "01632 960140"));
  scene.at_the_house();
  CHECK(scene.refuses("meeting change", scene.of(meeting), Code::missing));
  CHECK(scene.refuses("meeting change", scene.of(meeting, Json::object({{"to", "13:00"}})), Code::out_of_range));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("a meeting that is called off stays, with its reason, and nothing more is done with it") {
  Scene scene;
  const Index meeting = scene.called();
  CHECK(scene.refuses("meeting call-off", scene.of(meeting), Code::missing));
  scene.done("meeting call-off", scene.of(meeting, Json::object({{"why", "The hall is flooded."}})));
  CHECK(scene.refuses("meeting call-off", scene.of(meeting, Json::object({{"why", "Again."}})), Code::wrong_state));
  CHECK(scene.refuses("meeting change", scene.of(meeting, Json::object({{"where", "Elsewhere"}})), Code::wrong_state));
  CHECK(scene.refuses("meeting paper", scene.of(meeting, Json::object({{"title", "A"}, {"words", "B"}})), Code::wrong_state));
  CHECK(scene.refuses("meeting item", scene.of(meeting, Json::object({{"title", "A"}})), Code::wrong_state));
  scene.place.today_is(day("2026-12-24"));
  const std::string page = scene.html(meeting);
  CHECK(contains(page, "This meeting was called off."));
  CHECK(contains(page, "The hall is flooded."));
  scene.place.as_nobody();
  const std::string list = scene.place.html("/work/" + std::to_string(scene.work.value) + "/meetings").value();
  CHECK(contains(list, "The café budget"));
  CHECK(contains(list, "Called off"));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("a paper fewer than five days before its meeting is late in public, also when the meeting is brought forward") {
  Scene scene;
  const Index meeting = scene.called("2026-11-20");
  scene.done("meeting paper", scene.of(meeting, Json::object({{"title", "Costs"}, {"words", "£84,000"}})));
  CHECK_FALSE(scene.seen(meeting).find("papers")->items()[0].find("late")->boolean());
  scene.place.today_is(day("2026-11-16"));
  scene.at_the_house();
  scene.done("meeting paper", scene.of(meeting, Json::object({{"title", "More"}, {"words", "£85,000"}})));
  CHECK(scene.refuses("meeting paper", scene.of(meeting, Json::object({{"title", "A"}, {"words", "B"}, {"on", "2026-11-17"}})), Code::in_the_future));
  Json papers = *scene.seen(meeting).find("papers");
  CHECK_FALSE(papers.items()[0].find("late")->boolean());
  CHECK(papers.items()[1].find("late")->boolean());
  CHECK(contains(scene.html(meeting), "Late"));
  scene.at_the_house();
  scene.done("meeting change", scene.of(meeting, Json::object({{"on", "2026-11-18"}})));
  CHECK(scene.seen(meeting).find("papers")->items()[1].find("days_before")->number() == 2);
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("an item from the room waits until a person has read it, and its side is named only where it could be of many") {
  Scene scene;
  const Index meeting = scene.called();
  const auto few = scene.come_in(4, "lived");
  const auto office = scene.come_in(6, "office");
  scene.as = few[0];
  const Index unnamed = scene.done("meeting item", scene.of(meeting, Json::object({{"title", "Open on Sundays"}, {"minutes", 20}})));
  scene.as = office[0];
  const Index beside = scene.done("meeting item", scene.of(meeting, Json::object({{"title", "The rent"}})));
  CHECK_FALSE(contains(scene.html(meeting), "Open on Sundays"));
  CHECK_FALSE(contains(scene.seen(meeting).canonical(), "Open on Sundays"));
  const auto more = scene.come_in(1, "lived");
  scene.as = more[0];
  const Index named = scene.done("meeting item", scene.of(meeting, Json::object({{"title", "Soup"}})));
  scene.at_the_house();
  for (const Index item : {unnamed, beside, named}) scene.done("meeting item-publish", Json::object({{"item", item.value}}));
  CHECK(scene.refuses("meeting item-refuse", Json::object({{"item", named.value}, {"reason", "abuse"}}), Code::wrong_state));
  const Json items = *scene.seen(meeting).find("items");
  REQUIRE(items.items().size() == 3);
  // Four are too few to be named, and naming the six beside them would say whose it is.
  CHECK((items.items()[0].find("side") == nullptr || items.items()[0].find("side")->is_null()));
  CHECK((items.items()[1].find("side") == nullptr || items.items()[1].find("side")->is_null()));
  CHECK(items.items()[2].find("side")->string() == "lived");
  CHECK(contains(scene.html(meeting), "At least 1 of 3 items came from people who use services, and carers."));
  CHECK(contains(scene.html(meeting), "Of 2 items we do not say"));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("no entry of a proposed item says who proposed it, and a refused one is counted with its reason and never shown") {
  Scene scene;
  const Index meeting = scene.called();
  const auto lived = scene.come_in(5, "lived");
  scene.as = lived[0];
  const Index item = scene.done("meeting item", scene.of(meeting, Json::object({{"title", "Mrs Hill of Quay Street"}})));
  scene.place.read([&](kernel::Reader& reader) {
    const std::string entry = *reader.entry(item);
    CHECK_FALSE(contains(entry, "Hill"));
    CHECK_FALSE(contains(entry, "erson"));
  });
  scene.at_the_house();
  CHECK(scene.refuses("meeting item-refuse", Json::object({{"item", item.value}}), Code::missing));
  scene.done("meeting item-refuse", Json::object({{"item", item.value}, {"reason", "names_a_person"}}));
  const std::string page = scene.html(meeting);
  CHECK_FALSE(contains(page, "Mrs Hill"));
  CHECK(contains(page, "It names a private person"));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("an item that sounds like danger is kept back, and whoever proposed it sees where there is help") {
  Scene scene;
  const Index meeting = scene.called();
  const auto lived = scene.come_in(5, "lived");
  scene.as = lived[0];
  const Index item = scene.done("meeting item", scene.of(meeting, Json::object({{"title", "I cannot go on"}})));
  const auto moderator = scene.moderator();
  CHECK(contains(scene.own_html(meeting), "If it sounds like danger, tell at once: Kim"));
  CHECK(scene.refuses("meeting item-danger", Json::object({{"item", item.value}}), Code::missing));
  scene.done("meeting item-danger", Json::object({{"item", item.value}, {"told", "Kim, 01632 960 155"}}));
  CHECK(scene.refuses("meeting item-publish", Json::object({{"item", item.value}}), Code::wrong_state));
  CHECK(scene.refuses("meeting item-refuse", Json::object({{"item", item.value}, {"reason", "danger"}}), Code::wrong_state));
  CHECK(contains(scene.own_html(meeting), "It is kept back until that is over"));
  scene.place.read([&](kernel::Reader& reader) {
    const auto lines = work::danger_lines(reader, scene.work);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].words.words == "I cannot go on");
    CHECK(lines[0].told == "Kim, 01632 960 155");
    CHECK(lines[0].path == item_path(*row_of(reader, meeting), item));
  });
  scene.as = lived[0];
  CHECK(contains(scene.own_html(meeting), "We are not a crisis service"));
  scene.as = lived[1];
  CHECK_FALSE(contains(scene.own_html(meeting), "We are not a crisis service"));
  scene.as = moderator;
  scene.done("meeting item-release", Json::object({{"item", item.value}}));
  scene.done("meeting item-refuse", Json::object({{"item", item.value}, {"reason", "not_for_a_meeting"}}));
  CHECK(scene.refuses("meeting item-danger", Json::object({{"item", item.value}, {"told", "Kim"}}), Code::wrong_state));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("whoever is in no room proposes nothing, and five items of one person wait at most") {
  Scene scene;
  const Index meeting = scene.called();
  REQUIRE(scene.join("A stranger").ok());
  CHECK(scene.refuses("meeting item", scene.of(meeting, Json::object({{"title", "A"}})), Code::wrong_state));
  scene.as = scene.comes_in("lived");
  for (int i = 0; i < 5; ++i) scene.done("meeting item", scene.of(meeting, Json::object({{"title", "Item " + std::to_string(i)}})));
  CHECK(scene.refuses("meeting item", scene.of(meeting, Json::object({{"title", "One more"}})), Code::too_many));
}

TEST_CASE("of a meeting of six nothing is told, nor of one whose numbers are close to those of another") {
  Scene scene;
  const auto came = [&](const char* on, int lived, int office) {
    const Index meeting = scene.called(on);
    scene.done("meeting came", scene.of(meeting, Json::object({{"lived", lived}, {"office", office}})));
    return scene.seen(meeting).find("came") == nullptr ? std::size_t{0} : scene.seen(meeting).find("came")->items().size();
  };
  CHECK(came("2026-11-02", 3, 3) == 0);
  CHECK(came("2026-11-03", 12, 8) == 2);
  CHECK(came("2026-11-04", 11, 8) == 0);
  CHECK(came("2026-11-05", 12, 8) == 2);
  CHECK(came("2026-11-06", 20, 13) == 2);
  CHECK(came("2026-11-07", 10, 13) == 0);  // told apart from the last, and not from the first
  const Index last = scene.called("2026-11-08");
  scene.at_the_house();
  scene.done("meeting came", scene.of(last, Json::object({{"lived", 3}, {"office", 30}})));
  CHECK(contains(scene.html(last), "hidden"));
  CHECK(scene.rows("came_told") == 3 * 3);  // of the three that were told: three sides each
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("notes are read by the room first, and by others when each side has agreed them") {
  Scene scene;
  const auto lived = scene.come_in(6, "lived");
  const auto office = scene.come_in(5, "office");
  const Index meeting = scene.called("2026-11-09");
  const Index notes = scene.notes(meeting);
  CHECK_FALSE(contains(scene.html(meeting), "We chose the café."));
  scene.place.as(lived[0]);
  CHECK(contains(scene.place.html(scene.path(meeting)).value(), "We chose the café."));
  CHECK_FALSE(contains(scene.place.page(scene.path(meeting))->canonical(), "We chose the café."));
  scene.choose(lived, notes, "no");
  scene.choose(lived, notes, "yes");  // a change of mind replaces
  scene.choose(office, notes, "yes");
  CHECK(scene.rows("notes_choices") == 11);
  CHECK(scene.refuses("meeting notes", scene.of(meeting, Json::object({{"words", "Other notes"}})), Code::wrong_state));
  scene.close_on("2026-11-17");  // the last day to answer
  CHECK_FALSE(contains(scene.html(meeting), "We chose the café."));
  scene.close_on("2026-11-18");
  CHECK(contains(scene.html(meeting), "We chose the café."));
  CHECK(contains(scene.html(meeting), "The notes were agreed on"));
  CHECK(scene.rows("notes_choices") == 0);
  scene.as = lived[0];
  CHECK(scene.refuses("meeting notes-choose", Json::object({{"notes", notes.value}, {"choice", "no"}}), Code::wrong_state));
  scene.at_the_house();
  CHECK(scene.refuses("meeting notes", scene.of(meeting, Json::object({{"words", "Others"}})), Code::already_there));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("notes that one side does not agree stay unread, and can be written anew") {
  Scene scene;
  const auto lived = scene.come_in(6, "lived");
  const auto office = scene.come_in(5, "office");
  const auto advisor = scene.comes_in("advisor");
  const Index meeting = scene.called("2026-11-09");
  const Index notes = scene.notes(meeting);
  scene.choose(office, notes, "yes");
  scene.choose(lived, notes, "no");
  scene.as = advisor;
  CHECK(scene.refuses("meeting notes-choose", Json::object({{"notes", notes.value}, {"choice", "yes"}}), Code::not_allowed));
  scene.close_on("2026-11-30");
  CHECK_FALSE(contains(scene.html(meeting), "We chose the café."));
  CHECK(contains(scene.html(meeting), "The sides have not agreed these notes."));
  scene.notes(meeting);
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("a side of many of whom few answered has not agreed; whoever leaves takes their answer with them") {
  Scene scene;
  const auto lived = scene.come_in(6, "lived");
  const auto office = scene.come_in(6, "office");
  const Index meeting = scene.called("2026-11-09");
  const Index notes = scene.notes(meeting);
  scene.choose(office, notes, "yes");
  scene.choose({lived[0], lived[1], lived[2], lived[3], lived[4]}, notes, "yes");
  scene.as = lived[4];
  REQUIRE(scene.order("account leave", Json::object({{"sure", true}})).ok());
  CHECK(scene.rows("notes_choices") == 10);
  scene.close_on("2026-11-30");
  CHECK_FALSE(contains(scene.html(meeting), "We chose the café."));
  CHECK(contains(scene.html(meeting), "Not enough of them answered."));
  CHECK(scene.place.refold_difference().empty());
}

TEST_CASE("the page of a piece of work knows its next meeting, and not one that is called off") {
  Scene scene;
  const Index off = scene.called("2026-11-20");
  const Index next = scene.called("2026-11-25");
  scene.done("meeting call-off", scene.of(off, Json::object({{"why", "Ice."}})));
  scene.place.read([&](kernel::Reader& reader) {
    const kernel::Actor actor;
    const kernel::Seeing seeing{.reader = reader, .actor = actor, .today = scene.place.today(), .place = "p", .house = &scene.place.house()};
    const auto lines = seeing.about(scene.work);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].index == next);
    CHECK(lines[0].kind == "meeting");
  });
}

}  // namespace alongside::gathering
