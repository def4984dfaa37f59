// What can happen to a decision: it is announced, taken, put in doubt, corrected, confirmed or contradicted, and
// linked.
//
// A decision is its first act, `decision.coming` or `decision.taken`; every later act carries that index. Nothing
// derived is here: gaps, "in force" and "overdue" are worked out by folds and views. What a source does not say is left
// out.
#pragma once

#include "kernel/fields.h"

namespace alongside::decision {

enum class Known { yes, no, not_known };
constexpr auto words_of(Known) {
  using namespace std::string_view_literals;
  return std::array{"yes"sv, "no"sv, "not_known"sv};
}
enum class MakerKind { meeting, office, person, unknown };
constexpr auto words_of(MakerKind) {
  using namespace std::string_view_literals;
  return std::array{"meeting"sv, "office"sv, "person"sv, "unknown"sv};
}
enum class Vote { in_favour, against, abstained, did_not_vote, left, absent };
constexpr auto words_of(Vote) {
  using namespace std::string_view_literals;
  return std::array{"for"sv, "against"sv, "abstained"sv, "did_not_vote"sv, "left"sv, "absent"sv};
}
enum class Motion { approve, disapprove, other };
constexpr auto words_of(Motion) {
  using namespace std::string_view_literals;
  return std::array{"approve"sv, "disapprove"sv, "other"sv};
}
enum class LinkKind { needs, follows, replaces, sends_back, same_decision };
constexpr auto words_of(LinkKind) {
  using namespace std::string_view_literals;
  return std::array{"needs"sv, "follows"sv, "replaces"sv, "sends_back"sv, "same_decision"sv};
}

// A page or file that was read, whole: sealed and committed to like words.
struct SourceRead {
  static constexpr std::string_view kind = "source.read";
  Said address;  // where it stands on the web, or the file's name
  Said page;     // its bytes as text, or in base64 where they are not text
  bool is_base64 = false;
  Token format;  // moderngov-decision, csv-decisions …
  Day read_on;
  static void fields(auto& self, auto&& field) {
    field("address", self.address);
    field("format", self.format);
    field("is_base64", self.is_base64);
    field("page", self.page);
    field("read_on", self.read_on);
  }
};

struct DecisionComing {
  static constexpr std::string_view kind = "decision.coming";
  Index body;
  Said title;
  Said what;
  MakerKind maker_kind = MakerKind::unknown;
  Said maker;
  std::optional<When> due;
  std::optional<When> notice_on;  // the day the notice was first published
  Known key = Known::not_known;
  Said key_reason;
  Said have_a_say;    // how to make representations, in the body's words
  Said consultation;  // who is asked, in the body's words
  Said restriction;   // what will be kept from the public
  Said urgency;       // why the usual notice was not given
  Said reference;
  Said source_words;  // the status in the source's own words
  Said source_id;
  Index source;
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
    field("source_id", self.source_id);
    field("source_words", self.source_words);
    field("title", self.title);
    field("urgency", self.urgency);
    field("what", self.what);
  }
};

struct Option {
  Said title;
  std::optional<Money> cost_a_year;
  bool chosen = false;
  Said why_not;
  static void fields(auto& self, auto&& field) {
    field("chosen", self.chosen);
    field("cost_a_year", self.cost_a_year);
    field("title", self.title);
    field("why_not", self.why_not);
  }
};
struct Power {
  Said words;  // "Local Government Act 1972, section 123"
  bool is_duty = false;
  static void fields(auto& self, auto&& field) {
    field("is_duty", self.is_duty);
    field("words", self.words);
  }
};
struct Interest {
  Said words;
  static void fields(auto& self, auto&& field) { field("words", self.words); }
};
struct Evidence {
  Said title;
  Said address;
  bool withheld = false;  // named on the page, and kept from the public
  static void fields(auto& self, auto&& field) {
    field("address", self.address);
    field("title", self.title);
    field("withheld", self.withheld);
  }
};
// Votes that no name stands beside.
struct VoteCounts {
  int in_favour = 0;
  int against = 0;
  int abstained = 0;
  int absent = 0;
  static void fields(auto& self, auto&& field) {
    field("absent", self.absent);
    field("abstained", self.abstained);
    field("against", self.against);
    field("for", self.in_favour);
  }
};

