#include "formats/labels.h"

#include <utility>

#include "base/text.h"
#include "formats/dates.h"

namespace alongside::formats {
namespace {

using enum Label;

// Sources: the three real pages, and moderngov labels of 17 councils (read from their pages; docs/formats.md).
constexpr std::pair<std::string_view, Label> spellings[] = {
    {"reference", reference},
    {"reference number", reference},
    {"ref", reference},
    {"decision maker", maker},
    {"decision makers", maker},
    {"decision maker name and title", maker},
    {"decision by", maker},
    {"decision status", status},
    {"status", status},
    {"is key decision", key},
    {"key decision", key},
    {"is this a key decision", key},
    {"is subject to call in", call_in},
    {"subject to call in", call_in},
    {"is the decision subject to call in", call_in},
    {"purpose", purpose},
    {"purpose of decision", purpose},
    {"purpose of report", purpose},
    {"decision", decision},
    {"decisions", decision},
    {"decision of the executive member", decision},
    {"resolution", decision},
    {"resolved", decision},
    {"details", decision},
    {"decision made", decision},
    {"decision taken", decision},
    {"wards affected", wards},
    {"ward affected", wards},
    {"divisions affected", wards},
    {"division affected", wards},
    {"wards", wards},
    {"wards or divisions affected", wards},
    {"portfolio holder", portfolio},
    {"portfolio holders", portfolio},
    {"portfolio", portfolio},
    {"other reasons / organisations consulted", consulted},
    {"organisations consulted", consulted},
    {"contact", contact},
    {"contact officer", contact},
    {"contact officers", contact},
    {"contact details", contact},
    {"report author", author},
    {"report authors", author},
    {"publication date", published},
    {"decision published", published},
    {"date published", published},
    {"published", published},
    {"date of decision", decided},
    {"decision date", decided},
    {"date", decided},
    {"decided at meeting", meeting},
    {"made at meeting", meeting},
    {"effective from", effective},
    {"implementation date not before", effective},
    {"implementation date", effective},
    {"decision to take effect at end of", effective_at_end},
    {"accompanying documents", documents},
    {"documents", documents},
    {"background documents", documents},
    {"reason", reasons},
    {"reasons", reasons},
    {"reason for decision", reasons},
    {"reasons for decision", reasons},
    {"reason for decisions", reasons},
    {"reasons for decisions", reasons},
    {"reason for the decision", reasons},
    {"reasons for the decision", reasons},
    {"the reasons are", reasons},
    {"the reason is", reasons},
    {"reason for recommendation", reasons},
    {"reasons for recommendations", reasons},
    {"reasons for recommendation", reasons},
    {"alternative options considered and rejected", alternatives},
    {"alternative options considered", alternatives},
    {"alternative option considered", alternatives},
    {"alternatives considered", alternatives},
    {"alternatives considered and rejected", alternatives},
    {"other options considered", alternatives},
    {"other options considered and rejected", alternatives},
    {"options considered", alternatives},
    {"options considered and rejected", alternatives},
    {"details of any alternative options considered and rejected", alternatives},
    {"interests declared", interests},
    {"declarations of interest", interests},
    {"declaration of interest", interests},
    {"interests and nature of interests declared", interests},
    {"conflicts of interest", interests},
    {"any conflict of interest declared by any member consulted", interests},
    {"conflicts of interest declared", interests},
    {"conflicts of interest delared and dispensations granted by the monitoring officer", interests},
    {"conflicts of interest declared and dispensations granted by the monitoring officer", interests},
    {"any dispensation granted in respect of any declared conflict of interest", dispensation},
    {"dispensations granted", dispensation},
    {"dispensations", dispensation},
    {"exempt information", exempt},
    {"exempt information and reason", exempt},
    {"reason for urgency", urgency},
    {"urgent item", urgency},
    {"officers to action", actions},
    {"officer to action", actions},
    {"decision due", due},
    {"decision due date", due},
    {"date decision due", due},
    {"notice of proposed decision first published", notice},
    {"notice first published", notice},
    {"decision type", decision_type},
    {"reason key", key_reason},
    {"reason for key decision", key_reason},
    {"lead member", lead_member},
    {"lead members", lead_member},
    {"lead councillor", lead_member},
    {"lead officer", lead_officer},
    {"lead officers", lead_officer},
    {"lead director", lead_officer},
    {"lead directors", lead_officer},
    {"lead director or officer", lead_officer},
    {"department", department},
    {"consultation process", consultation},
    {"consultation", consultation},
    {"consultees", consultation},
    {"making representations", representations},
    {"representations", representations},
    {"relevant scrutiny committee", scrutiny},
    {"improvement and scrutiny committee people", scrutiny},
    {"scrutiny committee", scrutiny},
    {"anticipated restriction", restriction},
    {"restriction", restriction},
    {"agenda items", agenda_items},
    {"subject of decision", issue_title},
    {"title", issue_title},
    {"subject", issue_title},
    {"issue details", issue_title},
    {"issue - decisions", issue_title},
    {"advice of the advisory panel", advice},
    {"advice", advice},
};

}  // namespace

std::string label_key(std::string_view words) {
  std::string plain = lower_ascii(squeezed(words));
  for (std::size_t at; (at = plain.find("(s)")) != std::string::npos;) plain.erase(at, 3).insert(at, 1, 's');
  std::string key;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    const bool inner = i > 0 && i + 1 < plain.size() && plain[i - 1] != ' ' && plain[i + 1] != ' ';
    if (c == '-' && inner) {
      key += ' ';  // "call-in"
    } else if (std::string_view("?:;()*.\"'").find(c) == std::string_view::npos) {
      key += c;
    }
  }
  while (key.ends_with('-') || key.ends_with(' ')) key.pop_back();  // Tendring's separator is ":-"
  return squeezed(key);
}

Label label_of(std::string_view words) {
  if (words.size() > 120) return unknown;
  const std::string wanted = label_key(words);
  for (const auto& [spelling, label] : spellings) {
    if (spelling == wanted) return label;
  }
  return unknown;
}

}  // namespace alongside::formats
