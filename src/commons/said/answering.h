// Answers: one or many sayings at a time, by a named person of the body, who can be reached.
#pragma once

#include <optional>
#include <vector>

#include "commons/said/reading.h"

namespace alongside::said {

struct AnswerSaid {
  Index work;
  std::vector<Index> saids;
  Index group;  // and all of this group that wait for an answer
  std::optional<Outcome> outcome;
  Said why;
  std::optional<Day> until;
  Said signed_by;
  Said reach;
  Index changed;
  static void fields(auto& self, auto&& field) {
    field("changed", self.changed);
    field("group", self.group);
    field("outcome", self.outcome);
    field("reach", self.reach);
    field("saids", self.saids);
    field("signed_by", self.signed_by);
    field("until", self.until);
    field("why", self.why);
    field("work", self.work);
  }
};
inline constexpr std::int64_t group_answered_max = 10000;  // sayings of one group in one order
struct AnswerFacts {
  Day today;
  bool work_is_here = false;
  bool group_is_here = true;
  bool changed_is_here = true;
  std::vector<Index> not_public;  // of those named; or of another work
  std::vector<Index> answered;    // each once, in the order of the record
};
AnswerFacts look(const kernel::Situation& situation, const AnswerSaid& asked);
Result<kernel::Changes> decide(const AnswerFacts& facts, AnswerSaid asked);

}  // namespace alongside::said
