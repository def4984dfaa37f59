#include "formats/legistar.h"

#include "base/text.h"
#include "formats/loose_json.h"

namespace alongside::formats {
namespace {

// The words of a vote. All that explains an absence ("Medical", "Parental", "Bereavement", "Jury Duty", "Maternity",
// "Conflict") falls through to absent, and the words themselves are not kept.
Vote vote_of(std::string_view words) {
  const std::string key = lower_ascii(words);
  if (key == "affirmative" || key == "aye" || key == "yes" || key == "yea") return Vote::in_favour;
  if (key == "negative" || key == "nay" || key == "no") return Vote::against;
  if (key == "abstain" || key == "abstained" || key == "abstention") return Vote::abstained;
  if (key == "present" || key == "did not vote" || key == "non-voting" || key == "non voting" || key == "not voting" ||
      key == "recused")
    return Vote::did_not_vote;
  if (key == "left" || key == "excused early") return Vote::left;
  return Vote::absent;
}

bool says(std::string_view words, std::string_view what) { return lower_ascii(words).find(what) != std::string::npos; }

// "Disapproved by Council" with the note "Coupled to be Disapproved": what the motion would do, whatever its sentence
// says.
Motion motion_of(std::string_view action, std::string_view note) {
  if (says(action, "disapprove") || says(note, "disapprove")) return Motion::disapprove;
  if (says(action, "approve") || says(action, "adopt") || says(action, "pass")) return Motion::approve;
  return Motion::other;
}

HistoryRow history_row(const Json& json) {
  HistoryRow row{.on = when_of(json, "Date"),
                 .body = text_of(json, "BodyName"),
                 .action = text_of(json, "Action"),
                 .words = text_of(json, "Description")};
  for_each(json, "Votes", [&](const Json& vote) {
    row.votes.push_back({.name = text_of(vote, "FullName"), .vote = vote_of(text_of(vote, "Vote"))});
  });
  const std::string passed = lower_ascii(text_of(json, "PassedFlagName"));
  if (!passed.empty()) row.carried = passed == "pass";
  if (!passed.empty() || !row.votes.empty()) row.motion = motion_of(row.action, text_of(json, "AgendaNote"));
  return row;
}

void take_outcome(ReadDecision& decision, const HistoryRow& row) {
  decision.votes = row.votes;
  decision.motion = row.motion;
  decision.carried = row.carried;
  decision.maker = row.body;
  decision.meeting = row.body;
  decision.meeting_on = row.on;
  decision.maker_kind = MakerKind::meeting;
  if (!decision.decided) decision.decided = row.on;
}

}  // namespace

Result<Read> read_matter(const File& file) {
  auto json = read_loose_json(file);
  if (!json) return json.problems();
  if (!json->is_object() || json->find("History") == nullptr || json->find("File") == nullptr) {
    return Problem{.code = Code::not_supported,
                   .file = file.name,
                   .found = "JSON without File and History",
                   .expected = msg("Give a matter of Legistar, with its history.")};
  }
  ReadDecision d{
      .source_id = "ID=" + std::to_string(number_of(*json, "ID")), .reference = text_of(*json, "File"), .line = 1};
  d.title = text_of(*json, "Name");
  if (d.title.empty()) d.title = text_of(*json, "Title");
  d.status = text_of(*json, "StatusName");
  for (const char* key : {"Title", "Summary"}) {
    if (const std::string words = text_of(*json, key); !words.empty() && words != d.title) d.purpose.push_back(words);
  }
  if (const Json* text = json->find("Text"); text != nullptr && text->is_string()) {
    for (const std::string_view line : split(text->string(), '\n')) {
      if (const std::string words = squeezed(line); !words.empty()) d.what.push_back(words);
    }
  }
  d.effective = when_of(*json, "EnactmentDate");
  for_each(*json, "History", [&](const Json& row) { d.history.push_back(history_row(row)); });
  for_each(*json, "Attachments", [&](const Json& one) {
    d.documents.push_back({.title = text_of(one, "Name"), .address = text_of(one, "Link")});
  });
  for (const HistoryRow& row : d.history) {
    if (!row.votes.empty()) take_outcome(d, row);
    if (says(row.action, "approved by") && row.votes.empty() && !d.has(Flag::approved_without_votes))
      d.flags.push_back(Flag::approved_without_votes);
    if (says(row.action, "charter rule adopted")) d.flags.push_back(Flag::became_law_by_lapse_of_time);
  }
  if (!d.decided) d.decided = when_of(*json, "PassedDate");
  look_over(d);
  Read read{.format = Format::legistar_matter};
  read.decisions.push_back(std::move(d));
  return read;
}

Result<Read> read_chicago_meetings(const File& file) {
  auto json = read_loose_json(file);
  if (!json) return json.problems();
  if (json->find("data") == nullptr || json->find("facets") == nullptr) {
    return Problem{.code = Code::not_supported,
                   .file = file.name,
                   .found = "JSON without data and facets",
                   .expected = msg("Give Chicago's list of meetings.")};
  }
  Read read{.format = Format::legistar_meetings};
  for_each(*json, "data", [&](const Json& one) {
    read.meetings.push_back({.source_id = text_of(one, "meetingId"),
                             .name = text_of(one, "body"),
                             .body = text_of(one, "body"),
                             .on = when_of(one, "date"),
                             .start = text_of(one, "date"),
                             .status = text_of(one, "status")});
  });
  return read;
}

}  // namespace alongside::formats
