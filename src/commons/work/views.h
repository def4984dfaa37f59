// What may be seen of pieces of work: the list, and one with its sides, its steps and what was decided before them.
#pragma once

#include <string>
#include <vector>

#include "commons/decision/views.h"
#include "commons/valued/views.h"
#include "commons/work/mediator.h"
#include "commons/work/models.h"
#include "commons/work/rows.h"
#include "commons/work/touched.h"
#include "kernel/concern.h"

namespace alongside::work {

struct WorkLine {
  Index work;
  Text title;
  Index body;
  Text body_name;
  WorkState state = WorkState::preparing;
  int step = 0;  // the one that is open; 0: none
  int steps = 0;
  Day on;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("body_name", self.body_name);
    field("on", self.on);
    field("state", self.state);
    field("step", self.step);
    field("steps", self.steps);
    field("title", self.title);
    field("work", self.work);
  }
};
std::optional<WorkLine> line(kernel::Reader& reader, Index work);
// That people were invited to, newest first.
std::vector<WorkLine> lines(kernel::Reader& reader, std::int64_t limit);

// When a side came in: at which step, on which day after day 0, and what had been decided by then.
struct CameIn {
  Side side = Side::lived;
  Index act;  // unset: it has not come in
  Day on;
  Day recorded;
  int step = 0;
  int day = 0;
  int decisions_before = 0;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("day", self.day);
    field("decisions_before", self.decisions_before);
    field("on", self.on);
    field("recorded", self.recorded);
    field("side", self.side);
    field("step", self.step);
  }
};

struct StepLine {
  int step = 0;
  Index entered_act;  // unset: not begun
  std::optional<Day> entered_on;
  Index closed_act;
  std::optional<Day> closed_on;
  std::vector<SideCount> people;  // those who were on each side when it ended; a side that is not here is hidden
  bool told_later = false;        // its end was put on the record on a later day: nobody was counted
  Text why;                       // the reason given at its end
  static void fields(auto& self, auto&& field) {
    field("closed_act", self.closed_act);
    field("closed_on", self.closed_on);
    field("entered_act", self.entered_act);
    field("entered_on", self.entered_on);
    field("people", self.people);
    field("step", self.step);
    field("told_later", self.told_later);
    field("why", self.why);
  }
};

struct AlreadyLine {
  Index act;
  Day recorded;
  Index decision;
  Text what;
  Text why;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("decision", self.decision);
    field("recorded", self.recorded);
    field("what", self.what);
    field("why", self.why);
  }
};

struct Setting {
  std::string item;  // owner, moderators, refusals, safeguarding, pay, without_internet
  Index act;         // unset: nobody has said
  Text words;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("item", self.item);
    field("words", self.words);
  }
};

// How a piece of work went: what its rails are drawn from, on each of its pages.
struct Course {
  WorkLine line;
  WorkModel plan;               // the model it goes by
  Day today;
  int day = 0;                  // today, counted from day 0
  std::vector<CameIn> sides;    // each side that this work has
  std::vector<StepLine> steps;  // all of the model
  std::vector<decision::DecisionLine> decisions;
  static void fields(auto& self, auto&& field) {
    field("decisions", self.decisions);
    field("line", self.line);
    field("model", self.plan.id);
    field("plan", self.plan);
    field("sides", self.sides);
    field("steps", self.steps);
  }
};
std::optional<Course> course(kernel::Reader& reader, Index work, Day today);
// The same with their courses.
std::vector<Course> latest(kernel::Reader& reader, Day today, std::size_t limit);

struct WorksPage {
  std::vector<Course> courses;  // newest first; those that are prepared only for who runs them

  bool may_open = false;        // not part of the JSON
  static void fields(auto& self, auto&& field) { field("works", self.courses); }
  static Result<WorksPage> see(const kernel::Seeing& seeing);
};

// The models by which pieces of work go here.
struct ModelsPage {
  std::vector<WorkModel> models;
  bool may_write = false;  // not part of the JSON
  static void fields(auto& self, auto&& field) { field("models", self.models); }
  static Result<ModelsPage> see(const kernel::Seeing& seeing);
};

struct WorkPage {
  Course course;
  Text about;
  Text paper;
  Index decides;
  Text decides_name;
  Promise promise = Promise::nothing;
  Saving saves = Saving::not_known;
  std::optional<Money> saving;
  Consent consent = Consent::majority;
  int quorum_per_cent = 0;
  Ballots ballots = Ballots::secret;
  Deadlock deadlock = Deadlock::both_stand;
  int answer_days = 0;
  Text paused_because;
  std::vector<AlreadyLine> already;
  std::vector<TouchedPlace> touches;
  std::vector<MediatorLine> mediators;
  std::vector<Setting> settings;
  std::vector<kernel::ChangeLine> changed;    // in it, the oldest first: what the record of each step says
  std::vector<kernel::AboutLine> about_it;    // what the concerns after this one have for it: its next meeting
  std::vector<WorkLine> others;               // a few others that people were invited to, to put it beside
  // Not part of the JSON: who looks.
  bool may_run = false;
  bool may_take_part = false;
  std::optional<Side> mine;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("about_it", self.about_it);
    field("already", self.already);
    field("answer_days", self.answer_days);
    field("ballots", self.ballots);
    field("changed", self.changed);
    field("consent", self.consent);
    field("deadlock", self.deadlock);
    field("decides", self.decides);
    field("decides_name", self.decides_name);
    field("decisions", self.course.decisions);
    field("line", self.course.line);
    field("mediators", self.mediators);
    field("model", self.course.plan.id);
    field("paper", self.paper);
    field("paused_because", self.paused_because);
    field("plan", self.course.plan);
    field("promise", self.promise);
    field("quorum_per_cent", self.quorum_per_cent);
    field("saves", self.saves);
    field("saving", self.saving);
    field("settings", self.settings);
    field("sides", self.course.sides);
    field("steps", self.course.steps);
    field("touches", self.touches);
  }
  static Result<WorkPage> see(const kernel::Seeing& seeing);
};

// A day's place on the strip, in thousandths: every step has the same width, time within one. The step that is open reaches
// half of its width today. Before the work began: 0.
int per_mille_of(const Course& course, Day on);

// The step that was open on this day: the last one begun by then; the first one where none had.
int step_on(const std::vector<StepLine>& steps, Day on);
// How many of them are known to have been taken by the end of this day.
int taken_by(const std::vector<decision::DecisionLine>& decisions, Day on);

}  // namespace alongside::work
