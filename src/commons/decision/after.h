// What can be recorded of a decision afterwards: its status, a correction, a confirmation, another account, a link, a
// name, a dissent. Nothing is taken away by any of them: the first words stand beside the new ones.
#pragma once

#include <optional>
#include <string>

#include "commons/decision/acts.h"
#include "commons/decision/status.h"
#include "commons/decision/take.h"
#include "kernel/concern.h"

namespace alongside::decision {

// ---- status ---------------------------------------------------------------------------------------------------------

struct ChangeStatus {
  Index decision;
  StatusEvent event = StatusEvent::withdrawn;
  std::optional<When> on;
  std::optional<int> at_minute;
  std::optional<When> open_until;
  Said reason;
  Index source;
  Said source_address;
  Said source_page;
  static void fields(auto& self, auto&& field) {
    field("at_minute", self.at_minute);
    field("decision", self.decision);
    field("event", self.event);
    field("on", self.on);
    field("open_until", self.open_until);
    field("reason", self.reason);
    field("source", self.source);
    field("source_address", self.source_address);
    field("source_page", self.source_page);
  }
};
struct ChangeStatusFacts {
  FromWhere from;
  Index next_index;
  std::optional<Status> status;      // today; nothing: there is no such decision
  std::optional<Status> on_the_day;  // as it was on the day that is given
};
ChangeStatusFacts look(const kernel::Situation& situation, const ChangeStatus& asked);
Result<kernel::Changes> decide(const ChangeStatusFacts& facts, ChangeStatus asked);

// ---- correction -----------------------------------------------------------------------------------------------------

struct CorrectDecision {
  Index decision;
  Token part;
  Said words;
  std::optional<When> when;
  Said reason;
  Index source;
  Said source_address;
  Said source_page;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("part", self.part);
    field("reason", self.reason);
    field("source", self.source);
    field("source_address", self.source_address);
    field("source_page", self.source_page);
    field("when", self.when);
    field("words", self.words);
  }
};
std::vector<std::string_view> correctable();  // all of them, in the order of a page
bool is_word_part(std::string_view part);  // "title", "reasons" …
bool is_day_part(std::string_view part);   // "on", "published" …
struct CorrectFacts {
  FromWhere from;
  Index next_index;
  bool is_decision = false;
  Text reads_now;  // the part's wording of now
};
CorrectFacts look(const kernel::Situation& situation, const CorrectDecision& asked);
Result<kernel::Changes> decide(const CorrectFacts& facts, CorrectDecision asked);

// ---- confirmation ---------------------------------------------------------------------------------------------------

struct ConfirmDecision {
  Index decision;
  static void fields(auto& self, auto&& field) { field("decision", self.decision); }
};
struct ConfirmFacts {
  bool is_decision = false;
  bool is_confirmed = false;  // or its body published it here itself
  Index body;
};
ConfirmFacts look(const kernel::Situation& situation, const ConfirmDecision& asked);
Result<kernel::Changes> decide(const ConfirmFacts& facts, ConfirmDecision asked);

// ---- another account ------------------------------------------------------------------------------------------------

struct GiveAccount {
  Index decision;
  Index body;
  Said words;
  Index source;
  Said source_address;
  Said source_page;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("decision", self.decision);
    field("source", self.source);
    field("source_address", self.source_address);
    field("source_page", self.source_page);
    field("words", self.words);
  }
};
struct AccountFacts {
  FromWhere from;
  Index next_index;
  bool is_decision = false;
  bool body_is_one = true;
};
AccountFacts look(const kernel::Situation& situation, const GiveAccount& asked);
Result<kernel::Changes> decide(const AccountFacts& facts, GiveAccount asked);

// ---- links, names, dissent ------------------------------------------------------------------------------------------

struct LinkDecision {
  Index decision;
  LinkKind link = LinkKind::follows;
  Index to;
  std::optional<Elsewhere> elsewhere;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("elsewhere", self.elsewhere);
    field("link", self.link);
    field("to", self.to);
  }
};
struct LinkFacts {
  bool is_decision = false;
  bool to_is_decision = false;
  bool is_linked_so = false;
  std::optional<Status> to_is;
};
LinkFacts look(const kernel::Situation& situation, const LinkDecision& asked);
Result<kernel::Changes> decide(const LinkFacts& facts, LinkDecision asked);

struct NameDecider {
  Index decision;
  Index held;
  Index office;
  Said name;
  Said title;
  std::optional<Vote> vote;
  bool chaired = false;
  Said did;
  static void fields(auto& self, auto&& field) {
    field("chaired", self.chaired);
    field("decision", self.decision);
    field("did", self.did);
    field("held", self.held);
    field("name", self.name);
    field("office", self.office);
    field("title", self.title);
    field("vote", self.vote);
  }
};
struct NameFacts {
  bool is_taken = false;
  bool held_is_one = true;
  bool office_is_one = true;
  bool is_named_already = false;
};
NameFacts look(const kernel::Situation& situation, const NameDecider& asked);
Result<kernel::Changes> decide(const NameFacts& facts, NameDecider asked);

struct RecordDissent {
  Index decision;
  Index decider;
  Said name;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("decider", self.decider);
    field("decision", self.decision);
    field("name", self.name);
    field("words", self.words);
  }
};
struct DissentFacts {
  bool is_taken = false;
  bool decider_is_one = true;  // of this decision
};
DissentFacts look(const kernel::Situation& situation, const RecordDissent& asked);
Result<kernel::Changes> decide(const DissentFacts& facts, RecordDissent asked);

// ---- who may --------------------------------------------------------------------------------------------------------

namespace may {
bool record_decisions(const kernel::MayAsk& ask);   // an officer for their own body and its committees; the keeper
bool confirm_decisions(const kernel::MayAsk& ask);  // an officer for their own body, and nobody else
bool give_accounts(const kernel::MayAsk& ask);      // an officer, of their own body; the keeper, from a source
}  // namespace may

}  // namespace alongside::decision
