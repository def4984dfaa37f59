#include "commons/said/moderating.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace alongside::said {

using kernel::Changes;
using kernel::Situation;

namespace {

ReadFacts read_facts(const Situation& situation, Index said) {
  kernel::Reader& reader = situation.reader;
  ReadFacts facts{.saying = saying_row(reader, said)};
  if (!facts.saying) return facts;
  facts.acts = acts_with_words(reader, *facts.saying);
  const auto author = reader.one<AuthorRow>("WHERE said = $1", {said.value});
  if (author) facts.author = {author->person};
  facts.has_words = reader.withheld_words(facts.saying->words_act, "words").is_shown() ||
                    (facts.saying->media != Media::none && reader.withheld_words(said, "description").is_shown());
  facts.danger = work::danger_facts(situation, said, facts.saying->work, "/work/" + std::to_string(facts.saying->work.value) + "/said/" + std::to_string(said.value), facts.author);
  return facts;
}

Problems no_such_saying() { return problem(Code::not_found, "said", msg("There is nothing with this number that somebody said here.")); }

// Why a person cannot read it now; nothing while it waits.
std::optional<Message> not_to_read(Stand stand) {
  switch (stand) {
    case Stand::waiting: return std::nullopt;
    case Stand::refused: return msg("It was not published, and the reason is counted in public. Whoever said it can change it.");
    case Stand::held: return msg("It is kept back.");
    case Stand::withdrawn: return msg("It was withdrawn, and the words are gone.");
    default: break;
  }
  return msg("It is published already. A name in it can be erased instead.");
}

}  // namespace

ReadFacts look(const Situation& situation, const PublishSaid& asked) { return read_facts(situation, asked.said); }

Result<Changes> decide(const ReadFacts& facts, PublishSaid asked) {
  if (!facts.saying) return no_such_saying();
  if (const auto why = not_to_read(facts.saying->stand)) return problem(Code::wrong_state, "", *why);
  Changes changes;
  if (!facts.has_words) {  // whoever said it took the words away: nothing is left that others could read
    changes.add(SaidWithdrawn{.said = asked.said});
    return changes;
  }
  changes.add(SaidPublished{.said = asked.said});
  for (const Index act : facts.acts) changes.show_words(act);
  return changes;
}

ReadFacts look(const Situation& situation, const RefuseSaid& asked) { return read_facts(situation, asked.said); }

Result<Changes> decide(const ReadFacts& facts, RefuseSaid asked) {
  if (!facts.saying) return no_such_saying();
  Problems problems;
  if (const auto why = not_to_read(facts.saying->stand)) problems.add("", Code::wrong_state, *why);
  if (!asked.reason) problems.add("reason", Code::missing, msg("Choose the reason. It is counted in public."));
  if (trimmed(asked.note.words()).empty()) problems.add("note", Code::missing, msg("Say how it can be mended. Only whoever said it reads this."));
  if (asked.note.words().size() > words_bytes_max) problems.add("note", Code::out_of_range, msg("Write at most 20,000 letters."));
  if (problems.any()) return problems;
  Changes changes;
  // The note is about what one person wrote: it falls with them, and nobody else ever reads it.
  changes.add(SaidRefused{.said = asked.said, .reason = *asked.reason, .note = std::move(asked.note)}, {.person = facts.author, .withheld = true});
  return changes;
}

// ---- danger ---------------------------------------------------------------------------------------------------------

ReadFacts look(const Situation& situation, const SaidDanger& asked) { return read_facts(situation, asked.said); }

Result<Changes> decide(const ReadFacts& facts, SaidDanger asked) {
  if (!facts.saying) return no_such_saying();
  Problems problems = work::wrong_with_telling(facts.danger, asked.told);
  const Stand stand = facts.saying->stand;
  if (stand == Stand::withdrawn || stand == Stand::refused) {
    problems.add("", Code::wrong_state, msg("It is not to be read by others anyway. Tell the safeguarding contact yourself."));
  }
  if (problems.any()) return problems;
  Changes changes;
  if (stand != Stand::held) {
    changes.add(SaidHeld{.said = asked.said});
    for (const Index act : facts.acts) changes.withhold_words(act);
  }
  work::keep_danger(facts.danger, asked.told, changes);
  return changes;
}

ReadFacts look(const Situation& situation, const ReleaseSaid& asked) { return read_facts(situation, asked.said); }

Result<Changes> decide(const ReadFacts& facts, ReleaseSaid asked) {
  if (!facts.saying) return no_such_saying();
  auto over = work::say_it_is_over(facts.danger);
  if (!over || facts.saying->stand != Stand::held) return over;  // withdrawn meanwhile
  over->add(SaidReleased{.said = asked.said});
  if (is_public(facts.saying->before)) {
    for (const Index act : facts.acts) over->show_words(act);
  }
  return over;
}

// ---- the same said by many ------------------------------------------------------------------------------------------

GroupFacts look(const Situation& situation, const GroupSaid& asked) {
  GroupFacts facts{.work_is_here = work::row_of(situation.reader, asked.work).has_value()};
  if (asked.into.is_set()) {
    const auto group = situation.reader.one<GroupRow>("WHERE idx = $1", {asked.into.value});
    facts.into_is_here = group && group->work == asked.work;
  }
  std::set<Index> seen;
  if (asked.saids.size() > saids_max) return facts;
  for (const Index said : asked.saids) {
    if (!seen.insert(said).second) continue;
    const auto row = saying_row(situation.reader, said);
    if (!row || row->work != asked.work || !is_public(row->stand)) {
      facts.not_public.push_back(said);
    } else if (row->group.is_set()) {
      facts.in_another.push_back(said);
    } else {
      facts.fresh.push_back(said);
    }
  }
  return facts;
}

Result<Changes> decide(const GroupFacts& facts, GroupSaid asked) {
  Problems problems;
  if (!facts.work_is_here) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (!facts.into_is_here) problems.add("into", Code::not_found, msg("Give the number of a group of this work."), std::to_string(asked.into.value));
  if (asked.saids.size() > saids_max) problems.add("saids", Code::out_of_range, msg("Put at most 1,000 together at a time. A group can grow."));
  for (const Index one : facts.not_public) problems.add("saids", Code::not_found, msg("Give what others can read in this work."), std::to_string(one.value));
  for (const Index one : facts.in_another) problems.add("saids", Code::already_there, msg("This stands in a group already. Take it out first."), std::to_string(one.value));
  if (!problems.any() && facts.fresh.size() < (asked.into.is_set() ? 1u : 2u)) problems.add("saids", Code::missing, msg("Give at least two that say the same."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(SaidGrouped{.work = asked.work, .saids = facts.fresh, .as = asked.as, .into = asked.into});
  return changes;
}

ReadFacts look(const Situation& situation, const UngroupSaid& asked) { return read_facts(situation, asked.said); }

Result<Changes> decide(const ReadFacts& facts, UngroupSaid asked) {
  if (!facts.saying) return no_such_saying();
  if (!facts.saying->group.is_set()) return problem(Code::wrong_state, "", msg("It stands in no group."));
  Changes changes;
  changes.add(SaidUngrouped{.said = asked.said});
  return changes;
}

}  // namespace alongside::said
