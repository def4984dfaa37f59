// A question through the Writer: who words it, who reads it first, what each side answers, and which words stand then.
#include <doctest/doctest.h>

#include "commons/question/scene.h"

namespace alongside::question {
namespace {

using scene::first_words;
using scene::has;
using scene::other_words;
using scene::Place;
using work::Side;

}  // namespace

TEST_CASE("the first wording is the commissioner's: it stands at once, and once only") {
  Place here;
  const Index first = here.asks_first();
  REQUIRE(here.asked().size() == 1);
  CHECK(here.asked()[0].wording == first);
  CHECK(here.asked()[0].words.words == first_words);
  CHECK(here.asked()[0].side == Side::office);
  CHECK(here.order("wording first", Json::object({{"words", "Another"}})).problems.has(Code::already_there));
  CHECK(here.wording(0).find("until")->string() == "2026-12-15");
  here.place.as_nobody();
  CHECK(has(here.html(), "It is asked until the sides agree on another"));
  here.as(1);
  CHECK(here.order("wording first", Json::object({{"words", "Mine"}})).problems.has(Code::not_allowed));
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("a wording that stood before people were invited is open for its days from the invitation on") {
  Place here(Json::object(), false);
  const Index first = here.asks_first();
  here.days_pass(100);
  here.place.as_keeper();
  here.place.done("due wordings", Json::object());
  CHECK(here.wording(0).find("state")->string() == "open");
  const auto found = [&](Index from) {
    std::size_t out = 0;
    here.place.read([&](kernel::Reader& reader) {
      for (const kernel::Concern& one : here.place.house().concerns()) {
        if (one.name() != "question") continue;
        for (const Index index : one.search_rows()[0].changed(reader, from, reader.size())) out += one.search_rows()[0].read(reader, index) ? 1 : 0;
      }
    });
    return out;
  };
  CHECK(found({0}) == 0);  // what is being prepared is in no search
  const Index launched = here.done("work launch", Json::object());
  CHECK(found(launched) == 1);
  CHECK(here.wording(0).find("until")->string() == (here.place.today() + 21).iso());
  here.joins(1, Side::lived);
  CHECK(here.chooses(1, first, Answer::yes).ok());
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("somebody in the room proposes other words, and nobody reads them until a moderator has") {
  Place here;
  here.asks_first();
  here.join(1, 5, Side::lived);
  here.join(101, 5, Side::office);
  here.as(77);
  CHECK(here.order("wording propose", Json::object({{"words", "x"}, {"reason", "y"}})).problems.has(Code::wrong_state));
  const Index wording = here.proposes(1, other_words, "I stay well because of the woman at the bus stop.");
  CHECK(has(here.html(), other_words));  // whoever wrote them
  for (const auto& credential : {kernel::Credential{}, kernel::Credential{.session = "member:2"}, kernel::Credential{.session = "officer:900000:" + std::to_string(here.council.value)}}) {
    here.place.as(credential);
    CHECK_FALSE(has(here.html(), other_words));
    CHECK_FALSE(has(here.json().canonical(), "bus stop"));
    CHECK(has(here.html(), "Waits to be read"));
  }
  here.as_officer();
  CHECK(here.order("wording publish", Json::object({{"wording", wording.value}})).problems.has(Code::not_allowed));
  here.as_moderator();
  CHECK(has(here.html(), "bus stop"));
  CHECK_FALSE(has(here.json().canonical(), "bus stop"));
  CHECK(here.chooses(2, wording, Answer::yes).problems.has(Code::wrong_state));
  here.days_pass(3);
  here.publishes(wording);
  here.place.as_nobody();
  CHECK(has(here.html(), "bus stop"));
  CHECK(here.wording(0).find("until")->string() == (here.place.today() + 21).iso());  // counted from when it could be read
  CHECK(here.wording(0).find("side")->string() == "lived");
  CHECK(here.chooses(2, wording, Answer::yes).ok());
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("when every side's rule is met, the new words are the question, and not a day before") {
  Place here;
  here.asks_first();
  here.join(1, 12, Side::lived);
  here.join(101, 9, Side::office);
  const Index wording = here.puts(1, other_words);
  here.choose(1, 8, wording, Answer::yes);
  here.choose(9, 2, wording, Answer::no);
  here.choose(101, 6, wording, Answer::yes);
  CHECK(here.asked()[0].number == 1);
  here.days_pass(21);
  here.place.as_keeper();
  here.place.done("due wordings", Json::object());
  CHECK(here.asked()[0].number == 1);  // the last day is a day to answer
  CHECK(here.chooses(10, wording, Answer::yes).ok());  // a change of mind replaces
  here.days_pass(1);
  CHECK(here.chooses(9, wording, Answer::yes).problems.has(Code::wrong_state));
  here.place.as_keeper();
  here.place.done("due wordings", Json::object());
  REQUIRE(here.asked().size() == 1);
  CHECK(here.asked()[0].wording == wording);
  CHECK(here.asked()[0].is_agreed);
  CHECK(here.asked()[0].agreed_by == std::vector<Side>{Side::lived, Side::office});
  const Json sides = *here.wording(0).find("sides");
  CHECK(sides.items()[0].find("answered")->number() == 10);
  CHECK(sides.items()[0].find("yes") == nullptr);  // 9 and 1: small numbers hide both
  CHECK(here.chooses(9, wording, Answer::yes).problems.has(Code::wrong_state));
  CHECK(here.rows("wording_choices") == 0);
  here.place.as_nobody();
  CHECK(has(here.html(), "Every side agreed to it"));
  CHECK(has(here.html(), "class=\"hid\""));
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("where the sides do not agree, the first words and those that a side agreed to stand side by side, as the rule says") {
  Place here(Json::object({{"deadlock", "mediator"}}));
  here.asks_first();
  here.join(1, 10, Side::lived);
  here.join(101, 10, Side::office);
  const Index of_lived = here.puts(1, other_words);
  const Index of_nobody = here.puts(101, "Which services should we pay for?");
  here.choose(1, 10, of_lived, Answer::yes);
  here.choose(101, 10, of_lived, Answer::no);
  here.choose(1, 5, of_nobody, Answer::no);
  here.closes();
  REQUIRE(here.asked().size() == 2);
  CHECK(here.asked()[0].number == 1);
  CHECK(here.asked()[1].wording == of_lived);
  CHECK(here.asked()[1].agreed_by == std::vector<Side>{Side::lived});
  here.place.as_nobody();
  const std::string page = here.html();
  CHECK(has(page, "A mediator is asked") == false);
  CHECK(has(page, "a mediator is asked"));
  CHECK(has(page, "We have not chosen between them"));
  // A newer wording to which all agree ends it.
  const Index last = here.puts(2, "What helps people in Eastmere stay well, and what should we pay for?");
  here.choose(1, 10, last, Answer::yes);
  here.choose(101, 10, last, Answer::yes);
  here.closes();
  REQUIRE(here.asked().size() == 1);
  CHECK(here.asked()[0].wording == last);
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("those who would lose something are a side whose agreement is needed, and advisors give none") {
  Place here;
  here.place.as_keeper();
  const Index library = here.first("valued register", Json::object({{"name", "Harbour Road Library"}, {"support", "open_place"}}));
  here.done("work touches", Json::object({{"valued", library.value}}));
  here.asks_first();
  here.join(1, 6, Side::lived);
  here.join(101, 6, Side::office);
  here.joins(301, Side::advisor);
  const Index wording = here.puts(301, other_words);
  CHECK(here.wording(0).find("side") == nullptr);  // one advisor: not named
  CHECK(here.chooses(301, wording, Answer::yes).problems.has(Code::wrong_state));
  here.choose(1, 6, wording, Answer::yes);
  here.choose(101, 6, wording, Answer::yes);
  here.closes();
  CHECK(here.asked()[0].number == 1);  // nobody who would lose something has answered
  CHECK(here.wording(0).find("sides")->items().size() == 3);
  CHECK(here.wording(0).find("sides")->items()[2].find("consented")->string() == "too_few");
}

TEST_CASE("a side is named only where it cannot point at a few, and neither can its absence") {
  Place here;
  here.asks_first();
  here.join(1, 4, Side::lived);
  here.join(101, 20, Side::office);
  CHECK(here.wording(0).find("side")->string() == "office");
  here.puts(1, "One of four?");
  CHECK(here.wording(0).find("side") == nullptr);
  here.puts(101, "One of twenty?");
  CHECK(here.wording(0).find("side") == nullptr);  // else whoever is not named would be one of four
  here.joins(5, Side::lived);
  here.puts(101, "Now one of twenty?");
  CHECK(here.wording(0).find("side")->string() == "office");
  here.place.as_nobody();
  CHECK(has(here.html(), "Put by somebody in the room"));
}

TEST_CASE("whoever proposed a wording withdraws it with no reason asked, and nobody else does") {
  Place here;
  here.asks_first();
  here.join(1, 6, Side::lived);
  const Index wording = here.puts(1, other_words);
  here.choose(2, 2, wording, Answer::yes);
  const Json request = Json::object({{"wording", wording.value}});
  here.as(2);
  CHECK(here.order("wording withdraw", request).problems.has(Code::not_allowed));
  here.as_officer();
  CHECK(here.order("wording withdraw", request).problems.has(Code::not_allowed));
  here.as(1);
  here.done("wording withdraw", request);
  CHECK(here.wording(0).find("state")->string() == "withdrawn");
  CHECK(here.rows("wording_choices") == 0);
  CHECK(here.chooses(3, wording, Answer::yes).problems.has(Code::wrong_state));
  const Index closed = here.puts(1, "And this?");
  here.closes();
  here.as(1);
  CHECK(here.order("wording withdraw", Json::object({{"wording", closed.value}})).problems.has(Code::wrong_state));
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("a wording that is refused keeps its number and its reason in public, and its words nowhere") {
  Place here;
  here.asks_first();
  here.join(1, 6, Side::lived);
  const Index wording = here.proposes(1, "Why does Dr Smith not care?");
  here.as_moderator();
  here.done("wording refuse", Json::object({{"wording", wording.value}, {"reason", "names_a_person"}}));
  CHECK(here.order("wording publish", Json::object({{"wording", wording.value}})).problems.has(Code::wrong_state));
  here.place.as_nobody();
  CHECK(has(here.html(), "It names a private person"));
  CHECK_FALSE(has(here.html(), "Smith"));
  CHECK(here.json().find("refused")->items()[0].find("n")->number() == 1);
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("a wording that sounds like danger waits, and nothing on the record or in public tells") {
  Place here;
  here.asks_first();
  const std::int64_t moderator = here.comes();
  here.join(1, 6, Side::lived);
  const Index wording = here.proposes(1, "Why should I go on?");
  const Json told = Json::object({{"wording", wording.value}, {"told", "Robin Marsh, 01632 960 001"}});
  here.as_officer();
  CHECK(here.order("wording danger", told).problems.has(Code::not_allowed));
  here.place.as_nobody();
  const std::string before = here.html();
  here.as_moderator(moderator);
  CHECK(here.order("wording danger", Json::object({{"wording", wording.value}})).problems.has(Code::missing));
  CHECK(here.order("wording release", Json::object({{"wording", wording.value}})).problems.has(Code::wrong_state));
  const auto outcome = here.order("wording danger", told);
  REQUIRE(outcome.ok());
  CHECK(outcome.acts.empty());
  CHECK(here.order("wording danger", told).problems.has(Code::already_there));
  CHECK(here.order("wording publish", Json::object({{"wording", wording.value}})).problems.has(Code::wrong_state));
  CHECK(here.order("wording refuse", Json::object({{"wording", wording.value}, {"reason", "danger"}})).problems.has(Code::wrong_state));
  CHECK(has(here.html(), "It is kept back until that is over"));
  here.place.as_nobody();
  CHECK(here.html() == before);
  here.as(1);
  CHECK(has(here.html(), "We are not a crisis service"));
  here.as(2);
  CHECK_FALSE(has(here.html(), "We are not a crisis service"));
  here.as_moderator(moderator);
  here.done("wording release", Json::object({{"wording", wording.value}}));
  here.done("wording publish", Json::object({{"wording", wording.value}}));
  CHECK(here.order("wording danger", told).problems.has(Code::wrong_state));
  here.as(1);
  CHECK_FALSE(has(here.html(), "We are not a crisis service"));
  here.place.done("leave", Json::object());
  std::int64_t named = 0;
  here.place.read([&](kernel::Reader& reader) { named = reader.count("SELECT COUNT(*) FROM work_danger WHERE author <> 0"); });
  CHECK(named == 0);
  CHECK(here.rows("work_danger") == 1);
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("the same words are not asked twice, and one person has three wordings at a time") {
  Place here;
  here.asks_first();
  here.join(1, 6, Side::lived);
  here.as(1);
  CHECK(here.order("wording propose", Json::object({{"words", "how can we increase uptake of  talking therapies in Eastmere?"}, {"reason", "r"}})).problems.has(Code::already_there));
  const Index one = here.proposes(1, other_words);
  const Index two = here.proposes(2, other_words);
  here.publishes(one);
  here.as_moderator();
  CHECK(here.order("wording publish", Json::object({{"wording", two.value}})).problems.has(Code::already_there));
  here.proposes(1, "Two?");
  here.proposes(1, "Three?");
  CHECK(here.order("wording propose", Json::object({{"words", "Four?"}, {"reason", "r"}})).problems.has(Code::too_many));
}

TEST_CASE("every problem with a request comes at once, in words") {
  Place here;
  here.as(1);
  const auto outcome = here.order("wording propose", Json::object({{"words", " "}}));
  CHECK(outcome.problems.list().size() == 4);  // no words, no reason, not in the room, nothing is asked yet
  CHECK(here.order("wording choose", Json::object({{"wording", 1}})).problems.has(Code::not_found));
  here.asks_first();
  here.as(1);
  CHECK(here.order("wording propose", Json::object({{"words", std::string(1001, 'x')}, {"reason", "r"}})).problems.has(Code::out_of_range));
}

TEST_CASE("the page says what changed, word by word, and whose words the question is made of") {
  Place here;
  here.asks_first();
  here.join(1, 6, Side::lived);
  here.join(101, 6, Side::office);
  const Index wording = here.puts(1, other_words);
  here.choose(1, 6, wording, Answer::yes);
  here.choose(101, 6, wording, Answer::yes);
  here.closes();
  here.place.as_nobody();
  const std::string page = here.html();
  CHECK(has(page, "<ins>"));
  CHECK(has(page, "<del>"));
  CHECK(has(page, "There were 10 words, and there are 7. 2 stayed where they were."));
  const Json whose = *here.json().find("whose");
  REQUIRE(whose.items().size() == 2);
  CHECK(whose.items()[0].find("side")->string() == "lived");
  CHECK(whose.items()[0].find("words")->number() == 5);
  CHECK(whose.items()[1].find("words")->number() == 2);
  CHECK(has(here.html({{"from", "2"}, {"to", "1"}}), "From wording 2 to wording 1"));
  CHECK_FALSE(has(here.html({{"from", "2"}, {"to", "7"}}), "From wording 2"));
  CHECK(has(here.html(), "by-lived"));
}

TEST_CASE("when somebody leaves, their words and what they said go, and what was counted stays") {
  Place here;
  here.asks_first();
  here.join(1, 8, Side::lived);
  here.join(101, 6, Side::office);
  const Index counted = here.puts(1, other_words);
  here.choose(1, 8, counted, Answer::yes);
  here.choose(101, 6, counted, Answer::yes);
  here.closes();
  const Json before = *here.wording(0).find("sides");
  const Index open = here.puts(1, "And what should we keep?");
  here.choose(1, 8, open, Answer::yes);
  here.as(1);
  here.place.done("leave", Json::object());
  here.place.as_nobody();
  CHECK_FALSE(has(here.html(), other_words));
  CHECK_FALSE(has(here.json().canonical(), "keep"));
  CHECK(*here.wording(1).find("sides") == before);
  CHECK(here.asked()[0].wording == counted);
  CHECK(here.asked()[0].words.state == Text::State::erased);
  CHECK(has(here.html(), "were erased"));
  CHECK(here.rows("wording_choices") == 7);
  CHECK(here.rows("wording_authors") == 0);
  CHECK(here.chooses(2, open, Answer::no).problems.has(Code::wrong_state));
  here.closes();
  CHECK(here.wording(0).find("sides") == nullptr);  // nobody agrees to words that are gone
  CHECK(here.asked()[0].wording == counted);
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("by name the counts of each side stand whole, and still nobody is told who said what") {
  Place here(Json::object({{"ballots", "by_name"}}));
  const Index first = here.asks_first();
  here.join(1, 3, Side::lived);
  here.join(101, 2, Side::office);
  here.choose(1, 2, first, Answer::yes);
  here.choose(3, 1, first, Answer::no);
  here.choose(101, 2, first, Answer::yes);
  here.closes();
  CHECK(here.asked()[0].is_agreed);
  CHECK(here.wording(0).find("sides")->items()[0].find("yes")->number() == 2);
  CHECK(here.rows("wording_choices") == 0);
}

TEST_CASE("a list of wordings is a table, a feed, a thing that is found, and a line on the page of its work") {
  Place here;
  here.asks_first();
  here.place.read([&](kernel::Reader& reader) {
    const kernel::Actor actor;
    const kernel::Seeing seeing{.reader = reader, .actor = actor, .today = here.place.today(), .now = {}, .place = "p", .path = {{"work", std::to_string(here.work.value)}}, .query = {}, .fresh_key = "k", .search = {}, .house = &here.place.house()};
    const auto match = here.place.house().page_at(here.path());
    const auto seen = match.row->see(seeing);
    REQUIRE(seen.ok());
    CHECK(has(seen->csv(html::Say::english()), "How can we increase uptake"));
    CHECK(seen->feed(html::Say::english()).entries.size() == 1);
    const auto lines = seeing.about(here.work);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].kind == "question");
    CHECK(lines[0].path == here.path());
    for (const kernel::Concern& one : here.place.house().concerns()) {
      if (one.name() != "question") continue;
      const Index wording = one.search_rows()[0].changed(reader, {0}, reader.size()).at(0);
      CHECK(one.search_rows()[0].read(reader, wording)->title == first_words);
    }
  });
}

}  // namespace alongside::question
