#include "formats/decisions_csv.h"

#include <array>

#include "base/csv.h"
#include "base/text.h"
#include "formats/dates.h"
#include "formats/moderngov_fields.h"

namespace alongside::formats {
namespace {

constexpr std::array<std::string_view, 28> taken_columns = {
    "title",  "maker",     "meeting",   "decided",   "published",   "effective",    "status",
    "key",    "call in",   "purpose",   "decision",  "reasons",     "alternatives", "interests",
    "powers", "wards",     "reference", "documents", "lead member", "lead officer", "source id",
    "issue",  "consulted", "urgency",   "exempt",    "votes",       "motion",       "carried"};
constexpr std::array<std::string_view, 7> coming_columns = {
    "due", "notice", "key reason", "consultation", "representations", "restriction", "department"};

std::vector<std::string> paragraphs(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string_view line : split(cell, '\n')) {
    if (const std::string words = squeezed(line); !words.empty()) out.push_back(words);
  }
  return out;
}

std::string in_one(const std::vector<std::string>& list, std::string_view between) { return join(list, between); }

// One row, read cell by cell; each problem names its line and column.
class Row {
 public:
  Row(const File& file, const Columns& columns, const CsvRow& row, Problems& problems)
      : file_(file), columns_(columns), row_(row), problems_(problems) {}

  std::string text(std::string_view column) const { return squeezed(columns_.cell(row_, column)); }
  std::vector<std::string> lines(std::string_view column) const { return paragraphs(columns_.cell(row_, column)); }
  std::optional<When> when(std::string_view column) {
    return cell_when(text(column), file_.name, row_.line, column, problems_);
  }
  std::size_t line() const { return row_.line; }

  Answer answer(std::string_view column) {
    const std::string words = text(column);
    const Answer answer = read_answer(words);
    const std::string lower = lower_ascii(words);
    if (answer == Answer::not_known && !words.empty() && lower != "not known" && lower != "unknown") {
      add(Code::unknown_word, column, words, msg("Write yes, no, or nothing."));
    }
    return answer;
  }

  // "Ann Hill: for; Bo Lee: absent"
  std::vector<NamedVote> votes() {
    std::vector<NamedVote> votes;
    const std::string cell = text("votes");
    for (const std::string_view one : split(cell, ';')) {
      if (trimmed(one).empty()) continue;
      const std::size_t colon = one.rfind(':');
      const std::string word = colon == std::string_view::npos ? "" : lower_ascii(trimmed(one.substr(colon + 1)));
      bool known = false;
      for (const Vote vote :
           {Vote::in_favour, Vote::against, Vote::abstained, Vote::did_not_vote, Vote::left, Vote::absent}) {
        if (word != name(vote)) continue;
        votes.push_back({.name = squeezed(one.substr(0, colon)), .vote = vote});
        known = true;
      }
      if (!known) {
        add(Code::unknown_word, "votes", shortened(trimmed(one), 60),
            msg("Write a name, a colon, and one of: for, against, abstained, did_not_vote, left, absent. Give no "
                "reason for an absence."));
      }
    }
    return votes;
  }

  std::optional<Motion> motion() {
    const std::string word = lower_ascii(text("motion"));
    for (const Motion motion : {Motion::approve, Motion::disapprove, Motion::other}) {
      if (word == name(motion)) return motion;
    }
    if (!word.empty()) add(Code::unknown_word, "motion", word, msg("Write approve, disapprove, other, or nothing."));
    return std::nullopt;
  }

  // "Report <https://…>; Lease terms (withheld)"
  std::vector<Document> documents() const {
    std::vector<Document> documents;
    const std::string cell = text("documents");
    for (const std::string_view one : split(cell, ';')) {
      std::string words = squeezed(one);
      if (words.empty()) continue;
      Document document;
      if (words.ends_with("(withheld)")) {
        document.withheld = true;
        words = squeezed(std::string_view(words).substr(0, words.size() - 10));
      }
      const std::size_t open = words.find('<');
      if (open != std::string::npos && words.ends_with('>')) {
        document.address = words.substr(open + 1, words.size() - open - 2);
        words = squeezed(std::string_view(words).substr(0, open));
      }
      document.title = std::move(words);
      documents.push_back(std::move(document));
    }
    return documents;
  }

  void add(Code code, std::string_view column, std::string found, Message expected) {
    problems_.add({.code = code,
                   .file = file_.name,
                   .line = static_cast<std::int64_t>(row_.line),
                   .field = std::string(column),
                   .found = std::move(found),
                   .expected = std::move(expected)});
  }

