// The private tables of accounts as rows. All of it falls with the person.
#pragma once

#include <optional>
#include <string>

#include "kernel/actor.h"
#include "kernel/row.h"

namespace alongside::people {

struct AccountRow {
  static constexpr std::string_view table = "accounts";
  std::int64_t person = 0;
  store::Blob name_digest;
  store::Blob recovery_digest;
  kernel::Standing standing =
      kernel::Standing::member;  // member, moderator or keeper; an officer is a member with bodies
  Day joined_on;
  static void fields(auto& self, auto&& field) {
    field("person", self.person);
    field("name_digest", self.name_digest);
    field("recovery_digest", self.recovery_digest);
    field("standing", self.standing);
    field("joined_on", self.joined_on);
  }
};

struct AccountBodyRow {
  static constexpr std::string_view table = "account_bodies";
  std::int64_t person = 0;
  Index body;
  Index office;
  Day since;
  static void fields(auto& self, auto&& field) {
    field("person", self.person);
    field("body", self.body);
    field("office", self.office);
    field("since_day", self.since);
  }
};

enum class Wish { officer, moderator };
constexpr auto words_of(Wish) {
  using namespace std::string_view_literals;
  return std::array{"officer"sv, "moderator"sv};
}
struct RequestRow {
  static constexpr std::string_view table = "account_requests";
  std::int64_t person = 0;
  Wish wish = Wish::officer;
  Index body;
  Index office;
  Day on;
  std::optional<Day> refused_on;
  static void fields(auto& self, auto&& field) {
    field("person", self.person);
    field("wish", self.wish);
    field("body", self.body);
    field("office", self.office);
    field("on_day", self.on);
    field("refused_on", self.refused_on);
  }
};

struct SessionRow {
  static constexpr std::string_view table = "sessions";
  store::Blob token_digest;
  std::int64_t person = 0;
  Index ask;  // set: an asker, who holds the code of this question and has no account
  Instant until;
  std::optional<std::int64_t> typing_for;  // who types for somebody: for whom
  std::optional<Instant> typing_until;
  bool types_at(Instant now) const { return typing_for && typing_until && *typing_until >= now; }
  static void fields(auto& self, auto&& field) {
    field("token_digest", self.token_digest);
    field("person", self.person);
    field("ask", self.ask);
    field("until_second", self.until);
    field("typing_for", self.typing_for);
    field("typing_until", self.typing_until);
  }
};

enum class Attempt { sign_in, recover, join };
constexpr auto words_of(Attempt) {
  using namespace std::string_view_literals;
  return std::array{"sign_in"sv, "recover"sv, "join"sv};
}
struct AttemptRow {
  static constexpr std::string_view table = "attempts";
  Attempt what = Attempt::sign_in;
  std::optional<std::int64_t> person;
  std::string address_digest;
  Instant at;
  static void fields(auto& self, auto&& field) {
    field("what", self.what);
    field("person", self.person);
    field("address_digest", self.address_digest);
    field("at_second", self.at);
  }
};

struct KeeperLinkRow {
  static constexpr std::string_view table = "keeper_links";
  store::Blob key_digest;
  Instant until;
  static void fields(auto& self, auto&& field) {
    field("key_digest", self.key_digest);
    field("until_second", self.until);
  }
};

enum class HelpedHow { phone, paper };
constexpr auto words_of(HelpedHow) {
  using namespace std::string_view_literals;
  return std::array{"phone"sv, "paper"sv};
}
struct HelpedRow {
  static constexpr std::string_view table = "helped";
  std::int64_t person = 0;
  store::Blob reach_digest;
  HelpedHow how = HelpedHow::phone;
  Day agreed_on;
  static void fields(auto& self, auto&& field) {
    field("person", self.person);
    field("reach_digest", self.reach_digest);
    field("how", self.how);
    field("agreed_on", self.agreed_on);
  }
};

}  // namespace alongside::people
