// To put a decision on the record: announced, taken, or the page it was read from.
//
// Incomplete is never refused: the gap is published as a gap. Refused is what cannot be: a day to come for what was
// decided, an index that is not what it should be, a keeper's record without a source. All problems come at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/decision/acts.h"
#include "commons/decision/importing.h"
#include "commons/decision/status.h"
#include "kernel/concern.h"

namespace alongside::decision {

// ---- a source -------------------------------------------------------------------------------------------------------

struct ReadSource {
  Said address;
  Said page;
  bool is_base64 = false;
  Token format{"typed"};
  std::optional<Day> read_on;  // absent: today
  static void fields(auto& self, auto&& field) {
    field("address", self.address);
    field("format", self.format);
    field("is_base64", self.is_base64);
    field("page", self.page);
    field("read_on", self.read_on);
  }
};
struct SourceFacts {
  Day today;
};
SourceFacts look(const kernel::Situation& situation, const ReadSource& asked);
Result<kernel::Changes> decide(const SourceFacts& facts, ReadSource asked);

// Where a record was taken from: a source that is on the record, or its address and text, which are put there with it.
struct SourceAsked {
  Index source;
  Said address;
  Said page;
  bool is_given() const { return source.is_set() || !address.empty() || !page.empty(); }
};
struct FromWhere {
  Day today;
  bool by_the_body = false;   // an officer of it
  bool needs_source = false;  // a keeper, who records only what stands somewhere
  bool source_is_one = true;  // the index given is a source
};
// `body`: whose decision it is; `source`: the source.read that an order cites.
FromWhere from_where(const kernel::Situation& situation, Index body, Index source);
void check_source(const FromWhere& facts, const SourceAsked& asked, Problems& problems);
// The source's index; adds it after the acts that are there already. `next` is the index of the first of them.
Index add_source(kernel::Changes& changes, Index next, SourceAsked asked, Day today);

// ---- coming ---------------------------------------------------------------------------------------------------------

struct AnnounceDecision {
  Index body;
  Said title;
  Said what;
  MakerKind maker_kind = MakerKind::unknown;
  Said maker;
  std::optional<When> due;
  std::optional<When> notice_on;
  Known key = Known::not_known;
  Said key_reason;
  Said have_a_say;
  Said consultation;
  Said restriction;
  Said urgency;
  Said reference;
  Said source_words;
  Said source_id;
  Index source;
  Said source_address;
  Said source_page;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("consultation", self.consultation);
    field("due", self.due);
    field("have_a_say", self.have_a_say);
    field("key", self.key);
    field("key_reason", self.key_reason);
    field("maker", self.maker);
    field("maker_kind", self.maker_kind);
    field("notice_on", self.notice_on);
    field("reference", self.reference);
    field("restriction", self.restriction);
    field("source", self.source);
    field("source_address", self.source_address);
    field("source_id", self.source_id);
    field("source_page", self.source_page);
    field("source_words", self.source_words);
    field("title", self.title);
    field("urgency", self.urgency);
    field("what", self.what);
  }
};
struct AnnounceFacts {
  FromWhere from;
  Index next_index;
  bool body_is_one = false;
  Index already;  // the decision that this source id stands for
  ImportKeys keys;
};
AnnounceFacts look(const kernel::Situation& situation, const AnnounceDecision& asked);
Result<kernel::Changes> decide(const AnnounceFacts& facts, AnnounceDecision asked);

// ---- taken ----------------------------------------------------------------------------------------------------------

struct DeciderAsked {
  Index held;
  Index office;
  Said name;
  Said title;
  std::optional<Vote> vote;
  bool chaired = false;
  Said did;
  static void fields(auto& self, auto&& field) {
    field("chaired", self.chaired);
    field("did", self.did);
    field("held", self.held);
    field("name", self.name);
    field("office", self.office);
    field("title", self.title);
    field("vote", self.vote);
  }
};
struct DissentAsked {
  std::optional<int> decider;  // which of the deciders of this request: 1 is the first
  Said name;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("decider", self.decider);
    field("name", self.name);
    field("words", self.words);
  }
};

struct TakeDecision {
  Index decision;  // one that was announced; unset: it was not
  Index body;
  Said title;
  Said what;
  Said purpose;
  MakerKind maker_kind = MakerKind::unknown;
  Said maker;
  Index office;
  Said meeting;
  std::optional<When> on;
  std::optional<When> published;
  std::optional<When> effective;
  Said reasons;
  std::vector<Power> powers;
  std::vector<Option> options;
  std::vector<Interest> interests;
  bool no_interests = false;
  std::vector<Evidence> evidence;
  std::vector<DeciderAsked> deciders;
  std::vector<DissentAsked> dissents;
  Known key = Known::not_known;
  Known call_in = Known::not_known;
  std::optional<Motion> motion;
  Known carried = Known::not_known;
  std::optional<VoteCounts> votes;
  Said area;
  Said reference;
  Said source_words;
  Said source_id;
  Index source;
  Said source_address;
  Said source_page;
  static void fields(auto& self, auto&& field) {
    field("area", self.area);
    field("body", self.body);
    field("call_in", self.call_in);
    field("carried", self.carried);
    field("decision", self.decision);
    field("deciders", self.deciders);
    field("dissents", self.dissents);
    field("effective", self.effective);
    field("evidence", self.evidence);
    field("interests", self.interests);
    field("key", self.key);
    field("maker", self.maker);
    field("maker_kind", self.maker_kind);
    field("meeting", self.meeting);
    field("motion", self.motion);
    field("no_interests", self.no_interests);
    field("office", self.office);
    field("on", self.on);
    field("options", self.options);
    field("powers", self.powers);
    field("published", self.published);
    field("purpose", self.purpose);
    field("reasons", self.reasons);
    field("reference", self.reference);
    field("source", self.source);
    field("source_address", self.source_address);
    field("source_id", self.source_id);
    field("source_page", self.source_page);
    field("source_words", self.source_words);
    field("title", self.title);
    field("votes", self.votes);
    field("what", self.what);
  }
};
struct TakeFacts {
  FromWhere from;
  Index next_index;
  Index body;  // the request's, or that of the announced decision
  bool body_is_one = false;
  bool office_is_one = true;
  bool was_announced = false;            // `decision` is one
  bool was_taken_before = false;         // and a decision ended it already: this is another, which follows from it
  std::optional<Status> announced_is;    // its state today
  Index already;                         // the decision that this source id stands for
  std::vector<std::size_t> not_holders;  // places of deciders whose `held` is none
  std::vector<std::size_t> not_offices;
  Known asked_before = Known::not_known;  // whoever knows what was put to people says it (commons/agreement)
  ImportKeys keys;
};
TakeFacts look(const kernel::Situation& situation, const TakeDecision& asked);
Result<kernel::Changes> decide(const TakeFacts& facts, TakeDecision asked);

}  // namespace alongside::decision
