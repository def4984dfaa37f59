#include "engines/consent.h"

#include <array>

#include "engines/disclosure.h"

namespace alongside::engines {
namespace {

Consented by_rule(const Answers& answers, std::int64_t answered, const ConsentRule& rule) {
  if (answered == 0 || answered * 100 < answers.people * rule.quorum_per_cent) return Consented::no_quorum;
  const bool enough = rule.two_thirds ? answers.yes * 3 >= answered * 2 : answers.yes * 2 > answered;
  return enough ? Consented::agreed : Consented::not_agreed;
}

}  // namespace

std::int64_t fewest_answers(const ConsentRule& rule) { return rule.two_thirds ? smallest_shown + 1 : smallest_shown; }

SideOutcome outcome_of(const Answers& answers, const ConsentRule& rule) {
  const std::int64_t answered = answers.yes + answers.no + answers.abstained;
  SideOutcome out{.consented = by_rule(answers, answered, rule)};
  if (!rule.secret) {
    out.answered = answered;
    out.yes = answers.yes;
    out.no = answers.no;
    out.abstained = answers.abstained;
    return out;
  }
  if (answered < fewest_answers(rule)) {
    out.consented = Consented::too_few;
    return out;
  }
  const ShownRow shown = with_small_numbers_hidden(std::array{answers.yes, answers.no, answers.abstained});
  out.answered = answered;
  out.yes = shown.counts[0];
  out.no = shown.counts[1];
  out.abstained = shown.counts[2];
  return out;
}

}  // namespace alongside::engines
