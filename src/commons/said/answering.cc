#include "commons/said/answering.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace alongside::said {

using kernel::Changes;
using kernel::Situation;

namespace {

void needs_words(const Said& said, const char* field, Message what, Problems& problems) {
  if (trimmed(said.words()).empty()) problems.add(field, Code::missing, std::move(what));
  if (said.words().size() > words_bytes_max) problems.add(field, Code::out_of_range, msg("Write at most 20,000 letters."));
}

}  // namespace

AnswerFacts look(const Situation& situation, const AnswerSaid& asked) {
  kernel::Reader& reader = situation.reader;
  AnswerFacts facts{.today = situation.today, .work_is_here = work::row_of(reader, asked.work).has_value()};
  facts.changed_is_here = !asked.changed.is_set() || reader.stamp(asked.changed).has_value();
  std::set<Index> all;
  if (asked.saids.size() > saids_max) return facts;
  for (const Index said : asked.saids) {
    const auto row = saying_row(reader, said);
    if (row && row->work == asked.work && is_public(row->stand)) {
      all.insert(said);
    } else {
      facts.not_public.push_back(said);
    }
  }
  if (asked.group.is_set()) {
    const auto group = reader.one<GroupRow>("WHERE idx = $1", {asked.group.value});
    facts.group_is_here = group && group->work == asked.work;
    if (facts.group_is_here) {
      reader.each("SELECT idx FROM sayings WHERE same_group = $1 AND stand IN ('open', 'reopened', 'waiting_until') ORDER BY idx LIMIT $2",
                  {asked.group.value, group_answered_max}, [&](const store::Row& row) { all.insert({row.integer(0)}); });
    }
  }
  facts.answered.assign(all.begin(), all.end());
  return facts;
}

Result<Changes> decide(const AnswerFacts& facts, AnswerSaid asked) {
  Problems problems;
  if (!facts.work_is_here) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (!facts.group_is_here) problems.add("group", Code::not_found, msg("Give the number of a group of this work."), std::to_string(asked.group.value));
  if (asked.saids.size() > saids_max) problems.add("saids", Code::out_of_range, msg("Answer at most 1,000 at a time, or a whole group."));
  for (const Index one : facts.not_public) problems.add("saids", Code::not_found, msg("Give what others can read in this work."), std::to_string(one.value));
  if (facts.answered.empty() && !problems.any()) problems.add("saids", Code::missing, msg("Say what you answer: its numbers, or a group in which something waits for an answer."));
  if (!asked.outcome) problems.add("outcome", Code::missing, msg("Say what became of it."));
  needs_words(asked.why, "why", msg("Say what you did, or why not."), problems);
  needs_words(asked.signed_by, "signed_by", msg("Give the name of a person. Nobody is answered by an office."), problems);
  needs_words(asked.reach, "reach", msg("Say how this person can be reached."), problems);
  const bool waits = asked.outcome == Outcome::waiting;
  if (waits && !asked.until) problems.add("until", Code::missing, msg("Say until when they have to wait."));
  if (asked.outcome && !waits && asked.until) problems.add("until", Code::wrong_state, msg("Give a day only where people have to wait."), asked.until->iso());
  if (asked.until && *asked.until <= facts.today) problems.add("until", Code::out_of_range, msg("Give a day that is still to come."), asked.until->iso());
  if (!facts.changed_is_here) problems.add("changed", Code::not_found, msg("Give the number of the choice, the wording or the decision that changed."), std::to_string(asked.changed.value));
  if (problems.any()) return problems;

  Changes changes;
  for (std::size_t from = 0; from < facts.answered.size(); from += saids_max) {
    const auto begin = facts.answered.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = facts.answered.begin() + static_cast<std::ptrdiff_t>(std::min(from + saids_max, facts.answered.size()));
    changes.add(SaidAnswered{.work = asked.work, .saids = {begin, end}, .outcome = *asked.outcome, .why = asked.why, .until = asked.until,
                             .signed_by = asked.signed_by, .reach = asked.reach, .changed = asked.changed});
  }
  return changes;
}

}  // namespace alongside::said
