// Whether a side consents to what it was asked, and how much of its answers may be told.
//
// A side consents when enough of its people answered, and enough of those who answered said yes: more than half, or at
// least two thirds. Whoever abstains has answered, and has not said yes.
//
// In secret, nobody's answer may be worked out from what is told, not even by one of the side, who knows their own. So a
// side of which fewer than 5 answered has no outcome in secret: one that agreed with two people would name both. Where two
// thirds are asked for it takes 6: of 5, four must say yes, and whoever said no would know that all the others did. Of the
// others the outcome and how many answered are told, and how many said what where none of the counts is below 5
// (disclosure.h); who was on the side and did not answer is never told, since two such numbers would say who came in
// between them. By name everything is told: each person knew beforehand that their answer stands with their name.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::engines {

struct ConsentRule {
  bool two_thirds = false;        // else more than half
  int quorum_per_cent = 50;       // of the side, 1 to 100
  bool secret = true;
};

// All 0 or more; yes + no + abstained is at most people.
struct Answers {
  std::int64_t people = 0;  // on the side
  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t abstained = 0;
};

enum class Consented { agreed, not_agreed, no_quorum, too_few };
constexpr auto words_of(Consented) {
  using namespace std::string_view_literals;
  return std::array{"agreed"sv, "not_agreed"sv, "no_quorum"sv, "too_few"sv};
}

struct SideOutcome {
  Consented consented = Consented::no_quorum;
  std::optional<std::int64_t> answered;  // nothing: not to be told
  std::optional<std::int64_t> yes;
  std::optional<std::int64_t> no;
  std::optional<std::int64_t> abstained;
  friend bool operator==(const SideOutcome&, const SideOutcome&) = default;
};

// With fewer answers than this a side has no outcome in secret.
std::int64_t fewest_answers(const ConsentRule& rule);

SideOutcome outcome_of(const Answers& answers, const ConsentRule& rule);

}  // namespace alongside::engines
