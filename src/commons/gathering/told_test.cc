// What may be told of people at meetings, tried with random rooms: pure decisions, no place.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <set>

#include "commons/gathering/agenda.h"
#include "commons/gathering/calling.h"
#include "commons/gathering/notes.h"

namespace alongside::gathering {
namespace {

using Counts = std::vector<std::int64_t>;

const std::vector<Side> three{Side::lived, Side::office, Side::affected};

CameFacts facts_of(const std::vector<Counts>& told) {
  CameFacts facts{.told = told};
  facts.meeting.gathering = GatheringRow{.index = {7}, .work = {3}};
  facts.meeting.work = work::WorkRow{.index = {3}};
  facts.meeting.sides = three;
  return facts;
}

std::vector<work::SideCount> told_of(const std::vector<Counts>& before, const Counts& people) {
  const auto changes = decide(facts_of(before), CountCame{.gathering = {7}, .lived = static_cast<int>(people[0]), .office = static_cast<int>(people[1]),
                                                          .affected = static_cast<int>(people[2])});
  return changes.value().first<AttendanceCounted>().sides;
}

}  // namespace

TEST_CASE("no side of fewer than five is told who came, and no two tellings are one to four people apart") {
  CHECK(rc::check([] {
    std::vector<Counts> told;
    const int meetings = *rc::gen::inRange(1, 12);
    for (int i = 0; i < meetings; ++i) {
      const Counts people{*rc::gen::inRange(0, 25), *rc::gen::inRange(0, 12), *rc::gen::inRange(0, 8)};
      const auto sides = told_of(told, people);
      for (const work::SideCount& one : sides) {
        const auto at = static_cast<std::size_t>(one.side);
        RC_ASSERT(one.people >= 5);
        RC_ASSERT(one.people == people[at]);
        for (const Counts& before : told) RC_ASSERT(before[at] == people[at] || std::abs(before[at] - people[at]) >= 5);
      }
      if (!sides.empty()) told.push_back(people);
    }
  }));
}

TEST_CASE("of a room of three to six people of two sides, whatever they are, every sheet says the same: nothing") {
  for (int lived = 0; lived <= 6; ++lived) {
    for (int office = 0; lived + office <= 6; ++office) {
      const auto sides = told_of({}, {lived, office, 0});
      CHECK_MESSAGE(sides.empty(), lived, " and ", office);
    }
  }
}

TEST_CASE("notes are published only where some side agreed and no side of five or more did not, and no small number is told") {
  CHECK(rc::check([] {
    NotesToClose facts{.notes = {9}, .today = Day(20000)};
    facts.rule = {.two_thirds = *rc::gen::arbitrary<bool>(), .quorum_per_cent = *rc::gen::inRange(1, 101), .secret = true};
    for (std::size_t i = 0; i < three.size(); ++i) {
      engines::Answers one{.yes = *rc::gen::inRange(0, 12), .no = *rc::gen::inRange(0, 8), .abstained = *rc::gen::inRange(0, 4)};
      one.people = one.yes + one.no + one.abstained + *rc::gen::inRange(0, 10);
      facts.sides.push_back({three[i], one});
    }
    kernel::Changes changes;
    close(facts, changes);
    const auto act = changes.first<NotesClosed>();
    RC_ASSERT(act.sides.size() == three.size());
    const bool published = !changes.shown().empty();
    RC_ASSERT(published == are_agreed(act.sides));
    int agreed = 0;
    for (std::size_t i = 0; i < three.size(); ++i) {
      const engines::Answers& one = facts.sides[i].answers;
      const std::int64_t answered = one.yes + one.no + one.abstained;
      const bool enough = answered >= 5 && answered * 100 >= one.people * facts.rule.quorum_per_cent &&
                          (facts.rule.two_thirds ? one.yes * 3 >= answered * 2 : one.yes * 2 > answered);
      agreed += enough ? 1 : 0;
      if (published) RC_ASSERT(enough || one.people < 5);
      for (const auto& told : {act.sides[i].answered, act.sides[i].yes, act.sides[i].no, act.sides[i].abstained}) RC_ASSERT(!told || *told >= 5);
    }
    if (published) RC_ASSERT(agreed > 0);
  }));
}

}  // namespace alongside::gathering
