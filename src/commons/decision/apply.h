// Decisions' public tables as rows, and how their acts are folded into them.
#pragma once

#include <optional>
#include <string>

#include "commons/decision/acts.h"
#include "kernel/tables.h"

namespace alongside::decision {

struct DecisionRow {
  static constexpr std::string_view table = "decisions";
  Index index;
  Index coming_act;
  Index taken_act;  // unset: to come
  Index title_act;
  Index body;
  MakerKind maker_kind = MakerKind::unknown;
  Index office;
  std::optional<When> due;
  std::optional<When> on;
  std::optional<When> published;
  std::optional<When> effective;
  Day sort_day;
  Known call_in = Known::not_known;
  Known key = Known::not_known;
  bool by_the_body = false;
  Index confirmed_act;
  Index source;
  int deciders = 0;
  int named_votes = 0;
  int counted_votes = 0;
  int powers = 0;
  int options = 0;
  int interests = 0;
  int evidence = 0;
  int reasons = 0;
  int maker = 0;
  std::optional<StatusEvent> event;
  Index event_act;
  std::optional<When> event_on;
  std::optional<int> event_minute;
  std::optional<When> event_open_until;
  Index replaced_by;  // the act that says so
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("coming_act", self.coming_act);
    field("taken_act", self.taken_act);
    field("title_act", self.title_act);
    field("body", self.body);
    field("maker_kind", self.maker_kind);
    field("office", self.office);
    field("due", self.due);
    field("on_when", self.on);
    field("published", self.published);
    field("effective", self.effective);
    field("sort_day", self.sort_day);
    field("call_in", self.call_in);
    field("key_decision", self.key);
    field("by_the_body", self.by_the_body);
    field("confirmed_act", self.confirmed_act);
    field("source", self.source);
    field("deciders", self.deciders);
    field("named_votes", self.named_votes);
    field("counted_votes", self.counted_votes);
    field("powers", self.powers);
    field("options", self.options);
    field("interests", self.interests);
    field("evidence", self.evidence);
    field("reasons", self.reasons);
    field("maker", self.maker);
    field("event", self.event);
    field("event_act", self.event_act);
    field("event_on", self.event_on);
    field("event_minute", self.event_minute);
    field("event_open_until", self.event_open_until);
    field("replaced_by", self.replaced_by);
  }
};

struct ActRow {
  static constexpr std::string_view table = "decision_acts";
  Index index;
  Index decision;
  std::string kind;
  std::string part;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("decision", self.decision);
    field("kind", self.kind);
    field("part", self.part);
  }
};

struct DeciderRow {
  static constexpr std::string_view table = "deciders";
  Index index;
  Index decision;
  Index held;
  Index office;
  std::optional<Vote> vote;
  bool chaired = false;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("decision", self.decision);
    field("held", self.held);
    field("office", self.office);
    field("vote", self.vote);
    field("chaired", self.chaired);
  }
};

struct LinkRow {
  static constexpr std::string_view table = "decision_links";
  Index index;
  Index decision;
  LinkKind link = LinkKind::follows;
  Index to;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("decision", self.decision);
    field("link", self.link);
    field("to_decision", self.to);
  }
};

struct AccountRow {
  static constexpr std::string_view table = "decision_accounts";
  Index index;
  Index about;
  Index body;
  Index source;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("about", self.about);
    field("body", self.body);
    field("source", self.source);
  }
};

struct SourceRow {
  static constexpr std::string_view table = "sources";
  Index index;
  Token format;
  Day read_on;
  bool is_base64 = false;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("format", self.format);
    field("read_on", self.read_on);
    field("is_base64", self.is_base64);
  }
};

void apply(const SourceRead& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DecisionComing& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DecisionTaken& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DeciderNamed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DissentRecorded& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DecisionStatusChanged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DecisionCorrected& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DecisionConfirmed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AccountGiven& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DecisionLinked& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::decision
