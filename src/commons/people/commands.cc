#include "commons/people/commands.h"

#include "base/text.h"

namespace alongside::people {
namespace {

using kernel::Changes;
using kernel::Person;
using kernel::Reader;
using kernel::Seeing;
using kernel::Situation;

std::string text_of(const Json& request, std::string_view field) {
  const Json* found = request.find(field);
  return found != nullptr && found->is_string() ? found->string() : std::string();
}

std::string passphrase_name(std::int64_t person) { return "passphrase/" + std::to_string(person); }

std::int64_t person_named(Reader& reader, std::string_view name) {
  return reader.count("SELECT person FROM accounts WHERE name_digest = $1", {store::Blob{name_digest(reader, name)}});
}

Tries tries_of(Reader& reader, Attempt what, std::int64_t person, const std::string& address, Instant since) {
  Tries out;
  const store::Value kind = kernel::to_value(what);
  if (person != 0) {
    out.by_account = reader.count("SELECT COUNT(*) FROM attempts WHERE what = $1 AND person = $2 AND at_second >= $3",
                                  {kind, person, since.seconds});
  }
  if (!address.empty()) {
    out.by_address =
        reader.count("SELECT COUNT(*) FROM attempts WHERE what = $1 AND address_digest = $2 AND at_second >= $3",
                     {kind, address, since.seconds});
  }
  return out;
}

bool is_too_many(const Tries& tries) {
  return tries.by_account >= tries_account_max || tries.by_address >= tries_address_max;
}

void add_too_many(Problems& problems) {
  problems.add("", Code::too_many, msg("This was tried too often. Wait a quarter of an hour, then try again."));
}

void count_attempt(Changes& changes, Attempt what, Person person, const std::string& address, Instant now) {
  AttemptRow row{.what = what, .address_digest = address, .at = now};
  if (person.is_set()) row.person = person.value;
  changes.keep(row);
  changes.run("DELETE FROM attempts WHERE at_second < $1", {now.seconds - 86400});
}

// Refused, and counted.
Changes refused(Attempt what, Person person, const std::string& address, Instant now, Problems problems) {
  Changes changes;
  count_attempt(changes, what, person, address, now);
  changes.refuse(std::move(problems));
  return changes;
}

void begin_session(Changes& changes, const NewSession& session, Instant now) {
  changes.keep(session.row);
  changes.run("DELETE FROM sessions WHERE until_second < $1", {now.seconds});
  changes.tell("session", session.token);
}

// What stands in the place of a passphrase from here on: the kept hash when it fits, nothing when it does not.
std::string compared(std::string_view passphrase, const std::optional<std::string>& hash) {
  if (passphrase.size() > passphrase_bytes_max) return {};
  if (!hash) {
    spend_the_same_time(passphrase);
    return {};
  }
  return passphrase_fits(passphrase, *hash) ? *hash : std::string();
}

}  // namespace

// ---- coming in ------------------------------------------------------------------------------------------------------

Status prepare_join(const Seeing& seeing, Json& request) {
  const std::string name = text_of(request, "name");
  const std::string passphrase = text_of(request, "passphrase");
  Problems problems;
  check_name(name, problems);
  check_passphrase(passphrase, name, "passphrase", problems);
  if (person_named(seeing.reader, name) != 0) {
    problems.add("name", Code::already_there, msg("Somebody here has this name already. Choose another."), name);
  }
  if (problems.any()) return problems;
  request.set("passphrase", hash_of_passphrase(passphrase));
  return Done{};
}

JoinFacts look(const Situation& situation, const Join& asked) {
  Reader& reader = situation.reader;
  JoinFacts facts{
      .person = situation.next_person,
      .is_taken = person_named(reader, asked.name) != 0,
      .joins = tries_of(reader, Attempt::join, 0, situation.actor.address_digest, {situation.now.seconds - 86400}),
      .address = situation.actor.address_digest,
      .code = new_code(situation.secret, "recovery"),
      .name_digest = {name_digest(reader, asked.name)},
      .session = new_session(situation, situation.next_person),
      .today = situation.today,
      .now = situation.now};
  facts.code_digest = {reader.lookup("recovery", plain_code(facts.code))};
  if (!asked.key.empty()) {
    facts.link_digest = {reader.lookup("keeper link", asked.key)};
    const auto link = reader.one<KeeperLinkRow>("WHERE key_digest = $1", {facts.link_digest});
    facts.link_holds = link && link->until >= situation.now;
  }
  return facts;
}

Result<Changes> decide(const JoinFacts& facts, Join asked) {
  Problems problems;
  check_name(asked.name, problems);
  if (!is_passphrase_hash(asked.passphrase)) {
    problems.add("passphrase", Code::missing, msg("Choose a passphrase: four or more words that you will remember."));
  }
  if (facts.is_taken) {
    problems.add("name", Code::already_there, msg("Somebody here has this name already. Choose another."), asked.name);
  }
  if (!asked.key.empty() && !facts.link_holds) {
    problems.add("key", Code::not_found,
                 msg("This link was used or is too old. Ask whoever runs the program for a new one."));
  }
  if (facts.joins.by_address >= joins_address_max) {
    problems.add("", Code::too_many,
                 msg("Many people joined from this connection today. Try again tomorrow, or from another one."));
  }
  if (problems.any()) return problems.take();

  Changes changes;
  changes.create_person(facts.person);
  changes.keep(AccountRow{.person = facts.person.value,
                          .name_digest = facts.name_digest,
                          .recovery_digest = facts.code_digest,
                          .standing = facts.link_holds ? kernel::Standing::keeper : kernel::Standing::member,
                          .joined_on = facts.today});
  changes.keep_private("pseudonym/" + std::to_string(facts.person.value), facts.person,
                       std::string(trimmed(asked.name)));
  changes.keep_private(passphrase_name(facts.person.value), facts.person, std::move(asked.passphrase));
  if (facts.link_holds) changes.run("DELETE FROM keeper_links WHERE key_digest = $1", {facts.link_digest});
  count_attempt(changes, Attempt::join, {}, facts.address, facts.now);
  begin_session(changes, facts.session, facts.now);
  changes.tell("code", facts.code);
  return changes;
}

Status prepare_sign_in(const Seeing& seeing, Json& request) {
  const std::int64_t person = person_named(seeing.reader, text_of(request, "name"));
  const Tries tries = tries_of(seeing.reader, Attempt::sign_in, person, seeing.actor.address_digest,
                               {seeing.now.seconds - tries_seconds});
  if (is_too_many(tries)) {
    Problems problems;
    add_too_many(problems);
    return problems;
  }
  const auto hash = person == 0 ? std::nullopt : seeing.reader.private_text(passphrase_name(person));
  request.set("passphrase", compared(text_of(request, "passphrase"), hash));
  return Done{};
}

SignInFacts look(const Situation& situation, const SignIn& asked) {
  Reader& reader = situation.reader;
  const Person person{person_named(reader, asked.name)};
  SignInFacts facts{.person = person,
                    .tries = tries_of(reader, Attempt::sign_in, person.value, situation.actor.address_digest,
                                      {situation.now.seconds - tries_seconds}),
                    .address = situation.actor.address_digest,
                    .session = new_session(situation, person),
                    .now = situation.now};
  if (person.is_set()) facts.hash = reader.private_text(passphrase_name(person.value)).value_or("");
  return facts;
}

Result<Changes> decide(const SignInFacts& facts, SignIn asked) {
  Problems problems;
  if (is_too_many(facts.tries)) {
    add_too_many(problems);
    return problems;
  }
  // One sentence for both: whether a name is here is nobody's business.
  if (!facts.person.is_set() || facts.hash.empty() || asked.passphrase != facts.hash) {
    problems.add("passphrase", Code::does_not_match,
                 msg("This name and passphrase do not go together. Check both, or use your recovery code."));
    return refused(Attempt::sign_in, facts.person, facts.address, facts.now, std::move(problems));
  }
  Changes changes;
  changes.run("DELETE FROM attempts WHERE what = $1 AND person = $2",
              {kernel::to_value(Attempt::sign_in), facts.person.value});
  begin_session(changes, facts.session, facts.now);
  return changes;
}

Status prepare_recover(const Seeing&, Json& request) {
  Problems problems;
  const std::string passphrase = text_of(request, "passphrase");
  check_passphrase(passphrase, "", "passphrase", problems);
  if (plain_code(text_of(request, "code")).empty()) {
    problems.add("code", Code::malformed, msg("Give the whole code: five groups of four letters and digits."));
  }
  if (problems.any()) return problems;
  request.set("passphrase", hash_of_passphrase(passphrase));
  return Done{};
}

RecoverFacts look(const Situation& situation, const Recover& asked) {
  Reader& reader = situation.reader;
  RecoverFacts facts{.tries = tries_of(reader, Attempt::recover, 0, situation.actor.address_digest,
                                       {situation.now.seconds - tries_seconds}),
                     .address = situation.actor.address_digest,
                     .code = new_code(situation.secret, "recovery"),
                     .now = situation.now};
  const std::string code = plain_code(asked.code);
  if (!code.empty()) {
    facts.person = {reader.count("SELECT person FROM accounts WHERE recovery_digest = $1",
                                 {store::Blob{reader.lookup("recovery", code)}})};
  }
  facts.code_digest = {reader.lookup("recovery", plain_code(facts.code))};
  facts.session = new_session(situation, facts.person);
  return facts;
}

Result<Changes> decide(const RecoverFacts& facts, Recover asked) {
  Problems problems;
  if (is_too_many(facts.tries)) {
    add_too_many(problems);
    return problems;
  }
  if (!is_passphrase_hash(asked.passphrase)) {
    problems.add("passphrase", Code::missing,
                 msg("Choose a new passphrase: four or more words that you will remember."));
    return problems;
  }
  if (!facts.person.is_set()) {
    problems.add("code", Code::not_found, msg("Nobody here has this code. Check each letter and digit."));
    return refused(Attempt::recover, {}, facts.address, facts.now, std::move(problems));
  }
  Changes changes;
  changes.keep_private(passphrase_name(facts.person.value), facts.person, std::move(asked.passphrase));
  changes.run("UPDATE accounts SET recovery_digest = $1 WHERE person = $2", {facts.code_digest, facts.person.value});
  changes.run("DELETE FROM sessions WHERE person = $1", {facts.person.value});
  changes.run("DELETE FROM attempts WHERE person = $1", {facts.person.value});
  begin_session(changes, facts.session, facts.now);
  changes.tell("code", facts.code);
  return changes;
}

// ---- being here -----------------------------------------------------------------------------------------------------

Status prepare_change_passphrase(const Seeing& seeing, Json& request) {
  const std::int64_t person = seeing.actor.person.value;
  const std::string passphrase = text_of(request, "passphrase");
  Problems problems;
  const auto name = seeing.reader.private_text("pseudonym/" + std::to_string(person));
  check_passphrase(passphrase, name.value_or(""), "passphrase", problems);
  if (is_too_many(tries_of(seeing.reader, Attempt::sign_in, person, "", {seeing.now.seconds - tries_seconds})))
    add_too_many(problems);
  if (problems.any()) return problems;
  request.set("old", compared(text_of(request, "old"), seeing.reader.private_text(passphrase_name(person))));
  request.set("passphrase", hash_of_passphrase(passphrase));
  return Done{};
}

ChangePassphraseFacts look(const Situation& situation, const ChangePassphrase&) {
  const Person person = situation.actor.person;
  return {
      .person = person,
      .hash = situation.reader.private_text(passphrase_name(person.value)).value_or(""),
      .session = situation.actor.session_digest,
      .tries = tries_of(situation.reader, Attempt::sign_in, person.value, "", {situation.now.seconds - tries_seconds}),
      .address = situation.actor.address_digest,
      .now = situation.now};
}

Result<Changes> decide(const ChangePassphraseFacts& facts, ChangePassphrase asked) {
  Problems problems;
  if (!facts.person.is_set() || facts.hash.empty()) {
    return problem(Code::wrong_state, "", msg("Sign in first. Only an account has a passphrase."));
  }
  if (is_too_many(facts.tries)) {
    add_too_many(problems);
    return problems;
  }
  if (!is_passphrase_hash(asked.passphrase)) {
    problems.add("passphrase", Code::missing,
                 msg("Choose a new passphrase: four or more words that you will remember."));
    return problems;
  }
  if (asked.old != facts.hash) {
    problems.add("old", Code::does_not_match, msg("This is not your passphrase of now."));
    return refused(Attempt::sign_in, facts.person, facts.address, facts.now, std::move(problems));
  }
  Changes changes;
  changes.keep_private(passphrase_name(facts.person.value), facts.person, std::move(asked.passphrase));
  changes.run("DELETE FROM sessions WHERE person = $1 AND token_digest <> $2",
              {facts.person.value, store::Blob{facts.session}});
  return changes;
}

WhoFacts look(const Situation& situation, const SignOut&) {
  return {.person = situation.actor.person, .session = situation.actor.session_digest};
}

Result<Changes> decide(const WhoFacts& facts, SignOut asked) {
  Changes changes;
  if (asked.everywhere) {
    changes.run("DELETE FROM sessions WHERE person = $1", {facts.person.value});
  } else {
    changes.run("DELETE FROM sessions WHERE token_digest = $1", {store::Blob{facts.session}});
  }
  changes.tell("session", "");  // the cookie goes
  return changes;
}

WhoFacts look(const Situation& situation, const Leave&) {
  return {.person = situation.actor.person, .session = situation.actor.session_digest};
}

Result<Changes> decide(const WhoFacts& facts, Leave asked) {
  if (!asked.sure) return problem(Code::missing, "sure", msg("Tick this if you want to leave. It cannot be undone."));
  Changes changes;
  changes.forget(facts.person, kernel::Ground::own_wish);
  changes.tell("session", "");
  return changes;
}

}  // namespace alongside::people
