// Who decided this? The answer as plain data: what was decided, by whom in office, and what is not known of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/decision/acts.h"
#include "commons/decision/status.h"
#include "commons/valued/acts.h"
#include "kernel/concern.h"

namespace alongside::decision {

// What is not on the record, or does not fit together. Each keeps its place on the page.
enum class Gap {
  no_deciders,
  no_power,
  no_reasons,
  no_options,
  no_interests,
  no_evidence,
  no_vote,
  no_published_day,
  status_unknown,
  was_due_nothing_recorded,
  published_long_after,
  effective_before_published,
  deleted_yet_on_view,
  minutes_stored_as_decision,
  not_confirmed
};
constexpr auto words_of(Gap) {
  using namespace std::string_view_literals;
  return std::array{"no_deciders"sv,
                    "no_power"sv,
                    "no_reasons"sv,
                    "no_options"sv,
                    "no_interests"sv,
                    "no_evidence"sv,
                    "no_vote"sv,
                    "no_published_day"sv,
                    "status_unknown"sv,
                    "was_due_nothing_recorded"sv,
                    "published_long_after"sv,
                    "effective_before_published"sv,
                    "deleted_yet_on_view"sv,
                    "minutes_stored_as_decision"sv,
                    "not_confirmed"sv};
}

// ---- parts of the answer --------------------------------------------------------------------------------------------

struct SourceLine {
  Index source;
  Text address;
  std::string format;
  Day read_on;
  static void fields(auto& self, auto&& field) {
    field("address", self.address);
    field("format", self.format);
    field("read_on", self.read_on);
    field("source", self.source);
  }
};
std::optional<SourceLine> source_line(kernel::Reader& reader, Index source);

struct DeciderLine {
  Index act;
  Index held;
  Index office;
  Text name;
  Text title;
  std::optional<Vote> vote;
  bool chaired = false;
  Text did;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("chaired", self.chaired);
    field("did", self.did);
    field("held", self.held);
    field("name", self.name);
    field("office", self.office);
    field("title", self.title);
    field("vote", self.vote);
  }
};
struct DissentLine {
  Index act;
  Index decider;
  Text name;
  Text title;
  std::optional<Vote> vote;
  Text words;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("decider", self.decider);
    field("name", self.name);
    field("title", self.title);
    field("vote", self.vote);
    field("words", self.words);
  }
};
struct PowerLine {
  Text words;
  bool is_duty = false;
  static void fields(auto& self, auto&& field) {
    field("is_duty", self.is_duty);
    field("words", self.words);
  }
};
struct OptionLine {
  Text title;
  std::optional<Money> cost_a_year;
  bool chosen = false;
  Text why_not;
  static void fields(auto& self, auto&& field) {
    field("chosen", self.chosen);
    field("cost_a_year", self.cost_a_year);
    field("title", self.title);
    field("why_not", self.why_not);
  }
};
struct EvidenceLine {
  Text title;
  Text address;
  bool withheld = false;
  static void fields(auto& self, auto&& field) {
    field("address", self.address);
    field("title", self.title);
    field("withheld", self.withheld);
  }
};
struct StatusLine {
  Index act;
  StatusEvent event = StatusEvent::withdrawn;
  std::optional<When> on;
  std::optional<int> at_minute;
  std::optional<When> open_until;
  Text reason;
  Day recorded;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("at_minute", self.at_minute);
    field("event", self.event);
    field("on", self.on);
    field("open_until", self.open_until);
    field("reason", self.reason);
    field("recorded", self.recorded);
  }
};
struct CorrectionLine {
  Index act;
  std::string part;
  Text before;  // as it read until then
  Text words;
  std::optional<When> when_before;
  std::optional<When> when;
  Text reason;
  std::optional<SourceLine> source;
  Day recorded;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("before", self.before);
    field("part", self.part);
    field("reason", self.reason);
    field("recorded", self.recorded);
    field("source", self.source);
    field("when", self.when);
    field("when_before", self.when_before);
    field("words", self.words);
  }
};
struct AccountLine {
  Index act;
  Index body;
  Text body_name;
  std::optional<SourceLine> source;
  Text words;
  Day recorded;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("body", self.body);
    field("body_name", self.body_name);
    field("recorded", self.recorded);
    field("source", self.source);
    field("words", self.words);
  }
};
// Of a decision or of a place people value, in the order of the record.
std::vector<AccountLine> accounts_of(kernel::Reader& reader, Index about);

// A decision of the chain, top to bottom by day. `hangs_on`: places in the same list.
struct ChainLine {
  Index decision;
  Text title;
  Index body;
  Text body_name;
  std::optional<When> on;
  std::vector<std::size_t> hangs_on;
  std::vector<LinkKind> links;  // how, for each of hangs_on
  bool here = false;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("body_name", self.body_name);
    field("decision", self.decision);
    field("hangs_on", self.hangs_on);
    field("here", self.here);
    field("links", self.links);
    field("on", self.on);
    field("title", self.title);
  }
};
inline constexpr std::size_t chain_max = 50;
struct Chain {
  std::vector<ChainLine> decisions;  // empty: nothing is linked
  std::vector<Elsewhere> elsewhere;  // in other places' records
  bool is_cut = false;               // there are more than chain_max
  static void fields(auto& self, auto&& field) {
    field("decisions", self.decisions);
    field("elsewhere", self.elsewhere);
    field("is_cut", self.is_cut);
  }
};
// Both ways from this decision, nearest first, however they are linked: a circle ends.
Chain chain_of(kernel::Reader& reader, Index decision);

