#include "commons/gathering/calling.h"

#include <algorithm>

#include "base/text.h"
#include "commons/work/told.h"
#include "engines/disclosure.h"

namespace alongside::gathering {
namespace {

using kernel::Changes;
using kernel::Situation;
using kernel::to_value;

constexpr int day_minutes = 24 * 60;

// "14:00", "9.30" or "9": minutes after midnight.
std::optional<int> minutes_of(std::string_view words) {
  words = trimmed(words);
  const std::size_t colon = words.find_first_of(":.");
  const auto part = [](std::string_view digits) -> std::optional<int> {
    const bool plain = (digits.size() == 1 || digits.size() == 2) && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!plain) return std::nullopt;
    return digits.size() == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + (digits[1] - '0');
  };
  const auto hours = part(words.substr(0, colon));
  const auto minutes = colon == words.npos ? std::optional(0) : words.size() - colon == 3 ? part(words.substr(colon + 1)) : std::nullopt;
  if (!hours || !minutes || *minutes > 59 || *hours * 60 + *minutes > day_minutes) return std::nullopt;
  return *hours * 60 + *minutes;
}

void read_time(const std::string& words, std::optional<int>& minute, const char* field, const char* minute_field, Problems& problems) {
  if (minute && !words.empty()) {
    problems.add(field, Code::wrong_state, msg("Give the time once."), words);
  } else if (!words.empty()) {
    minute = minutes_of(words);
    if (!minute) problems.add(field, Code::malformed, msg("Give a time such as 14:00."), words);
  } else if (minute && (*minute < 0 || *minute > day_minutes)) {
    problems.add(minute_field, Code::out_of_range, msg("Give minutes after midnight: 0 to 1440."), std::to_string(*minute));
  }
}

template <class R>
void needs_lengths(const R& asked, Problems& problems) {
  needs_length(asked.title, title_bytes_max, "title", problems);
  needs_length(asked.where, said_bytes_max, "where", problems);
  needs_length(asked.way_in, said_bytes_max, "way_in", problems);
  needs_length(asked.phone, said_bytes_max, "phone", problems);
  needs_length(asked.access, said_bytes_max, "access", problems);
  needs_length(asked.fares, said_bytes_max, "fares", problems);
  needs_length(asked.paid, said_bytes_max, "paid", problems);
}

void needs_order(int from, int to, Problems& problems) {
  if (to <= from) problems.add("to", Code::out_of_range, msg("Give an end that is later than the beginning, on the same day."));
}

void needs_to_stand(const MeetingFacts& facts, Problems& problems) {
  if (facts.gathering && facts.gathering->is_off()) problems.add("", Code::wrong_state, msg("This meeting was called off."));
}

}  // namespace

// ---- calling, changing, calling off ---------------------------------------------------------------------------------

CallFacts look(const Situation& situation, const CallMeeting& asked) { return {.work = work::row_of(situation.reader, asked.work)}; }

