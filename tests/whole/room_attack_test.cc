// An attack on a whole room: somebody who reads everything that the house shows, at every step, tries to work out what one
// person in a room of 3 to 30 did that nobody saw: on which side they are, how they answered, which words are theirs.
//
// The attack is a question: could it have been the other way round? Two people change places in all that nobody sees, while
// what others can see of each (when they joined, when they left, whether they came to the meeting) stays. Where everything
// that is shown reads the same in both worlds, nobody can say which of the two worlds it is. So nothing that is shown may hang
// on who it was: no page, JSON, table, feed, entry of the record; nor how long a page takes, counted in what the database does
// for it; for anybody, a member, an officer and a moderator; and no release beside the one before.
//
// Where all of a room did the same, nobody is there to change places with. Then a room in which one of them did something
// else must read the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "whole/effort.h"
#include "whole/room.h"

namespace alongside::whole {
namespace {

// What two worlds show differently, at most the first three things.
std::string difference(const Shown& one, const Shown& other) {
  std::string out;
  int told = 0;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()) && told < 3; ++i) {
    if (one[i] == other[i] || (one[i].first == other[i].first && one[i].first.ends_with(" effort") && takes_as_long(one[i].second, other[i].second))) continue;
    ++told;
    const auto [a, b] = std::mismatch(one[i].second.begin(), one[i].second.end(), other[i].second.begin(), other[i].second.end());
    const auto around = [](const std::string& text, std::ptrdiff_t at) { return text.substr(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 120)), 240); };
    out += one[i].first + " | " + other[i].first + "\n  " + around(one[i].second, a - one[i].second.begin()) + "\n  " + around(other[i].second, b - other[i].second.begin()) + "\n";
  }
  if (one.size() != other.size()) out += "one world shows " + std::to_string(one.size()) + " things, the other " + std::to_string(other.size()) + "\n";
  return out;
}

std::string worlds_differ(const Room& one, const Room& other, std::size_t attacker) {
  return difference(story_of(one, attacker), story_of(other, attacker));
}

Room a_room(int people, std::mt19937& chance) {
  const auto below = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  Room room;
  for (int i = 0; i < people; ++i) {
    room.seen.push_back({.joins = below(6) == 0 ? 1 : 0, .leaves = below(8) == 0 ? 0 : 9, .is_met = below(2) == 0});
    if (room.seen.back().joins == 1) room.seen.back() = {.joins = 1, .leaves = 9, .is_met = false};
    Secret secret{.side = std::array{0, 0, 0, 1, 1, 2, 3}[static_cast<std::size_t>(below(7))], .later = below(5) == 0 ? below(4) : nothing};
    for (auto* two : {&secret.wording, &secret.agreement}) {
      for (int& one : *two) one = secret.side == 3 ? nothing : std::array{0, 0, 0, 1, 1, 2, nothing}[static_cast<std::size_t>(below(7))];
    }
    secret.notes = secret.side == 3 ? nothing : std::array{0, 0, 1, 2, nothing}[static_cast<std::size_t>(below(5))];
    secret.proposes = below(3) == 0 && secret.side != 3;
    secret.says = below(3) == 0;
    secret.dissents = below(8) == 0;
    secret.adds_item = below(8) == 0;
    room.hidden.push_back(secret);
    room.who.push_back(static_cast<std::size_t>(i));
  }
  return room;
}

// How many of each of two sides.
struct Sizes {
  int lived = 0;
  int office = 0;
};

// Everybody does everything, and nobody comes or goes: all of two sides, and all say yes.
Room a_full_room(int lived, int office) {
  Room room;
  for (int i = 0; i < lived + office; ++i) {
    room.seen.push_back({.is_met = true});
    room.hidden.push_back({.side = i < lived ? 0 : 1, .wording = {0, 0}, .agreement = {0, 0}, .notes = 0});
    room.who.push_back(static_cast<std::size_t>(i));
  }
  room.hidden[0].proposes = true;
  return room;
}

}  // namespace

TEST_CASE("in rooms of 3 to 30, two people who were seen doing the same change places in all else, and nothing that anyone reads changes" * doctest::test_suite("slow")) {
  int tried = 0;
  for (int people = 3; people <= 30; ++people) {
    std::mt19937 chance(static_cast<unsigned>(people));
    const Room room = a_room(people, chance);
    for (std::size_t a = 0; a + 1 < room.seen.size(); ++a) {
      std::size_t b = a + 1;
      while (b < room.seen.size() && !(room.seen[a] == room.seen[b])) ++b;
      if (b >= room.seen.size()) continue;
      const std::size_t attacker = a == 0 ? (b == 1 ? 2 : 1) : 0;
      Room other = room;
      std::swap(other.who[a], other.who[b]);
      INFO(people, " people, ", a, " and ", b);
      CHECK(worlds_differ(room, other, attacker) == "");
      ++tried;
      break;
    }
  }
  CHECK(tried >= 24);
}

