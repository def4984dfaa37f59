#include "formats/oparl.h"

#include "base/text.h"
#include "formats/loose_json.h"

namespace alongside::formats {
namespace {

std::string kind_of(const Json& object) {
  const std::string type = text_of(object, "type");
  return type.substr(type.rfind('/') + 1);
}

// A reference to another object: its address, or the object itself with an id.
std::string first_reference(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  if (found != nullptr && found->is_array()) found = found->items().empty() ? nullptr : &found->items().front();
  if (found == nullptr) return "";
  return found->is_string() ? found->string() : text_of(*found, "id");
}

void add_document(std::vector<Document>& documents, const Json* file) {
  if (file != nullptr && file->is_object())
    documents.push_back({.title = text_of(*file, "name"), .address = text_of(*file, "accessUrl")});
}

ReadItem item_of(const Json& json) {
  ReadItem item{.source_id = text_of(json, "id"),
                .number = text_of(json, "number"),
                .title = text_of(json, "name"),
                .result = text_of(json, "result")};
  if (const std::string words = text_of(json, "resolutionText"); !words.empty()) item.result_text.push_back(words);
  item.is_decision = !item.result.empty() || !item.result_text.empty();
  add_document(item.documents, json.find("resolutionFile"));
  return item;
}

ReadDecision decision_of(const ReadItem& item, const ReadMeeting& meeting) {
  ReadDecision d{.source_id = item.source_id,
                 .title = item.title,
                 .maker = meeting.name,
                 .maker_kind = MakerKind::meeting,
                 .meeting = meeting.name,
                 .meeting_on = meeting.on,
                 .status = item.result,
                 .what = item.result_text,
                 .decided = meeting.on,
                 .documents = item.documents,
                 .line = 1};
  if (d.what.empty() && !item.result.empty()) d.what.push_back(item.result);
  look_over(d);
  return d;
}

void read_meeting(const Json& json, Read& read) {
  ReadMeeting meeting{.source_id = text_of(json, "id"),
                      .name = text_of(json, "name"),
                      .body = first_reference(json, "organization"),
                      .on = when_of(json, "start"),
                      .start = text_of(json, "start"),
                      .status = text_of(json, "meetingState")};
  for_each(json, "agendaItem", [&](const Json& one) { meeting.items.push_back(item_of(one)); });
  for (const ReadItem& item : meeting.items) {
    if (item.is_decision) read.decisions.push_back(decision_of(item, meeting));
  }
  read.meetings.push_back(std::move(meeting));
}

void read_paper(const Json& json, Read& read) {
  ReadPaper paper{.source_id = text_of(json, "id"),
                  .title = text_of(json, "name"),
                  .reference = text_of(json, "reference"),
                  .kind = text_of(json, "paperType"),
                  .on = when_of(json, "date")};
  for_each(json, "consultation", [&](const Json& one) {
    const Json* authoritative = one.find("authoritative");
    const bool known = authoritative != nullptr && authoritative->is_bool();
    paper.consultations.push_back({.meeting = text_of(one, "meeting"),
                                   .item = text_of(one, "agendaItem"),
                                   .role = text_of(one, "role"),
                                   .authoritative = !known                     ? Answer::not_known
                                                    : authoritative->boolean() ? Answer::yes
                                                                               : Answer::no});
  });
  add_document(paper.documents, json.find("mainFile"));
  for_each(json, "auxiliaryFile", [&](const Json& one) { add_document(paper.documents, &one); });
  read.papers.push_back(std::move(paper));
}

void read_organization(const Json& json, Read& read) {
  const std::string id = text_of(json, "id");
  ReadBody body{.source_id = id,
                .name = text_of(json, "name"),
                .short_name = text_of(json, "shortName"),
                .kind = text_of(json, "classification"),
                .part_of = text_of(json, "body"),
                .from = when_of(json, "startDate"),
                .to = when_of(json, "endDate"),
                .line = 1};
  body.expired = body.to.has_value();
  for_each(json, "post", [&](const Json& post) {
    if (post.is_string())
      read.offices.push_back({.title = post.string(), .body = id, .body_name = body.name, .line = 1});
  });
  read.bodies.push_back(std::move(body));
}

bool read_object(const Json& json, Read& read) {
  const std::string kind = kind_of(json);
  if (kind == "Body") {
    read.bodies.push_back({.source_id = text_of(json, "id"),
                           .name = text_of(json, "name"),
                           .short_name = text_of(json, "shortName"),
                           .kind = text_of(json, "classification"),
                           .line = 1});
  } else if (kind == "Organization") {
    read_organization(json, read);
  } else if (kind == "Meeting") {
    read_meeting(json, read);
  } else if (kind == "Paper") {
    read_paper(json, read);
  } else {
    return false;
  }
  return true;
}

}  // namespace

Result<Read> read_oparl(const File& file) {
  auto json = read_loose_json(file);
  if (!json) return json.problems();
  Read read{.format = Format::oparl};
  Problems problems;
  const auto one = [&](const Json& object) {
    if (!read_object(object, read)) {
      problems.add({.code = Code::unknown_word,
                    .file = file.name,
                    .field = "type",
                    .found = shortened(text_of(object, "type"), 80),
                    .expected = msg("Give OParl's Body, Organization, Meeting or Paper.")});
    }
  };
  if (json->find("data") != nullptr) {
    for_each(*json, "data", one);
  } else {
    one(*json);
  }
  if (problems.any()) return problems;
  return read;
}

}  // namespace alongside::formats
