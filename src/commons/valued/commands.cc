#include "commons/valued/commands.h"

#include "commons/place/views.h"

namespace alongside::valued {
namespace {

using kernel::Changes;
using kernel::Situation;

bool is_valued(kernel::Reader& reader, Index index) {
  return index.is_set() && reader.count("SELECT COUNT(*) FROM valued WHERE idx = $1", {index.value}) == 1;
}

// Decisions are a later concern: their first act's kind is all that is asked of them here.
bool is_decision(kernel::Reader& reader, Index index) {
  const auto stamp = reader.stamp(index);
  return stamp && (stamp->kind == "decision.taken" || stamp->kind == "decision.coming");
}

void check(const OneFacts& facts, const std::optional<When>& on, const char* other, Problems& problems) {
  if (!facts.is_there) problems.add("valued", Code::not_found, msg("Give a place or group that is on the register."));
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
  return {.today = situation.today, .is_there = is_valued(situation.reader, asked.valued),
          .other_fits = !asked.moved_to.is_set() || (is_valued(situation.reader, asked.moved_to) && asked.moved_to != asked.valued)};
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
  return {.today = situation.today, .is_there = is_valued(situation.reader, asked.valued),
          .other_fits = !asked.decision.is_set() || is_decision(situation.reader, asked.decision)};
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
  return {.today = situation.today, .is_there = is_valued(situation.reader, asked.valued),
          .other_fits = !asked.moved_to.is_set() || is_valued(situation.reader, asked.moved_to)};
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
  return {.today = situation.today, .is_there = is_valued(situation.reader, asked.valued), .other_fits = is_decision(situation.reader, asked.decision),
          .linked_before = situation.reader.count("SELECT COUNT(*) FROM valued_links WHERE valued = $1 AND decision = $2",
                                                  {asked.valued.value, asked.decision.value}) > 0};
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

}  // namespace alongside::valued
