#include "commons/agreement/commands.h"

#include <algorithm>

#include "base/text.h"
#include "commons/option/views.h"

namespace alongside::agreement {
namespace {

using kernel::Changes;
using kernel::Situation;

Problems no_such_agreement() { return problem(Code::not_found, "agreement", msg("Give an agreement that is on this record.")); }

RoomFacts facts_of(const Situation& situation, Index agreement) {
  RoomFacts facts{.today = situation.today, .agreement = row_of(situation.reader, agreement), .person = situation.actor.person};
  if (!facts.agreement) return facts;
  facts.side = work::side_of(situation.reader, facts.agreement->work, facts.person);
  if (facts.side) facts.named = work::named_side(situation.reader, facts.agreement->work, *facts.side);
  return facts;
}

RoomFacts facts_of_dissent(const Situation& situation, Index dissent) {
  RoomFacts facts{.today = situation.today, .dissent = dissent_row(situation.reader, dissent)};
  if (facts.dissent) facts.agreement = row_of(situation.reader, facts.dissent->agreement);
  facts.in_danger = facts.dissent && work::is_in_danger(situation.reader, dissent);
  return facts;
}

}  // namespace

// ---- asking ---------------------------------------------------------------------------------------------------------

AskFacts look(const Situation& situation, const AskAgreement& asked) {
  AskFacts facts{.today = situation.today, .work = work::row_of(situation.reader, asked.work)};
  for (std::size_t i = 0; i < asked.options.size(); ++i) {
    const auto row = option::row_of(situation.reader, asked.options[i]);
    if (!row || row->work != asked.work || !row->is_put()) facts.not_put.push_back(i);
  }
  facts.wording_is_here = !asked.wording.is_set() || asked.wording < situation.reader.size();
  return facts;
}

Result<Changes> decide(const AskFacts& facts, AskAgreement asked) {
  Problems problems;
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (facts.work && facts.work->state != work::WorkState::open) {
    problems.add("work", Code::wrong_state, msg("A room is asked while the work is open: after people are invited, and not while it pauses."));
  }
  if (trimmed(asked.words.words()).empty()) problems.add("words", Code::missing, msg("Write the sentence that the room agrees to, or not."));
  for (const std::size_t i : facts.not_put) {
    problems.add("options/" + std::to_string(i), Code::wrong_state, msg("Put this choice of the work to people first, so that its words stand."), std::to_string(asked.options[i].value));
  }
  if (!facts.wording_is_here) problems.add("wording", Code::not_found, msg("Give a wording that is on this record."), std::to_string(asked.wording.value));
  const Day stated = facts.today + (facts.work ? facts.work->answer_days : 0);
  if (asked.until && *asked.until < stated) {
    problems.add("until", Code::out_of_range, msg("The rule of this work gives people {days} days to answer. Give that day, {day}, or a later one.",
                                                  {{"days", std::to_string(stated - facts.today)}, {"day", stated.iso()}}), asked.until->iso());
  }
  if (asked.until && *asked.until > facts.today + days_max) problems.add("until", Code::out_of_range, msg("Give a day within the next year."), asked.until->iso());
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AgreementAsked{.work = asked.work, .words = std::move(asked.words), .options = std::move(asked.options), .wording = asked.wording,
                             .ballots = facts.work->ballots, .on = facts.today, .until = asked.until.value_or(stated)});
  return changes;
}

// ---- answering ------------------------------------------------------------------------------------------------------

RoomFacts look(const Situation& situation, const AnswerAgreement& asked) { return facts_of(situation, asked.agreement); }

namespace {

// In words, why somebody has no consent to give here; nothing: they have.
std::optional<Message> no_consent(const std::optional<work::Side>& side) {
  if (!side) return msg("You are not in this room yet. Take part in the work first, and say on which side you are.");
  if (*side == work::Side::advisor) return msg("You are here as somebody who advises. You can say what you think, and you have no consent to give.");
  return std::nullopt;
}

}  // namespace

