// A place, its bodies, offices, calendar and rules, through the Writer.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "commons/place/apply.h"
#include "commons/place/commands.h"
#include "commons/place/concern.h"
#include "commons/place/helplines.h"
#include "commons/place/views.h"
#include "kernel/testing.h"

namespace alongside::place {
namespace {

std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(concern());
  out.push_back(
      kernel::Concern("test", "", "").knows([](kernel::Reader&, const kernel::Credential& credential, Instant) {
        kernel::Actor actor{.at_the_house = credential.at_the_house};
        if (credential.at_the_house) actor.standing = kernel::Standing::keeper;
        return actor;
      }));
  return out;
}

struct Scene {
  kernel::TestPlace place{
      concerns(), Json::object({{"name", "Eastmere"}, {"keeper", "Eastmere Voluntary Action"}, {"sample", true}})};
  Index done(const char* words, Json request) {
    const auto outcome = place.done(words, std::move(request));
    return outcome.acts.empty() ? Index{} : outcome.acts.front();
  }
  Index council() {
    return done("body register",
                Json::object({{"name", "Harbour Council"}, {"body_kind", "council"}, {"decides", true}}));
  }
};

bool refused_with(const kernel::Outcome& outcome, Code code, std::string_view field) {
  for (const Problem& problem : outcome.problems.list()) {
    if (problem.code == code && problem.field == field) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a place says its name, who keeps it and whom to call") {
  Scene scene;
  scene.place.read([](kernel::Reader& reader) {
    const PlaceLine line = place(reader);
    CHECK(line.opened.value == 0);
    CHECK(line.name.words == "Eastmere");
    CHECK(line.keeper.words == "Eastmere Voluntary Action");
    CHECK(line.zone == "Europe/London");
    CHECK(line.sample);
    REQUIRE(line.helplines.size() == 3);
    CHECK(line.helplines[0].number == "999");
    CHECK(line.helplines[2].number == "116 123");
  });
  CHECK(refused_with(scene.place.order("place open", Json::object({{"name", "Again"}})), Code::already_there, ""));
}

TEST_CASE("only somebody at the data directory opens a place, and only the keeper registers bodies") {
  Scene scene;
  scene.place.as_nobody();
  CHECK(scene.place.order("place open", Json::object({{"name", "X"}})).problems.has(Code::not_allowed));
  CHECK(scene.place.order("body register", Json::object({{"name", "X"}})).problems.has(Code::not_allowed));
}

TEST_CASE("all that is wrong with a new body is said at once") {
  Scene scene;
  const auto outcome = scene.place.order(
      "body register", Json::object({{"name", "  "}, {"part_of", 99}, {"from", "2024"}, {"to", "2023"}}));
  CHECK(refused_with(outcome, Code::missing, "name"));
  CHECK(refused_with(outcome, Code::not_found, "part_of"));
  CHECK(refused_with(outcome, Code::out_of_range, "to"));
}

TEST_CASE("two bodies of one name are one, unless they are part of different councils") {
  Scene scene;
  const Index council = scene.council();
  CHECK(refused_with(scene.place.order("body register", Json::object({{"name", "harbour  COUNCIL"}})),
                     Code::already_there, "name"));
  const Index other = scene.done("body register", Json::object({{"name", "Hill Council"}}));
  scene.done("body register", Json::object({{"name", "Cabinet"}, {"part_of", council.value}}));
  scene.done("body register", Json::object({{"name", "Cabinet"}, {"part_of", other.value}}));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a body that was renamed is shown by its new name, and the old one stays on the record") {
  Scene scene;
  const Index council = scene.council();
  scene.done("body change",
             Json::object({{"body", council.value}, {"name", "Harbour and Hill Council"}, {"on", "2025-04"}}));
  scene.place.read([&](kernel::Reader& reader) {
    CHECK(body(reader, council)->name.words == "Harbour and Hill Council");
    CHECK(reader.words(council, "name").words == "Harbour Council");
    CHECK(body_named(reader, "harbour and hill council") == council);
  });
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("who asks an ended body is sent to the one that came after it, and never in a circle") {
  Scene scene;
  const Index old = scene.council();
  const Index next = scene.done("body register", Json::object({{"name", "Next"}}));
  const Index last = scene.done("body register", Json::object({{"name", "Last"}}));
  scene.done("body change",
             Json::object({{"body", old.value}, {"ask_instead", next.value}, {"ended", true}, {"on", "2025"}}));
  scene.done("body change", Json::object({{"body", next.value}, {"ask_instead", last.value}}));
  CHECK(refused_with(scene.place.order("body change", Json::object({{"body", last.value}, {"ask_instead", old.value}})),
                     Code::out_of_range, "ask_instead"));
  CHECK(
      refused_with(scene.place.order("body change", Json::object({{"body", last.value}, {"ask_instead", last.value}})),
                   Code::out_of_range, "ask_instead"));
  CHECK(refused_with(scene.place.order("body change", Json::object({{"body", last.value}})), Code::missing, "name"));
  scene.place.read([&](kernel::Reader& reader) {
    CHECK(body_to_ask(reader, old) == last);
    CHECK(body(reader, old)->ended);
    CHECK(body(reader, old)->to->iso() == "2025");
  });
}

TEST_CASE("an office is held by those whose dates do not speak against it") {
  Scene scene;
  const Index council = scene.council();
  const Index office = scene.done("office register", Json::object({{"body", council.value}, {"title", "Leader"}}));
  const Index first =
      scene.done("office hold", Json::object({{"office", office.value}, {"name", "A. Quay"}, {"from", "2019"}}));
  const Index second =
      scene.done("office hold", Json::object({{"office", office.value}, {"name", "B. Mole"}, {"from", "2023-05-18"}}));
  scene.done("office leave", Json::object({{"held", first.value}, {"to", "2023-05"}}));
  CHECK(refused_with(scene.place.order("office leave", Json::object({{"held", first.value}, {"to", "2024"}})),
                     Code::already_there, "to"));
  CHECK(refused_with(scene.place.order("office leave", Json::object({{"held", second.value}, {"to", "2020"}})),
                     Code::out_of_range, "to"));
  CHECK(refused_with(scene.place.order("office hold", Json::object({{"office", council.value}, {"name", "C"}})),
                     Code::not_found, "office"));
  scene.place.read([&](kernel::Reader& reader) {
    CHECK(holders_on(reader, office, *Day::parse("2020-01-01")).size() == 1);
    CHECK(holders_on(reader, office, *Day::parse("2023-05-20")).size() == 2);
    REQUIRE(holders_on(reader, office, *Day::parse("2024-01-01")).size() == 1);
    CHECK(holders_on(reader, office, *Day::parse("2024-01-01"))[0].held == second);
    CHECK(holders_of_body(reader, council).size() == 2);
    CHECK(offices_of(reader, council)[0].title.words == "Leader");
  });
  const auto html = scene.place.html("/bodies/" + std::to_string(council.value));
  REQUIRE(html.ok());
  CHECK(html->find("B. Mole") != std::string::npos);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a committee has its council's rule of call-in until it has its own") {
  Scene scene;
  const Index council = scene.council();
  const Index committee = scene.done(
      "body register", Json::object({{"name", "Planning"}, {"part_of", council.value}, {"body_kind", "committee"}}));
  const auto rule = [&](Index of, const char* from, int days) {
    scene.done(
        "rule set",
        Json::object(
            {{"body", of.value}, {"rule", "call_in"}, {"from", from}, {"working_days", days}, {"end_minute", 960}}));
  };
  rule(council, "2013-01-01", 2);
  rule(council, "2020-01-01", 5);
  rule(committee, "2024-01-01", 3);
  scene.place.read([&](kernel::Reader& reader) {
    CHECK_FALSE(call_in_rule(reader, committee, *Day::parse("2012-01-01")).has_value());
    CHECK(call_in_rule(reader, committee, *Day::parse("2013-06-01"))->working_days == 2);
    CHECK(call_in_rule(reader, committee, *Day::parse("2021-06-01"))->working_days == 5);
    CHECK(call_in_rule(reader, committee, *Day::parse("2024-06-01"))->working_days == 3);
    CHECK(call_in_rule(reader, committee, *Day::parse("2024-06-01"))->end_minute == 960);
    CHECK(call_in_rule(reader, council, *Day::parse("2024-06-01"))->working_days == 5);
  });
  CHECK(refused_with(scene.place.order("rule set", Json::object({{"body", council.value}, {"from", "2024-01-01"}})),
                     Code::out_of_range, "working_days"));
  CHECK(refused_with(
      scene.place.order(
          "rule set",
          Json::object({{"body", council.value}, {"from", "2024-01-01"}, {"working_days", 5}, {"end_minute", 1441}})),
      Code::out_of_range, "end_minute"));
  CHECK(scene.place.html("/bodies/" + std::to_string(committee.value)).ok());
}

TEST_CASE("the same holidays given twice change nothing, and a day that moved is known from the day it moved") {
  Scene scene;
  const Json may = Json::object(
      {{"division", "england-and-wales"},
       {"known_from", "2019-01-01"},
       {"added", Json::Array{Json::object({{"day", "2020-05-04"}, {"title", "Early May bank holiday"}})}}});
  CHECK(scene.place.done("holidays change", may).acts.size() == 1);
  CHECK(scene.place.done("holidays change", may).acts.empty());
  scene.done("holidays change",
             Json::object({{"division", "england-and-wales"},
                           {"known_from", "2019-06-10"},
                           {"added", Json::Array{Json::object({{"day", "2020-05-08"}, {"title", "VE day"}})}},
                           {"removed", Json::Array{"2020-05-04"}}}));
  scene.place.read([](kernel::Reader& reader) {
    const engines::Holidays known = holidays(reader);
    const auto before = known.as_known_on(*Day::parse("2019-06-09"), engines::Reach::england_and_wales);
    const auto after = known.as_known_on(*Day::parse("2019-06-10"), engines::Reach::england_and_wales);
    CHECK_FALSE(before.is_working_day(*Day::parse("2020-05-04")));
    CHECK(after.is_working_day(*Day::parse("2020-05-04")));
    CHECK_FALSE(after.is_working_day(*Day::parse("2020-05-08")));
  });
  CHECK(refused_with(scene.place.order("holidays change", Json::object({{"division", "wales"},
                                                                        {"known_from", "2019-06-10"},
                                                                        {"removed", Json::Array{"2001-01-01"}}})),
                     Code::unknown_word, "division"));
  CHECK(refused_with(scene.place.order("holidays change", Json::object({{"division", "scotland"},
                                                                        {"known_from", "2029-06-10"},
                                                                        {"removed", Json::Array{"2001-01-01"}}})),
                     Code::in_the_future, "known_from"));
  CHECK(scene.place.refold_difference() == "");
  CHECK(scene.place.html("/calendar", {{"year", "2020"}})->find("VE day") != std::string::npos);
}

TEST_CASE("the bank holidays of Great Britain and Northern Ireland, 2012 to 2028, come out as they went in") {
  std::ifstream file("../shared/data/clocks/bank_holidays.tsv");
  if (!file) {
    MESSAGE("skipped: ../shared/data/clocks/bank_holidays.tsv is not here");
    return;
  }
  Scene scene;
  std::map<std::pair<std::string, std::string>, Json::Array> lists;  // by division and the day it was first known
  std::string line;
  std::getline(file, line);
  std::size_t rows = 0;
  while (std::getline(file, line)) {
    const auto cells = split(line, '\t');
    REQUIRE(cells.size() >= 5);
    lists[{std::string(cells[0]), std::string(cells[4])}].push_back(
        Json::object({{"day", std::string(cells[1])}, {"title", std::string(cells[2])}}));
    ++rows;
  }
  for (auto& [key, days] : lists) {
    scene.place.done("holidays change",
                     Json::object({{"division", key.first}, {"known_from", key.second}, {"added", std::move(days)}}));
  }
  scene.place.read([&](kernel::Reader& reader) {
    const engines::Holidays known = holidays(reader);
    CHECK(known.rows().size() == rows);
    CHECK(rows == 472);
    const auto* football =
        known.on(*Day::parse("2026-06-15"), engines::Reach::united_kingdom, *Day::parse("2026-03-01"));
    REQUIRE(football != nullptr);
    CHECK(football->known_from == *Day::parse("2026-02-25"));
  });
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("pages cope with a place that holds nothing yet, and with numbers that are no body") {
  Scene scene;
  CHECK(scene.place.html("/bodies").ok());
  CHECK(scene.place.html("/calendar").ok());
  CHECK(scene.place.html("/bodies/0").problems().has(Code::not_found));
  CHECK(scene.place.html("/bodies/999999").problems().has(Code::not_found));
}

TEST_CASE("what a spreadsheet would take for a formula stays text in the list of bodies") {
  Scene scene;
  scene.done("body register", Json::object({{"name", "=HYPERLINK(1)"}}));
  const auto match = scene.place.house().page_at("/bodies");
  const auto seen = scene.place.place().see(*match.row, {}, {}, {}, "key");
  REQUIRE(seen.ok());
  CHECK(seen->csv(html::Say::english()).find(",'=HYPERLINK(1)") != std::string::npos);
}

TEST_CASE("a fold takes any index, also of nothing at all") {
  const bool holds = rc::check("acts that point anywhere fold", [](std::int64_t anywhere) {
    const auto database = store::open_memory();
    const auto writer = database->writer();
    std::ifstream sql("src/commons/place/tables.sql");
    std::stringstream text;
    text << sql.rdbuf();
    writer->script(text.str());
    kernel::Tables tables(*writer);
    const Index index{anywhere};
    apply(BodyRegistered{.part_of = index}, {.index = {0}}, tables);
    apply(BodyChanged{.body = index, .ask_instead = index, .ended = true}, {.index = {1}}, tables);
    apply(OfficeRegistered{.body = index}, {.index = {2}}, tables);
    apply(OfficeHeld{.office = index}, {.index = {3}}, tables);
    apply(OfficeLeft{.held = index}, {.index = {4}}, tables);
    apply(RuleSet{.body = index}, {.index = {5}}, tables);
    apply(HolidaysChanged{.removed = {Day(7)}}, {.index = {6}}, tables);
  });
  CHECK(holds);
}

}  // namespace alongside::place
