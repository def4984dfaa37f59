#include "commons/people/views.h"

#include <algorithm>

#include "commons/place/views.h"
#include "kernel/house.h"

namespace alongside::people {

using kernel::Actor;
using kernel::Person;
using kernel::Reader;
using kernel::Standing;

Actor actor_of(Reader& reader, const kernel::Credential& credential, Instant now) {
  Actor actor{.address_digest = credential.address_digest};
  if (credential.at_the_house) {
    actor.standing = Standing::keeper;
    actor.at_the_house = true;
    return actor;
  }
  if (credential.session.empty()) return actor;
  std::string digest = reader.lookup("session", credential.session);
  const auto session = reader.one<SessionRow>("WHERE token_digest = $1", {store::Blob{digest}});
  if (!session || session->until < now) return actor;
  actor.person = {session->person};
  actor.session_digest = std::move(digest);
  if (session->ask.is_set()) {
    actor.standing = Standing::asker;
    actor.ask = session->ask;
    return actor;
  }
  const auto account = reader.one<AccountRow>("WHERE person = $1", {session->person});
  if (!account) return Actor{.address_digest = credential.address_digest};
  // What a moderator types for somebody is that person's: their words, their side, their answers.
  if (session->types_at(now) && (account->standing == Standing::moderator || account->standing == Standing::keeper)) {
    actor.typist = actor.person;
    actor.person = {*session->typing_for};
    actor.standing = Standing::member;
    return actor;
  }
  actor.standing = account->standing;
  for (const AccountBodyRow& row : reader.all<AccountBodyRow>("WHERE person = $1 ORDER BY body", {session->person})) {
    for (const Index body : place::body_and_below(reader, row.body)) {
      if (!actor.acts_for(body)) actor.bodies.push_back(body);
    }
  }
  if (!actor.bodies.empty() && (actor.standing == Standing::member || is_bound(reader, actor.person))) {
    actor.standing = Standing::officer;
  }
  return actor;
}

std::string pseudonym(Reader& reader, Person person) {
  return reader.private_text("pseudonym/" + std::to_string(person.value)).value_or("");
}

bool has_powers(Reader& reader, Index body) {
  for (const Index at : place::body_and_above(reader, body)) {
    const auto line = place::body(reader, at);
    if (line && line->decides) return true;
  }
  return false;
}

bool has_keeper(kernel::Reader& reader) {
  return reader.count("SELECT COUNT(*) FROM accounts WHERE standing = 'keeper'") > 0;
}

bool is_bound(Reader& reader, Person person) {
  for (const AccountBodyRow& row : reader.all<AccountBodyRow>("WHERE person = $1 ORDER BY body", {person.value})) {
    if (row.office.is_set() || has_powers(reader, row.body)) return true;
  }
  return false;
}

std::vector<WaitingAccount> waiting_accounts(Reader& reader, Day today) {
  std::vector<WaitingAccount> out;
  for (const RequestRow& row : reader.all<RequestRow>("WHERE refused_on IS NULL ORDER BY on_day, person")) {
    const auto office = place::office(reader, row.office);
    out.push_back({.account = row.person,
                   .name = pseudonym(reader, {row.person}),
                   .wish = row.wish,
                   .body = row.body,
                   .body_name = place::body_name(reader, row.body),
                   .office = row.office,
                   .office_title = office ? office->title : Text{},
                   .on = row.on,
                   .days = std::max(0, today - row.on)});
  }
  return out;
}

std::vector<WaitingProposal> waiting_proposals(const kernel::House& house, Reader& reader) {
  std::vector<WaitingProposal> out;
  for (kernel::Proposal& one : kernel::waiting_proposals(house, reader)) {
    std::string by = pseudonym(reader, {one.row.person});
    out.push_back({.proposal = std::move(one), .by = std::move(by)});
  }
  return out;
}

Result<PeoplePage> PeoplePage::see(const kernel::Seeing& seeing) {
  PeoplePage view;
  for (const AccountRow& row : seeing.reader.all<AccountRow>(
           "WHERE standing <> 'member' OR person IN (SELECT person FROM account_bodies) ORDER BY person")) {
    PersonLine line{.account = row.person, .name = pseudonym(seeing.reader, {row.person}), .standing = row.standing, .joined_on = row.joined_on};
    for (const AccountBodyRow& body : seeing.reader.all<AccountBodyRow>("WHERE person = $1 ORDER BY body", {row.person})) {
      line.standing = Standing::officer;
      line.bodies.push_back(place::body_name(seeing.reader, body.body));
    }
    view.people.push_back(std::move(line));
  }
  return view;
}

Result<MePage> MePage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  const std::int64_t person = seeing.actor.person.value;
  MePage view{.standing = seeing.actor.standing, .ask = seeing.actor.ask, .at_the_house = seeing.actor.at_the_house};
  if (person == 0) return view;

  view.name = pseudonym(reader, seeing.actor.person);
  if (const auto account = reader.one<AccountRow>("WHERE person = $1", {person})) view.joined_on = account->joined_on;
  for (const AccountBodyRow& row : reader.all<AccountBodyRow>("WHERE person = $1 ORDER BY body", {person})) {
    const auto office = place::office(reader, row.office);
    view.bodies.push_back({.body = row.body,
                           .name = place::body_name(reader, row.body),
                           .office = office ? office->title : Text{},
                           .since = row.since});
  }
  view.request = reader.one<RequestRow>("WHERE person = $1", {person});
  if (view.request) view.request_body = place::body_name(reader, view.request->body);
  view.sessions = reader.count("SELECT COUNT(*) FROM sessions WHERE person = $1 AND until_second >= $2",
                               {person, seeing.now.seconds});
  if (const auto session =
          reader.one<SessionRow>("WHERE token_digest = $1", {store::Blob{seeing.actor.session_digest}})) {
    view.signed_in_until = Day(static_cast<std::int32_t>(session->until.seconds / 86400));
  }
  view.attempts = reader.count("SELECT COUNT(*) FROM attempts WHERE person = $1", {person});
  view.private_texts = reader.count("SELECT COUNT(*) FROM private_texts WHERE person = $1", {person});
  for (const kernel::Concern& concern : seeing.house->concerns()) {
    for (const kernel::HeldRow& row : concern.held_rows()) {
      if (const std::int64_t n = reader.count(row.count, {person}); n > 0) view.held.push_back({.what = row.table, .n = n, .words = row.words});
    }
  }
  view.proposals = kernel::proposals_of(*seeing.house, reader, seeing.actor.person);
  view.may_erase_words = seeing.actor.standing == Standing::member;
  view.words_count = reader.count("SELECT COUNT(*) FROM sealed WHERE person = $1", {person});
  reader.each("SELECT act, field, withheld FROM sealed WHERE person = $1 ORDER BY act DESC, field LIMIT $2",
              {person, words_max}, [&](const store::Row& row) {
                view.words.push_back(
                    {.act = {row.integer(0)}, .field = std::string(row.text(1)), .withheld = row.integer(2) != 0});
              });
  for (WordsOfMine& one : view.words) one.words = reader.withheld_words(one.act, one.field).words;
  return view;
}

}  // namespace alongside::people
