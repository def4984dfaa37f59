#include "commons/valued/commands.h"

#include "commons/place/views.h"
#include "commons/valued/pairs.h"

namespace alongside::valued {
namespace {

using kernel::Changes;
using kernel::Situation;

std::optional<ValuedRow> row_of(kernel::Reader& reader, Index index) {
  return index.is_set() ? reader.one<ValuedRow>("WHERE idx = $1", {index.value}) : std::nullopt;
}

bool is_valued(kernel::Reader& reader, Index index) { return row_of(reader, index).has_value(); }

OneFacts facts_of(const Situation& situation, Index valued) {
  const auto row = row_of(situation.reader, valued);
  return {.today = situation.today, .is_there = row.has_value(), .merged_into = row ? row->merged_into : Index{}};
}

// Decisions are a later concern: their first act's kind is all that is asked of them here.
bool is_decision(kernel::Reader& reader, Index index) {
  const auto stamp = reader.stamp(index);
  return stamp && (stamp->kind == "decision.taken" || stamp->kind == "decision.coming");
}

void check(const OneFacts& facts, const std::optional<When>& on, const char* other, Problems& problems) {
  if (!facts.is_there) problems.add("valued", Code::not_found, msg("Give a place or group that is on the register."));
  if (facts.merged_into.is_set()) {
    problems.add("valued", Code::wrong_state, msg("This place was put together with number {number}. Say it of that one.", {{"number", std::to_string(facts.merged_into.value)}}));
  }
  if (!facts.other_fits) problems.add(other, Code::not_found, msg("Give one that is on this record."));
  if (on && on->first() > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), on->iso());
}

}  // namespace

RegisterFacts look(const Situation& situation, const RegisterValued& asked) {
  RegisterFacts facts{.today = situation.today};
  facts.body_fits = !asked.body.is_set() || place::is_body(situation.reader, asked.body);
  return facts;
}

Result<Changes> decide(const RegisterFacts& facts, RegisterValued asked) {
  Problems problems;
  if (asked.name.empty()) problems.add("name", Code::missing, msg("Say what people call it."));
  if (!facts.body_fits) problems.add("body", Code::not_found, msg("Give a body that is registered here."));
  if (asked.opened && asked.opened->first() > facts.today) problems.add("opened", Code::in_the_future, msg("Give a day that has come."), asked.opened->iso());
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(ValuedRegistered{.name = std::move(asked.name), .support = asked.support, .where = std::move(asked.where),
                               .what_for = std::move(asked.what_for), .run_by = std::move(asked.run_by), .body = asked.body,
                               .opened = asked.opened});
  return changes;
}

OneFacts look(const Situation& situation, const ChangeStatus& asked) {
  OneFacts facts = facts_of(situation, asked.valued);
  facts.other_fits = !asked.moved_to.is_set() || (is_valued(situation.reader, asked.moved_to) && asked.moved_to != asked.valued);
  return facts;
}

Result<Changes> decide(const OneFacts& facts, ChangeStatus asked) {
  Problems problems;
  check(facts, asked.on, "moved_to", problems);
  if (asked.moved_to.is_set() && asked.status != ValuedStatus::moved) {
    problems.add("moved_to", Code::does_not_match, msg("Only what moved has a place where it went. Choose “moved”, or leave this empty."));
  }
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(ValuedStatusChanged{.valued = asked.valued, .status = asked.status, .on = asked.on, .words = std::move(asked.words), .moved_to = asked.moved_to});
  return changes;
}

OneFacts look(const Situation& situation, const StateLoss& asked) {
  OneFacts facts = facts_of(situation, asked.valued);
  facts.other_fits = !asked.decision.is_set() || is_decision(situation.reader, asked.decision);
  return facts;
}

Result<Changes> decide(const OneFacts& facts, StateLoss asked) {
  Problems problems;
  check(facts, asked.on, "decision", problems);
  if (asked.words.empty()) problems.add("words", Code::missing, msg("Say what is lost, and for whom."));
  // A count below 5 could give somebody away (product.md, "Counting people").
  if (asked.people != 0 && asked.people < 5) {
    problems.add("people", Code::out_of_range, msg("Give at least 5, or leave it out: a smaller number could give somebody away."), std::to_string(asked.people));
  }
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(LossStated{.valued = asked.valued, .decision = asked.decision, .words = std::move(asked.words), .people = asked.people, .on = asked.on});
  return changes;
}