// Of one who is known to have come late, or to have left, in a room where everybody answers all that is asked. There must be
// a world that reads the same and in which they are on the other side: as it is, or with somebody else there who was silent
// just when they were not here, so that all numbers are the same.
TEST_CASE("in rooms of 3 to 30, nobody can say on which side somebody is who came between two releases, or went" * doctest::test_suite("slow")) {
  for (const Sizes& size : std::initializer_list<Sizes>{{2, 1}, {6, 2}, {8, 5}, {9, 7}, {16, 14}}) {
    const int lived = size.lived, office = size.office;
    for (const bool comes : {true, false}) {
      Room one = a_full_room(lived, office);
      const std::size_t person = 1;
      one.seen[person] = comes ? Visible{.joins = 1} : Visible{.leaves = 0};
      Room moved = one;
      moved.hidden[person].side = 1;
      Room silent = moved;
      silent.hidden[person].wording = silent.hidden[person].agreement = {nothing, nothing};
      silent.hidden[person].notes = nothing;
      const std::size_t round = comes ? 1 : 0;  // in which the other one answers
      Secret another{.side = 0, .notes = comes ? nothing : 0};
      another.wording[round] = another.agreement[round] = 0;
      silent.seen.push_back({});
      silent.hidden.push_back(another);
      silent.who.push_back(silent.who.size());
      INFO(lived, " and ", office, std::string(comes ? ", comes" : ", goes"));
      const std::string as_it_is = worlds_differ(one, moved, 0);
      const std::string with_another = as_it_is.empty() ? "" : worlds_differ(one, silent, 0);
      CHECK_MESSAGE((as_it_is.empty() || with_another.empty()), as_it_is, "\nwith another: ", with_another);
    }
  }
}

TEST_CASE("in rooms of 3 to 30, where all did the same, one who did not is not seen" * doctest::test_suite("slow")) {
  for (const Sizes& size : std::initializer_list<Sizes>{{3, 0}, {7, 0}, {9, 8}, {20, 10}}) {
    const int lived = size.lived, office = size.office;
    const Room all = a_full_room(lived, office);
    const std::size_t person = 1;
    INFO(lived, " and ", office);
    for (const int instead : {1, 2}) {
      Room one = all;
      one.hidden[person].wording = {instead, instead};
      CHECK(worlds_differ(all, one, 0) == "");
      one = all;
      one.hidden[person].agreement = {instead, instead};
      CHECK(worlds_differ(all, one, 0) == "");
      one = all;
      one.hidden[person].notes = instead;
      CHECK(worlds_differ(all, one, 0) == "");
    }
    Room one = all;
    one.hidden[person].side = 3;
    one.seen[person].is_met = false;
    Room same = all;
    same.seen[person].is_met = false;
    if (office == 0) {
      for (Secret* secret : {&one.hidden[person], &same.hidden[person]}) secret->wording = secret->agreement = {nothing, nothing}, secret->notes = nothing;
      CHECK(worlds_differ(same, one, 0) == "");
    }
  }
}

TEST_CASE("the attack sees what is told: where many do something else, what is shown changes" * doctest::test_suite("slow")) {
  const Room all = a_full_room(12, 9);
  Room other = all;
  for (std::size_t person = 0; person < 12; ++person) other.hidden[person].agreement = {1, 1};
  CHECK(worlds_differ(all, other, 0) != "");
  // A clock would too: a page on which more stands takes more work.
  Room more = all;
  more.hidden[1].says = more.hidden[2].says = true;
  const Shown one = story_of(all, 0), two = story_of(more, 0);
  const auto last_effort = [](const Shown& shown, std::string_view page) {
    std::string out;
    for (const auto& [name, says] : shown) {
      if (name.ends_with(page)) out = says;
    }
    return out;
  };
  CHECK(takes_as_long(last_effort(one, " anybody /decisions effort"), last_effort(two, " anybody /decisions effort")));
  CHECK_FALSE(takes_as_long(last_effort(one, " anybody /work/2/said effort"), last_effort(two, " anybody /work/2/said effort")));
}

}  // namespace alongside::whole
