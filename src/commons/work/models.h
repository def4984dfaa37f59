// The models of models/work.tsv, which is part of the program: each names the steps of a piece of work, in order.
#pragma once

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
};

// Of a file of this shape: model, step, name, source, tab-separated, with a header. Step 0 is the model itself.
std::vector<WorkModel> models_in(std::string_view tsv);
const std::vector<WorkModel>& models();
const WorkModel* model(std::string_view id);  // null: there is none
// Its words go through the catalogue like all others; one that is not translated stands as it is.
std::string step_name(const WorkModel* model, int step, const html::Say& say);

std::vector<html::Choice> model_choices(const kernel::Seeing& seeing, const html::Say& say);

}  // namespace alongside::work
