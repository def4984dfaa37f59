#include "commons/pay/commands.h"

#include "base/text.h"
#include "commons/gathering/reading.h"

namespace alongside::pay {

using kernel::Changes;
using kernel::Situation;

namespace {

constexpr std::size_t words_bytes_max = 4000;

Problems no_such_claim() { return problem(Code::not_found, "claim", msg("There is no such thing to be paid.")); }

// Why nothing more can be done with it.
std::optional<Message> is_over(const ClaimRow& claim) {
  if (claim.paid_on) return msg("It was paid already, on {day}.", {{"day", claim.paid_on->iso()}});
  if (claim.declined_on) return msg("The keeper has said already that it is not paid, and why.");
  return std::nullopt;
}

ClaimFacts claim_facts(const Situation& situation, Index claim) { return {.today = situation.today, .claim = claim_row(situation.reader, claim)}; }

}  // namespace

// ---- asking ---------------------------------------------------------------------------------------------------------

AskFacts look(const Situation& situation, const AskPay& asked) {
  kernel::Reader& reader = situation.reader;
  AskFacts facts{.today = situation.today, .person = situation.actor.person, .fresh = situation.fresh_number(), .work_is_here = work::row_of(reader, asked.work).has_value()};
  facts.is_in_the_room = work::side_of(reader, asked.work, facts.person).has_value();
  if (asked.gathering.is_set()) {
    const auto meeting = gathering::row_of(reader, asked.gathering);
    facts.meeting_is_here = meeting && meeting->work == asked.work;
  }
  facts.waiting = reader.count("SELECT COUNT(*) FROM pay_claims WHERE person = $1 AND paid_on IS NULL AND declined_on IS NULL", {facts.person.value});
  return facts;
}

Result<Changes> decide(const AskFacts& facts, AskPay asked) {
  Problems problems;
  if (!facts.work_is_here) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (facts.work_is_here && !facts.is_in_the_room) problems.add("", Code::not_allowed, msg("You are not in this room yet. Take part in the work first, and say on which side you are."));
  if (!facts.meeting_is_here) problems.add("gathering", Code::not_found, msg("Choose a meeting of this work, or none."));
  if (!asked.paid_for) problems.add("paid_for", Code::missing, msg("Say what it is for: your fare, your time, or something that it cost you."));
  if (!asked.sum) {
    problems.add("sum", Code::missing, msg("Say how much it is."));
  } else if (asked.sum->minor <= 0 || asked.sum->minor > sum_max) {
    problems.add("sum", Code::out_of_range, msg("Give a sum of more than nothing, and at most 10,000."), in_words(*asked.sum));
  }
  if (trimmed(asked.how).empty()) problems.add("how", Code::missing, msg("Say how you want to have it, so that it reaches you."));
  if (asked.how.size() > words_bytes_max) problems.add("how", Code::out_of_range, msg("Write at most 4,000 letters."));
  if (facts.waiting >= waiting_max) problems.add("", Code::too_many, msg("Twenty of yours wait to be paid. Ring the keeper."));
  if (problems.any()) return problems;
  Changes changes;
  changes.keep(ClaimRow{.claim = facts.fresh, .person = facts.person.value, .work = asked.work, .gathering = asked.gathering, .paid_for = *asked.paid_for,
                        .minor = asked.sum->minor, .currency = asked.sum->currency, .asked_on = facts.today});
  changes.keep_private(how_name(facts.fresh), facts.person, std::string(trimmed(asked.how)));
  changes.tell("claim", facts.fresh.value);
  return changes;
}

ClaimFacts look(const Situation& situation, const WithdrawPay& asked) { return claim_facts(situation, asked.claim); }

Result<Changes> decide(const ClaimFacts& facts, WithdrawPay asked) {
  if (!facts.claim) return no_such_claim();
  if (auto over = is_over(*facts.claim)) return problem(Code::wrong_state, "", std::move(*over));
  Changes changes;
  changes.run("DELETE FROM pay_claims WHERE claim = $1", {asked.claim.value});
  changes.keep_private(how_name(asked.claim), {facts.claim->person}, "");
  return changes;
}

// ---- the keeper -----------------------------------------------------------------------------------------------------

ClaimFacts look(const Situation& situation, const SayPaid& asked) { return claim_facts(situation, asked.claim); }

Result<Changes> decide(const ClaimFacts& facts, SayPaid asked) {
  if (!facts.claim) return no_such_claim();
  Problems problems;
  if (auto over = is_over(*facts.claim)) problems.add("", Code::wrong_state, std::move(*over));
  const Day on = asked.on.value_or(facts.today);
  if (on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), on.iso());
  if (on < facts.claim->asked_on) problems.add("on", Code::out_of_range, msg("Give a day on which it had been asked for: {day}, or later.", {{"day", facts.claim->asked_on.iso()}}), on.iso());
  if (problems.any()) return problems;
  Changes changes;
  changes.run("UPDATE pay_claims SET paid_on = $1 WHERE claim = $2", {kernel::to_value(on), asked.claim.value});
  changes.keep_private(how_name(asked.claim), {facts.claim->person}, "");  // it has reached them: nobody needs it any more
  return changes;
}

ClaimFacts look(const Situation& situation, const DeclinePay& asked) { return claim_facts(situation, asked.claim); }

Result<Changes> decide(const ClaimFacts& facts, DeclinePay asked) {
  if (!facts.claim) return no_such_claim();
  Problems problems;
  if (auto over = is_over(*facts.claim)) problems.add("", Code::wrong_state, std::move(*over));
  if (trimmed(asked.why).empty()) problems.add("why", Code::missing, msg("Say why it is not paid. Only whoever asked for it reads this."));
  if (asked.why.size() > words_bytes_max) problems.add("why", Code::out_of_range, msg("Write at most 4,000 letters."));
  if (problems.any()) return problems;
  Changes changes;
  changes.run("UPDATE pay_claims SET declined_on = $1 WHERE claim = $2", {kernel::to_value(facts.today), asked.claim.value});
  changes.keep_private(how_name(asked.claim), {facts.claim->person}, "");
  changes.keep_private(why_name(asked.claim), {facts.claim->person}, std::string(trimmed(asked.why)));
  return changes;
}

}  // namespace alongside::pay
