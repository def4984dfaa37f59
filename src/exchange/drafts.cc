#include "exchange/drafts.h"

#include "base/text.h"

namespace alongside::import {
namespace {

using decision::Draft;
using kernel::Changes;
using kernel::Situation;

constexpr std::size_t files_max = 40;

std::int64_t decisions_in(const ImportDecisionsFacts& facts) {
  std::int64_t count = 0;
  for (const OneFile& one : facts.files) {
    count += static_cast<std::int64_t>(one.file.read.decisions.size() + one.file.read.coming.size());
  }
  return count;
}

// Decisions of which something is missing.
std::int64_t with_gaps(const ImportDecisionsFacts& facts) {
  std::int64_t count = 0;
  for (const OneFile& one : facts.files) {
    for (const auto& each : one.file.read.decisions) count += each.fields_missing.empty() ? 0 : 1;
    for (const auto& each : one.file.read.coming) count += each.fields_missing.empty() ? 0 : 1;
  }
  return count;
}

ImportDecisions as_import(const Draft& draft) {
  return {.files = draft.files, .body = draft.row.body, .source = draft.source, .put_right = draft.put_right};
}

// What a person put right must be new: what is on the record is corrected there, with both wordings side by side.
Problems put_right_on_record(const ImportDecisionsFacts& facts) {
  Problems problems;
  for (const OneFile& one : facts.files) {
    for (std::size_t i = 0; i < one.from.taken.size(); ++i) {
      const auto held = one.facts.on_record.find(one.facts.taken[i].match.exact);
      if (!one.from.taken[i].as_read || held == one.facts.on_record.end() || !held->second.is_taken) continue;
      problems.add("title", Code::already_there,
                   msg("This decision is on the record already: correct it on its own page, where both wordings stay."),
                   std::to_string(held->first.value));
    }
  }
  return problems;
}

Problems no_such_draft() {
  return problem(Code::not_found, "draft",
                 msg("This draft is not here. It was published, dropped or is older than 30 days."));
}

DraftFacts facts_of(const Situation& situation, Index draft, const decision::PutRight* more = nullptr) {
  DraftFacts facts{.draft = decision::draft_at(situation.reader, draft)};
  if (!facts.draft) return facts;
  if (more != nullptr) facts.draft->put_right[more->nth] = *more;
  facts.read = look(situation, as_import(*facts.draft));
  facts.draft->row.with_gaps = with_gaps(facts.read);
  facts.may_confirm = situation.actor.is_officer_of(facts.draft->row.body);
  return facts;
}

}  // namespace

bool may_begin_draft(const kernel::MayAsk& ask) { return ask.actor.person.is_set() && may_import_decisions(ask); }

bool may_use_draft(const kernel::MayAsk& ask) {
  if (!ask.actor.person.is_set()) return false;
  const auto row = ask.reader.one<decision::DraftRow>("WHERE draft = $1", {ask.index("draft").value});
  // Whether there is one is told to those alone who could have begun it.
  return row ? decision::may_see(ask.actor, *row)
             : ask.actor.is_keeper() || ask.actor.standing == kernel::Standing::officer;
}

// ---- reading --------------------------------------------------------------------------------------------------------

ReadIntoDraftFacts look(const Situation& situation, const ReadIntoDraft& asked) {
  ReadIntoDraftFacts facts;
  facts.draft = {.row = {.draft = situation.fresh_number(),
                         .person = situation.actor.person.value,
                         .body = asked.body,
                         .made_on = situation.today,
                         .files = static_cast<std::int64_t>(asked.files.size())},
                 .source = asked.source,
                 .files = asked.files};
  facts.read = look(situation, as_import(facts.draft));
  facts.draft.row.decisions = decisions_in(facts.read);
  facts.draft.row.with_gaps = with_gaps(facts.read);
  return facts;
}

Result<Changes> decide(const ReadIntoDraftFacts& facts, ReadIntoDraft asked) {
  Problems problems = facts.read.problems;
  if (asked.files.size() > files_max) {
    problems.add("files", Code::out_of_range,
                 msg("Give at most {max} files at once.", {{"max", std::to_string(files_max)}}),
                 std::to_string(asked.files.size()));
  }
  if (problems.any()) return problems.take();
  Changes changes;
  decision::keep_draft(changes, facts.draft);
  changes.tell("draft", facts.draft.row.draft.value);
  changes.then("/import/drafts/" + std::to_string(facts.draft.row.draft.value));
  return changes;
}

// ---- putting right --------------------------------------------------------------------------------------------------

DraftFacts look(const Situation& situation, const CorrectDraft& asked) {
  return facts_of(situation, asked.draft, &asked.words);
}

Result<Changes> decide(const DraftFacts& facts, CorrectDraft asked) {
  if (!facts.draft) return no_such_draft();
  Problems problems;
  if (asked.words.nth < 1 || asked.words.nth > facts.draft->row.decisions) {
    problems.add("nth", Code::not_found, msg("Give the number of a decision of this draft."),
                 std::to_string(asked.words.nth));
  }
  if (asked.words.no_interests && !trimmed(asked.words.interests).empty()) {
    problems.add("no_interests", Code::wrong_state,
                 msg("Give the interests, or say that none were declared: not both."));
  }
  // What is wrong with the words as the import would say it: a day to come, no title.
  for (Problem one : facts.read.problems.list()) {
    if (one.field == "decided") one.field = "on";
    one.file.clear();
    problems.add(std::move(one));
  }
  problems.add_all(put_right_on_record(facts.read));
  if (problems.any()) return problems.take();
  Changes changes;
  decision::keep_put_right(changes, *facts.draft);
  return changes;
}

// ---- publishing -----------------------------------------------------------------------------------------------------

DraftFacts look(const Situation& situation, const PublishDraft& asked) { return facts_of(situation, asked.draft); }

Result<Changes> decide(const DraftFacts& facts, PublishDraft asked) {
  if (!facts.draft) return no_such_draft();
  if (asked.confirmed && !facts.may_confirm) {
    return problem(Code::not_allowed, "confirmed",
                   msg("Only an officer of the body that decided can confirm it. Leave this empty."));
  }
  if (Problems problems = put_right_on_record(facts.read); problems.any()) return problems.take();
  auto done = put_on_record(facts.read, as_import(*facts.draft));
  if (!done) return done.problems();
  if (asked.confirmed) {
    for (const Index one : done->taken) {
      done->changes.add(decision::DecisionConfirmed{.decision = one, .body = facts.draft->row.body});
    }
  }
  decision::drop_draft(done->changes, facts.draft->row);
  return std::move(done->changes);
}

DraftFacts look(const Situation& situation, const DropDraft& asked) {
  return {.draft = decision::draft_at(situation.reader, asked.draft)};
}

Result<Changes> decide(const DraftFacts& facts, DropDraft) {
  if (!facts.draft) return no_such_draft();
  Changes changes;
  decision::drop_draft(changes, facts.draft->row);
  return changes;
}

}  // namespace alongside::import
