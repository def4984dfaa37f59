// To ask, to come back with a code, and what becomes of a question before it is sent: read, refused, merged, withdrawn.
#pragma once

#include <optional>
#include <string>

#include "commons/ask/apply.h"
#include "commons/people/secrets.h"
#include "kernel/concern.h"

namespace alongside::ask {

// ---- asking ---------------------------------------------------------------------------------------------------------

inline constexpr std::int64_t asks_a_day = 5;  // from one address
inline constexpr std::int64_t day_seconds = 86400;
inline constexpr std::size_t words_bytes_max = 8000;

struct OpenAsk {
  Index about;
  Index body;
  Index follows;
  bool who = false;
  bool when = false;
  bool power = false;
  bool people = false;
  Said thing;
  Said words;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("body", self.body);
    field("follows", self.follows);
    field("on", self.on);
    field("people", self.people);
    field("power", self.power);
    field("thing", self.thing);
    field("when", self.when);
    field("who", self.who);
    field("words", self.words);
  }
};
struct OpenFacts {
  bool about_is_here = false;  // a decision, a valued place or a body
  bool body_is_here = false;
  bool follows_is_here = false;  // a question that others may read
  Index body;                    // whom to ask: the one chosen, or the thing's own, or the one that came after it
  Day today;
  Instant now;
  bool is_staff = false;      // the keeper or a moderator, who may write down a question that came on paper
  std::string address;        // for the limit; empty: none holds
  std::int64_t asked_today = 0;  // from this address
  kernel::Person person;      // whose question it is
  bool is_new_person = false;
  std::string code;           // told once; empty for somebody with an account
  store::Blob code_digest;
  Index next;                 // its index
};
OpenFacts look(const kernel::Situation& situation, const OpenAsk& asked);
Result<kernel::Changes> decide(const OpenFacts& facts, OpenAsk asked);

struct ComeBack {
  std::string code;
  static void fields(auto& self, auto&& field) { field("code", self.code); }
};
struct ComeBackFacts {
  Index ask;  // unset: no question has this code
  people::NewSession session;
};
ComeBackFacts look(const kernel::Situation& situation, const ComeBack& asked);
Result<kernel::Changes> decide(const ComeBackFacts& facts, ComeBack asked);

// ---- before it is sent ----------------------------------------------------------------------------------------------

struct AskFacts {
  std::optional<AskRow> ask;
  bool was_sent = false;      // some part was, at some time
  bool has_unread = false;    // `act` is one of its acts whose words nobody has read yet
  std::optional<AskRow> into;  // where it is merged into, at the end of the chain
};

// The question's words, or those that were written to it later (`act`: a judgement or an answer to the body).
struct PublishAsk {
  Index ask;
  Index act;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("ask", self.ask);
  }
};
struct RefuseAsk {
  Index ask;
  std::optional<Refusal> reason;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("reason", self.reason);
  }
};
struct MergeAsk {
  Index ask;
  Index into;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("into", self.into);
  }
};
struct WithdrawAsk {
  Index ask;
  static void fields(auto& self, auto&& field) { field("ask", self.ask); }
};
AskFacts look(const kernel::Situation& situation, const PublishAsk& asked);
AskFacts look(const kernel::Situation& situation, const RefuseAsk& asked);
AskFacts look(const kernel::Situation& situation, const MergeAsk& asked);
AskFacts look(const kernel::Situation& situation, const WithdrawAsk& asked);
Result<kernel::Changes> decide(const AskFacts& facts, PublishAsk asked);
Result<kernel::Changes> decide(const AskFacts& facts, RefuseAsk asked);
Result<kernel::Changes> decide(const AskFacts& facts, MergeAsk asked);
Result<kernel::Changes> decide(const AskFacts& facts, WithdrawAsk asked);

}  // namespace alongside::ask
