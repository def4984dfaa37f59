// What any source says of a decision, in its own words and days. Nothing is made up: what it does not say is empty, and
// what stands in its text under a heading of its own is a Suggestion, offered to a person and never asserted.
//
// Dropped at this door: private contacts, and the reason of an absence, which is health data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace alongside::formats {

enum class Answer { yes, no, not_known };
enum class MakerKind { meeting, office, person, unknown };  // a guess from its words
enum class Vote { in_favour, against, abstained, did_not_vote, left, absent };
enum class Motion { approve, disapprove, other };
std::string_view name(Answer answer);
std::string_view name(MakerKind kind);
std::string_view name(Vote vote);  // "for", "against" …: the words of the record
std::string_view name(Motion motion);

// What a careful reader would notice. The page says it; nothing is put right.
enum class Flag {
  published_long_after,  // more than 90 days after it was taken
  published_before_taken,
  effective_before_published,
  deleted_yet_on_view,         // "Deleted", and still there with its text
  minutes_stored_as_decision,  // "Minutes of previous meeting", "Declarations of interest"
  no_maker,                    // no decision maker on the page, at most a meeting
  maker_is_a_meeting,
  titles_escaped_twice,         // "&amp;#39;"
  text_marked_in_title,         // begins with "**"
  disapproved_by_passing,       // the motion that passed was to disapprove
  approved_without_votes,       // "Approved by Committee", and no vote is given
  became_law_by_lapse_of_time,  // nobody signed it
  withheld_documents,
};
std::string_view name(Flag flag);

enum class Suggests { reasons, alternatives, interests, power, exempt };
std::string_view name(Suggests field);
struct Suggestion {
  Suggests field = Suggests::reasons;
  std::string heading;    // as written: "REASON", "Reason(s) for Decisions"; empty: a sentence, no heading
  std::string words;      // paragraphs joined by "\n\n"
  std::size_t paragraph;  // where the words begin, an index into ReadDecision::what
};

struct Document {
  std::string title;
  std::string address;  // as written on the page, often relative
  std::string size;     // "PDF 402 KB"
  bool withheld = false;
};

struct NamedVote {
  std::string name;
  Vote vote = Vote::in_favour;
};

struct HistoryRow {
  std::optional<When> on;
  std::string body;
  std::string action;  // "Disapproved by Council"
  std::string words;   // the source's sentence
  std::optional<Motion> motion;
  std::optional<bool> carried;
  std::vector<NamedVote> votes;
};

struct ReadDecision {
  std::string source_id;     // "ID=123" and "AIId=23143" are two number spaces; else an address or a file number
  std::string source_issue;  // the issue it belongs to: "6535"
  std::string reference;
  std::string title;
  std::string maker;  // as written; empty: none on the page
  MakerKind maker_kind = MakerKind::unknown;
  std::string meeting;             // "decided at meeting": its name
  std::optional<When> meeting_on;  // and day
  std::string status;              // the source's own words
  Answer key = Answer::not_known;
  Answer call_in = Answer::not_known;  // subject to it
  std::string call_in_words;           // as written: "Not for call-in", "2"
  std::optional<int> call_ins;         // how many, where the list counts them
  std::vector<std::string> purpose;    // paragraphs
  std::vector<std::string> what;       // the decision's text, in paragraphs
  std::vector<std::string> advice;     // another body's advice that stands before it
  std::optional<When> decided;
  std::optional<When> published;
  std::optional<When> effective;
  bool effective_at_end = false;  // "to take effect at end of" that day
  std::vector<std::string> wards;
  std::string lead_member;   // a portfolio
  std::string lead_officer;  // an office, as written
  std::vector<Document> documents;
  std::string consulted;  // "Other reasons / organisations consulted"
  // Where the source has a field of its own for these (our CSV, a form typed by the body), they are asserted.
  std::vector<std::string> reasons;
  std::vector<std::string> alternatives;
  std::vector<std::string> interests;
  std::vector<std::string> powers;
  bool no_interests = false;  // the field says "None"
  std::string urgency;
  std::string exempt;

  std::vector<NamedVote> votes;  // of the last vote
  std::optional<Motion> motion;
  std::optional<bool> carried;
  std::vector<HistoryRow> history;

  std::vector<Suggestion> suggestions;
  std::vector<Flag> flags;
  std::vector<std::string> fields_read;     // names as in the act decision.taken, and "documents", "votes", "history"
  std::vector<std::string> fields_missing;  // of those that a full record has: "reasons", "interests" …
  std::vector<std::string> fields_empty;    // there with a label and nothing in it
  std::size_t line = 0;                     // where it begins in the file; 0: not known

  bool has(Flag flag) const;
};

// An item of a forward plan: announced, not yet taken.
struct ReadComing {
  std::string source_id;  // "IId=90211"; empty where the page does not say its own address
  std::string title;
  std::string reference;
  std::vector<std::string> what;
  std::optional<When> due;
  std::string due_words;  // as written: "March 2026 by Cabinet"
  std::string maker;      // by whom
  MakerKind maker_kind = MakerKind::unknown;
  std::optional<When> notice_on;  // first published
  Answer key = Answer::not_known;
  std::string key_reason;
  std::string consultation;
  std::string representations;
  std::string restriction;
  std::string urgency;
  std::string status;  // "For Determination", "Abandoned"
  std::vector<std::string> wards;
  std::string lead_member;
  std::string lead_officer;
  std::string department;
  std::string scrutiny;
  std::vector<Document> documents;
  std::vector<Flag> flags;
  std::vector<std::string> fields_read;
  std::vector<std::string> fields_missing;
  std::size_t line = 0;
};

// Fills fields_read and fields_missing, makes suggestions from the text, and sets the flags that follow from days,
// status and title. Every reader of decisions ends with it, so that all sources are judged alike.
void look_over(ReadDecision& decision);
void look_over(ReadComing& coming);

// "Cabinet" is a meeting, "Director of Place" an office, "Councillor Ann Hill" a person; "Property Cell" is unknown.
MakerKind guess_maker(std::string_view words);

}  // namespace alongside::formats
