// What may be seen of meetings: those of a piece of work, and one with its papers, its agenda, who came and its notes.
#pragma once

#include <string>
#include <vector>

#include "commons/gathering/reading.h"
#include "commons/work/danger.h"
#include "commons/work/views.h"
#include "kernel/concern.h"

namespace alongside::gathering {

inline constexpr int days_ahead = 5;  // that papers are shared; later than that is late

struct MeetingLine {
  Index gathering;
  Index work;
  Text title;
  Text where;
  Day on;
  int from_minute = 0;
  int to_minute = 0;
  bool called_off = false;
  int changes = 0;
  Day revised_on;
  // For calendars, which know no zone of ours. Not part of the JSON.
  Instant from;
  Instant to;
  static void fields(auto& self, auto&& field) {
    field("called_off", self.called_off);
    field("changes", self.changes);
    field("from_minute", self.from_minute);
    field("gathering", self.gathering);
    field("on", self.on);
    field("revised_on", self.revised_on);
    field("title", self.title);
    field("to_minute", self.to_minute);
    field("where", self.where);
    field("work", self.work);
  }
};
std::optional<MeetingLine> line(kernel::Reader& reader, Index gathering);

// Who proposed what is on the agenda, of all that is. A side that is not named is one of those with few people.
struct ItemCounts {
  int items = 0;
  int lived = 0;
  int office = 0;
  int affected = 0;
  int advisor = 0;
  int unnamed = 0;
  static void fields(auto& self, auto&& field) {
    field("advisor", self.advisor);
    field("affected", self.affected);
    field("items", self.items);
    field("lived", self.lived);
    field("office", self.office);
    field("unnamed", self.unnamed);
  }
};

struct MeetingsPage {
  Index work;
  Text work_title;
  std::vector<MeetingLine> coming;  // the next first
  std::vector<MeetingLine> past;    // the last first
  ItemCounts proposed;              // on all their agendas
  // Not part of the JSON.
  std::optional<work::Course> course;
  bool may_run = false;
  static void fields(auto& self, auto&& field) {
    field("coming", self.coming);
    field("past", self.past);
    field("proposed", self.proposed);
    field("work", self.work);
    field("work_title", self.work_title);
  }
  static Result<MeetingsPage> see(const kernel::Seeing& seeing);
};

struct ItemLine {
  Index item;
  Text title;
  std::optional<Side> side;
  std::optional<int> minutes;
  bool in_danger = false;  // of one that waits, for those who read it
  static void fields(auto& self, auto&& field) {
    field("item", self.item);
    field("minutes", self.minutes);
    field("side", self.side);
    field("title", self.title);
  }
};

struct RefusedCount {
  Refusal reason = Refusal::not_for_a_meeting;
  std::int64_t n = 0;
  static void fields(auto& self, auto&& field) {
    field("n", self.n);
    field("reason", self.reason);
  }
};

struct PaperLine {
  Index paper;
  Text title;
  Text words;
  Day on;
  Day recorded;
  int days_before = 0;  // the meeting; less than 0: after it
  bool late = false;
  static void fields(auto& self, auto&& field) {
    field("days_before", self.days_before);
    field("late", self.late);
    field("on", self.on);
    field("paper", self.paper);
    field("recorded", self.recorded);
    field("title", self.title);
    field("words", self.words);
  }
};

struct NotesLine {
  Index notes;
  Day written_on;
  Day last_day;  // on which they can be answered
  Index closed_act;
  std::optional<Day> closed_on;
  bool agreed = false;
  std::vector<SideAnswer> sides;
  Text words;
  static void fields(auto& self, auto&& field) {
    field("agreed", self.agreed);
    field("closed_act", self.closed_act);
    field("closed_on", self.closed_on);
    field("last_day", self.last_day);
    field("notes", self.notes);
    field("sides", self.sides);
    field("words", self.words);
    field("written_on", self.written_on);
  }
};

struct MeetingPage {
  MeetingLine line;
  Text work_title;
  Text way_in;
  Text phone;
  Text access;
  Text fares;
  Text paid;
  Day recorded;       // when it was called
  Index revised_act;  // the last act that said something of it
  Text why_off;
  std::vector<PaperLine> papers;
  std::vector<ItemLine> items;
  std::vector<RefusedCount> refused;
  std::int64_t unread = 0;  // items that nobody has read yet
  ItemCounts proposed;
  Index came_act;  // unset: nobody has counted
  std::vector<work::SideCount> came;  // a side that is not here is hidden, or was not counted
  std::vector<Side> sides;            // that the work has
  std::vector<NotesLine> notes;       // the newest first
  // Not part of the JSON: the work it belongs to, who looks, and what only they see.
  std::optional<work::Course> course;
  bool has_been = false;
  bool may_run = false;
  bool may_read = false;       // items before they are published
  bool may_take_part = false;
  std::optional<Side> mine;
  std::optional<Answer> my_choice;
  std::vector<ItemLine> to_read;
  Text safeguarding;                // whom those who read tell of danger
  std::vector<place::Helpline> help;  // where somebody is worried about whoever looks
  Text draft;  // the notes that are not agreed, for those in the room
  static void fields(auto& self, auto&& field) {
    field("access", self.access);
    field("came", self.came);
    field("came_act", self.came_act);
    field("fares", self.fares);
    field("items", self.items);
    field("line", self.line);
    field("notes", self.notes);
    field("paid", self.paid);
    field("papers", self.papers);
    field("phone", self.phone);
    field("proposed", self.proposed);
    field("recorded", self.recorded);
    field("refused", self.refused);
    field("revised_act", self.revised_act);
    field("sides", self.sides);
    field("unread", self.unread);
    field("way_in", self.way_in);
    field("why_off", self.why_off);
    field("work_title", self.work_title);
  }
  static Result<MeetingPage> see(const kernel::Seeing& seeing);
};

// The next meeting of a piece of work that is not called off.
std::optional<MeetingLine> next_meeting(kernel::Reader& reader, Index work, Day today);

// Items that nobody has read yet, the oldest first: for the desk.
struct WaitingItem {
  Index item;
  Index gathering;
  Index work;
  Day on;  // the day it was proposed
  Text title;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("item", self.item);
    field("on", self.on);
    field("title", self.title);
    field("work", self.work);
  }
};
std::vector<WaitingItem> waiting_items(kernel::Reader& reader, std::int64_t limit);

}  // namespace alongside::gathering
