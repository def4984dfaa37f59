// Whatever a room and a body do, in whatever order: each person is counted once, no dissent disappears, a decision that
// departs is never shown as followed, and the settings of the work are what they were when people were invited.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <set>

#include "commons/agreement/scene.h"

namespace alongside::agreement {
namespace {

using scene::Hall;
using scene::has;

constexpr std::array<const char*, 4> sides{"lived", "office", "affected", "advisor"};
constexpr std::array<const char*, 3> answers{"yes", "no", "abstained"};

// One walk through a room: what is done, and what must be true of it afterwards.
struct Walk {
  Hall& hall;
  bool by_name;
  Index work = hall.work(by_name ? Json::object({{"ballots", "by_name"}, {"consent", "two_thirds"}, {"quorum_per_cent", 40}}) : Json::object());
  std::string settings = rule();
  std::vector<std::int64_t> people;
  std::vector<Index> asked;
  std::map<std::int64_t, std::set<std::int64_t>> answered;              // by agreement: who, and it counts while they are on a side
  std::map<std::int64_t, std::int64_t> on_side;                         // by person: has a side with consent, 1
  std::map<std::int64_t, int> dissents;                                 // by agreement
  std::map<std::int64_t, std::vector<std::string>> published;
  std::map<std::int64_t, std::vector<std::string>> decided;
  std::vector<std::pair<Index, Index>> waiting;                         // agreement, dissent

  std::string rule() {
    std::string out;
    hall.place.read([&](kernel::Reader& reader) {
      const work::WorkRow row = *work::row_of(reader, work);
      out = std::to_string(static_cast<int>(row.consent)) + " " + std::to_string(row.quorum_per_cent) + " " + std::to_string(static_cast<int>(row.ballots)) + " " +
            std::to_string(static_cast<int>(row.deadlock)) + " " + std::to_string(row.answer_days) + " " + std::to_string(static_cast<int>(row.promise));
    });
    return out + hall.json("/work/" + std::to_string(work.value)).find("settings")->canonical();
  }
  Index pick(int n) const { return asked[static_cast<std::size_t>(n) % asked.size()]; }
  std::int64_t somebody(int n) const { return people[static_cast<std::size_t>(n) % people.size()]; }

  void step(int what, int n) {
    if (people.empty() || what == 0) return comes_in(n);
    if (asked.empty() || what == 1) return asks(n);
    if (what == 2) return changes_side(n);
    if (what == 3) return leaves_the_room(n);
    if (what <= 7) return answers_it(n);
    if (what == 8) return dissents_from_it(n);
    if (what == 9) return reads(n);
    if (what == 10) return decides(n);
    if (what == 11) return pauses();
    hall.close();
  }
  void comes_in(int n) {
    people.push_back(hall.person("Person " + std::to_string(++hall.names)));
    changes_side(static_cast<int>(people.size()) - 1 + n % 4 * 0);
  }
  void changes_side(int n) {
    const std::int64_t who = somebody(n);
    const char* side = sides[static_cast<std::size_t>(n / 7) % 4];
    hall.as_member(who);
    if (hall.place.order("work part", Json::object({{"work", work.value}, {"side", side}})).ok()) on_side[who] = std::string_view(side) != "advisor" ? 1 : 0;
    hall.as_keeper();
  }
  void leaves_the_room(int n) {
    hall.as_member(somebody(n));
    hall.place.done("work stop", Json::object({{"work", work.value}}));
    on_side[somebody(n)] = 0;
    hall.as_keeper();
  }
  void asks(int n) { asked.push_back(hall.ask(work, n % 2 == 0 ? "Somewhere warm." : "A late bus.")); }
  void answers_it(int n) {
    const std::int64_t who = somebody(n);
    const Index agreement = pick(n / 3);
    const auto outcome = hall.answer(agreement, who, answers[static_cast<std::size_t>(n / 5) % 3], by_name);
    if (outcome.ok()) answered[agreement.value].insert(who);
    const bool may = on_side[who] == 1 && hall.room(work, agreement) == "open";
    RC_ASSERT(outcome.ok() == may);
  }
  void dissents_from_it(int n) {
    const Index agreement = pick(n);
    hall.as_member(somebody(n / 2));
    const std::string words = "I do not agree, because of " + std::to_string(n) + " things.";
    const auto outcome = hall.place.order("agreement dissent", Json::object({{"agreement", agreement.value}, {"words", words}, {"say_side", n % 2 == 0}}));
    hall.as_keeper();
    if (!outcome.ok()) return;
    ++dissents[agreement.value];
    waiting.emplace_back(agreement, outcome.acts.front());
  }
  void reads(int n) {
    if (waiting.empty()) return;
    const auto [agreement, dissent] = waiting.back();
    waiting.pop_back();
    hall.as_moderator();
    if (n % 3 == 0) {
      hall.place.done("agreement dissent-refuse", Json::object({{"dissent", dissent.value}, {"reason", "abuse"}}));
    } else {
      hall.publish(dissent);
      hall.place.read([&, a = agreement, d = dissent](kernel::Reader& reader) { published[a.value].push_back(reader.words(d, "words").words); });
    }
    hall.as_keeper();
  }
  void decides(int n) {
    const Index agreement = pick(n);
    const char* outcome = n % 2 == 0 ? "departed" : "followed";
    const bool may = n % 2 == 0 || hall.room(work, agreement) == "agreed";
    const auto done = hall.decides(agreement, outcome);
    RC_ASSERT(done.ok() == may);
    if (done.ok()) decided[agreement.value].push_back(outcome);
  }
  void pauses() {
    hall.place.done("work pause", Json::object({{"work", work.value}, {"why", "It snows."}}));
    hall.place.done("work reopen", Json::object({{"work", work.value}}));
  }

