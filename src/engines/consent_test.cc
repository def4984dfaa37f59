#include "engines/consent.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace alongside::engines {

TEST_CASE("a side agrees when half of it answered and more than half of the answers are yes") {
  CHECK(outcome_of({.people = 20, .yes = 6, .no = 4}, {}).consented == Consented::agreed);
  CHECK(outcome_of({.people = 20, .yes = 5, .no = 5}, {}).consented == Consented::not_agreed);
  CHECK(outcome_of({.people = 20, .yes = 5, .no = 3, .abstained = 2}, {}).consented == Consented::not_agreed);
  CHECK(outcome_of({.people = 21, .yes = 10}, {}).consented == Consented::no_quorum);
}

TEST_CASE("two thirds means at least two of three") {
  const ConsentRule rule{.two_thirds = true};
  CHECK(outcome_of({.people = 9, .yes = 6, .no = 3}, rule).consented == Consented::agreed);
  CHECK(outcome_of({.people = 9, .yes = 5, .no = 4}, rule).consented == Consented::not_agreed);
}

TEST_CASE("in secret fewer than five answers have no outcome, and by name they have one") {
  const Answers four{.people = 4, .yes = 4};
  CHECK(outcome_of(four, {}) == SideOutcome{.consented = Consented::too_few});
  CHECK(outcome_of(four, {.secret = false}).consented == Consented::agreed);
  CHECK(outcome_of(four, {.secret = false}).yes == 4);
}

TEST_CASE("nobody who answered is no quorum by name, even on a side of nobody") {
  CHECK(outcome_of({}, {.secret = false}).consented == Consented::no_quorum);
}

// Someone who reads the outcome, knows the rule, and knows what all but one of a side answered except that they saw nobody
// else's: at the least, both answers of one person must be possible under what is told.
TEST_CASE("in secret, whatever is told would also be told had one person answered otherwise") {
  for (std::int64_t people = 3; people <= 30; ++people) {
    for (std::int64_t answered = 0; answered <= people; ++answered) {
      std::set<std::int64_t> agreeing;
      for (std::int64_t yes = 0; yes <= answered; ++yes) {
        const SideOutcome told = outcome_of({.people = people, .yes = yes, .no = answered - yes}, {});
        if (!told.yes && told.consented == Consented::agreed) agreeing.insert(yes);
        if (told.yes) {
          CHECK(*told.yes >= 5);
          CHECK(*told.no >= 5);
        }
      }
      CHECK((agreeing.empty() || agreeing.size() >= 2));
    }
  }
}

// The same for one of the side, who knows their own answer, over every way to answer in rooms of 3 to 30: whoever else
// answered could have said at least two different things.
TEST_CASE("in secret nobody of a side can work out what another one answered") {
  using Way = std::array<std::int64_t, 3>;
  for (const bool two_thirds : {false, true}) {
    for (std::int64_t people = 3; people <= 30; ++people) {
      const ConsentRule rule{.two_thirds = two_thirds};
      std::map<std::tuple<Consented, std::optional<std::int64_t>, std::optional<std::int64_t>, std::optional<std::int64_t>, std::optional<std::int64_t>>, std::vector<Way>> told;
      for (std::int64_t yes = 0; yes <= people; ++yes) {
        for (std::int64_t no = 0; yes + no <= people; ++no) {
          for (std::int64_t abstained = 0; yes + no + abstained <= people; ++abstained) {
            const SideOutcome out = outcome_of({.people = people, .yes = yes, .no = no, .abstained = abstained}, rule);
            told[{out.consented, out.answered, out.yes, out.no, out.abstained}].push_back({yes, no, abstained});
          }
        }
      }
      for (const auto& [outcome, ways] : told) {
        for (std::size_t own = 0; own < 3; ++own) {
          std::set<std::size_t> others;
          bool somebody_else = true;
          for (Way way : ways) {
            if (way[own]-- == 0) continue;
            somebody_else = somebody_else && way[0] + way[1] + way[2] > 0;
            for (std::size_t kind = 0; kind < 3; ++kind) {
              if (way[kind] > 0) others.insert(kind);
            }
          }
          CHECK((others.size() != 1 || !somebody_else));
        }
      }
    }
  }
}

}  // namespace alongside::engines