Result<Changes> decide(const CallFacts& facts, CallMeeting asked) {
  Problems problems;
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (is_blank(asked.title)) problems.add("title", Code::missing, msg("Say in a few words what the meeting is about."));
  if (!asked.on) problems.add("on", Code::missing, msg("Say on which day it is."));
  read_time(asked.from, asked.from_minute, "from", "from_minute", problems);
  read_time(asked.to, asked.to_minute, "to", "to_minute", problems);
  if (!asked.from_minute && asked.from.empty()) problems.add("from", Code::missing, msg("Say when it begins."));
  if (!asked.to_minute && asked.to.empty()) problems.add("to", Code::missing, msg("Say when it ends."));
  if (asked.from_minute && asked.to_minute) needs_order(*asked.from_minute, *asked.to_minute, problems);
  needs_lengths(asked, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(GatheringCalled{.work = asked.work, .on = *asked.on, .from_minute = *asked.from_minute, .to_minute = *asked.to_minute,
                              .title = std::move(asked.title), .where = std::move(asked.where), .way_in = std::move(asked.way_in),
                              .phone = std::move(asked.phone), .access = std::move(asked.access), .fares = std::move(asked.fares),
                              .paid = std::move(asked.paid)});
  return changes;
}

MeetingFacts look(const Situation& situation, const ChangeMeeting& asked) { return meeting_facts(situation, asked.work, asked.gathering); }

Result<Changes> decide(const MeetingFacts& facts, ChangeMeeting asked) {
  Problems problems;
  needs_meeting(facts, problems);
  needs_to_stand(facts, problems);
  read_time(asked.from, asked.from_minute, "from", "from_minute", problems);
  read_time(asked.to, asked.to_minute, "to", "to_minute", problems);
  if (facts.gathering) {
    needs_order(asked.from_minute.value_or(facts.gathering->from_minute), asked.to_minute.value_or(facts.gathering->to_minute), problems);
  }
  needs_lengths(asked, problems);
  GatheringChanged act{.gathering = asked.gathering, .on = asked.on, .from_minute = asked.from_minute, .to_minute = asked.to_minute,
                       .title = std::move(asked.title), .where = std::move(asked.where), .way_in = std::move(asked.way_in),
                       .phone = std::move(asked.phone), .access = std::move(asked.access), .fares = std::move(asked.fares),
                       .paid = std::move(asked.paid)};
  bool says_something = act.on || act.from_minute || act.to_minute;
  for (const Said* said : {&act.title, &act.where, &act.way_in, &act.phone, &act.access, &act.fares, &act.paid}) {
    says_something = says_something || !said->empty();
  }
  if (!says_something && !problems.any()) problems.add("on", Code::missing, msg("Say what changes. What you leave empty stays as it was."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(std::move(act));
  return changes;
}

MeetingFacts look(const Situation& situation, const CallOffMeeting& asked) { return meeting_facts(situation, asked.work, asked.gathering); }

Result<Changes> decide(const MeetingFacts& facts, CallOffMeeting asked) {
  Problems problems;
  needs_meeting(facts, problems);
  needs_to_stand(facts, problems);
  if (is_blank(asked.why)) problems.add("why", Code::missing, msg("Say why it is called off. It stands on the page."));
  needs_length(asked.why, said_bytes_max, "why", problems);
  if (facts.gathering && facts.gathering->on < facts.today) problems.add("", Code::wrong_state, msg("The day of this meeting has gone by."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(GatheringCalledOff{.gathering = asked.gathering, .why = std::move(asked.why)});
  return changes;
}

// ---- papers ---------------------------------------------------------------------------------------------------------

MeetingFacts look(const Situation& situation, const SharePaper& asked) { return meeting_facts(situation, asked.work, asked.gathering); }

namespace {

// A paper that was uploaded: a text file is its words.
void read_file(SharePaper& asked, Problems& problems) {
  if (!asked.file) return;
  const auto words = as_words(asked.file->bytes);
  if (!words || words->size() > paper_bytes_max) {
    problems.add({.code = Code::malformed, .file = asked.file->name, .field = "file",
                  .expected = msg("Give the paper as a text file of at most 60,000 letters (save it as plain text), or paste its words.")});
  } else if (!is_blank(asked.words)) {
    problems.add("file", Code::wrong_state, msg("Paste the words or upload a file: not both."), asked.file->name);
  } else {
    asked.words = Said(*words);
  }
}

}  // namespace

Result<Changes> decide(const MeetingFacts& facts, SharePaper asked) {
  Problems problems;
  needs_meeting(facts, problems);
  needs_to_stand(facts, problems);
  read_file(asked, problems);
  if (is_blank(asked.title)) problems.add("title", Code::missing, msg("Say what the paper is called."));
  if (is_blank(asked.words) && !asked.file) problems.add("words", Code::missing, msg("Paste the paper in, or upload it as a text file."));
  needs_length(asked.title, title_bytes_max, "title", problems);
  needs_length(asked.words, paper_bytes_max, "words", problems);
  if (asked.on && *asked.on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), asked.on->iso());
  if (problems.any()) return problems;
  Changes changes;
  changes.add(PaperShared{.gathering = asked.gathering, .on = asked.on.value_or(facts.today), .title = std::move(asked.title), .words = std::move(asked.words)});
  return changes;
}

// ---- who came -------------------------------------------------------------------------------------------------------

CameFacts look(const Situation& situation, const CountCame& asked) {
  kernel::Reader& reader = situation.reader;
  CameFacts facts{.meeting = meeting_facts(situation, asked.work, asked.gathering)};
  if (!facts.meeting.work) return facts;
  const Index work = facts.meeting.work->index;
  const std::vector<Side>& sides = facts.meeting.sides;
  const auto place_of = [&](Side side) { return static_cast<std::size_t>(std::find(sides.begin(), sides.end(), side) - sides.begin()); };
  Index act;
  for (const ToldRow& row : reader.all<ToldRow>("WHERE work = $1 ORDER BY act, side", {work.value})) {
    if (facts.told.empty() || row.act != act) facts.told.emplace_back(sides.size(), 0);
    act = row.act;
    if (const std::size_t at = place_of(row.side); at < sides.size()) facts.told.back()[at] = row.people;
  }
  const work::ToldOfSides room = work::told_of_sides(reader, work);
  if (std::any_of(room.begin(), room.end(), [](const work::ToldOfSide& one) { return one.people.has_value(); })) facts.told.emplace_back(sides.size(), 0);
  for (const work::ToldOfSide& one : room) {
    if (const std::size_t at = place_of(one.side); one.people && at < sides.size()) facts.told.back()[at] = *one.people;
  }
  return facts;
}

namespace {

// How many came, as far as it can be told. Whoever was at two meetings, or at one and in the room, saw who was missing from
// the other: numbers a person or two apart would tell them on which side that person is. So none of these is told unless
// each differs enough, or not at all, from all that was told of this work before.
// A side that the sheet does not count is no part of it.
std::vector<work::SideCount> told(const CameFacts& facts, const std::vector<std::int64_t>& people, const std::vector<bool>& counted) {
  for (const auto& before : facts.told) {
    if (engines::too_close(before, people)) return {};
  }
  std::vector<Side> sides;
  std::vector<std::int64_t> row;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (!counted[i]) continue;
    sides.push_back(facts.meeting.sides[i]);
    row.push_back(people[i]);
  }
  std::vector<work::SideCount> out;
  const engines::ShownRow shown = engines::with_small_numbers_hidden(row);
  for (std::size_t i = 0; i < shown.counts.size(); ++i) {
    if (shown.counts[i]) out.push_back({sides[i], static_cast<int>(*shown.counts[i])});
  }
  return out;
}

}  // namespace

Result<Changes> decide(const CameFacts& facts, CountCame asked) {
  const MeetingFacts& meeting = facts.meeting;
  Problems problems;
  needs_meeting(meeting, problems);
  needs_to_stand(meeting, problems);
  if (meeting.gathering && meeting.gathering->on > meeting.today) problems.add("", Code::in_the_future, msg("The meeting has not been yet."));
  const std::optional<int> given[] = {asked.lived, asked.office, asked.affected, asked.advisor};  // in the order of all_sides
  bool says_something = false;
  for (std::size_t i = 0; i < std::size(given); ++i) {
    says_something = says_something || given[i];
    const std::string field(kernel::word_of(work::all_sides[i]));
    if (given[i] && (*given[i] < 0 || *given[i] > people_max)) {
      problems.add(field, Code::out_of_range, msg("Give a number from {from} to {to}.", {{"from", "0"}, {"to", std::to_string(people_max)}}), std::to_string(*given[i]));
    }
  }
  if (!says_something) problems.add("lived", Code::missing, msg("Give the numbers from the sheet."));
  if (asked.affected && meeting.work && std::find(meeting.sides.begin(), meeting.sides.end(), Side::affected) == meeting.sides.end()) {
    problems.add("affected", Code::wrong_state, msg("This work touches no place that people value, as far as the record says. Say first which one it touches."));
  }
  if (problems.any()) return problems;
  std::vector<std::int64_t> people;
  std::vector<bool> counted;
  for (const Side side : meeting.sides) {
    people.push_back(given[static_cast<std::size_t>(side)].value_or(0));
    counted.push_back(given[static_cast<std::size_t>(side)].has_value());
  }
  AttendanceCounted act{.gathering = asked.gathering, .sides = told(facts, people, counted)};
  Changes changes;
  if (!act.sides.empty()) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      changes.keep(ToldRow{.work = meeting.work->index, .gathering = asked.gathering, .act = meeting.next_index, .side = meeting.sides[i], .people = people[i]});
      work::keep_told(meeting.work->index, meeting.sides[i], people[i], changes);
    }
  }
  changes.add(std::move(act));
  return changes;
}

}  // namespace alongside::gathering