// What it did to a place or group that people value.
struct LossLine {
  valued::Outcome outcome = valued::Outcome::lost;
  Text what;
  static void fields(auto& self, auto&& field) {
    field("outcome", self.outcome);
    field("what", self.what);
  }
};
struct TouchedLine {
  Index valued;
  Text name;
  valued::Touch touch = valued::Touch::other;
  valued::ValuedStatus status = valued::ValuedStatus::open;
  std::vector<LossLine> items;
  std::vector<Text> losses;  // in the words of those who use it
  static void fields(auto& self, auto&& field) {
    field("items", self.items);
    field("losses", self.losses);
    field("name", self.name);
    field("status", self.status);
    field("touch", self.touch);
    field("valued", self.valued);
  }
};

// ---- who decided this? ----------------------------------------------------------------------------------------------

struct WhoDecided {
  Index decision;
  Index coming_act;
  Index taken_act;
  Day recorded;  // the day the decision (else the announcement) was put on the record
  Text title;
  Index body;
  Text body_name;
  DecisionState state;
  std::vector<Gap> gaps;

  // as it was taken
  MakerKind maker_kind = MakerKind::unknown;
  Text maker;
  Index office;
  Text office_title;
  Text meeting;
  std::optional<When> on;
  std::optional<When> published;
  std::optional<When> effective;
  Text what;
  Text purpose;
  Text reasons;
  Text area;
  Text reference;
  Text source_words;
  Known key = Known::not_known;
  Known call_in = Known::not_known;
  Known asked_before = Known::not_known;
  std::optional<Motion> motion;
  std::optional<bool> carried;
  std::optional<VoteCounts> votes;
  bool no_interests = false;
  std::vector<PowerLine> powers;
  std::vector<OptionLine> options;
  std::vector<Text> interests;
  std::vector<EvidenceLine> evidence;
  std::vector<DeciderLine> deciders;
  std::vector<DissentLine> dissents;

  // as it was announced
  std::optional<When> due;
  std::optional<When> notice_on;
  Text have_a_say;
  Text consultation;
  Text restriction;
  Text urgency;
  Text key_reason;

  // where it was taken from, and what has been said since
  bool by_the_body = false;
  Index confirmed_act;
  std::optional<SourceLine> source;
  std::vector<StatusLine> history;
  std::vector<CorrectionLine> corrections;
  std::vector<AccountLine> accounts;
  std::vector<TouchedLine> touched;
  Chain chain;

  // to check it
  std::string leaf;  // base64 of SHA-256(0x00 || entry), of the act that took (else announced) it
  std::int64_t record_size = 0;

  std::vector<kernel::AboutLine> asked;  // questions about it
  static void fields(auto& self, auto&& field) {
    field("accounts", self.accounts);
    field("area", self.area);
    field("asked", self.asked);
    field("asked_before", self.asked_before);
    field("body", self.body);
    field("body_name", self.body_name);
    field("by_the_body", self.by_the_body);
    field("call_in", self.call_in);
    field("carried", self.carried);
    field("chain", self.chain);
    field("coming_act", self.coming_act);
    field("confirmed_act", self.confirmed_act);
    field("consultation", self.consultation);
    field("corrections", self.corrections);
    field("deciders", self.deciders);
    field("decision", self.decision);
    field("dissents", self.dissents);
    field("due", self.due);
    field("effective", self.effective);
    field("evidence", self.evidence);
    field("gaps", self.gaps);
    field("have_a_say", self.have_a_say);
    field("history", self.history);
    field("interests", self.interests);
    field("key", self.key);
    field("key_reason", self.key_reason);
    field("leaf", self.leaf);
    field("maker", self.maker);
    field("maker_kind", self.maker_kind);
    field("meeting", self.meeting);
    field("motion", self.motion);
    field("no_interests", self.no_interests);
    field("notice_on", self.notice_on);
    field("office", self.office);
    field("office_title", self.office_title);
    field("on", self.on);
    field("options", self.options);
    field("powers", self.powers);
    field("published", self.published);
    field("purpose", self.purpose);
    field("reasons", self.reasons);
    field("record_size", self.record_size);
    field("recorded", self.recorded);
    field("reference", self.reference);
    field("restriction", self.restriction);
    field("source", self.source);
    field("source_words", self.source_words);
    field("state", self.state);
    field("taken_act", self.taken_act);
    field("title", self.title);
    field("touched", self.touched);
    field("urgency", self.urgency);
    field("votes", self.votes);
    field("what", self.what);
  }
  static Result<WhoDecided> see(const kernel::Seeing& seeing);
  bool nobody_known() const;  // not one name, office or meeting stands behind it
  bool is_taken() const { return taken_act.is_set(); }
  bool has(Gap gap) const;
};
// For others that show a decision inside a page of theirs.
std::optional<WhoDecided> who_decided(kernel::Reader& reader, Index decision, Day today);

}  // namespace alongside::decision