Result<Changes> decide(const RoomFacts& facts, AnswerAgreement asked) {
  if (!facts.agreement) return no_such_agreement();
  const AgreementRow& agreement = *facts.agreement;
  if (agreement.is_closed() || facts.today > agreement.until) {
    return problem(Code::wrong_state, "", msg("It closed after {day}. No answer can be given or changed any more. You can still say in your own words why you do not agree.", {{"day", agreement.until.iso()}}));
  }
  Problems problems;
  if (const auto why = no_consent(facts.side)) problems.add("", Code::not_allowed, *why);
  if (!asked.answer) problems.add("answer", Code::missing, msg("Say whether you agree, do not agree or hold back."));
  if (!agreement.is_secret() && !asked.named) {
    problems.add("named", Code::missing, msg("Here each answer stands with its name and its side, for everyone to read, once it closes. Tick that you know it, or give no answer."));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.run("DELETE FROM agreement_answers WHERE agreement = $1 AND person = $2", {asked.agreement.value, facts.person.value});
  changes.keep(AnswerRow{.agreement = asked.agreement, .person = facts.person.value, .answer = *asked.answer, .knows_it_is_named = !agreement.is_secret()});
  changes.then(agreement_path(agreement.work, agreement.index));
  return changes;
}

// ---- dissent --------------------------------------------------------------------------------------------------------

RoomFacts look(const Situation& situation, const GiveDissent& asked) {
  RoomFacts facts = facts_of(situation, asked.agreement);
  facts.next = situation.next_index;
  facts.has_dissented = situation.reader.count("SELECT COUNT(*) FROM agreement_dissenters d JOIN agreement_dissents a ON a.idx = d.dissent "
                                               "WHERE d.agreement = $1 AND d.person = $2 AND a.state <> 'refused'",
                                               {asked.agreement.value, facts.person.value}) > 0;
  return facts;
}

Result<Changes> decide(const RoomFacts& facts, GiveDissent asked) {
  if (!facts.agreement) return no_such_agreement();
  Problems problems;
  if (!facts.side) problems.add("", Code::not_allowed, msg("You are not in this room yet. Take part in the work first, and say on which side you are."));
  if (trimmed(asked.words.words()).empty()) problems.add("words", Code::missing, msg("Say in your own words why you do not agree."));
  if (facts.has_dissented) problems.add("words", Code::already_there, msg("Your words are here already. They stand as long as the agreement. You can take them away on your own page."));
  if (problems.any()) return problems;
  Changes changes;
  DissentGiven act{.agreement = asked.agreement, .words = std::move(asked.words)};
  if (asked.say_side) act.side = facts.named;
  changes.add(std::move(act), {.person = facts.person, .withheld = true});
  changes.keep(DissenterRow{.dissent = facts.next, .agreement = asked.agreement, .person = facts.person.value});
  changes.then(agreement_path(facts.agreement->work, asked.agreement));
  return changes;
}

RoomFacts look(const Situation& situation, const PublishDissent& asked) { return facts_of_dissent(situation, asked.dissent); }

Result<Changes> decide(const RoomFacts& facts, PublishDissent asked) {
  if (!facts.dissent) return problem(Code::not_found, "dissent", msg("Give the number of words that wait to be read."));
  if (facts.dissent->state == DissentState::published) return problem(Code::wrong_state, "", msg("Others can read these words already."));
  if (facts.in_danger) return problem(Code::wrong_state, "", work::kept_back_as_danger());
  Changes changes;
  changes.add(DissentPublished{.dissent = asked.dissent});
  changes.show_words(asked.dissent);
  changes.then(agreement_path(facts.agreement->work, facts.agreement->index));
  return changes;
}

RoomFacts look(const Situation& situation, const RefuseDissent& asked) { return facts_of_dissent(situation, asked.dissent); }

Result<Changes> decide(const RoomFacts& facts, RefuseDissent asked) {
  if (!facts.dissent) return problem(Code::not_found, "dissent", msg("Give the number of words that wait to be read."));
  if (facts.dissent->state != DissentState::waiting) return problem(Code::wrong_state, "", msg("These words were read already. What was published stays."));
  if (facts.in_danger) return problem(Code::wrong_state, "", work::kept_back_as_danger());
  Changes changes;
  changes.add(DissentRefused{.dissent = asked.dissent, .reason = asked.reason});
  changes.then(agreement_path(facts.agreement->work, facts.agreement->index));
  return changes;
}

// ---- danger ---------------------------------------------------------------------------------------------------------

namespace {

work::DangerFacts danger_of(const Situation& situation, Index dissent) {
  const RoomFacts found = facts_of_dissent(situation, dissent);
  if (!found.agreement) return {};
  const auto author = situation.reader.one<DissenterRow>("WHERE dissent = $1", {dissent.value});
  work::DangerFacts facts = work::danger_facts(situation, dissent, found.agreement->work, dissent_path(*found.agreement, dissent), {author ? author->person : 0});
  facts.waits = found.dissent->state == DissentState::waiting;
  return facts;
}

}  // namespace

work::DangerFacts look(const Situation& situation, const DissentDanger& asked) { return danger_of(situation, asked.dissent); }
Result<Changes> decide(const work::DangerFacts& facts, DissentDanger asked) { return work::tell_of_danger(facts, asked.told); }

work::DangerFacts look(const Situation& situation, const ReleaseDissent& asked) { return danger_of(situation, asked.dissent); }
Result<Changes> decide(const work::DangerFacts& facts, ReleaseDissent) { return work::say_it_is_over(facts); }

}  // namespace alongside::agreement