struct DecisionTaken {
  static constexpr std::string_view kind = "decision.taken";
  Index decision;  // the decision.coming that it ends; unset: this act is the decision
  Index body;
  Said title;
  Said what;  // what was decided, in the body's words
  Said purpose;
  MakerKind maker_kind = MakerKind::unknown;
  Said maker;    // as written: a meeting, a post
  Index office;  // the registered post, where it is known
  Said meeting;
  std::optional<When> on;
  std::optional<When> published;
  std::optional<When> effective;
  Said reasons;
  std::vector<Power> powers;
  std::vector<Option> options;
  std::vector<Interest> interests;
  std::vector<Evidence> evidence;
  bool no_interests = false;  // "None declared" is an answer, not a gap
  Known key = Known::not_known;
  Known call_in = Known::not_known;  // subject to it
  Known asked_before = Known::not_known;
  std::optional<Motion> motion;
  std::optional<bool> carried;
  std::optional<VoteCounts> votes;
  Said area;  // wards
  Said reference;
  Said source_words;  // the status in the source's own words: "Deleted", "Recommendations Approved"
  Said source_id;
  Index source;
  bool by_the_body = false;  // published by its own officer; else taken from the source, not confirmed
  static void fields(auto& self, auto&& field) {
    field("area", self.area);
    field("asked_before", self.asked_before);
    field("body", self.body);
    field("by_the_body", self.by_the_body);
    field("call_in", self.call_in);
    field("carried", self.carried);
    field("decision", self.decision);
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
    field("source_id", self.source_id);
    field("source_words", self.source_words);
    field("title", self.title);
    field("votes", self.votes);
    field("what", self.what);
  }
};

struct DeciderNamed {
  static constexpr std::string_view kind = "decider.named";
  Index decision;
  Index held;    // the registered holder
  Index office;  // or the registered post alone
  Said name;     // as written, where it is not registered
  Said title;    // their post as written
  std::optional<Vote> vote;
  bool chaired = false;
  Said did;  // "Put the plan", "Left: a governor of the trust"
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

// Stands as long as the decision, with as many words as the dissenter wants.
struct DissentRecorded {
  static constexpr std::string_view kind = "dissent.recorded";
  Index decision;
  Index decider;  // the decider.named who said so
  Said name;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("decider", self.decider);
    field("decision", self.decision);
    field("name", self.name);
    field("words", self.words);
  }
};

enum class StatusEvent {
  subject_to_call_in,
  not_subject,
  called_in,
  upheld,
  sent_back,
  confirmed_unchanged,
  withdrawn
};
constexpr auto words_of(StatusEvent) {
  using namespace std::string_view_literals;
  return std::array{"subject_to_call_in"sv, "not_subject"sv,         "called_in"sv, "upheld"sv,
                    "sent_back"sv,          "confirmed_unchanged"sv, "withdrawn"sv};
}
struct DecisionStatusChanged {
  static constexpr std::string_view kind = "decision.status_changed";
  Index decision;
  StatusEvent event = StatusEvent::withdrawn;
  std::optional<When> on;
  std::optional<int> at_minute;    // after midnight on that day
  std::optional<When> open_until;  // of a call-in that its source gives an end
  Said reason;                     // a withdrawal has one, in public
  Index source;
  static void fields(auto& self, auto&& field) {
    field("at_minute", self.at_minute);
    field("decision", self.decision);
    field("event", self.event);
    field("on", self.on);
    field("open_until", self.open_until);
    field("reason", self.reason);
    field("source", self.source);
  }
};

// Another wording or day beside the first; both stand.
struct DecisionCorrected {
  static constexpr std::string_view kind = "decision.corrected";
  Index decision;
  Token part;                // a field of decision.taken or decision.coming: "title", "reasons", "on" …
  Said words;                // the new wording, for fields that are words
  std::optional<When> when;  // the new day, for fields that are days
  Said reason;               // why
  Index source;              // the page that reads so now
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("part", self.part);
    field("reason", self.reason);
    field("source", self.source);
    field("when", self.when);
    field("words", self.words);
  }
};

struct DecisionConfirmed {
  static constexpr std::string_view kind = "decision.confirmed";
  Index decision;
  Index body;  // whose officer confirms
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("decision", self.decision);
  }
};

// A body's or a source's different account, of a decision or of a place people value. Both stand; nobody chooses.
struct AccountGiven {
  static constexpr std::string_view kind = "account.given";
  Index about;   // the decision or the valued place
  Index body;    // whose account it is
  Index source;  // or the source it stands in
  Said words;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("body", self.body);
    field("source", self.source);
    field("words", self.words);
  }
};

struct DecisionLinked {
  static constexpr std::string_view kind = "decision.linked";
  Index decision;
  LinkKind link = LinkKind::follows;
  Index to;
  std::optional<Elsewhere> elsewhere;  // a decision in another place's record
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("elsewhere", self.elsewhere);
    field("link", self.link);
    field("to", self.to);
  }
};

}  // namespace alongside::decision
