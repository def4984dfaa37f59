// The answers of ModernGov's web service: XML whose elements hold HTML, escaped; an empty element holds a line end.
#include <algorithm>
#include <pugixml.hpp>

#include "base/text.h"
#include "formats/dates.h"
#include "formats/moderngov.h"
#include "formats/page.h"

namespace alongside::formats {
namespace {

std::string text_in(const pugi::xml_node& node, const char* element) { return squeezed(node.child_value(element)); }
bool is_true(const pugi::xml_node& node, const char* element) { return lower_ascii(text_in(node, element)) == "true"; }

// Parses into `document`, and checks the name of its root.
Status parse(const File& file, const char* root, pugi::xml_document& document) {
  auto text = as_text(file);
  if (!text) return text.problems();
  const auto parsed = document.load_buffer(text->data(), text->size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    const auto until =
        std::string_view(*text).substr(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset)));
    return Problem{.code = Code::malformed,
                   .file = file.name,
                   .line = std::count(until.begin(), until.end(), '\n') + 1,
                   .found = parsed.description(),
                   .expected = msg("Give XML that is whole.")};
  }
  if (lower_ascii(document.document_element().name()) != root) {
    return Problem{.code = Code::not_supported,
                   .file = file.name,
                   .found = "XML that begins with <" + shortened(document.document_element().name(), 40) + ">",
                   .expected = msg("Give XML that begins with <{root}>.", {{"root", root}})};
  }
  return Done{};
}

ReadItem item_of(const pugi::xml_node& node) {
  ReadItem item{.source_id = text_in(node, "agendaitemid"),
                .number = text_in(node, "fulldisplaynumberformat"),
                .title = text_in(node, "agendaitemtitle")};
  item.minutes = paragraphs_of_html(node.child_value("minutesnonemptyhtmlbody"));
  item.is_decision = is_true(node, "isdecision");
  for (const pugi::xml_node doc : node.child("linkeddocuments").children("linkeddoc")) {
    item.documents.push_back(
        {.title = text_in(doc, "title"), .address = text_in(doc, "url"), .withheld = is_true(doc, "isrestricted")});
  }
  return item;
}

ReadDecision decision_of(const pugi::xml_node& node, const ReadItem& item, const ReadMeeting& meeting) {
  ReadDecision d{.source_id = "AIId=" + item.source_id,
                 .title = item.title,
                 .meeting = meeting.body,
                 .meeting_on = meeting.on,
                 .what = item.minutes,
                 .decided = meeting.on,
                 .documents = item.documents,
                 .line = 1};
  d.what = paragraphs_of_html(node.child_value("decisionnonemptyhtmlbody"));
  if (d.what.empty()) d.what = item.minutes;
  d.call_in = is_true(node, "iscallin") ? Answer::yes : Answer::no;
  look_over(d);
  return d;
}

}  // namespace

Result<Read> read_committees_xml(const File& file) {
  pugi::xml_document document;
  if (const auto status = parse(file, "committees", document); !status) return status.problems();
  Read read{.format = Format::moderngov_committees};
  Problems problems;
  const pugi::xml_node root = document.document_element();
  for (const pugi::xml_node one : root.children("committee")) {
    ReadBody body{.source_id = text_in(one, "committeeid"),
                  .name = text_in(one, "committeetitle"),
                  .kind = text_in(one, "committeecategory")};
    body.expired = is_true(one, "committeeexpired") || is_true(one, "committeedeleted");
    if (body.name.empty()) {
      problems.add({.code = Code::missing,
                    .file = file.name,
                    .field = "committeetitle",
                    .found = "committee " + body.source_id,
                    .expected = msg("Give every committee a title.")});
    }
    read.bodies.push_back(std::move(body));
  }
  const auto promised = whole_number(text_in(root, "committeescount"));
  if (promised && *promised != static_cast<std::int64_t>(read.bodies.size())) {
    read.notices.push_back(
        {.code = Code::does_not_match,
         .file = file.name,
         .field = "committeescount",
         .found = std::to_string(read.bodies.size()) + " committees",
         .expected = msg("The file says it holds {count}.", {{"count", std::to_string(*promised)}})});
  }
  if (problems.any()) return problems;
  return read;
}

Result<Read> read_meeting_xml(const File& file) {
  pugi::xml_document document;
  if (const auto status = parse(file, "meeting", document); !status) return status.problems();
  const pugi::xml_node root = document.document_element();
  ReadMeeting meeting{.source_id = text_in(root, "meetingid"),
                      .start = text_in(root, "meetingtime"),
                      .status = text_in(root, "meetingstatus")};
  const std::string day = text_in(root, "meetingdate");
  meeting.on = read_when(day);
  if (!meeting.on && !day.empty()) {
    return Problem{.code = Code::malformed,
                   .file = file.name,
                   .field = "meetingdate",
                   .found = shortened(day, 60),
                   .expected = msg("Give a day of the calendar, for instance 24/11/2026.")};
  }
  Read read{.format = Format::moderngov_meeting};
  const pugi::xml_node items = root.child("agendaitems");
  for (const pugi::xml_node one : items.children("agendaitem")) {
    if (meeting.body.empty()) meeting.body = text_in(one.child("linkeddocuments").child("linkeddoc"), "committeetitle");
    meeting.items.push_back(item_of(one));
  }
  meeting.name = meeting.body;
  std::size_t i = 0;
  for (const pugi::xml_node one : items.children("agendaitem")) {
    const ReadItem& item = meeting.items[i++];
    if (item.is_decision) read.decisions.push_back(decision_of(one, item, meeting));
  }
  read.meetings.push_back(std::move(meeting));
  return read;
}

}  // namespace alongside::formats
