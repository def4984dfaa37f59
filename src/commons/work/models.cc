#include "commons/work/models.h"

#include "base/text.h"
#include "commons/work/work.tsv.h"

namespace alongside::work {

std::vector<WorkModel> models_in(std::string_view tsv) {
  std::vector<WorkModel> out;
  for (const std::string_view line : split(tsv, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 3 || cells[0] == "model") continue;
    if (cells[1] == "0") {
      out.push_back({.id = std::string(cells[0]), .name = std::string(cells[2]), .source = cells.size() > 3 ? std::string(cells[3]) : "", .steps = {}});
    } else if (!out.empty() && out.back().id == cells[0]) {
      out.back().steps.emplace_back(cells[2]);
    }
  }
  return out;
}

const std::vector<WorkModel>& models() {
  static const std::vector<WorkModel> all = models_in(work_tsv);
  return all;
}

const WorkModel* model(std::string_view id) {
  for (const WorkModel& one : models()) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

std::string step_name(const WorkModel* model, int step, const html::Say& say) {
  if (model == nullptr || step < 1 || step > static_cast<int>(model->steps.size())) return say.plain("Step {n}", {{"n", step}});
  return say.plain(Message{.id = model->steps[static_cast<std::size_t>(step - 1)], .arguments = {}});
}

std::vector<html::Choice> model_choices(const kernel::Seeing&, const html::Say&) {
  std::vector<html::Choice> out;
  for (const WorkModel& one : models()) out.push_back(html::choice(one.id, {.id = one.name, .arguments = {}}));
  return out;
}

}  // namespace alongside::work
