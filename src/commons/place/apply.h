// The place's public tables as rows, and how its acts are folded into them.
#pragma once

#include <optional>
#include <string>

#include "commons/place/acts.h"
#include "kernel/tables.h"

namespace alongside::place {

struct PlaceRow {
  static constexpr std::string_view table = "places";
  Index index;
  Token zone;
  Token helplines;
  bool host_decides = false;
  bool sample = false;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("zone", self.zone);
    field("helplines", self.helplines);
    field("host_decides", self.host_decides);
    field("sample", self.sample);
  }
};

struct BodyRow {
  static constexpr std::string_view table = "bodies";
  Index index;
  Index name_act;     // where its name of now stands
  Index asks_to_act;  // where its address for questions stands
  BodyKind kind = BodyKind::other;
  Index part_of;
  bool decides = false;
  bool ended = false;
  Index ask_instead;
  std::optional<When> from;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("name_act", self.name_act);
    field("asks_to_act", self.asks_to_act);
    field("body_kind", self.kind);
    field("part_of", self.part_of);
    field("decides", self.decides);
    field("ended", self.ended);
    field("ask_instead", self.ask_instead);
    field("from_when", self.from);
    field("to_when", self.to);
  }
};

struct BodyChangeRow {
  static constexpr std::string_view table = "body_changes";
  Index index;
  Index body;
  bool renamed = false;
  bool ended = false;
  Index ask_instead;
  std::optional<When> on;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("body", self.body);
    field("renamed", self.renamed);
    field("ended", self.ended);
    field("ask_instead", self.ask_instead);
    field("on_when", self.on);
  }
};

struct OfficeRow {
  static constexpr std::string_view table = "offices";
  Index index;
  Index body;
  std::optional<When> from;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("body", self.body);
    field("from_when", self.from);
    field("to_when", self.to);
  }
};

struct HolderRow {
  static constexpr std::string_view table = "office_holders";
  Index index;
  Index office;
  std::optional<When> from;
  std::optional<When> to;
  Index left_act;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("office", self.office);
    field("from_when", self.from);
    field("to_when", self.to);
    field("left_act", self.left_act);
  }
};

struct HolidayRow {
  static constexpr std::string_view table = "holidays";
  Index act;
  int place = 0;  // in the act's list
  Token division;
  Day day;
  Day known_from;
  std::optional<Day> removed_on;
  Index removed_by;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("place", self.place);
    field("division", self.division);
    field("day", self.day);
    field("known_from", self.known_from);
    field("removed_on", self.removed_on);
    field("removed_by", self.removed_by);
  }
};

struct HolidayChangeRow {
  static constexpr std::string_view table = "holiday_changes";
  Index index;
  Token division;
  Day known_from;
  int added = 0;
  int removed = 0;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("division", self.division);
    field("known_from", self.known_from);
    field("added", self.added);
    field("removed", self.removed);
  }
};

struct RuleRow {
  static constexpr std::string_view table = "rules";
  Index index;
  Index body;
  Rule rule = Rule::call_in;
  Day from;
  std::optional<Day> to;
  int working_days = 0;
  CountedFrom counted_from = CountedFrom::publication;
  bool first_day_counts = false;
  bool last_day_in_force = false;
  int end_minute = 0;
  static void fields(auto& self, auto&& field) {
    field("idx", self.index);
    field("body", self.body);
    field("rule", self.rule);
    field("from_day", self.from);
    field("to_day", self.to);
    field("working_days", self.working_days);
    field("counted_from", self.counted_from);
    field("first_day_counts", self.first_day_counts);
    field("last_day_in_force", self.last_day_in_force);
    field("end_minute", self.end_minute);
  }
};

void apply(const PlaceOpened& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const BodyRegistered& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const BodyChanged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const OfficeRegistered& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const OfficeHeld& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const OfficeLeft& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const HolidaysChanged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const RuleSet& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::place
