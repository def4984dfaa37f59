// What may be seen of the choices of a piece of work: all of them side by side, one with its earlier words, and what was
// chosen, with whether people had been asked about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/option/drift.h"
#include "commons/option/rows.h"
#include "commons/valued/views.h"
#include "commons/work/views.h"
#include "kernel/concern.h"

namespace alongside::option {

std::optional<OptionRow> row_of(kernel::Reader& reader, Index option);
std::vector<OptionRow> rows_of_work(kernel::Reader& reader, Index work);  // in the order in which they were written
std::string options_path(Index work);
std::string option_path(Index work, Index option);

// What a part said before its words of now.
struct EarlierLine {
  std::string part;
  Index act;
  Text words;
  std::optional<Money> cost;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("cost", self.cost);
    field("part", self.part);
    field("words", self.words);
  }
};

struct OptionLine {
  Index option;
  Index work;
  Text title;
  Text what;
  std::optional<Money> cost;
  Text keeps;
  Text ends;
  std::vector<valued::ValuedLine> touches;
  Index put_act;  // unset: not put to people
  std::optional<Day> put_on;
  std::optional<Day> put_recorded;
  Day recorded;
  std::vector<EarlierLine> earlier;  // oldest first
  bool is_put() const { return put_act.is_set(); }
  static void fields(auto& self, auto&& field) {
    field("cost", self.cost);
    field("earlier", self.earlier);
    field("ends", self.ends);
    field("keeps", self.keeps);
    field("option", self.option);
    field("put_act", self.put_act);
    field("put_on", self.put_on);
    field("put_recorded", self.put_recorded);
    field("recorded", self.recorded);
    field("title", self.title);
    field("touches", self.touches);
    field("what", self.what);
    field("work", self.work);
  }
};
std::optional<OptionLine> line(kernel::Reader& reader, Index option);
Text title_of(kernel::Reader& reader, Index option);

struct RunLine {
  std::string fate;  // same, removed, added
  std::string text;
  static void fields(auto& self, auto&& field) {
    field("fate", self.fate);
    field("text", self.text);
  }
};

struct ChoiceLine {
  Index act;
  Index work;
  Index option;
  Text title;  // of the option
  Text words;  // the body's
  Index decision;
  Text decision_title;
  Day recorded;
  Asked asked = Asked::not_known;
  Index nearest;
  Text nearest_title;
  int alike_per_mille = 0;
  std::vector<RunLine> runs;  // from the words put to people to the words chosen
  bool people_were_not_asked() const { return asked == Asked::other_words || asked == Asked::never_put; }
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("alike_per_mille", self.alike_per_mille);
    field("asked", self.asked);
    field("decision", self.decision);
    field("decision_title", self.decision_title);
    field("nearest", self.nearest);
    field("nearest_title", self.nearest_title);
    field("option", self.option);
    field("recorded", self.recorded);
    field("runs", self.runs);
    field("title", self.title);
    field("words", self.words);
    field("work", self.work);
  }
};
std::vector<ChoiceLine> choices_of_work(kernel::Reader& reader, Index work);  // the newest first
std::vector<ChoiceLine> choices_by(kernel::Reader& reader, Index decision);

// A choice that would touch a place, and whether people can still do something about it.
struct TouchingLine {
  OptionLine option;
  bool is_chosen = false;       // it was
  bool another_chosen = false;  // and not this one
  bool is_open = false;         // people can take part in the work, and nothing has been chosen
};
std::vector<TouchingLine> touching(kernel::Reader& reader, Index valued);  // the newest first

// Whether what is chosen by the end of this day, under this option's number or in these words, had been put to people.
Drift drift_by(kernel::Reader& reader, Index work, Index option, const std::string& words, Day by);

std::vector<html::Choice> option_choices(const kernel::Seeing& seeing, const html::Say& say);  // of the work in the address
std::vector<html::Choice> not_put_choices(const kernel::Seeing& seeing, const html::Say& say);
std::vector<html::Choice> put_choices(const kernel::Seeing& seeing, const html::Say& say);

// ---- pages ----------------------------------------------------------------------------------------------------------

struct OptionsPage {
  Index work;
  Text work_title;
  std::vector<OptionLine> options;
  std::vector<ChoiceLine> chosen;
  // Not part of the JSON: the bar above the page, and who looks.
  work::Course course;
  bool may_run = false;
  bool may_choose = false;
  static void fields(auto& self, auto&& field) {
    field("chosen", self.chosen);
    field("options", self.options);
    field("work", self.work);
    field("work_title", self.work_title);
  }
  static Result<OptionsPage> see(const kernel::Seeing& seeing);
};

struct OptionPage {
  OptionLine line;
  Text work_title;
  std::vector<ChoiceLine> chosen;  // by which it was chosen
  std::vector<kernel::AboutLine> about;
  work::Course course;  // not part of the JSON
  bool may_run = false;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("chosen", self.chosen);
    field("line", self.line);
    field("work_title", self.work_title);
  }
  static Result<OptionPage> see(const kernel::Seeing& seeing);
};

}  // namespace alongside::option
