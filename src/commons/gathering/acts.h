// What can happen to a meeting of a piece of work: it is called, changed, called off; items are put on its agenda; papers
// are shared; who came is counted; its notes are written, and closed when each side has said whether they are right.
//
// Nobody who proposed, came or agreed is in an act. A side stands beside an item only where the item could be of many.
#pragma once

#include "commons/work/acts.h"
#include "kernel/fields.h"

namespace alongside::gathering {

using work::Side;

struct GatheringCalled {
  static constexpr std::string_view kind = "gathering.called";
  Index work;
  Day on;
  int from_minute = 0;  // after midnight, in the place's zone
  int to_minute = 0;
  Said title;
  Said where;
  Said way_in;  // how to get there and in
  Said phone;   // how to take part by phone
  Said access;
  Said fares;  // how fares are paid before
  Said paid;
  static void fields(auto& self, auto&& field) {
    field("access", self.access);
    field("fares", self.fares);
    field("from_minute", self.from_minute);
    field("on", self.on);
    field("paid", self.paid);
    field("phone", self.phone);
    field("title", self.title);
    field("to_minute", self.to_minute);
    field("way_in", self.way_in);
    field("where", self.where);
    field("work", self.work);
  }
};

// What is given takes the place of what was said before; what is not given stays as it was.
struct GatheringChanged {
  static constexpr std::string_view kind = "gathering.changed";
  Index gathering;
  std::optional<Day> on;
  std::optional<int> from_minute;
  std::optional<int> to_minute;
  Said title;
  Said where;
  Said way_in;
  Said phone;
  Said access;
  Said fares;
  Said paid;
  static void fields(auto& self, auto&& field) {
    field("access", self.access);
    field("fares", self.fares);
    field("from_minute", self.from_minute);
    field("gathering", self.gathering);
    field("on", self.on);
    field("paid", self.paid);
    field("phone", self.phone);
    field("title", self.title);
    field("to_minute", self.to_minute);
    field("way_in", self.way_in);
    field("where", self.where);
  }
};

struct GatheringCalledOff {
  static constexpr std::string_view kind = "gathering.called_off";
  Index gathering;
  Said why;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("why", self.why);
  }
};

struct ItemProposed {
  static constexpr std::string_view kind = "agenda.item_proposed";
  Index gathering;
  std::optional<Side> side;  // nothing: too few people are on it for it to be told
  std::optional<int> minutes;
  Said title;  // withheld until read, where it was proposed by somebody in the room
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("minutes", self.minutes);
    field("side", self.side);
    field("title", self.title);
  }
};

struct ItemPublished {
  static constexpr std::string_view kind = "agenda.item_published";
  Index item;
  static void fields(auto& self, auto&& field) { field("item", self.item); }
};

enum class Refusal { not_for_a_meeting, names_a_person, abuse, duplicate, danger, advert };
constexpr auto words_of(Refusal) {
  using namespace std::string_view_literals;
  return std::array{"not_for_a_meeting"sv, "names_a_person"sv, "abuse"sv, "duplicate"sv, "danger"sv, "advert"sv};
}
struct ItemRefused {
  static constexpr std::string_view kind = "agenda.item_refused";
  Index item;
  Refusal reason = Refusal::not_for_a_meeting;
  static void fields(auto& self, auto&& field) {
    field("item", self.item);
    field("reason", self.reason);
  }
};

struct PaperShared {
  static constexpr std::string_view kind = "paper.shared";
  Index gathering;
  Day on;  // the day people had it
  Said title;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("on", self.on);
    field("title", self.title);
    field("words", self.words);
  }
};

struct AttendanceCounted {
  static constexpr std::string_view kind = "attendance.counted";
  Index gathering;
  std::vector<work::SideCount> sides;  // with small numbers left out (engines/disclosure.h)
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("sides", self.sides);
  }
};

// Withheld until the sides have agreed that they are right.
struct NotesWritten {
  static constexpr std::string_view kind = "notes.written";
  Index gathering;
  Said words;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("words", self.words);
  }
};

// Here `too_few` says that so few people are on the side that what it answered would name them: its agreement is not needed.
using work::Consented;
using work::SideAnswer;
struct NotesClosed {
  static constexpr std::string_view kind = "notes.closed";
  Index notes;
  Day on;
  std::vector<SideAnswer> sides;  // each whose consent the work needs
  static void fields(auto& self, auto&& field) {
    field("notes", self.notes);
    field("on", self.on);
    field("sides", self.sides);
  }
};

// What the outcomes come to: some side agreed, and none did not.
constexpr bool are_agreed(const std::vector<SideAnswer>& sides) {
  bool some = false;
  for (const SideAnswer& one : sides) {
    if (one.consented == Consented::not_agreed || one.consented == Consented::no_quorum) return false;
    some = some || one.consented == Consented::agreed;
  }
  return some;
}

}  // namespace alongside::gathering
