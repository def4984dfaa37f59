// What can be asked of the choices of a piece of work: written, changed and put to people by those who run it; chosen by the
// body that decides.
#pragma once

#include <optional>
#include <vector>

#include "commons/option/rows.h"
#include "commons/work/room.h"
#include "kernel/concern.h"

namespace alongside::option {

struct OptionFacts {
  Day today;
  std::optional<work::WorkRow> work;
  std::vector<Index> not_valued;     // of those it touches: not on the register
  std::vector<Index> newly_touched;  // by this work, as far as the record says
  std::optional<OptionRow> option;   // the one that is asked about
  std::vector<OptionRow> put;        // of those to be put: all that are here
  bool decision_is_one = true;
  bool is_chosen = false;            // this one, by this decision, already
};

struct WriteOption {
  Index work;
  Said title;
  Said what;
  std::optional<Money> cost;
  Said keeps;
  Said ends;
  std::vector<Index> touches;
  static void fields(auto& self, auto&& field) {
    field("cost", self.cost);
    field("ends", self.ends);
    field("keeps", self.keeps);
    field("title", self.title);
    field("touches", self.touches);
    field("what", self.what);
    field("work", self.work);
  }
};
OptionFacts look(const kernel::Situation& situation, const WriteOption& asked);
Result<kernel::Changes> decide(const OptionFacts& facts, WriteOption asked);

struct ChangeOption {
  Index option;
  Said title;
  Said what;
  std::optional<Money> cost;
  Said keeps;
  Said ends;
  std::vector<Index> touches;
  static void fields(auto& self, auto&& field) {
    field("cost", self.cost);
    field("ends", self.ends);
    field("keeps", self.keeps);
    field("option", self.option);
    field("title", self.title);
    field("touches", self.touches);
    field("what", self.what);
  }
};
OptionFacts look(const kernel::Situation& situation, const ChangeOption& asked);
Result<kernel::Changes> decide(const OptionFacts& facts, ChangeOption asked);

struct PutOptions {
  Index work;
  std::vector<Index> options;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("options", self.options);
    field("work", self.work);
  }
};
OptionFacts look(const kernel::Situation& situation, const PutOptions& asked);
Result<kernel::Changes> decide(const OptionFacts& facts, PutOptions asked);

struct ChooseOption {
  Index work;
  Index option;
  Said words;
  Index decision;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("option", self.option);
    field("words", self.words);
    field("work", self.work);
  }
};
OptionFacts look(const kernel::Situation& situation, const ChooseOption& asked);
Result<kernel::Changes> decide(const OptionFacts& facts, ChooseOption asked);

namespace may {
bool run_its_work(const kernel::MayAsk& ask);  // of the field or part of the address called "option"
bool choose(const kernel::MayAsk& ask);        // those who run the work, and officers of the body that will decide
}  // namespace may

}  // namespace alongside::option