  void check() {
    hall.close();
    RC_ASSERT(rule() == settings);
    hall.place.as_nobody();
    for (const Index agreement : asked) {
      const Json seen = hall.see(work, agreement);
      const std::string page = hall.html(hall.path(work, agreement));
      counted_once(seen, agreement);
      const Json* said = seen.find("dissents");
      RC_ASSERT((said == nullptr ? 0 : static_cast<int>(said->items().size())) == dissents[agreement.value]);
      for (const std::string& words : published[agreement.value]) RC_ASSERT(has(page, words));
      const Json* made = seen.find("decided");
      const auto& expected = decided[agreement.value];
      RC_ASSERT((made == nullptr ? 0U : made->items().size()) == expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        RC_ASSERT(made->items()[i].find("outcome")->string() == expected[i]);
        if (made->items()[i].find("decision") == nullptr) RC_FAIL("no decision: " + seen.canonical());
        const std::string decision = hall.html("/decisions/" + std::to_string(made->items()[i].find("decision")->number()));
        RC_ASSERT(has(decision, "followed it") == (expected[i] == "followed"));
        RC_ASSERT(has(decision, "There is no late bus.") == (expected[i] == "departed"));
      }
      const bool followed = std::find(expected.begin(), expected.end(), "followed") != expected.end();
      RC_ASSERT(has(page, "followed it") == followed);
    }
    hall.as_keeper();
  }
  void counted_once(const Json& seen, Index agreement) {
    std::int64_t total = 0;
    std::set<std::string> seen_sides;
    const Json* all_sides = seen.find("sides");
    if (all_sides == nullptr) RC_FAIL("no sides: " + seen.canonical());
    for (const Json& side : all_sides->items()) {
      RC_ASSERT(seen_sides.insert(side.find("side")->string()).second);
      if (const Json* count = side.find("answered")) total += count->number();
    }
    RC_ASSERT(total <= static_cast<std::int64_t>(answered[agreement.value].size()));
    if (!by_name) return;
    std::set<std::string> names;
    const Json* named = seen.find("named");
    for (std::size_t i = 0; named != nullptr && i < named->items().size(); ++i) RC_ASSERT(names.insert(named->items()[i].find("name")->string()).second);
    RC_ASSERT(static_cast<std::int64_t>(names.size()) == total);
  }
};

}  // namespace

TEST_CASE("each person is counted once, no dissent disappears, no departure reads as followed, and no setting changes") {
  Hall hall;
  int walks = 0;
  CHECK(rc::check([&] {
    Walk walk{hall, ++walks % 2 == 0};
    for (int i = 0; i < 6; ++i) walk.step(0, i * 7);
    const auto steps = *rc::gen::resize(30, rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(0, 13), rc::gen::inRange(0, 1000))));
    for (const auto& [what, n] : steps) walk.step(what, n);
    walk.check();
  }));
  CHECK(hall.place.refold_difference() == "");
}

}  // namespace alongside::agreement
