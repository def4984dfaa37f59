// What those who run a piece of work do with its meetings: call, change and call off, share papers, count who came.
#pragma once

#include "commons/gathering/reading.h"

namespace alongside::gathering {

inline constexpr std::size_t paper_bytes_max = 60'000;
inline constexpr std::size_t said_bytes_max = 8'000;
inline constexpr std::size_t title_bytes_max = 300;
inline constexpr int people_max = 10'000;  // that a paper sheet can say of one side

// Times are minutes after midnight ("from_minute": 840), or the hour as people write it ("from": "14:00").
struct CallMeeting {
  Index work;
  std::optional<Day> on;
  std::string from;
  std::string to;
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
    field("from", self.from);
    field("from_minute", self.from_minute);
    field("on", self.on);
    field("paid", self.paid);
    field("phone", self.phone);
    field("title", self.title);
    field("to", self.to);
    field("to_minute", self.to_minute);
    field("way_in", self.way_in);
    field("where", self.where);
    field("work", self.work);
  }
};
struct CallFacts {
  std::optional<work::WorkRow> work;
};
CallFacts look(const kernel::Situation& situation, const CallMeeting& asked);
Result<kernel::Changes> decide(const CallFacts& facts, CallMeeting asked);

struct ChangeMeeting {
  Index work;
  Index gathering;
  std::optional<Day> on;
  std::string from;
  std::string to;
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
    field("from", self.from);
    field("from_minute", self.from_minute);
    field("gathering", self.gathering);
    field("on", self.on);
    field("paid", self.paid);
    field("phone", self.phone);
    field("title", self.title);
    field("to", self.to);
    field("to_minute", self.to_minute);
    field("way_in", self.way_in);
    field("where", self.where);
    field("work", self.work);
  }
};
MeetingFacts look(const kernel::Situation& situation, const ChangeMeeting& asked);
Result<kernel::Changes> decide(const MeetingFacts& facts, ChangeMeeting asked);

struct CallOffMeeting {
  Index work;
  Index gathering;
  Said why;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("why", self.why);
    field("work", self.work);
  }
};
MeetingFacts look(const kernel::Situation& situation, const CallOffMeeting& asked);
Result<kernel::Changes> decide(const MeetingFacts& facts, CallOffMeeting asked);

struct SharePaper {
  Index work;
  Index gathering;
  Said title;
  Said words;
  std::optional<File> file;  // or a text file that holds them
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("file", self.file);
    field("gathering", self.gathering);
    field("on", self.on);
    field("title", self.title);
    field("words", self.words);
    field("work", self.work);
  }
};
MeetingFacts look(const kernel::Situation& situation, const SharePaper& asked);
Result<kernel::Changes> decide(const MeetingFacts& facts, SharePaper asked);

// From a sheet of paper: how many came, of each side. What may be told of it goes on the record; the rest is kept nowhere
// but beside what was told (private.sql).
struct CountCame {
  Index work;
  Index gathering;
  std::optional<int> lived;
  std::optional<int> office;
  std::optional<int> affected;
  std::optional<int> advisor;
  static void fields(auto& self, auto&& field) {
    field("advisor", self.advisor);
    field("affected", self.affected);
    field("gathering", self.gathering);
    field("lived", self.lived);
    field("office", self.office);
    field("work", self.work);
  }
};
struct CameFacts {
  MeetingFacts meeting;
  // What was counted when numbers were told, each in the order of `sides`: of other meetings, of this one, and of the room
  // at the end of a step.
  std::vector<std::vector<std::int64_t>> told;
};
CameFacts look(const kernel::Situation& situation, const CountCame& asked);
Result<kernel::Changes> decide(const CameFacts& facts, CountCame asked);

}  // namespace alongside::gathering
