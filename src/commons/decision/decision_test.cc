// Decisions through the Writer: what may be recorded, by whom, and what the page then says.
#include <doctest/doctest.h>

#include <algorithm>

#include "commons/decision/scene.h"
#include "commons/decision/views.h"
#include "postgres_cluster.h"

namespace alongside::decision {
namespace {

using scene::close_the_day_centre;
using scene::from_the_minutes;
using scene::Place;
using scene::refused_with;

bool has_gap(const Json& page, std::string_view gap) {
  const Json* gaps = page.find("gaps");
  if (gaps == nullptr) return false;
  const auto& items = gaps->items();
  return std::any_of(items.begin(), items.end(), [&](const Json& one) { return one.string() == gap; });
}

Json bare(Index body) {
  return from_the_minutes(Json::object({{"body", body.value}, {"title", "Close the reading café"}}));
}

}  // namespace

TEST_CASE("one page says who decided, in what office, how each voted, and who disagreed") {
  Place here;
  const Index decision = here.first("decision take", close_the_day_centre(here.council));
  const Json page = here.see(decision);
  REQUIRE(page.find("deciders")->items().size() == 7);
  CHECK(page.find("deciders")->items()[5].find("name")->string() == "Maryam Aldous");
  CHECK(page.find("deciders")->items()[5].find("vote")->string() == "against");
  CHECK(page.find("dissents")->items()[0].find("name")->string() == "Maryam Aldous");
  CHECK(page.find("asked_before")->string() == "not_known");
  CHECK_FALSE(has_gap(page, "no_deciders"));
  CHECK(has_gap(page, "no_interests"));
  CHECK(has_gap(page, "not_confirmed"));
  const std::string html = here.html(decision);
  CHECK(html.find("Eastmere Council’s Cabinet did, on <time datetime=\"2024-03-04\">4 March 2024</time>.") !=
        std::string::npos);
  CHECK(html.find("Seven people are named: five voted for, one voted against and one left the room.") !=
        std::string::npos);
  CHECK(html.find("Not confirmed by Eastmere Council.") != std::string::npos);
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("nothing is refused for being incomplete: what is missing keeps its place on the page") {
  Place here;
  const Index decision = here.first("decision take", bare(here.council));
  const Json page = here.see(decision);
  for (const char* gap : {"no_deciders", "no_power", "no_reasons", "no_options", "no_interests", "no_evidence",
                          "no_published_day", "status_unknown", "not_confirmed"}) {
    CAPTURE(gap);
    CHECK(has_gap(page, gap));
  }
  const std::string html = here.html(decision);
  CHECK(html.find("We do not know who decided this.") != std::string::npos);
  CHECK(html.find("/ask?about=" + std::to_string(decision.value)) != std::string::npos);
  CHECK(here.status(decision) == "taken");
}

TEST_CASE("a motion to refuse that passes says that it was refused") {
  Place here;
  Json asked = bare(here.council);
  asked.set("motion", "disapprove");
  asked.set("carried", "yes");
  const Index decision = here.first("decision take", asked);
  CHECK(here.html(decision).find("The motion was to refuse it. It passed: so it was refused.") != std::string::npos);
}

TEST_CASE("a keeper records only from a source, and an officer for their own body and its committees") {
  Place here;
  const Json no_source = Json::object({{"body", here.cabinet.value}, {"title", "Close it"}});
  CHECK(refused_with(here.place.order("decision take", no_source), Code::missing, "source_address"));

  here.as_officer_of(here.council);
  const Index decision = here.first("decision take", no_source);  // the cabinet is part of the council
  CHECK(here.see(decision).find("by_the_body")->boolean());
  CHECK_FALSE(has_gap(here.see(decision), "not_confirmed"));

  here.as_officer_of(here.trust);
  CHECK(here.place.order("decision take", no_source).problems.has(Code::not_allowed));
  for (const char* session : {"", "member", "moderator"}) {
    here.place.as({.session = session});
    CHECK(here.place.order("decision take", bare(here.council)).problems.has(Code::not_allowed));
  }
}

TEST_CASE("only the body itself confirms, and once") {
  Place here;
  const Index decision = here.first("decision take", bare(here.council));
  const Json asked = Json::object({{"decision", decision.value}});
  CHECK(here.place.order("decision confirm", asked).problems.has(Code::not_allowed));
  here.as_officer_of(here.trust);
  CHECK(here.place.order("decision confirm", asked).problems.has(Code::not_allowed));
  here.as_officer_of(here.council);
  here.place.done("decision confirm", asked);
  CHECK_FALSE(has_gap(here.see(decision), "not_confirmed"));
  CHECK(refused_with(here.place.order("decision confirm", asked), Code::already_there, "decision"));
}

TEST_CASE("all that is wrong is said at once") {
  Place here;
  Json deciders = Json::array();
  deciders.push(Json::object({{"held", 9999}}));
  Json dissents = Json::array();
  dissents.push(Json::object({{"decider", 3}}));
  const auto outcome = here.place.order(
      "decision take",
      Json::object(
          {{"body", 9998}, {"on", "2030-01-01"}, {"decision", 9997}, {"deciders", deciders}, {"dissents", dissents}}));
  CHECK(refused_with(outcome, Code::missing, "body"));
  CHECK(refused_with(outcome, Code::missing, "title"));
  CHECK(refused_with(outcome, Code::in_the_future, "on"));
  CHECK(refused_with(outcome, Code::not_found, "decision"));
  CHECK(refused_with(outcome, Code::not_found, "deciders/0/held"));
  CHECK(refused_with(outcome, Code::out_of_range, "dissents/0/decider"));
  CHECK(refused_with(outcome, Code::missing, "dissents/0/words"));
  CHECK(refused_with(outcome, Code::missing, "source_address"));
  CHECK(outcome.acts.empty());
}

TEST_CASE("a decision that was announced keeps its address when it is taken, and what else it ends in is linked") {
  Place here;
  const Index coming = here.first(
      "decision announce",
      from_the_minutes(
          Json::object({{"body", here.council.value}, {"title", "The future of the day centre"}, {"due", "2026-11"}})));
  CHECK(here.status(coming) == "coming");
  CHECK(here.place.page("/coming")->find("decisions")->items().size() == 1);
  Json asked = close_the_day_centre(here.council);
  asked.set("decision", coming.value);
  here.place.done("decision take", asked);
  CHECK(here.see(coming).find("decision")->number() == coming.value);
  CHECK(here.status(coming) != "coming");
  const Index second = here.first("decision take", asked);
  CHECK(second != coming);
  CHECK(here.see(second).find("chain")->find("decisions")->items().size() == 2);
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("a due day that passed with nothing recorded is said to be so") {
  Place here;
  const Index coming = here.first(
      "decision announce",
      from_the_minutes(
          Json::object({{"body", here.council.value}, {"title", "The future of the pier"}, {"due", "2026-10"}})));
  CHECK(here.status(coming) == "coming");
  CHECK(has_gap(here.see(coming), "was_due_nothing_recorded"));
  CHECK(here.html(coming).find("nothing is on the record") != std::string::npos);
}

TEST_CASE("a status moves as the table has it, and a final one moves no more") {
  Place here;
  here.as_officer_of(here.council);
  const Index decision = here.first("decision take", close_the_day_centre(here.council));
  const auto event = [&](const char* name) {
    return here.place.order("decision status",
                            Json::object({{"decision", decision.value}, {"event", name}, {"reason", "As minuted."}}));
  };
  CHECK(refused_with(event("upheld"), Code::wrong_state, "event"));
  CHECK(event("called_in").ok());
  CHECK(here.status(decision) == "called_in");
  CHECK(event("sent_back").ok());
  CHECK(refused_with(event("called_in"), Code::wrong_state, "event"));
  CHECK(event("confirmed_unchanged").ok());
  CHECK(here.status(decision) == "in_force");

  const Index next = here.first("decision take", bare(here.council));
  const Json replaces = Json::object({{"decision", next.value}, {"link", "replaces"}, {"to", decision.value}});
  CHECK(here.place.order("decision link", replaces).ok());
  CHECK(here.status(decision) == "overtaken");
  CHECK(refused_with(event("withdrawn"), Code::wrong_state, "event"));
  CHECK(refused_with(here.place.order("decision link", replaces), Code::already_there, "to"));
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("a withdrawal has a reason that everyone can read") {
  Place here;
  here.as_officer_of(here.council);
  const Index decision = here.first("decision take", bare(here.council));
  Json asked = Json::object({{"decision", decision.value}, {"event", "withdrawn"}});
  CHECK(refused_with(here.place.order("decision status", asked), Code::missing, "reason"));
  asked.set("reason", "The paper was wrong.");
  here.place.done("decision status", asked);
  CHECK(here.status(decision) == "withdrawn");
  CHECK(here.html(decision).find("The paper was wrong.") != std::string::npos);
}

TEST_CASE("a correction stands beside the first words, with its reason and source") {
  Place here;
  const Index decision = here.first("decision take", close_the_day_centre(here.council));
  here.place.done("decision correct", from_the_minutes(Json::object({{"decision", decision.value},
                                                                     {"part", "reasons"},
                                                                     {"words", "It is the second least used."},
                                                                     {"reason", "The minutes were amended."}})));
  here.place.done(
      "decision correct",
      from_the_minutes(Json::object({{"decision", decision.value}, {"part", "on"}, {"when", "2024-03-05"}})));
  const Json page = here.see(decision);
  CHECK(page.find("reasons")->string() == "It is the second least used.");
  const auto& corrections = page.find("corrections")->items();
  REQUIRE(corrections.size() == 2);
  CHECK(corrections[0].find("before")->string() == "It is the least used of our five centres.");
  CHECK(corrections[0].find("reason")->string() == "The minutes were amended.");
  CHECK(corrections[1].find("when_before")->string() == "2024-03-04");
  CHECK(page.find("on")->string() == "2024-03-05");
  CHECK(refused_with(here.place.order("decision correct",
                                      from_the_minutes(Json::object({{"decision", decision.value}, {"part", "mood"}}))),
                     Code::unknown_word, "part"));
}

TEST_CASE("two accounts stand side by side and nobody chooses") {
  Place here;
  const Index decision = here.first("decision take", bare(here.council));
  here.as_officer_of(here.trust);
  here.place.done("decision account", Json::object({{"decision", decision.value},
                                                    {"body", here.trust.value},
                                                    {"words", "38 of them helped to plan it."}}));
  here.place.as_keeper();
  here.place.done(
      "decision account",
      from_the_minutes(Json::object({{"decision", decision.value}, {"words", "Their yes was not our yes."}})));
  CHECK(here.see(decision).find("accounts")->items().size() == 2);
  CHECK(here.html(decision).find("We have not chosen between them.") != std::string::npos);
}

TEST_CASE("a chain in a circle ends, is sorted by day, and is cut at fifty") {
  Place here;
  std::vector<Index> all;
  for (int i = 0; i < 60; ++i) {
    Json asked = bare(here.council);
    asked.set("on", "2024-01-" + std::string(i % 28 < 9 ? "0" : "") + std::to_string(i % 28 + 1));
    all.push_back(here.first("decision take", asked));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    here.place.done(
        "decision link",
        Json::object({{"decision", all[i].value}, {"link", "follows"}, {"to", all[(i + 1) % all.size()].value}}));
  }
  here.place.read([&](kernel::Reader& reader) {
    const Chain chain = chain_of(reader, all[0]);
    CHECK(chain.decisions.size() == chain_max);
    CHECK(chain.is_cut);
    CHECK(std::is_sorted(chain.decisions.begin(), chain.decisions.end(),
                         [](const ChainLine& a, const ChainLine& b) { return a.on->first() < b.on->first(); }));
    CHECK(std::count_if(chain.decisions.begin(), chain.decisions.end(),
                        [](const ChainLine& one) { return one.here; }) == 1);
  });
}

TEST_CASE("what was published long after, in force before it, deleted, or filed minutes, is said to be so") {
  Place here;
  Json asked = bare(here.council);
  asked.set("title", "Minutes of Previous Meeting");
  asked.set("on", "2019-01-10");
  asked.set("published", "2023-02-01");
  asked.set("effective", "2019-01-20");
  asked.set("source_words", "Deleted");
  const Index decision = here.first("decision take", asked);
  const Json page = here.see(decision);
  for (const char* gap :
       {"published_long_after", "effective_before_published", "deleted_yet_on_view", "minutes_stored_as_decision"}) {
    CAPTURE(gap);
    CHECK(has_gap(page, gap));
  }
  CHECK(here.html(decision).find("It was published 4 years after it was decided.") != std::string::npos);
  CHECK(here.status(decision) == "in_force");
}

TEST_CASE("the lists page, filter by body and by what became of them, and leave as CSV and feed") {
  Place here;
  for (int i = 0; i < 53; ++i) here.first("decision take", bare(here.council));
  here.first("decision take", bare(here.trust));
  const Json first = *here.place.page("/decisions");
  CHECK(first.find("decisions")->items().size() == 50);
  CHECK(first.find("has_more")->boolean());
  CHECK(here.place.page("/decisions", {{"page", "2"}})->find("decisions")->items().size() == 4);
  CHECK(
      here.place.page("/decisions", {{"body", std::to_string(here.trust.value)}})->find("decisions")->items().size() ==
      1);
  CHECK(here.place.page("/decisions", {{"status", "in_force"}})->find("decisions") == nullptr);
  CHECK(here.place.page("/decisions", {{"status", "taken"}})->find("has_more")->boolean());
  CHECK_FALSE(here.place.page("/decisions", {{"status", "wonderful"}}).ok());
}

TEST_CASE("erased words leave a grey line, and the decision stays") {
  Place here;
  const Index decision = here.first("decision take", close_the_day_centre(here.council));
  here.place.done("erase", Json::object({{"act", decision.value}, {"field", "reasons"}, {"ground", "named_person"}}));
  const std::string html = here.html(decision);
  CHECK(html.find("least used") == std::string::npos);
  CHECK(html.find("Words erased, because they named a person.") != std::string::npos);
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("PostgreSQL keeps decisions, their chain and their lists as SQLite does") {
  const auto url = postgres_url();
  if (!url) {
    MESSAGE("skipped: " << why_no_postgres());
    return;
  }
  Place here(*url);
  const Index coming = here.first(
      "decision announce",
      from_the_minutes(Json::object({{"body", here.council.value}, {"title", "The pier"}, {"due", "2026-12"}})));
  const Index decision = here.first("decision take", close_the_day_centre(here.council));
  here.place.done("decision link",
                  Json::object({{"decision", decision.value}, {"link", "follows"}, {"to", coming.value}}));
  here.place.done(
      "decision correct",
      from_the_minutes(Json::object({{"decision", decision.value}, {"part", "on"}, {"when", "2024-03-05"}})));
  CHECK(here.see(decision).find("deciders")->items().size() == 7);
  CHECK(here.see(decision).find("chain")->find("decisions")->items().size() == 2);
  CHECK(here.place.page("/decisions", {{"status", "taken"}})->find("decisions")->items().size() == 1);
  CHECK(here.place.page("/coming")->find("decisions")->items().size() == 1);
  here.place.read([&](kernel::Reader& reader) {
    CHECK(counts(reader).taken == 1);
    CHECK(taken_part(reader, here.place.today(), decision, 5).empty());
  });
  CHECK(here.place.refold_difference() == "");
}

}  // namespace alongside::decision
