#include "commons/work/models.h"

#include <algorithm>

#include "base/text.h"
#include "commons/work/rows.h"
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

namespace {

constexpr std::string_view own_prefix = "own/";

const std::vector<WorkModel>& of_the_program() {
  static const std::vector<WorkModel> all = models_in(work_tsv);
  return all;
}

WorkModel own(kernel::Reader& reader, const ModelRow& row) {
  WorkModel out{.id = std::string(own_prefix) + std::to_string(row.index.value), .name = reader.words(row.index, "name").or_empty(),
                .source = reader.words(row.index, "source").or_empty(), .steps = {}, .is_own = true};
  for (int i = 0; i < row.steps; ++i) out.steps.push_back(reader.words(row.index, "steps/" + std::to_string(i)).or_empty());
  return out;
}

std::string in_words(const WorkModel& model, const std::string& words, const html::Say& say) {
  return model.is_own ? words : say.plain(Message{.id = words, .arguments = {}});
}

}  // namespace

std::vector<WorkModel> models(kernel::Reader& reader) {
  std::vector<WorkModel> out = of_the_program();
  for (const ModelRow& row : reader.all<ModelRow>("ORDER BY idx")) out.push_back(own(reader, row));
  return out;
}

std::optional<WorkModel> model(kernel::Reader& reader, std::string_view id) {
  for (const WorkModel& one : of_the_program()) {
    if (one.id == id) return one;
  }
  if (!id.starts_with(own_prefix)) return std::nullopt;
  const auto number = whole_number(id.substr(own_prefix.size()));
  const auto row = number.ok() ? reader.one<ModelRow>("WHERE idx = $1", {*number}) : std::nullopt;
  return row ? std::optional(own(reader, *row)) : std::nullopt;
}

std::string model_name(const WorkModel& model, const html::Say& say) {
  return model.name.empty() ? say.plain("Name erased") : in_words(model, model.name, say);
}

std::string step_name(const WorkModel& model, int step, const html::Say& say) {
  const auto at = static_cast<std::size_t>(step - 1);
  if (step < 1 || at >= model.steps.size() || model.steps[at].empty()) return say.plain("Step {n}", {{"n", step}});
  return in_words(model, model.steps[at], say);
}

std::vector<html::Choice> model_choices(const kernel::Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  for (const WorkModel& one : models(seeing.reader)) out.push_back(html::choice_named(one.id, model_name(one, say)));
  return out;
}

ModelFacts look(const kernel::Situation& situation, const WriteModel&) {
  ModelFacts facts;
  for (const WorkModel& one : models(situation.reader)) facts.names.push_back(one.name);
  return facts;
}

Result<kernel::Changes> decide(const ModelFacts& facts, WriteModel asked) {
  Problems problems;
  const std::string name(trimmed(asked.name.words()));
  if (name.empty()) problems.add("name", Code::missing, msg("Give it a name, to choose it by."));
  if (std::find(facts.names.begin(), facts.names.end(), name) != facts.names.end()) {
    problems.add("name", Code::already_there, msg("There is one with this name here."), name);
  }
  ModelWritten act{.name = std::move(asked.name), .source = std::move(asked.source), .steps = {}};
  int line = 0;
  for (const std::string_view step : split(asked.steps.words(), '\n')) {
    ++line;
    const std::string_view words = trimmed(step);
    if (words.empty()) continue;
    if (shortened(words, step_letters_max) != words) {
      problems.add("steps", Code::too_many, msg("Give each step at most {max} letters. Line {n} has more.", {{"max", std::to_string(step_letters_max)}, {"n", std::to_string(line)}}), shortened(words, 60));
    }
    act.steps.emplace_back(std::string(words));
  }
  if (act.steps.size() < steps_min || act.steps.size() > steps_max) {
    problems.add("steps", Code::out_of_range, msg("Give from {from} to {to} steps, one on each line.", {{"from", std::to_string(steps_min)}, {"to", std::to_string(steps_max)}}), std::to_string(act.steps.size()));
  }
  if (problems.any()) return problems;
  kernel::Changes changes;
  changes.add(std::move(act));
  return changes;
}

}  // namespace alongside::work
