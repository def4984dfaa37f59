// How somebody comes in, comes back and goes: by a name and a passphrase, with no e-mail address.
//
// Passphrases are hashed and compared in the prepare functions, before the order and outside its transaction: they put
// the kept hash where the passphrase stood, and nothing when it does not fit. decide() compares hashes alone.
#pragma once

#include <optional>
#include <string>

#include "commons/people/rows.h"
#include "commons/people/secrets.h"
#include "kernel/concern.h"

namespace alongside::people {

// How often something was tried of late.
struct Tries {
  std::int64_t by_account = 0;
  std::int64_t by_address = 0;
};
inline constexpr std::int64_t tries_seconds = 900;
inline constexpr std::int64_t tries_account_max = 10;  // wrong passphrases, in a quarter of an hour
inline constexpr std::int64_t tries_address_max = 40;
inline constexpr std::int64_t joins_address_max = 20;  // a day: a library's computer serves many people

// ---- coming in ------------------------------------------------------------------------------------------------------

struct Join {
  std::string name;
  std::string passphrase;
  std::string key;  // of a keeper's link
  static void fields(auto& self, auto&& field) {
    field("key", self.key);
    field("name", self.name);
    field("passphrase", self.passphrase);
  }
};
struct JoinFacts {
  kernel::Person person;
  bool is_taken = false;
  bool link_holds = false;
  store::Blob link_digest;
  Tries joins;
  std::string address;
  std::string code;
  store::Blob code_digest;
  store::Blob name_digest;
  NewSession session;
  Day today;
  Instant now;
};
JoinFacts look(const kernel::Situation& situation, const Join& asked);
Result<kernel::Changes> decide(const JoinFacts& facts, Join asked);
Status prepare_join(const kernel::Seeing& seeing, Json& request);

struct SignIn {
  std::string name;
  std::string passphrase;
  static void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("passphrase", self.passphrase);
  }
};
struct SignInFacts {
  kernel::Person person;  // nobody: there is no such account
  std::string hash;
  Tries tries;
  std::string address;
  NewSession session;
  Instant now;
};
SignInFacts look(const kernel::Situation& situation, const SignIn& asked);
Result<kernel::Changes> decide(const SignInFacts& facts, SignIn asked);
Status prepare_sign_in(const kernel::Seeing& seeing, Json& request);

struct Recover {
  std::string code;
  std::string passphrase;  // the new one
  static void fields(auto& self, auto&& field) {
    field("code", self.code);
    field("passphrase", self.passphrase);
  }
};
struct RecoverFacts {
  kernel::Person person;
  Tries tries;
  std::string address;
  std::string code;  // the next one
  store::Blob code_digest;
  NewSession session;
  Instant now;
};
RecoverFacts look(const kernel::Situation& situation, const Recover& asked);
Result<kernel::Changes> decide(const RecoverFacts& facts, Recover asked);
Status prepare_recover(const kernel::Seeing& seeing, Json& request);

// ---- being here -----------------------------------------------------------------------------------------------------

struct ChangePassphrase {
  std::string old;
  std::string passphrase;
  static void fields(auto& self, auto&& field) {
    field("old", self.old);
    field("passphrase", self.passphrase);
  }
};
struct ChangePassphraseFacts {
  kernel::Person person;
  std::string hash;
  std::string session;  // stays signed in; all others end
  Tries tries;
  std::string address;
  Instant now;
};
ChangePassphraseFacts look(const kernel::Situation& situation, const ChangePassphrase& asked);
Result<kernel::Changes> decide(const ChangePassphraseFacts& facts, ChangePassphrase asked);
Status prepare_change_passphrase(const kernel::Seeing& seeing, Json& request);

struct SignOut {
  bool everywhere = false;
  static void fields(auto& self, auto&& field) { field("everywhere", self.everywhere); }
};
struct WhoFacts {
  kernel::Person person;
  std::string session;
};
WhoFacts look(const kernel::Situation& situation, const SignOut& asked);
Result<kernel::Changes> decide(const WhoFacts& facts, SignOut asked);

struct Leave {
  bool sure = false;
  static void fields(auto& self, auto&& field) { field("sure", self.sure); }
};
WhoFacts look(const kernel::Situation& situation, const Leave& asked);
Result<kernel::Changes> decide(const WhoFacts& facts, Leave asked);

}  // namespace alongside::people
