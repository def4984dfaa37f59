// What people answer to wordings: counted once each, on their own side, and never to be worked out from what is told.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <atomic>
#include <future>
#include <map>
#include <set>
#include <thread>

#include "commons/question/closing.h"
#include "commons/question/scene.h"
#include "engines/disclosure.h"

namespace alongside::question {
namespace {

using scene::has;
using scene::Place;
using work::Side;

constexpr int answer_days = 5;

// ---- what should be true, kept beside the place ---------------------------------------------------------------------

struct Wording {
  Index index;
  std::string words;
  std::int64_t author = 0;  // 0: the body
  WordingState state = WordingState::waiting;
  Day until;
  bool is_gone = false;
  std::map<std::int64_t, Answer> chosen;
  std::vector<SideAnswer> told;
  std::map<Side, std::int64_t> people;           // on each side at the close
  std::map<Side, engines::Answers> answers;      // and what they answered: known to nobody but this test
};

engines::ConsentRule rule_in(bool two_thirds, int quorum) { return {.two_thirds = two_thirds, .quorum_per_cent = quorum, .secret = true}; }

class Room {
 public:
  Room(int people, bool two_thirds, int quorum)
      : here(Json::object({{"consent", two_thirds ? "two_thirds" : "majority"}, {"quorum_per_cent", quorum}, {"answer_days", answer_days}})),
        rule(rule_in(two_thirds, quorum)), people_(people) {
    const Index first = here.asks_first();
    wordings.push_back({.index = first, .words = std::string(scene::first_words), .state = WordingState::open, .until = here.place.today() + answer_days});
  }

  Place here;
  engines::ConsentRule rule;
  std::vector<Wording> wordings;
  std::map<std::int64_t, Side> sides;
  std::set<std::int64_t> gone;

  std::int64_t somebody(int n) const { return 1 + n % people_; }
  Wording& a_wording(int n) { return wordings[static_cast<std::size_t>(n) % wordings.size()]; }

  void join(std::int64_t person, Side side) {
    here.joins(person, side);
    sides[person] = side;
    gone.erase(person);
  }
  void stop(std::int64_t person) {
    here.as(person);
    here.done("work stop", Json::object());
    sides.erase(person);
  }
  void leave(std::int64_t person) {
    here.as(person);
    here.place.done("leave", Json::object());
    sides.erase(person);
    for (Wording& one : wordings) {
      one.chosen.erase(person);
      if (one.author == person) one.is_gone = true, one.author = 0;
    }
  }
  void propose(std::int64_t person, bool publishes) {
    here.as(person);
    const std::string words = "What helps, number " + std::to_string(wordings.size()) + "?";
    const auto outcome = here.order("wording propose", Json::object({{"words", words}, {"reason", "Because."}}));
    RC_ASSERT(!(outcome.ok() && !sides.contains(person)));
    if (!outcome.ok()) return;
    named_safely(outcome.acts[0]);
    Wording one{.index = outcome.acts[0], .words = words, .author = person};
    if (publishes) {
      here.publishes(one.index);
      one.state = WordingState::open;
      one.until = here.place.today() + answer_days;
    }
    wordings.push_back(std::move(one));
  }
  void choose(std::int64_t person, Wording& wording, Answer choice) {
    const auto outcome = here.chooses(person, wording.index, choice);
    const bool may = sides.contains(person) && sides[person] != Side::advisor && wording.state == WordingState::open && !wording.is_gone && here.place.today() <= wording.until;
    RC_ASSERT(outcome.ok() == may);
    if (may) wording.chosen[person] = choice;
  }
  // Most of those in the room answer all that is open, each as chance has it.
  void everybody_answers(int chance) {
    std::vector<std::int64_t> all;
    for (const auto& one : sides) all.push_back(one.first);
    for (Wording& wording : wordings) {
      for (const std::int64_t person : all) {
        chance = (chance * 7919 + 13) % 10007;
        if (chance % 8 > 0) choose(person, wording, chance % 8 < 5 ? Answer::yes : chance % 8 < 7 ? Answer::no : Answer::abstained);
      }
    }
  }
  void withdraw(Wording& wording) {
    if (wording.author == 0 || wording.state > WordingState::open) return;
    here.as(wording.author);
    here.done("wording withdraw", Json::object({{"wording", wording.index.value}}));
    wording.state = WordingState::withdrawn;
    wording.chosen.clear();
  }
  void clock(int days) {
    here.days_pass(days);
    here.place.as_keeper();
    here.place.done("due wordings", Json::object());
    for (Wording& one : wordings) {
      if (one.state == WordingState::open && one.until < here.place.today()) close(one);
    }
  }
  // What the record says is what should be true.
  void check() {
    here.place.as_nobody();
    std::vector<Answered> all;
    for (const Wording& one : wordings) all.push_back({.wording = one.index, .state = one.state, .sides = one.told});
    std::vector<Index> now;
    for (const StandingWording& one : here.asked()) now.push_back(one.wording);
    RC_ASSERT(now == standing_of(all));
    here.place.read([&](kernel::Reader& reader) {
      for (const Wording& one : wordings) {
        const Text words = reader.words(one.index, "words");
        RC_ASSERT(words.is_shown() == (one.state != WordingState::waiting && !one.is_gone && was_read(one)));
        if (words.is_shown()) RC_ASSERT(words.words == one.words);
      }
    });
  }

