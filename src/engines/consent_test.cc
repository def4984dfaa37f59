#include "engines/consent.h"

#include <doctest/doctest.h>

#include <set>
#include <tuple>

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

}  // namespace alongside::engines
