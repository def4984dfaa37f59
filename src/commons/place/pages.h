// The place's pages: what each holds, and how it is shown.
#pragma once

#include "commons/place/views.h"
#include "kernel/concern.h"

namespace alongside::place {

// All bodies, by name.
struct BodiesPage {
  std::vector<BodyLine> bodies;
  int page = 1;
  bool can_register = false;
  static void fields(auto& self, auto&& field) { field("bodies", self.bodies); }
  static Result<BodiesPage> see(const kernel::Seeing& seeing);
};
html::Html show(const BodiesPage& view, const kernel::Showing& showing);
std::string title(const BodiesPage& view, const html::Say& say);
std::string csv(const BodiesPage& view, const html::Say& say);

struct OfficeWithHolders {
  OfficeLine office;
  std::vector<HolderLine> holders;
  static void fields(auto& self, auto&& field) {
    field("holders", self.holders);
    field("office", self.office);
  }
};
struct BodyChangeLine {
  Index act;
  Day recorded;
  Text name;  // its new one
  bool ended = false;
  Index ask_instead;
  std::optional<When> on;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("ask_instead", self.ask_instead);
    field("ended", self.ended);
    field("name", self.name);
    field("on", self.on);
    field("recorded", self.recorded);
  }
};

// One body: who holds which office and since when, its rules, its committees, what changed.
struct BodyPage {
  BodyLine body;
  Text part_of_name;
  Text ask_instead_name;
  Day recorded;
  std::vector<BodyLine> committees;
  std::vector<OfficeWithHolders> offices;
  std::vector<RuleLine> rules;
  std::vector<BodyChangeLine> changes;
  bool can_change = false;
  Day today;
  static void fields(auto& self, auto&& field) {
    field("ask_instead_name", self.ask_instead_name);
    field("body", self.body);
    field("changes", self.changes);
    field("committees", self.committees);
    field("offices", self.offices);
    field("part_of_name", self.part_of_name);
    field("recorded", self.recorded);
    field("rules", self.rules);
  }
  static Result<BodyPage> see(const kernel::Seeing& seeing);
};
html::Html show(const BodyPage& view, const kernel::Showing& showing);
std::string title(const BodyPage& view, const html::Say& say);
std::string csv(const BodyPage& view, const html::Say& say);

struct HolidayLine {
  std::string division;
  Day day;
  Text title;
  Day known_from;
  std::optional<Day> removed_on;
  Index act;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("day", self.day);
    field("division", self.division);
    field("known_from", self.known_from);
    field("removed_on", self.removed_on);
    field("title", self.title);
  }
};
struct HolidayChangeLine {
  Index act;
  std::string division;
  Day known_from;
  int added = 0;
  int removed = 0;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("added", self.added);
    field("division", self.division);
    field("known_from", self.known_from);
    field("removed", self.removed);
  }
};

// The holidays that clocks are counted with, and when each became known.
struct CalendarPage {
  std::vector<HolidayLine> holidays;  // by day
  std::vector<HolidayChangeLine> changes;
  int year = 0;  // shown; the data hold all
  bool can_change = false;
  static void fields(auto& self, auto&& field) {
    field("changes", self.changes);
    field("holidays", self.holidays);
  }
  static Result<CalendarPage> see(const kernel::Seeing& seeing);
};
html::Html show(const CalendarPage& view, const kernel::Showing& showing);
std::string title(const CalendarPage& view, const html::Say& say);
std::string csv(const CalendarPage& view, const html::Say& say);

// "a council", "a committee": for sentences.
std::string kind_of(BodyKind kind, const html::Say& say);

}  // namespace alongside::place
