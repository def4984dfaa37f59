#include "formats/detect.h"

#include <algorithm>

#include "base/text.h"
#include "formats/csv.h"
#include "formats/dates.h"
#include "formats/decisions_csv.h"
#include "formats/holidays.h"
#include "formats/legistar.h"
#include "formats/moderngov.h"
#include "formats/offices_csv.h"
#include "formats/oparl.h"
#include "formats/popolo.h"
#include "formats/sayings_of.h"
#include "formats/valued_csv.h"

namespace alongside::formats {
namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Format of_xml(std::string_view lower) {
  if (holds(lower.substr(0, 2000), "<committees")) return Format::moderngov_committees;
  if (holds(lower.substr(0, 2000), "<meeting")) return Format::moderngov_meeting;
  return Format::unknown;
}

Format of_json(std::string_view text) {
  if (holds(text, "schema.oparl.org")) return Format::oparl;
  if (holds(text, "\"persons\"") && holds(text, "\"memberships\"")) return Format::popolo;
  if (holds(text, "\"History\"") && holds(text, "\"File\"")) return Format::legistar_matter;
  if (holds(text, "\"divisions\"") || (holds(text, "\"division\"") && holds(text, "\"events\"")))
    return Format::holidays_json;
  if (holds(text, "\"facets\"") && holds(text, "\"meetingId\"")) return Format::legistar_meetings;
  if (holds(text, "\"action\"") && holds(text, "\"signature_count\"")) return Format::petitions;
  if (holds(text, "\"response_id\"") && holds(text, "\"response\"")) return Format::answers_jsonl;
  return Format::unknown;
}

// By what only that page has. A decision page links to its issue, and an issue to its decisions: labels tell them
// apart.
Format of_page(std::string_view lower) {
  const bool modern = holds(lower, "mgsubtitletxt") || holds(lower, "mglabel") || holds(lower, "mgmaintxt") ||
                      holds(lower, "mgcontent");
  if (!modern) return Format::unknown;
  if (holds(lower, "mgtabtable") && holds(lower, "iedecisiondetails.aspx") && !holds(lower, ">publication date:"))
    return Format::moderngov_list;
  if (holds(lower, "decision published:")) return Format::moderngov_list;
  if (holds(lower, "issue - decisions")) return Format::moderngov_issue_text;
  if (holds(lower, "decision due:") && !holds(lower, "issue details") && holds(lower, "mgissuehistoryhome.aspx"))
    return Format::moderngov_plan;
  if (holds(lower, "notice of proposed decision") || holds(lower, "decision due:") || holds(lower, "decision type:"))
    return Format::moderngov_issue;
  if (holds(lower, "decision status") || holds(lower, "date of decision") || holds(lower, "decision maker"))
    return Format::moderngov_decision;
  return Format::unknown;
}

std::vector<std::string> first_row(std::string_view text, char separator) {
  const std::string head(text.substr(0, text.find('\n')));
  const auto csv = read_csv({.name = "", .bytes = head}, separator);
  return csv ? csv->header : std::vector<std::string>();
}

Format of_table(std::string_view text) {
  const auto tabs = first_row(text, '\t');
  if (has_columns(tabs, {"division", "date", "title"}) || (tabs.size() == 1 && has_columns(tabs, {"date"})))
    return Format::holidays_tsv;
  const auto head = first_row(text, ',');
  if (has_columns(head, {"Local authority", "Library name", "Year closed"})) return Format::libraries_csv;
  if (has_columns(head, {"reporting", "operation_23"})) return Format::libraries_2023_csv;
  if (has_columns(head, {"name", "council"})) return Format::councillors_csv;
  if (has_columns(head, {"body", "office"})) return Format::offices_csv;
  if (has_columns(head, {"division", "title"})) return Format::holidays_csv;
  if (has_columns(head, {"title"})) return Format::decisions_csv;
  if (has_columns(head, {"name"})) return Format::valued_csv;
  if (has_columns(head, {"comment-id", "comment-body"})) return Format::polis_comments;
  if (has_columns(head, {"words"})) return Format::sayings_csv;
  if (is_answers_csv(head)) return Format::answers_csv;
  return Format::unknown;
}

Format of_text(std::string_view text) {
  const std::string_view begin = trimmed(text.substr(0, 4000));
  const std::string lower = lower_ascii(text.substr(0, 2u << 20));
  if (starts_with_ignoring_case(begin, "<?xml") || starts_with_ignoring_case(begin, "<committees") ||
      starts_with_ignoring_case(begin, "<meeting")) {
    if (const Format xml = of_xml(lower); xml != Format::unknown) return xml;
  }
  if (begin.starts_with('{') || begin.starts_with('[')) return of_json(text.substr(0, 2u << 20));
  if (begin.starts_with('<')) return of_page(lower);
  return of_table(text);
}

using Reader = Result<Read> (*)(const File&);
Reader reader_of(Format format) {
  switch (format) {
    case Format::moderngov_decision:
      return read_decision_page;
    case Format::moderngov_list:
      return read_decisions_list;
    case Format::moderngov_issue_text:
      return read_issue_text;
    case Format::moderngov_issue:
      return read_issue_page;
    case Format::moderngov_plan:
      return read_plan_page;
    case Format::moderngov_committees:
      return read_committees_xml;
    case Format::moderngov_meeting:
      return read_meeting_xml;
    case Format::legistar_matter:
      return read_matter;
    case Format::legistar_meetings:
      return read_chicago_meetings;
    case Format::oparl:
      return read_oparl;
    case Format::popolo:
      return read_popolo;
    case Format::councillors_csv:
      return read_councillors_csv;
    case Format::libraries_csv:
      return read_libraries_csv;
    case Format::libraries_2023_csv:
      return read_libraries_2023_csv;
    case Format::decisions_csv:
      return read_decisions_csv;
    case Format::offices_csv:
      return read_offices_csv;
    case Format::valued_csv:
      return read_valued_csv;
    case Format::holidays_csv:
      return read_holidays_csv;
    case Format::holidays_json:
      return read_holidays_json;
    case Format::holidays_tsv:
      return read_holidays_tsv;
    case Format::petitions:
      return read_petitions;
    case Format::answers_jsonl:
      return read_answers_jsonl;
    case Format::answers_csv:
      return read_answers_csv;
    case Format::polis_comments:
      return read_polis_comments;
    case Format::sayings_csv:
      return read_sayings_csv;
    case Format::unknown:
      break;
  }
  return nullptr;
}

}  // namespace

