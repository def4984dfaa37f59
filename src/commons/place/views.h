// What others ask of a place: its bodies, offices and holders, its calendar, its rules and its helplines.
//
// Names are Text: a page must cope with a name that was erased. Lists come sorted by name, unnamed ones last.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commons/place/acts.h"
#include "engines/calendar.h"
#include "engines/call_in.h"
#include "html/form.h"
#include "html/say.h"
#include "kernel/reader.h"

namespace alongside::kernel {
struct Seeing;
}

namespace alongside::place {

// A name as it stands in a sentence or a cell: the words, or in words why there are none.
std::string name_of(const Text& text, const html::Say& say);

// ---- the place itself -----------------------------------------------------------------------------------------------

struct Helpline {
  std::string id;
  std::string sentence;     // "If a life is at risk, call"
  std::string number;       // "999"
  std::string verified_on;  // empty: nobody has checked it
  static void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("number", self.number);
    field("sentence", self.sentence);
    field("verified_on", self.verified_on);
  }
};
// The numbers of one table of models/helplines.tsv ("england"); empty when there is no such table.
std::vector<Helpline> helplines_of(std::string_view table);

struct PlaceLine {
  Index opened;  // unset: the place is not open yet
  Text name;
  Text keeper;
  Text outside_moderator;
  std::string zone = "Europe/London";
  std::vector<Helpline> helplines;
  bool host_decides = false;
  bool sample = false;
  static void fields(auto& self, auto&& field) {
    field("helplines", self.helplines);
    field("host_decides", self.host_decides);
    field("keeper", self.keeper);
    field("name", self.name);
    field("opened", self.opened);
    field("outside_moderator", self.outside_moderator);
    field("sample", self.sample);
    field("zone", self.zone);
  }
};
PlaceLine place(kernel::Reader& reader);

// ---- bodies ---------------------------------------------------------------------------------------------------------

struct BodyLine {
  Index body;
  Text name;
  BodyKind kind = BodyKind::other;
  Index part_of;
  bool decides = false;
  bool ended = false;  // by an act, or its source says that it is no longer used
  Index ask_instead;
  Text asks_to;  // where questions are sent
  std::optional<When> from;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("ask_instead", self.ask_instead);
    field("asks_to", self.asks_to);
    field("body", self.body);
    field("decides", self.decides);
    field("ended", self.ended);
    field("from", self.from);
    field("kind", self.kind);
    field("name", self.name);
    field("part_of", self.part_of);
    field("to", self.to);
  }
};
// Nothing when this index is not a body.
std::optional<BodyLine> body(kernel::Reader& reader, Index index);
std::vector<BodyLine> bodies(kernel::Reader& reader);
std::vector<BodyLine> committees_of(kernel::Reader& reader, Index body);
bool is_body(kernel::Reader& reader, Index index);
// The name alone; absent when this index is not a body.
Text body_name(kernel::Reader& reader, Index index);
// The body to ask today: itself, or the last of the chain of "ask this one instead".
Index body_to_ask(kernel::Reader& reader, Index body);
// By its folded name; the first registered when two share it.
std::optional<Index> body_named(kernel::Reader& reader, std::string_view name);
// Itself, then what it is part of, and so on up: a committee's council is the last.
std::vector<Index> body_and_above(kernel::Reader& reader, Index body);
// Itself and all that is part of it: whoever acts for a council acts for its committees. By index.
std::vector<Index> body_and_below(kernel::Reader& reader, Index body);

// For forms. Ended bodies are left out; a committee stands under its council's name: "Harbour council: Cabinet".
std::vector<html::Choice> body_choices(const kernel::Seeing& seeing, const html::Say& say);
std::vector<html::Choice> office_choices(const kernel::Seeing& seeing, const html::Say& say);

// ---- offices and who holds them -------------------------------------------------------------------------------------

struct OfficeLine {
  Index office;
  Index body;
  Text title;
  std::optional<When> from;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("from", self.from);
    field("office", self.office);
    field("title", self.title);
    field("to", self.to);
  }
};
std::optional<OfficeLine> office(kernel::Reader& reader, Index index);
std::vector<OfficeLine> offices_of(kernel::Reader& reader, Index body);
bool is_office(kernel::Reader& reader, Index index);
std::optional<Index> office_titled(kernel::Reader& reader, Index body, std::string_view title);

struct HolderLine {
  Index held;
  Index office;
  Index body;
  Text name;
  Text title;  // the office's
  std::optional<When> from;
  std::optional<When> to;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("from", self.from);
    field("held", self.held);
    field("name", self.name);
    field("office", self.office);
    field("title", self.title);
    field("to", self.to);
  }
};
std::optional<HolderLine> holder(kernel::Reader& reader, Index held);
std::vector<HolderLine> holders_of_office(kernel::Reader& reader, Index office);
// Those who can have held it that day, as far as the dates known go: a year alone covers all its days.
std::vector<HolderLine> holders_on(kernel::Reader& reader, Index office, Day day);
std::vector<HolderLine> holders_of_body(kernel::Reader& reader, Index body);

// ---- the calendar and the rules -------------------------------------------------------------------------------------

// All holidays as this record has them, each with the day from which it was known.
engines::Holidays holidays(kernel::Reader& reader);
std::optional<engines::Division> division_named(std::string_view token);  // "england-and-wales"

// The body's own rule that day; a committee without one has its council's. Nothing: no rule is known, never a default.
std::optional<engines::CallInRule> call_in_rule(kernel::Reader& reader, Index body, Day day);

struct RuleLine {
  Index act;
  Index body;
  Rule rule = Rule::call_in;
  Day from;
  std::optional<Day> to;
  int working_days = 0;
  CountedFrom counted_from = CountedFrom::publication;
  bool first_day_counts = false;
  bool last_day_in_force = false;
  int end_minute = 0;
  Text source;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
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
std::vector<RuleLine> rules_of(kernel::Reader& reader, Index body);
// The body's pre-election period that this day falls in, its own or its council's.
std::optional<RuleLine> pre_election_period(kernel::Reader& reader, Index body, Day day);

}  // namespace alongside::place