OneFacts look(const Situation& situation, const RecordReplacement& asked) {
  OneFacts facts = facts_of(situation, asked.valued);
  facts.other_fits = !asked.moved_to.is_set() || is_valued(situation.reader, asked.moved_to);
  return facts;
}

Result<Changes> decide(const OneFacts& facts, RecordReplacement asked) {
  Problems problems;
  check(facts, {}, "moved_to", problems);
  if (asked.what.empty()) problems.add("what", Code::missing, msg("Say what was kept, moved or lost."));
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(ReplacementRecorded{.valued = asked.valued, .outcome = asked.outcome, .what = std::move(asked.what), .moved_to = asked.moved_to});
  return changes;
}

OneFacts look(const Situation& situation, const LinkValued& asked) {
  OneFacts facts = facts_of(situation, asked.valued);
  facts.other_fits = is_decision(situation.reader, asked.decision);
  facts.linked_before = situation.reader.count("SELECT COUNT(*) FROM valued_links WHERE decision = $2 AND valued IN "
                                               "(SELECT idx FROM valued WHERE idx = $1 OR merged_into = $1)",
                                               {asked.valued.value, asked.decision.value}) > 0;
  return facts;
}

Result<Changes> decide(const OneFacts& facts, LinkValued asked) {
  Problems problems;
  check(facts, {}, "decision", problems);
  if (facts.linked_before) problems.add("decision", Code::already_there, msg("These two are linked already."));
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(ValuedLinked{.valued = asked.valued, .decision = asked.decision, .touch = asked.touch});
  return changes;
}

// ---- two that may be one --------------------------------------------------------------------------------------------

namespace {

TwoFacts two_facts(const Situation& situation, Index one, Index other) {
  TwoFacts facts{.one = row_of(situation.reader, one), .other = row_of(situation.reader, other)};
  const Pairs known = pairs(situation.reader);
  const Pair pair = pair_of(one, other);
  facts.are_two = known.two.contains(pair);
  facts.was_proposed = !facts.are_two && known.knows(pair);
  return facts;
}

// Both are on the register, each stands there itself, and they are not one number.
void check(const TwoFacts& facts, const char* second, Problems& problems) {
  if (!facts.one) {
    problems.add("valued", Code::not_found, msg("Give a place or group that is on the register."));
  } else if (facts.one->merged_into.is_set()) {
    problems.add("valued", Code::wrong_state, msg("This place was put together with number {number} before.", {{"number", std::to_string(facts.one->merged_into.value)}}));
  }
  if (!facts.other) {
    problems.add(second, Code::not_found, msg("Give the number of a place or group that is on the register."));
  } else if (facts.one && (facts.other->index == facts.one->index || facts.other->merged_into == facts.one->index)) {
    problems.add(second, Code::out_of_range, msg("Give another place: this one leads back to itself."), std::to_string(facts.other->index.value));
  } else if (facts.other->merged_into.is_set()) {
    problems.add(second, Code::wrong_state, msg("That place was put together with another one. Give that one: number {number}.", {{"number", std::to_string(facts.other->merged_into.value)}}),
                 std::to_string(facts.other->index.value));
  }
}

}  // namespace

TwoFacts look(const Situation& situation, const MergeValued& asked) { return two_facts(situation, asked.valued, asked.into); }

// What a person once called two can be put together later: then they know better.
Result<Changes> decide(const TwoFacts& facts, MergeValued asked) {
  Problems problems;
  check(facts, "into", problems);
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(ValuedMerged{.valued = asked.valued, .into = asked.into});
  changes.then(facts.was_proposed ? "/valued/same" : "/valued/" + std::to_string(asked.into.value));
  return changes;
}

TwoFacts look(const Situation& situation, const SayTwo& asked) { return two_facts(situation, asked.valued, asked.other); }

Result<Changes> decide(const TwoFacts& facts, SayTwo asked) {
  Problems problems;
  check(facts, "other", problems);
  if (facts.are_two) problems.add("other", Code::already_there, msg("You have said so before."));
  if (problems.any()) return problems.take();
  Changes changes;
  say_two(changes, pair_of(asked.valued, asked.other));
  return changes;
}

}  // namespace alongside::valued
