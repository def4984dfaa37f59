#include "commons/work/bar.h"

#include "commons/valued/pages.h"
#include "commons/work/models.h"
#include "commons/work/pages.h"

namespace alongside::work {

using html::Html;
using html::Say;
using kernel::Showing;

Html where_it_stands(const Course& course, const Say& say) {
  const html::Args args = {{"step", course.line.step}, {"steps", course.line.steps}, {"day", course.day}};
  switch (course.line.state) {
    case WorkState::preparing: return say("Being prepared. Nobody has been invited yet.");
    case WorkState::paused: return say("It pauses. Day {day}.", args);
    case WorkState::open: break;
  }
  return course.line.step > 0 ? say("Step {step} of {steps}, day {day}.", args) : say("All its steps have ended.");
}

std::string came_in_words(const CameIn& one, const Course& course, const Say& say) {
  if (!one.act.is_set()) {
    switch (one.side) {
      case Side::lived: return say.plain("People who use services, and carers: fewer than five are in it, or nobody.");
      case Side::office: return say.plain("People acting for organisations: fewer than five are in it, or nobody.");
      case Side::affected: return say.plain("People who would lose something: fewer than five are in it, or nobody.");
      case Side::advisor: break;
    }
    return say.plain("People who advise: fewer than five are in it, or nobody.");
  }
  const html::Args at = {{"step", one.step}, {"steps", course.line.steps}, {"day", one.day}};
  switch (one.side) {
    case Side::lived: return say.plain("People who use services, and carers, came in at step {step} of {steps}, on day {day}.", at);
    case Side::office: return say.plain("People acting for organisations came in at step {step} of {steps}, on day {day}.", at);
    case Side::affected: return say.plain("People who would lose something came in at step {step} of {steps}, on day {day}.", at);
    case Side::advisor: break;
  }
  return say.plain("Advisors came in at step {step} of {steps}, on day {day}.", at);
}

std::string in_a_sentence(const Course& course, const Say& say) {
  std::string out;
  for (const CameIn& one : course.sides) {
    if (one.side == Side::advisor) continue;
    if (!out.empty()) out += " ";
    out += came_in_words(one, course, say);
  }
  return out;
}

// Organisations are in it from the first day: the work is theirs to open.
Html strip(const Course& course, const Say& say) {
  html::Rails rails{.sentence = in_a_sentence(course, say), .step = course.line.step, .now = per_mille_of(course, course.today)};
  if (course.line.state == WorkState::preparing) rails.now = 0;
  for (const StepLine& step : course.steps) rails.steps.push_back(html::text(step_name(course.plan, step.step, say)));
  rails.sides.push_back({.side = html::Side::office, .from = 0});
  for (const CameIn& one : course.sides) {
    if (one.side == Side::office || one.side == Side::advisor) continue;
    rails.sides.push_back({.side = drawn(one.side), .from = one.act.is_set() ? std::optional(per_mille_of(course, one.on)) : std::nullopt});
  }
  for (const decision::DecisionLine& one : course.decisions) {
    if (one.on) rails.decisions.push_back(per_mille_of(course, one.on->last()));
  }
  return html::rails(rails);
}

Html bar(const Course& course, Part here, const Showing& at) {
  const Say& say = at.say;
  const std::string path = work_path(course.line.work);
  html::WorkBar bar{.to = at.to(path), .name = html::text(valued::name_or(course.line.title, say)), .where = where_it_stands(course, say), .strip = strip(course, say)};
  bar.label = say.plain("Pages of this piece of work");
  const auto link = [&](Part part, const char* under, const Html& words) { bar.links.push_back({at.to(path + under), words, part == here}); };
  link(Part::overview, "", say("Overview"));
  link(Part::question, "/question", say("Question"));
  link(Part::said, "/said", say("What people said"));
  link(Part::options, "/options", say("Choices"));
  link(Part::agreements, "/agreements", say("What the room agreed"));
  link(Part::meetings, "/meetings", say("Meetings"));
  return html::work_bar(bar);
}

}  // namespace alongside::work