 private:
  const File& file_;
  const Columns& columns_;
  const CsvRow& row_;
  Problems& problems_;
};

ReadDecision decision_of(Row& row) {
  ReadDecision d{.source_id = row.text("source id"),
                 .source_issue = row.text("issue"),
                 .reference = row.text("reference"),
                 .title = row.text("title"),
                 .maker = row.text("maker"),
                 .meeting = row.text("meeting"),
                 .status = row.text("status"),
                 .key = row.answer("key"),
                 .call_in = row.answer("call in"),
                 .purpose = row.lines("purpose"),
                 .what = row.lines("decision"),
                 .decided = row.when("decided"),
                 .published = row.when("published"),
                 .effective = row.when("effective"),
                 .wards = read_wards(row.text("wards")),
                 .lead_member = without_contact(row.text("lead member")),
                 .lead_officer = without_contact(row.text("lead officer")),
                 .documents = row.documents(),
                 .consulted = row.text("consulted"),
                 .reasons = row.lines("reasons"),
                 .alternatives = row.lines("alternatives"),
                 .interests = row.lines("interests"),
                 .powers = row.lines("powers"),
                 .urgency = row.text("urgency"),
                 .exempt = row.text("exempt"),
                 .votes = row.votes(),
                 .motion = row.motion(),
                 .line = row.line()};
  d.call_in_words = row.text("call in");
  const std::string interests = lower_ascii(row.text("interests"));
  d.no_interests = interests == "none" || interests == "none declared" || interests == "none.";
  if (d.no_interests) d.interests.clear();
  if (const Answer carried = row.answer("carried"); carried != Answer::not_known) d.carried = carried == Answer::yes;
  look_over(d);
  return d;
}

ReadComing coming_of(Row& row) {
  ReadComing c{.source_id = row.text("source id"),
               .title = row.text("title"),
               .reference = row.text("reference"),
               .what = row.lines("purpose"),
               .due = row.when("due"),
               .due_words = row.text("due"),
               .maker = row.text("maker"),
               .notice_on = row.when("notice"),
               .key = row.answer("key"),
               .key_reason = row.text("key reason"),
               .consultation = row.text("consultation"),
               .representations = row.text("representations"),
               .restriction = row.text("restriction"),
               .urgency = row.text("urgency"),
               .status = row.text("status"),
               .wards = read_wards(row.text("wards")),
               .lead_member = without_contact(row.text("lead member")),
               .lead_officer = without_contact(row.text("lead officer")),
               .department = row.text("department"),
               .documents = row.documents(),
               .line = row.line()};
  look_over(c);
  return c;
}

std::string iso(const std::optional<When>& when) { return when ? when->iso() : ""; }

std::string documents_cell(const std::vector<Document>& documents) {
  std::vector<std::string> out;
  for (const Document& one : documents) {
    out.push_back(one.title + (one.address.empty() ? "" : " <" + one.address + ">") +
                  (one.withheld ? " (withheld)" : ""));
  }
  return join(out, "; ");
}

std::string votes_cell(const std::vector<NamedVote>& votes) {
  std::vector<std::string> out;
  for (const NamedVote& one : votes) out.push_back(one.name + ": " + std::string(name(one.vote)));
  return join(out, "; ");
}

std::string answer_cell(Answer answer) { return answer == Answer::not_known ? "" : std::string(name(answer)); }

}  // namespace

Result<Read> read_decisions_csv(const File& file) {
  auto csv = read_csv(file);
  if (!csv) return csv.problems();
  std::vector<std::string_view> optional(taken_columns.begin() + 1, taken_columns.end());
  optional.insert(optional.end(), coming_columns.begin(), coming_columns.end());
  const Columns columns(file.name, *csv, {"title"}, optional);
  Problems problems = columns.problems();
  Read read{.format = Format::decisions_csv};
  for (const CsvRow& cells : csv->rows) {
    Row row(file, columns, cells, problems);
    if (row.text("title").empty()) row.add(Code::missing, "title", "", msg("Say in a few words what was decided."));
    const bool is_coming = !row.text("due").empty() && row.text("decided").empty();
    if (is_coming) {
      read.coming.push_back(coming_of(row));
    } else {
      read.decisions.push_back(decision_of(row));
    }
  }
  if (problems.any()) return problems;
  return read;
}

std::string decisions_csv_header() { return csv_row({taken_columns.begin(), taken_columns.end()}); }

std::string decisions_csv_row(const ReadDecision& d) {
  return csv_row({d.title,
                   d.maker,
                   d.meeting,
                   iso(d.decided),
                   iso(d.published),
                   iso(d.effective),
                   d.status,
                   answer_cell(d.key),
                   answer_cell(d.call_in),
                   in_one(d.purpose, "\n"),
                   in_one(d.what, "\n"),
                   in_one(d.reasons, "\n"),
                   in_one(d.alternatives, "\n"),
                   d.no_interests ? "None" : in_one(d.interests, "\n"),
                   in_one(d.powers, "\n"),
                   in_one(d.wards, "; "),
                   d.reference,
                   documents_cell(d.documents),
                   d.lead_member,
                   d.lead_officer,
                   d.source_id,
                   d.source_issue,
                   d.consulted,
                   d.urgency,
                   d.exempt,
                   votes_cell(d.votes),
                   d.motion ? std::string(name(*d.motion)) : "",
                   d.carried ? (*d.carried ? "yes" : "no") : ""});
}

}  // namespace alongside::formats
