// What others ask of accounts: who somebody is, whom the keeper has to look at, and the law that keeps powers apart.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/people/rows.h"
#include "kernel/concern.h"
#include "kernel/proposals.h"

namespace alongside::people {

// The Actor of a credential. At the house: the keeper. A session: its account, or the asker of its question.
kernel::Actor actor_of(kernel::Reader& reader, const kernel::Credential& credential, Instant now);

// The name that somebody chose; empty when they have no account.
std::string pseudonym(kernel::Reader& reader, kernel::Person person);

// ---- the law --------------------------------------------------------------------------------------------------------
// Nobody who acts for a body with powers, or holds an office, may moderate or keep this record; and the reverse. It is
// checked when it is asked for, when the keeper says yes, when a keeper's link is used, and each time an Actor is made.

// This body, or one that it is part of, has powers.
bool has_powers(kernel::Reader& reader, Index body);
// Somebody keeps this record: until then, a one-time link makes its first visitor the keeper.
bool has_keeper(kernel::Reader& reader);
// Linked to an office or to a body with powers.
bool is_bound(kernel::Reader& reader, kernel::Person person);

// ---- who waits ------------------------------------------------------------------------------------------------------

struct WaitingAccount {
  std::int64_t account = 0;  // for /desk/accounts/{account}/approve and …/refuse
  std::string name;
  Wish wish = Wish::officer;
  Index body;
  Text body_name;
  Index office;
  Text office_title;
  Day on;
  std::int64_t days = 0;  // waiting
  static void fields(auto& self, auto&& field) {
    field("account", self.account);
    field("body", self.body);
    field("body_name", self.body_name);
    field("days", self.days);
    field("name", self.name);
    field("office", self.office);
    field("office_title", self.office_title);
    field("on", self.on);
    field("wish", self.wish);
  }
};
// Oldest first.
std::vector<WaitingAccount> waiting_accounts(kernel::Reader& reader, Day today);

// ---- what is proposed -----------------------------------------------------------------------------------------------

struct WaitingProposal {
  kernel::Proposal proposal;
  std::string by;  // the name that the proposer chose
  static void fields(auto& self, auto&& field) {
    field("by", self.by);
    kernel::Proposal::fields(self.proposal, field);
  }
};
// Oldest first.
std::vector<WaitingProposal> waiting_proposals(const kernel::House& house, kernel::Reader& reader);

// ---- who may do what -------------------------------------------------------------------------------------------------

// Officers and moderators, for the keeper: those who keep are named too, and stay until they leave.
struct PersonLine {
  std::int64_t account = 0;
  std::string name;
  kernel::Standing standing = kernel::Standing::member;
  std::vector<Text> bodies;  // that they act for
  Day joined_on;
  static void fields(auto& self, auto&& field) {
    field("account", self.account);
    field("bodies", self.bodies);
    field("joined_on", self.joined_on);
    field("name", self.name);
    field("standing", self.standing);
  }
};
struct PeoplePage {
  std::vector<PersonLine> people;
  static void fields(auto& self, auto&& field) { field("people", self.people); }
  static Result<PeoplePage> see(const kernel::Seeing& seeing);
};
html::Html show(const PeoplePage& view, const kernel::Showing& showing);
std::string title(const PeoplePage& view, const html::Say& say);

// ---- one's own page -------------------------------------------------------------------------------------------------

struct BodyOfMine {
  Index body;
  Text name;
  Text office;
  Day since;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("name", self.name);
    field("office", self.office);
    field("since", self.since);
  }
};
struct WordsOfMine {
  Index act;
  std::string field;
  std::string words;
  bool withheld = false;  // others cannot read them yet
  static void fields(auto& self, auto&& field_) {
    field_("act", self.act);
    field_("field", self.field);
    field_("withheld", self.withheld);
    field_("words", self.words);
  }
};

// All that is kept on somebody.
// Rows that another concern holds about them.
struct HeldLine {
  std::string what;
  std::int64_t n = 0;
  html::Html (*words)(std::int64_t n, const html::Say& say) = nullptr;
  static void fields(auto& self, auto&& field) {
    field("n", self.n);
    field("what", self.what);
  }
};

struct MePage {
  std::string name;  // empty: no account (an asker's code, or the house itself)
  kernel::Standing standing = kernel::Standing::visitor;
  Index ask;  // an asker's question
  std::optional<Day> joined_on;
  std::vector<BodyOfMine> bodies;
  std::optional<RequestRow> request;
  Text request_body;
  std::int64_t sessions = 0;
  std::optional<Day> signed_in_until;
  std::int64_t attempts = 0;       // wrong passphrases of the last day
  std::int64_t private_texts = 0;  // sealed texts beside the record: name, passphrase, drafts
  std::vector<HeldLine> held;      // none that is not there
  std::int64_t words_count = 0;
  std::vector<WordsOfMine> words;  // the first words_max
  std::vector<kernel::Proposal> proposals;  // newest first
  bool may_erase_words = false;             // piece by piece
  bool at_the_house = false;
  static constexpr std::int64_t words_max = 200;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("attempts", self.attempts);
    field("bodies", self.bodies);
    field("held", self.held);
    field("joined_on", self.joined_on);
    field("name", self.name);
    field("private_texts", self.private_texts);
    field("proposals", self.proposals);
    field("sessions", self.sessions);
    field("signed_in_until", self.signed_in_until);
    field("standing", self.standing);
    field("words", self.words);
    field("words_count", self.words_count);
  }
  static Result<MePage> see(const kernel::Seeing& seeing);
};
html::Html show(const MePage& view, const kernel::Showing& showing);
std::string title(const MePage& view, const html::Say& say);

}  // namespace alongside::people
