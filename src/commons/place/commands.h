// What can be asked of a place: to open it, to register bodies, offices and holders, to change its calendar and rules.
//
// Nothing is refused for being incomplete. Refused is what cannot be: an index that is not what it should be, a last
// day before the first, a rule of no days, a body that is here already under this name.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "commons/place/acts.h"
#include "kernel/concern.h"

namespace alongside::place {

// ---- the place ------------------------------------------------------------------------------------------------------

struct OpenPlace {
  Said name;
  Said keeper;
  Said outside_moderator;
  Token zone{"Europe/London"};
  Token helplines{"england"};
  bool host_decides = false;
  bool sample = false;
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
struct OpenFacts {
  bool is_open = false;
};
OpenFacts look(const kernel::Situation& situation, const OpenPlace& asked);
Result<kernel::Changes> decide(const OpenFacts& facts, OpenPlace asked);

// ---- bodies ---------------------------------------------------------------------------------------------------------

struct RegisterBody {
  Said name;
  BodyKind body_kind = BodyKind::other;
  Index part_of;
  bool decides = false;
  Said asks_to;
  Said source_id;
  std::optional<When> from;
  std::optional<When> to;
  bool expired = false;
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
struct RegisterBodyFacts {
  bool part_of_is_body = false;
  Index same_name;  // a body of that name in the same council, not ended
};
RegisterBodyFacts look(const kernel::Situation& situation, const RegisterBody& asked);
Result<kernel::Changes> decide(const RegisterBodyFacts& facts, RegisterBody asked);

struct ChangeBody {
  Index body;
  Said name;
  Said asks_to;
  Index ask_instead;
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
struct ChangeBodyFacts {
  bool is_body = false;
  bool instead_is_body = false;
  bool leads_back = false;  // "ask this one instead" would lead back to where it began
  Index same_name;
};
ChangeBodyFacts look(const kernel::Situation& situation, const ChangeBody& asked);
Result<kernel::Changes> decide(const ChangeBodyFacts& facts, ChangeBody asked);

// ---- offices and holders --------------------------------------------------------------------------------------------

struct RegisterOffice {
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
struct RegisterOfficeFacts {
  bool is_body = false;
};
RegisterOfficeFacts look(const kernel::Situation& situation, const RegisterOffice& asked);
Result<kernel::Changes> decide(const RegisterOfficeFacts& facts, RegisterOffice asked);

struct HoldOffice {
  Index office;
  Said name;
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
struct HoldOfficeFacts {
  bool is_office = false;
  Index body;  // the office's
};
HoldOfficeFacts look(const kernel::Situation& situation, const HoldOffice& asked);
Result<kernel::Changes> decide(const HoldOfficeFacts& facts, HoldOffice asked);

struct LeaveOffice {
  Index held;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("held", self.held);
    field("to", self.to);
  }
};
struct LeaveOfficeFacts {
  bool is_held = false;
  Index body;
  std::optional<When> from;
  std::optional<When> to;
};
LeaveOfficeFacts look(const kernel::Situation& situation, const LeaveOffice& asked);
Result<kernel::Changes> decide(const LeaveOfficeFacts& facts, LeaveOffice asked);

// ---- the calendar and the rules -------------------------------------------------------------------------------------

// Days that are in the calendar already are passed over: the same list given twice changes nothing.
struct ChangeHolidays {
  Token division;
  std::optional<Day> known_from;
  std::vector<HolidayNamed> added;
  std::vector<Day> removed;
  static void fields(auto& self, auto&& field) {
    field("added", self.added);
    field("division", self.division);
    field("known_from", self.known_from);
    field("removed", self.removed);
  }
};
struct ChangeHolidaysFacts {
  Day today;
  std::set<Day> standing;
  std::set<Day> ever;  // standing, or taken away since
};
ChangeHolidaysFacts look(const kernel::Situation& situation, const ChangeHolidays& asked);
Result<kernel::Changes> decide(const ChangeHolidaysFacts& facts, ChangeHolidays asked);

struct SetRule {
  Index body;
  Rule rule = Rule::call_in;
  std::optional<Day> from;
  std::optional<Day> to;
  int working_days = 0;
  CountedFrom counted_from = CountedFrom::publication;
  bool first_day_counts = false;
  bool last_day_in_force = false;
  int end_minute = 0;
  Said source;
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
struct SetRuleFacts {
  bool is_body = false;
};
SetRuleFacts look(const kernel::Situation& situation, const SetRule& asked);
Result<kernel::Changes> decide(const SetRuleFacts& facts, SetRule asked);

}  // namespace alongside::place
