// An attack on secret answers: somebody who knows the rule, who is in the room and on which side, and reads all that is told,
// tries to work out what a person answered. Rooms of 3 to 30 people. And one that compares two releases.
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "commons/agreement/scene.h"
#include "engines/consent.h"

namespace alongside::agreement {
namespace {

using scene::Hall;

constexpr std::array<const char*, 3> answers{"yes", "no", "abstained"};

// What each of a side answers: 0 yes, 1 no, 2 abstained, 3 nothing.
using Side = std::vector<int>;

struct Told {
  std::string sides;  // of the page's JSON, with the act's own
  std::string page;   // the same for everybody, numbers that are addresses taken out
  std::size_t acts = 0;
};

std::string without_digits(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c < '0' || c > '9') out += c;
  }
  return out;
}

// A room in which this is answered, and all that is told of it.
Told told_of(Hall& hall, const std::vector<Side>& sides, const Json& rule, std::vector<Json>* sides_told = nullptr) {
  const Index work = hall.work(rule);
  const Index agreement = hall.ask(work);
  for (std::size_t s = 0; s < sides.size(); ++s) {
    for (const int answer : sides[s]) {
      const std::int64_t who = hall.on_side(work, s == 0 ? "lived" : "office");
      if (answer < 3) hall.answer(agreement, who, answers[static_cast<std::size_t>(answer)]);
    }
  }
  std::int64_t before = 0;
  hall.place.read([&](kernel::Reader& reader) { before = reader.size().value; });
  hall.close();
  hall.place.as_nobody();
  Told out;
  const Json seen = hall.see(work, agreement);
  out.sides = seen.find("sides")->canonical();
  hall.place.read([&](kernel::Reader& reader) {
    out.acts = static_cast<std::size_t>(reader.size().value - before);
    const Json entry = parse_json(*reader.entry({before})).value();
    out.sides += entry.find("body")->find("sides")->canonical();
    // Nothing is kept from which somebody could tell later: not in the house either.
    CHECK(reader.count("SELECT COUNT(*) FROM agreement_answers") == 0);
  });
  const std::string page = hall.html(hall.path(work, agreement));
  const std::size_t start = page.find("id=\"sides\"");  // the days above it are not the same
  out.page = without_digits(page.substr(start, page.find("<dl", start) - start));
  if (sides_told != nullptr) *sides_told = seen.find("sides")->items();
  hall.as_keeper();
  return out;
}

engines::SideOutcome outcome_in(const Json& told) {
  const auto number = [&](const char* name) { return told.find(name) == nullptr ? std::nullopt : std::optional(told.find(name)->number()); };
  const std::string consented = told.find("consented")->string();
  return {.consented = consented == "agreed" ? engines::Consented::agreed : consented == "not_agreed" ? engines::Consented::not_agreed
                       : consented == "no_quorum" ? engines::Consented::no_quorum : engines::Consented::too_few,
          .answered = number("answered"), .yes = number("yes"), .no = number("no"), .abstained = number("abstained")};
}

// All counts that a side of so many could have answered, given what is told of it. People on a side can change places, so a
// person can have answered whatever at least one of them gave.
std::vector<engines::Answers> consistent(const engines::SideOutcome& told, std::int64_t people, const engines::ConsentRule& rule) {
  std::vector<engines::Answers> out;
  for (std::int64_t yes = 0; yes <= people; ++yes) {
    for (std::int64_t no = 0; yes + no <= people; ++no) {
      for (std::int64_t abstained = 0; yes + no + abstained <= people; ++abstained) {
        const engines::Answers one{.people = people, .yes = yes, .no = no, .abstained = abstained};
        if (engines::outcome_of(one, rule) == told) out.push_back(one);
      }
    }
  }
  return out;
}

Side in_order(const engines::Answers& all) {
  Side out;
  for (std::int64_t i = 0; i < all.people; ++i) out.push_back(i < all.yes ? 0 : i < all.yes + all.no ? 1 : i < all.yes + all.no + all.abstained ? 2 : 3);
  return out;
}

}  // namespace