 private:
  int people_;
  static bool was_read(const Wording& one) { return one.author == 0 || one.until != Day(); }

  void close(Wording& one) {
    one.state = WordingState::closed;
    std::vector<SideAnswer> expected;
    for (const Side side : {Side::lived, Side::office}) {
      engines::Answers answers;
      for (const auto& [person, on] : sides) answers.people += on == side ? 1 : 0;
      for (const auto& [person, choice] : one.chosen) {
        if (!sides.contains(person) || sides[person] != side) continue;
        (choice == Answer::yes ? answers.yes : choice == Answer::no ? answers.no : answers.abstained) += 1;
      }
      RC_ASSERT(answers.yes + answers.no + answers.abstained <= answers.people);  // each once
      one.people[side] = answers.people;
      one.answers[side] = answers;
      const auto outcome = engines::outcome_of(answers, rule);
      expected.push_back({.side = side, .consented = static_cast<Consented>(outcome.consented), .answered = outcome.answered, .yes = outcome.yes, .no = outcome.no, .abstained = outcome.abstained});
    }
    if (one.is_gone) expected.clear();
    here.place.read([&](kernel::Reader& reader) { one.told = answers_of(reader, one.index); });
    RC_ASSERT(one.told == expected);
    one.chosen.clear();
  }

