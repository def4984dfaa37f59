// Models: each names the steps of a piece of work, in order. Those of models/work.tsv are part of the program; a place can
// write its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/concern.h"

namespace alongside::work {

struct WorkModel {
  std::string id;
  std::string name;
  std::string source;
  std::vector<std::string> steps;
  bool is_own = false;  // in the words of the place, which stand in every language
  static void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("is_own", self.is_own);
    field("name", self.name);
    field("source", self.source);
    field("steps", self.steps);
  }
};

inline constexpr std::size_t steps_min = 2;
inline constexpr std::size_t steps_max = 12;
inline constexpr std::size_t step_letters_max = 80;

// Of a file of this shape: model, step, name, source, tab-separated, with a header. Step 0 is the model itself.
std::vector<WorkModel> models_in(std::string_view tsv);
// Those of the program, then the place's own in the order in which they were written.
std::vector<WorkModel> models(kernel::Reader& reader);
std::optional<WorkModel> model(kernel::Reader& reader, std::string_view id);  // nothing: there is none

// The program's go through the catalogue like all words; one that is not translated stands as it is.
std::string model_name(const WorkModel& model, const html::Say& say);
std::string step_name(const WorkModel& model, int step, const html::Say& say);

std::vector<html::Choice> model_choices(const kernel::Seeing& seeing, const html::Say& say);

// The steps by which a place works, one on each line.
struct WriteModel {
  Said name;
  Said source;
  Said steps;
  static void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("source", self.source);
    field("steps", self.steps);
  }
};
struct ModelFacts {
  std::vector<std::string> names;  // that are taken
};
ModelFacts look(const kernel::Situation& situation, const WriteModel& asked);
Result<kernel::Changes> decide(const ModelFacts& facts, WriteModel asked);

}  // namespace alongside::work