TEST_CASE("in rooms of 3 to 30 people nobody's secret answer can be worked out from what is told, and other answers tell the same") {
  Hall hall;
  std::mt19937 chance(7);
  for (int people = 3; people <= 30; ++people) {
    CAPTURE(people);
    const bool two_thirds = people % 2 == 0;
    const engines::ConsentRule rule{.two_thirds = two_thirds, .quorum_per_cent = 50, .secret = true};
    const Json said = Json::object({{"consent", two_thirds ? "two_thirds" : "majority"}, {"quorum_per_cent", 50}});
    const int lean = static_cast<int>(chance() % 4);  // rooms in which nearly all say the same are the ones that give away
    std::vector<Side> sides(2);
    for (int i = 0; i < people; ++i) sides[i % 3 == 0 ? 1 : 0].push_back(chance() % 3 != 0 ? lean : static_cast<int>(chance() % 4));
    std::vector<Json> told;
    const Told here = told_of(hall, sides, said, &told);
    REQUIRE(told.size() == 2);
    std::vector<Side> others;
    for (std::size_t s = 0; s < 2; ++s) {
      const auto possible = consistent(outcome_in(told[s]), static_cast<std::int64_t>(sides[s].size()), rule);
      REQUIRE_FALSE(possible.empty());
      std::set<int> answers_of_anybody;
      for (const engines::Answers& one : possible) {
        if (one.yes > 0) answers_of_anybody.insert(0);
        if (one.no > 0) answers_of_anybody.insert(1);
        if (one.abstained > 0) answers_of_anybody.insert(2);
      }
      CHECK_MESSAGE(answers_of_anybody.size() >= 2, "a side of ", sides[s].size(), " gives an answer away: ", told[s].canonical());
      others.push_back(in_order(possible[chance() % possible.size()]));
    }
    const Told there = told_of(hall, others, said);
    CHECK(there.sides == here.sides);
    const bool is_the_same_page = there.page == here.page;
    CHECK(is_the_same_page);
    CHECK(there.acts == here.acts);
  }
}

TEST_CASE("where nearly the same is asked again, the counts do not give away who came between the two") {
  for (const char* answer : answers) {
    Hall hall;
    const Index work = hall.work();
    std::vector<std::int64_t> people;
    for (int i = 0; i < 20; ++i) people.push_back(hall.on_side(work, "lived"));
    const auto all_answer = [&](Index agreement) {
      for (int i = 0; i < 20; ++i) hall.answer(agreement, people[static_cast<std::size_t>(i)], answers[i < 8 ? 0U : i < 15 ? 1U : 2U]);
    };
    const Index first = hall.ask(work, "There should be somewhere warm, open until 10 at night.");
    all_answer(first);
    hall.close();
    CHECK(hall.side(work, first, "lived").find("yes")->number() == 8);
    const Index again = hall.ask(work, "There should be somewhere warm, open until 11 at night.");
    all_answer(again);
    hall.answer(again, hall.on_side(work, "lived"), answer);
    const Index other = hall.ask(work, "The number 14 bus runs after eight.");
    all_answer(other);
    hall.close();
    CHECK(hall.side(work, again, "lived").canonical() == R"({"consented":"not_agreed","side":"lived"})");
    CHECK(hall.side(work, other, "lived").find("yes")->number() == 8);  // another question says nothing of this one
    CHECK(hall.place.refold_difference() == "");
  }
}

TEST_CASE("before it closes an agreement tells nothing of who or how many answered, on no page and in no act") {
  Hall hall;
  const Index work = hall.work();
  std::vector<std::int64_t> people;
  for (int i = 0; i < 30; ++i) people.push_back(hall.on_side(work, "lived"));
  const Index agreement = hall.ask(work);
  const auto all = [&] {
    hall.place.as_nobody();
    std::string out = hall.html(hall.path(work, agreement)) + hall.see(work, agreement).canonical() + hall.html(agreements_path(work));
    hall.place.read([&](kernel::Reader& reader) { out += std::to_string(reader.size().value); });
    return out;
  };
  const std::string before = all();
  for (const std::int64_t one : people) REQUIRE(hall.answer(agreement, one, "yes").ok());
  CHECK(all() == before);
}

}  // namespace alongside::agreement
