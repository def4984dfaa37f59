// What can happen to a place: it opens; bodies, offices and their holders come and go; the calendar and the rules
// change.
#pragma once

#include "kernel/fields.h"

namespace alongside::place {

struct PlaceOpened {
  static constexpr std::string_view kind = "place.opened";
  Said name;
  Said keeper;                // the independent body that hosts and moderates
  Said outside_moderator;     // named where the host decides: criticism of the host goes there
  Token zone;                 // "Europe/London": the days of this record are days there
  Token helplines;            // the table of crisis numbers on every page (models/helplines)
  bool host_decides = false;  // the keeper is a body that decides: every page says so
  bool sample = false;        // an invented place: every page says so, and its day can be set
  static void fields(auto& self, auto&& field) {
    field("helplines", self.helplines);
    field("host_decides", self.host_decides);
    field("keeper", self.keeper);
    field("name", self.name);
    field("outside_moderator", self.outside_moderator);
    field("sample", self.sample);
    field("zone", self.zone);
  }
};

enum class BodyKind { council, trust, care_board, committee, parish, government, voluntary, company, other };
constexpr auto words_of(BodyKind) {
  using namespace std::string_view_literals;
  return std::array{"council"sv,    "trust"sv,     "care_board"sv, "committee"sv, "parish"sv,
                    "government"sv, "voluntary"sv, "company"sv,    "other"sv};
}

struct BodyRegistered {
  static constexpr std::string_view kind = "body.registered";
  Said name;
  BodyKind body_kind = BodyKind::other;
  Index part_of;         // a committee's council
  bool decides = false;  // it has powers: nobody linked to it may moderate or keep here
  Said asks_to;          // where questions are sent: an office's address, never a person's
  Said source_id;        // its number where it was read from
  std::optional<When> from;
  std::optional<When> to;
  bool expired = false;  // its source says that it is no longer used, without a day
  static void fields(auto& self, auto&& field) {
    field("asks_to", self.asks_to);
    field("body_kind", self.body_kind);
    field("decides", self.decides);
    field("expired", self.expired);
    field("from", self.from);
    field("name", self.name);
    field("part_of", self.part_of);
    field("source_id", self.source_id);
    field("to", self.to);
  }
};

// Renamed, moved, merged or ended. What is not given stays as it was; what was stays in the record.
struct BodyChanged {
  static constexpr std::string_view kind = "body.changed";
  Index body;
  Said name;
  Said asks_to;
  Index ask_instead;  // "ask this one instead"
  std::optional<When> on;
  bool ended = false;
  static void fields(auto& self, auto&& field) {
    field("ask_instead", self.ask_instead);
    field("asks_to", self.asks_to);
    field("body", self.body);
    field("ended", self.ended);
    field("name", self.name);
    field("on", self.on);
  }
};

struct OfficeRegistered {
  static constexpr std::string_view kind = "office.registered";
  Index body;
  Said title;
  Said source_id;
  std::optional<When> from;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("from", self.from);
    field("source_id", self.source_id);
    field("title", self.title);
    field("to", self.to);
  }
};

struct OfficeHeld {
  static constexpr std::string_view kind = "office.held";
  Index office;
  Said name;  // of the holder; seldom erased: they act in office
  Said source_id;
  std::optional<When> from;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("from", self.from);
    field("name", self.name);
    field("office", self.office);
    field("source_id", self.source_id);
    field("to", self.to);
  }
};

struct OfficeLeft {
  static constexpr std::string_view kind = "office.left";
  Index held;  // the OfficeHeld that ends
  When to;
  static void fields(auto& self, auto&& field) {
    field("held", self.held);
    field("to", self.to);
  }
};

struct HolidayNamed {
  Day day;
  Said title;
  static void fields(auto& self, auto&& field) {
    field("day", self.day);
    field("title", self.title);
  }
};

// Days that entered or left one division's calendar together.
struct HolidaysChanged {
  static constexpr std::string_view kind = "holidays.changed";
  Token division;  // england-and-wales, scotland, northern-ireland
  Day known_from;  // the source's own day: a clock that began before it moves from then on
  std::vector<HolidayNamed> added;
  std::vector<Day> removed;
  static void fields(auto& self, auto&& field) {
    field("added", self.added);
    field("division", self.division);
    field("known_from", self.known_from);
    field("removed", self.removed);
  }
};

enum class Rule { call_in, pre_election };
constexpr auto words_of(Rule) {
  using namespace std::string_view_literals;
  return std::array{"call_in"sv, "pre_election"sv};
}
enum class CountedFrom { publication, meeting };
constexpr auto words_of(CountedFrom) {
  using namespace std::string_view_literals;
  return std::array{"publication"sv, "meeting"sv};
}

// A body's own rule between two days. Never used to overrule what was published.
struct RuleSet {
  static constexpr std::string_view kind = "rule.set";
  Index body;
  Rule rule = Rule::call_in;
  Day from;
  std::optional<Day> to;
  int working_days = 0;
  CountedFrom counted_from = CountedFrom::publication;
  bool first_day_counts = false;   // the day of publication itself is day 1 (Kirklees)
  bool last_day_in_force = false;  // in force on the last day itself, not on the day after (Kirklees)
  int end_minute = 0;              // minutes after midnight on the last day; 0: the end of the day
  Said source;                     // where the rule stands
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("counted_from", self.counted_from);
    field("end_minute", self.end_minute);
    field("first_day_counts", self.first_day_counts);
    field("from", self.from);
    field("last_day_in_force", self.last_day_in_force);
    field("rule", self.rule);
    field("source", self.source);
    field("to", self.to);
    field("working_days", self.working_days);
  }
};

}  // namespace alongside::place