  // Those in the room who could have proposed it, by what its act says of a side and by the true numbers: five, or all.
  void named_safely(Index act) {
    const auto line = here.wording(0);
    RC_ASSERT(line.find("wording")->number() == act.value);
    const Json* side = line.find("side");
    std::map<Side, std::int64_t> on;
    for (const auto& one : sides) ++on[one.second];
    std::vector<std::int64_t> row;
    for (const auto& one : on) row.push_back(one.second);
    const auto shown = engines::with_small_numbers_hidden(row);
    std::int64_t could = 0;
    std::size_t i = 0;
    for (const auto& [which, people] : on) {
      if (side != nullptr ? kernel::word_of(which) == side->string() : row.size() == 1 || !shown.counts[i]) could += people;
      ++i;
    }
    RC_ASSERT(could >= std::min<std::int64_t>(5, static_cast<std::int64_t>(sides.size())));
  }
};

Side a_side(int n) { return std::array{Side::lived, Side::lived, Side::lived, Side::office, Side::office, Side::advisor}[static_cast<std::size_t>(n) % 6]; }
Answer a_choice(int n) { return std::array{Answer::yes, Answer::yes, Answer::no, Answer::abstained}[static_cast<std::size_t>(n) % 4]; }

// Something happens in the room; gives whether a close could have come.
bool happens(Room& room, int what, int who, int which) {
  const std::int64_t person = room.somebody(who);
  switch (what % 16) {
    case 0: room.join(person, a_side(which)); return false;
    case 1: if (which % 3 == 0) room.stop(person); return false;
    case 2: if (which % 5 == 0) room.leave(person); return false;
    case 3:
    case 4: room.propose(person, which % 4 != 0); return false;
    case 5: if (which % 3 == 0) room.withdraw(room.a_wording(which)); return false;
    case 6: room.clock(1 + which % 4); return true;
    case 7: room.everybody_answers(who); return false;
    default: room.choose(person, room.a_wording(which), a_choice(who + which)); return false;
  }
}

// Each way in which the answers of a side could have been given under what is told of them: yes, no, abstained. The reader
// is worse than any real one: they know the rule, who is on the side, and how many.
std::set<std::array<std::int64_t, 3>> possible(std::int64_t people, const SideAnswer& told, const engines::ConsentRule& rule) {
  std::set<std::array<std::int64_t, 3>> out;
  for (std::int64_t yes = 0; yes <= people; ++yes) {
    for (std::int64_t no = 0; yes + no <= people; ++no) {
      for (std::int64_t abstained = 0; yes + no + abstained <= people; ++abstained) {
        const auto outcome = engines::outcome_of({.people = people, .yes = yes, .no = no, .abstained = abstained}, rule);
        const SideAnswer would{.side = told.side, .consented = static_cast<Consented>(outcome.consented), .answered = outcome.answered, .yes = outcome.yes, .no = outcome.no, .abstained = outcome.abstained};
        if (would == told) out.insert({yes, no, abstained});
      }
    }
  }
  return out;
}

// Whether somebody who answered `own` (3: nobody of the side reads it) knows what another one who answered had said.
bool is_worked_out(const std::set<std::array<std::int64_t, 3>>& ways, std::size_t own) {
  std::set<std::size_t> said;
  for (auto way : ways) {
    if (own < 3) {
      if (way[own] == 0) continue;  // it cannot have been so: they know their own
      --way[own];
    }
    if (way[0] + way[1] + way[2] == 0) return false;  // nobody else need have answered at all
    for (std::size_t kind = 0; kind < 3; ++kind) {
      if (way[kind] > 0) said.insert(kind);
    }
  }
  return said.size() == 1;
}

}  // namespace

// A wording's answers bind nothing but its own close, and each side's nothing of another's: so what is possible over all
// that was ever told is the product of what is possible for each, and each is tried by itself, on what the record holds.
TEST_CASE("over whatever happens in a room of 3 to 30, each is counted once on their side, the question changes by a close alone, and no answer can be worked out") {
  CHECK(rc::check([] {
    const int people = *rc::gen::inRange(3, 31);
    Room room(people, *rc::gen::arbitrary<bool>(), *rc::gen::element(1, 30, 50, 100));
    for (std::int64_t person = 1; person <= people; ++person) {
      if (*rc::gen::inRange(0, 5) > 0) room.join(person, a_side(*rc::gen::inRange(0, 6)));
    }
    const auto events = *rc::gen::container<std::vector<std::array<int, 3>>>(rc::gen::container<std::array<int, 3>>(rc::gen::inRange(0, 1000)));
    std::vector<StandingWording> before = room.here.asked();
    for (const auto& [what, who, which] : events) {
      const bool could_close = happens(room, what, who, which);
      const std::vector<StandingWording> now = room.here.asked();
      if (!could_close) {
        RC_ASSERT(now.size() == before.size());
        for (std::size_t i = 0; i < now.size(); ++i) RC_ASSERT(now[i].wording == before[i].wording);
      }
      before = now;
    }
    room.everybody_answers(*rc::gen::inRange(0, 1000));
    room.clock(answer_days + 1);
    room.check();
    std::set<Consented> outcomes;
    for (const Wording& one : room.wordings) {
      for (const SideAnswer& told : one.told) {
        const auto ways = possible(one.people.at(told.side), told, room.rule);
        const engines::Answers& truth = one.answers.at(told.side);
        outcomes.insert(told.consented);
        RC_ASSERT(ways.contains({truth.yes, truth.no, truth.abstained}));
        for (std::size_t own = 0; own < 4; ++own) RC_ASSERT(!is_worked_out(ways, own));
      }
    }
    for (const Consented one : outcomes) RC_TAG(std::string(kernel::word_of(one)));
    RC_ASSERT(room.here.rows("wording_choices") == 0);
    RC_ASSERT(room.here.place.refold_difference() == "");
  }));
}

TEST_CASE("nothing that others can see changes when somebody answers") {
  Place here;
  const Index first = here.asks_first();
  here.join(1, 12, Side::lived);
  const auto seen = [&](const kernel::Credential& who) {
    here.place.as(who);
    return here.html() + here.json().canonical() + std::to_string(here.place.place().head().size);
  };
  const std::vector<kernel::Credential> others{{}, {.session = "member:2"}, {.session = "moderator:900001"}, {.session = "officer:900000:" + std::to_string(here.council.value)}};
  for (int i = 0; i < 3; ++i) {
    std::vector<std::string> before;
    for (const auto& who : others) before.push_back(seen(who));
    REQUIRE(here.chooses(1, first, static_cast<Answer>(i)).ok());
    for (std::size_t k = 0; k < others.size(); ++k) CHECK(seen(others[k]) == before[k]);
  }
}

TEST_CASE("a thousand people answer while the clock closes: each is counted once or told that it was too late") {
  constexpr int people = 1000;
  Place here(Json::object({{"ballots", "by_name"}, {"quorum_per_cent", 1}}));  // by name: the counts are told whole
  const Index first = here.asks_first();
  std::vector<std::promise<kernel::Outcome>> joined(people);
  const auto submit = [&](const char* words, const std::string& session, const std::string& key, Json request, kernel::Answer answer) {
    here.place.place().submit({.command = words, .credential = {.session = session, .at_the_house = session.empty()}, .key = key, .request = std::move(request)}, std::move(answer));
  };
  const auto session = [](int person) { return "member:" + std::to_string(person); };
  for (int i = 0; i < people; ++i) {
    submit("work part", session(i + 1), "join" + std::to_string(i), Json::object({{"work", here.work.value}, {"side", i % 2 == 0 ? "lived" : "office"}}),
           [&joined, i](kernel::Outcome outcome) { joined[static_cast<std::size_t>(i)].set_value(std::move(outcome)); });
  }
  for (auto& one : joined) REQUIRE(one.get_future().get().ok());

  // Each answers three times at once, from four threads; the day turns while they do, on the Writer's own thread.
  here.days_pass(21);
  std::array<std::array<std::atomic<int>, 3>, people> kept{};  // by person and time: 1 kept, 2 refused in words
  std::atomic<int> answered = 0;
  std::atomic<int> waiting = people * 3;
  std::promise<void> all;
  {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&, thread] {
        for (int time = 0; time < 3; ++time) {
          for (int i = thread; i < people; i += 4) {
            const char* choice = time == 2 ? "yes" : "no";
            submit("wording choose", session(i + 1), "choose" + std::to_string(i) + "/" + std::to_string(time),
                   Json::object({{"work", here.work.value}, {"wording", first.value}, {"choice", choice}}), [&, i, time](const kernel::Outcome& outcome) {
                     kept[static_cast<std::size_t>(i)][static_cast<std::size_t>(time)] = outcome.ok() ? 1 : outcome.problems.has(Code::wrong_state) ? 2 : 3;
                     if (++answered == people * 3 / 2) here.place.today_is(here.place.today() + 1);
                     if (--waiting == 0) all.set_value();
                   });
            if (i % 50 == 0) submit("due wordings", "", "", Json::object(), [](const kernel::Outcome&) {});
          }
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  all.get_future().wait();
  here.place.as_keeper();
  here.place.done("due wordings", Json::object());

  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t too_late = 0;
  for (const auto& person : kept) {
    for (const auto& one : person) {
      REQUIRE((one == 1 || one == 2));
      too_late += one == 2 ? 1 : 0;
    }
    if (person[2] == 1) ++yes;
    else if (person[0] == 1 || person[1] == 1) ++no;
  }
  CHECK(yes + no > 0);
  CHECK(too_late > 0);
  std::int64_t told_yes = 0;
  std::int64_t told_no = 0;
  const Json sides = *here.wording(0).find("sides");
  for (const Json& side : sides.items()) {
    told_yes += side.find("yes")->number();
    told_no += side.find("no")->number();
  }
  CHECK(told_yes == yes);
  CHECK(told_no == no);
  CHECK(here.chooses(1, first, Answer::no).problems.has(Code::wrong_state));
  CHECK(here.rows("wording_choices") == 0);
  CHECK(here.place.refold_difference() == "");
}

}  // namespace alongside::question