Format detect(const File& file) {
  const auto text = as_text(file);
  return text ? of_text(*text) : Format::unknown;
}

std::string looks_like(const File& file) {
  const auto text = as_text(file);
  if (!text) return text.problems().list().front().found;
  const Format format = of_text(*text);
  if (format != Format::unknown) return std::string(title(format));
  const std::string_view begin = trimmed(std::string_view(*text).substr(0, 4000));
  if (begin.starts_with('{') || begin.starts_with('[')) return "JSON, but none that is known here";
  if (starts_with_ignoring_case(begin, "<?xml")) return "XML, but none that is known here";
  if (begin.starts_with('<')) return "a web page, but none of ModernGov's with a decision on it";
  const std::string_view first = begin.substr(0, begin.find('\n'));
  if (holds(first, ",")) return "a table whose first line is: " + shortened(squeezed(first), 80);
  return "text: " + shortened(squeezed(begin), 60);
}

Result<Read> read_any(const File& file) {
  auto text = as_text(file);
  if (!text) return text.problems();
  if (const Reader reader = reader_of(of_text(*text))) return reader({.name = file.name, .bytes = *text});
  return Problem{
      .code = Code::not_supported,
      .file = file.name,
      .found = looks_like(file),
      .expected = msg(
          "Give a saved page, XML or JSON of a council's system, or a CSV with the columns named in docs/formats.md.")};
}

Result<Read> read_only(const File& file, const std::vector<Format>& wanted) {
  const Format format = detect(file);
  if (format == Format::unknown || std::find(wanted.begin(), wanted.end(), format) != wanted.end())
    return read_any(file);
  std::vector<std::string> titles;
  for (const Format one : wanted) titles.emplace_back(title(one));
  return Problem{.code = Code::not_supported,
                 .file = file.name,
                 .found = std::string(title(format)),
                 .expected = msg("Here, give one of: {kinds}.", {{"kinds", join(titles, "; ")}})};
}

}  // namespace alongside::formats
