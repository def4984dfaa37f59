#include "commons/people/standing.h"

#include "base/hash.h"
#include "base/text.h"
#include "commons/people/views.h"
#include "commons/place/views.h"

namespace alongside::people {
namespace {

using kernel::Changes;
using kernel::Situation;
using kernel::Standing;

bool moderates(Standing standing) { return standing == Standing::moderator || standing == Standing::keeper; }

AskFacts facts_of(const Situation& situation) {
  AskFacts facts{.person = situation.actor.person, .today = situation.today};
  const auto account = situation.reader.one<AccountRow>("WHERE person = $1", {facts.person.value});
  facts.has_account = account.has_value();
  if (account) facts.standing = account->standing;
  facts.is_bound = is_bound(situation.reader, facts.person);
  return facts;
}

constexpr const char* law =
    "Whoever acts for a body with powers, or holds an office, cannot moderate or keep this record.";

Changes ask(const RequestRow& row) {
  Changes changes;
  changes.run("DELETE FROM account_requests WHERE person = $1", {row.person});
  changes.keep(row);
  return changes;
}

}  // namespace

AskFacts look(const Situation& situation, const AskToBeOfficer& asked) {
  AskFacts facts = facts_of(situation);
  facts.is_body = place::is_body(situation.reader, asked.body);
  facts.has_powers = has_powers(situation.reader, asked.body);
  const auto office = place::office(situation.reader, asked.office);
  facts.office_is_of_body = office && office->body == asked.body;
  facts.is_linked = situation.reader.count("SELECT COUNT(*) FROM account_bodies WHERE person = $1 AND body = $2",
                                           {facts.person.value, asked.body.value}) > 0;
  return facts;
}

Result<Changes> decide(const AskFacts& facts, AskToBeOfficer asked) {
  Problems problems;
  if (!facts.has_account) problems.add("", Code::wrong_state, msg("Join with a name first, or sign in."));
  if (!facts.is_body) problems.add("body", Code::not_found, msg("Choose the body that you act for."));
  if (asked.office.is_set() && !facts.office_is_of_body) {
    problems.add("office", Code::does_not_match, msg("Choose an office of that body, or none."),
                 std::to_string(asked.office.value));
  }
  if (facts.is_linked) problems.add("body", Code::already_there, msg("You act for this body already."));
  if (moderates(facts.standing) && (facts.has_powers || asked.office.is_set())) {
    problems.add("body", Code::not_allowed, msg(law));
  }
  if (problems.any()) return problems.take();
  return ask({.person = facts.person.value,
              .wish = Wish::officer,
              .body = asked.body,
              .office = asked.office,
              .on = facts.today});
}

AskFacts look(const Situation& situation, const AskToModerate&) { return facts_of(situation); }

Result<Changes> decide(const AskFacts& facts, AskToModerate) {
  Problems problems;
  if (!facts.has_account) problems.add("", Code::wrong_state, msg("Join with a name first, or sign in."));
  if (moderates(facts.standing)) problems.add("", Code::already_there, msg("You may read what others write already."));
  if (facts.is_bound) problems.add("", Code::not_allowed, msg(law));
  if (problems.any()) return problems.take();
  return ask({.person = facts.person.value, .wish = Wish::moderator, .on = facts.today});
}

namespace {

ApproveFacts facts_of(const Situation& situation, std::int64_t account) {
  ApproveFacts facts{.today = situation.today};
  facts.request = situation.reader.one<RequestRow>("WHERE person = $1 AND refused_on IS NULL", {account});
  if (!facts.request) return facts;
  if (const auto row = situation.reader.one<AccountRow>("WHERE person = $1", {account})) facts.standing = row->standing;
  facts.has_powers = has_powers(situation.reader, facts.request->body);
  facts.is_bound = is_bound(situation.reader, {account});
  return facts;
}

Problems nobody_waits() { return problem(Code::not_found, "account", msg("Nobody with this number waits for a yes.")); }

}  // namespace

ApproveFacts look(const Situation& situation, const ApproveAccount& asked) {
  return facts_of(situation, asked.account);
}

Result<Changes> decide(const ApproveFacts& facts, ApproveAccount asked) {
  if (!facts.request) return nobody_waits();
  const RequestRow& request = *facts.request;
  // Asked again here: between the wish and the yes either side may have changed.
  const bool binds = request.wish == Wish::officer && (facts.has_powers || request.office.is_set());
  if ((binds && moderates(facts.standing)) || (request.wish == Wish::moderator && facts.is_bound)) {
    return problem(Code::not_allowed, "account", msg(law));
  }
  Changes changes;
  if (request.wish == Wish::moderator) {
    changes.run("UPDATE accounts SET standing = $1 WHERE person = $2 AND standing = $3",
                {kernel::to_value(Standing::moderator), asked.account, kernel::to_value(Standing::member)});
  } else {
    changes.run("DELETE FROM account_bodies WHERE person = $1 AND body = $2", {asked.account, request.body.value});
    changes.keep(
        AccountBodyRow{.person = asked.account, .body = request.body, .office = request.office, .since = facts.today});
  }
  changes.run("DELETE FROM account_requests WHERE person = $1", {asked.account});
  return changes;
}

ApproveFacts look(const Situation& situation, const RefuseAccount& asked) { return facts_of(situation, asked.account); }

Result<Changes> decide(const ApproveFacts& facts, RefuseAccount asked) {
  if (!facts.request) return nobody_waits();
  Changes changes;
  changes.run("UPDATE account_requests SET refused_on = $1 WHERE person = $2",
              {kernel::to_value(facts.today), asked.account});
  return changes;
}

EndFacts look(const Situation& situation, const EndStanding& asked) {
  return {.account = situation.reader.one<AccountRow>("WHERE person = $1", {asked.account}),
          .acts_for_a_body = situation.reader.count("SELECT COUNT(*) FROM account_bodies WHERE person = $1", {asked.account}) > 0};
}

Result<Changes> decide(const EndFacts& facts, EndStanding asked) {
  const bool has_standing = facts.account && (facts.acts_for_a_body || facts.account->standing == Standing::moderator);
  if (!has_standing) {
    return problem(Code::not_found, "account", msg("Give the number of an account that moderates or acts for a body."),
                   std::to_string(asked.account));
  }
  Changes changes;
  changes.run("UPDATE accounts SET standing = $1 WHERE person = $2 AND standing = $3",
              {kernel::to_value(Standing::member), asked.account, kernel::to_value(Standing::moderator)});
  changes.run("DELETE FROM account_bodies WHERE person = $1", {asked.account});
  return changes;
}

LinkFacts look(const Situation& situation, const MakeKeeperLink&) {
  LinkFacts facts{.place = situation.place, .key = base64url(view(hmac_sha256(situation.secret, "keeper link"))), .now = situation.now};
  facts.row = {.key_digest = {situation.reader.lookup("keeper link", facts.key)},
               .until = {situation.now.seconds + link_seconds}};
  return facts;
}

Result<Changes> decide(const LinkFacts& facts, MakeKeeperLink) {
  Changes changes;
  changes.run("DELETE FROM keeper_links WHERE until_second < $1", {facts.now.seconds});
  changes.keep(facts.row);
  changes.tell("link", "/" + facts.place + "/join?key=" + facts.key);
  return changes;
}

}  // namespace alongside::people
