// The words of this room's enums: as in acts where a record has the same, and for people where a person sees them.
#include <array>

#include "formats/read.h"

namespace alongside::formats {
namespace {
using namespace std::string_view_literals;

template <class E, std::size_t N>
std::string_view at(const std::array<std::string_view, N>& words, E value) {
  return words.at(static_cast<std::size_t>(value));
}
}  // namespace

std::string_view name(Answer answer) { return at(std::array{"yes"sv, "no"sv, "not_known"sv}, answer); }
std::string_view name(MakerKind kind) { return at(std::array{"meeting"sv, "office"sv, "person"sv, "unknown"sv}, kind); }
std::string_view name(Vote vote) {
  return at(std::array{"for"sv, "against"sv, "abstained"sv, "did_not_vote"sv, "left"sv, "absent"sv}, vote);
}
std::string_view name(Motion motion) { return at(std::array{"approve"sv, "disapprove"sv, "other"sv}, motion); }
std::string_view name(Suggests field) {
  return at(std::array{"reasons"sv, "alternatives"sv, "interests"sv, "power"sv, "exempt"sv}, field);
}
std::string_view name(ValuedStatus status) {
  return at(std::array{"open"sv, "at_risk"sv, "reduced"sv, "repurposed"sv, "moved"sv, "lost"sv, "restored"sv}, status);
}
std::string_view name(Flag flag) {
  return at(std::array{"published_long_after"sv, "published_before_taken"sv, "effective_before_published"sv,
                       "deleted_yet_on_view"sv, "minutes_stored_as_decision"sv, "no_maker"sv, "maker_is_a_meeting"sv,
                       "titles_escaped_twice"sv, "text_marked_in_title"sv, "disapproved_by_passing"sv,
                       "approved_without_votes"sv, "became_law_by_lapse_of_time"sv, "withheld_documents"sv},
            flag);
}
std::string_view name(Format format) {
  return at(std::array{"unknown"sv,
                       "moderngov-decision"sv,
                       "moderngov-list"sv,
                       "moderngov-issue-text"sv,
                       "moderngov-issue"sv,
                       "moderngov-plan"sv,
                       "moderngov-committees"sv,
                       "moderngov-meeting"sv,
                       "legistar-matter"sv,
                       "legistar-meetings"sv,
                       "oparl"sv,
                       "popolo"sv,
                       "councillors-csv"sv,
                       "libraries-csv"sv,
                       "libraries-2023-csv"sv,
                       "decisions-csv"sv,
                       "offices-csv"sv,
                       "valued-csv"sv,
                       "holidays-csv"sv,
                       "holidays-json"sv,
                       "holidays-tsv"sv,
                       "petitions"sv,
                       "answers-jsonl"sv,
                       "answers-csv"sv,
                       "polis-comments"sv,
                       "sayings-csv"sv},
            format);
}
std::string_view title(Format format) {
  return at(std::array{"a file of no kind that is known here"sv,
                       "a council's decision page (ModernGov)"sv,
                       "a council's list of decisions (ModernGov)"sv,
                       "all decisions of one issue (ModernGov)"sv,
                       "an item of a council's forward plan (ModernGov)"sv,
                       "a council's forward plan (ModernGov)"sv,
                       "a list of committees (ModernGov's XML)"sv,
                       "a meeting (ModernGov's XML)"sv,
                       "a matter with its votes (Legistar's JSON)"sv,
                       "a list of meetings (Chicago's JSON)"sv,
                       "OParl's JSON"sv,
                       "people and bodies (Popolo's JSON)"sv,
                       "a table of councillors (CSV)"sv,
                       "a table of England's libraries, with the year closed (CSV)"sv,
                       "a table of England's libraries, 2010 to 2023 (CSV)"sv,
                       "a table of decisions (CSV)"sv,
                       "a table of offices and their holders (CSV)"sv,
                       "a table of places that people value (CSV)"sv,
                       "a table of bank holidays (CSV)"sv,
                       "bank holidays (GOV.UK's JSON)"sv,
                       "bank holidays (tab-separated)"sv,
                       "petitions (UK Parliament's JSON, one a line)"sv,
                       "answers to a consultation (JSON, one a line)"sv,
                       "answers to a consultation (CSV)"sv,
                       "comments of a Polis conversation (CSV)"sv,
                       "a table of what people said (CSV)"sv},
            format);
}

bool ReadDecision::has(Flag flag) const {
  for (const Flag one : flags) {
    if (one == flag) return true;
  }
  return false;
}

}  // namespace alongside::formats
