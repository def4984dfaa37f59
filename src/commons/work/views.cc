#include "commons/work/views.h"

#include <algorithm>

#include "commons/place/views.h"
#include "commons/work/commands.h"
#include "commons/work/models.h"

namespace alongside::work {
namespace {

using kernel::Reader;

WorkLine line_of(Reader& reader, const WorkRow& row) {
  WorkLine out{.work = row.index, .title = reader.words(row.index, "title"), .body = row.body, .state = row.state, .step = row.step, .on = row.on};
  if (const auto body = place::body(reader, row.body)) out.body_name = body->name;
  if (const auto plan = model(reader, row.model.value)) out.steps = static_cast<int>(plan->steps.size());
  return out;
}

std::vector<StepLine> steps_of(Reader& reader, Index work, int steps) {
  std::vector<StepLine> out;
  for (int n = 1; n <= steps; ++n) {
    StepLine step{.step = n};
    if (const auto row = reader.one<StepRow>("WHERE work = $1 AND step = $2", {work.value, std::int64_t{n}})) {
      step.entered_act = row->entered_act;
      step.entered_on = row->entered_on;
      step.closed_act = row->closed_act;
      step.closed_on = row->closed_on;
      if (row->closed_act.is_set()) {
        step.why = reader.words(row->closed_act, "why");
        const auto stamp = reader.stamp(row->closed_act);
        step.told_later = stamp && row->closed_on && *row->closed_on < stamp->at;
      }
      for (const StepCountRow& one : reader.all<StepCountRow>("WHERE work = $1 AND step = $2 ORDER BY side", {work.value, std::int64_t{n}})) {
        step.people.push_back({one.side, one.people});
      }
      std::sort(step.people.begin(), step.people.end(), [](const SideCount& a, const SideCount& b) { return a.side < b.side; });
    }
    out.push_back(std::move(step));
  }
  return out;
}

std::vector<CameIn> came_in(Reader& reader, const WorkRow& work, const Course& course) {
  std::vector<CameIn> out;
  for (const Side side : sides_of(reader, work.index)) {
    const auto row = reader.one<SideRow>("WHERE work = $1 AND side = $2", {work.index.value, kernel::to_value(side)});
    CameIn came{.side = side};
    if (row) {
      const auto stamp = reader.stamp(row->act);
      came.act = row->act;
      came.on = row->on;
      came.recorded = stamp ? stamp->at : row->on;
      came.step = step_on(course.steps, row->on);
      came.day = row->on - work.on;
      came.decisions_before = taken_by(course.decisions, row->on);
    }
    out.push_back(came);
  }
  return out;
}

std::vector<AlreadyLine> already_of(Reader& reader, Index work) {
  std::vector<AlreadyLine> out;
  for (const AlreadyRow& row : reader.all<AlreadyRow>("WHERE work = $1 ORDER BY idx", {work.value})) {
    AlreadyLine one{.act = row.index, .decision = row.decision, .what = reader.words(row.index, "what"), .why = reader.words(row.index, "why")};
    if (const auto stamp = reader.stamp(row.index)) one.recorded = stamp->at;
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Setting> settings_of(Reader& reader, Index work) {
  std::vector<Setting> out;
  for (const char* item : launch_items) {
    Setting setting{.item = item};
    if (const auto row = reader.one<SettingRow>("WHERE work = $1 AND item = $2", {work.value, std::string(item)})) {
      setting.act = row->act;
      setting.words = reader.words(row->act, item);
    }
    out.push_back(std::move(setting));
  }
  return out;
}

}  // namespace

std::optional<Course> course(Reader& reader, Index work, Day today) {
  const auto row = row_of(reader, work);
  if (!row) return std::nullopt;
  Course out{.line = line_of(reader, *row), .today = today, .day = today - row->on};
  if (auto plan = model(reader, row->model.value)) out.plan = std::move(*plan);
  out.steps = steps_of(reader, work, out.line.steps);
  for (const WorkDecisionRow& one : reader.all<WorkDecisionRow>("WHERE work = $1 ORDER BY decision", {work.value})) {
    if (auto decided = decision::line(reader, one.decision, today)) out.decisions.push_back(std::move(*decided));
  }
  std::stable_sort(out.decisions.begin(), out.decisions.end(), [](const auto& a, const auto& b) {
    if (!a.on || !b.on) return a.on.has_value() && !b.on;  // one without a day comes last
    return a.on->last() < b.on->last();
  });
  out.sides = came_in(reader, *row, out);
  return out;
}

std::vector<Course> latest(Reader& reader, Day today, std::size_t limit) {
  std::vector<Course> out;
  for (const WorkRow& row : reader.all<WorkRow>("WHERE state <> 'preparing' ORDER BY on_day DESC, idx DESC LIMIT $1", {static_cast<std::int64_t>(limit)})) {
    out.push_back(*course(reader, row.index, today));
  }
  return out;
}

int per_mille_of(const Course& course, Day on) {
  const int steps = static_cast<int>(course.steps.size());
  const int step = step_on(course.steps, on);
  if (step == 0) return 0;
  const StepLine& in = course.steps[static_cast<std::size_t>(step - 1)];
  if (!in.entered_on || on <= *in.entered_on) return 1000 * (step - 1) / steps;
  const Day until = in.closed_on.value_or(course.today);
  const int days = std::max(1, until - *in.entered_on);
  const int gone = std::min(on - *in.entered_on, days);
  return (1000 * (step - 1) + (in.closed_on ? 1000 : 500) * gone / days) / steps;
}

int step_on(const std::vector<StepLine>& steps, Day on) {
  int out = steps.empty() ? 0 : 1;
  for (const StepLine& one : steps) {
    if (one.entered_on && *one.entered_on <= on) out = one.step;
  }
  return out;
}

int taken_by(const std::vector<decision::DecisionLine>& decisions, Day on) {
  return static_cast<int>(std::count_if(decisions.begin(), decisions.end(), [on](const auto& one) { return one.on && one.on->last() <= on; }));
}

std::optional<WorkLine> line(Reader& reader, Index work) {
  const auto row = reader.one<WorkRow>("WHERE idx = $1", {work.value});
  if (!row) return std::nullopt;
  return line_of(reader, *row);
}

std::vector<WorkLine> lines(Reader& reader, std::int64_t limit) {
  std::vector<WorkLine> out;
  for (const WorkRow& row : reader.all<WorkRow>("WHERE state <> 'preparing' ORDER BY on_day DESC, idx DESC LIMIT $1", {limit})) out.push_back(line_of(reader, row));
  return out;
}

Result<ModelsPage> ModelsPage::see(const kernel::Seeing& seeing) {
  return ModelsPage{.models = work::models(seeing.reader), .may_write = may::run_work({seeing.actor, seeing.reader, Json::object(), seeing.path})};
}

Result<WorksPage> WorksPage::see(const kernel::Seeing& seeing) {
  WorksPage out{.may_open = may::run_work({seeing.actor, seeing.reader, Json::object(), seeing.path})};
  for (const WorkRow& row : seeing.reader.all<WorkRow>("ORDER BY on_day DESC, idx DESC")) {
    if (row.state == WorkState::preparing && !may::runs(seeing.actor, row)) continue;  // its address shows it to colleagues
    out.courses.push_back(*course(seeing.reader, row.index, seeing.today));
  }
  return out;
}

Result<WorkPage> WorkPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto row = row_of(reader, seeing.index("work"));
  if (!row) return problem(Code::not_found, "", msg("There is no such piece of work here."));
  WorkPage out{.course = *work::course(reader, row->index, seeing.today)};
  out.about = reader.words(row->index, "about");
  out.paper = reader.words(row->index, "paper");
  out.decides = row->decides;
  if (const auto body = place::body(reader, row->decides)) out.decides_name = body->name;
  out.promise = row->promise;
  out.saves = row->saves;
  out.consent = row->consent;
  out.quorum_per_cent = row->quorum_per_cent;
  out.ballots = row->ballots;
  out.deadlock = row->deadlock;
  out.answer_days = row->answer_days;
  if (row->saving_minor) out.saving = Money{.currency = row->saving_currency, .minor = *row->saving_minor};
  if (row->state == WorkState::paused) out.paused_because = reader.words(row->state_act, "why");
  out.already = already_of(reader, row->index);
  out.touches = touched_places(reader, row->index);
  out.mediators = work::mediators(reader, row->index);
  out.settings = settings_of(reader, row->index);
  for (const WorkRow& other : reader.all<WorkRow>("WHERE state <> 'preparing' AND idx <> $1 ORDER BY on_day DESC, idx DESC LIMIT 2", {row->index.value})) {
    out.others.push_back(line_of(reader, other));
  }
  out.about_it = seeing.about(row->index);
  out.changed = seeing.changed(row->index);
  out.may_run = may::run_work({seeing.actor, reader, Json::object(), seeing.path});
  out.may_take_part = may::take_part({seeing.actor, reader, Json::object(), seeing.path});
  if (out.may_take_part) {
    const auto mine = reader.one<PersonRow>("WHERE work = $1 AND person = $2", {row->index.value, seeing.actor.person.value});
    if (mine) out.mine = mine->side;
  }
  return out;
}

}  // namespace alongside::work
