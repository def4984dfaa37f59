// What somebody may become: an officer of a body, a moderator, the keeper. Members join by themselves; the rest is for
// the keeper to say, within the law of views.h: nobody with powers moderates or keeps.
#pragma once

#include <optional>
#include <string>

#include "commons/people/rows.h"
#include "kernel/concern.h"

namespace alongside::people {

struct AskToBeOfficer {
  Index body;
  Index office;  // where they hold one themselves
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("office", self.office);
  }
};
struct AskToModerate {
  static void fields(auto&, auto&&) {}
};
struct AskFacts {
  kernel::Person person;
  Day today;
  bool has_account = false;
  kernel::Standing standing = kernel::Standing::member;  // of the account
  bool is_body = false;
  bool office_is_of_body = false;
  bool has_powers = false;  // the body asked for
  bool is_bound = false;    // the account is linked to an office or a body with powers
  bool is_linked = false;   // to this body already
};
AskFacts look(const kernel::Situation& situation, const AskToBeOfficer& asked);
Result<kernel::Changes> decide(const AskFacts& facts, AskToBeOfficer asked);
AskFacts look(const kernel::Situation& situation, const AskToModerate& asked);
Result<kernel::Changes> decide(const AskFacts& facts, AskToModerate asked);

struct ApproveAccount {
  std::int64_t account = 0;
  static void fields(auto& self, auto&& field) { field("account", self.account); }
};
struct RefuseAccount {
  std::int64_t account = 0;
  static void fields(auto& self, auto&& field) { field("account", self.account); }
};
struct ApproveFacts {
  std::optional<RequestRow> request;  // that waits
  kernel::Standing standing = kernel::Standing::member;
  bool has_powers = false;
  bool is_bound = false;
  Day today;
};
ApproveFacts look(const kernel::Situation& situation, const ApproveAccount& asked);
Result<kernel::Changes> decide(const ApproveFacts& facts, ApproveAccount asked);
ApproveFacts look(const kernel::Situation& situation, const RefuseAccount& asked);
Result<kernel::Changes> decide(const ApproveFacts& facts, RefuseAccount asked);

// Back to a member: a moderator who stops, an officer who left the body. A keeper's standing ends when they leave.
struct EndStanding {
  std::int64_t account = 0;
  static void fields(auto& self, auto&& field) { field("account", self.account); }
};
struct EndFacts {
  std::optional<AccountRow> account;
  bool acts_for_a_body = false;
};
EndFacts look(const kernel::Situation& situation, const EndStanding& asked);
Result<kernel::Changes> decide(const EndFacts& facts, EndStanding asked);

// For whoever is at the data directory: a link that makes the one who joins with it the keeper. Good once, for 7 days.
struct MakeKeeperLink {
  static void fields(auto&, auto&&) {}
};
struct LinkFacts {
  std::string place;  // its id
  std::string key;
  KeeperLinkRow row;
  Instant now;
};
inline constexpr std::int64_t link_seconds = std::int64_t{7} * 86400;
LinkFacts look(const kernel::Situation& situation, const MakeKeeperLink& asked);
Result<kernel::Changes> decide(const LinkFacts& facts, MakeKeeperLink asked);

}  // namespace alongside::people
