#include "commons/work/bar.h"
#include "commons/work/pages.h"
#include "commons/valued/pages.h"

namespace alongside::work {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;

Html told_words(const ToldLine& one, const Say& say) {
  const Html how = one.how.is_shown() ? html::words_in_line(one.how.words) : say("These words were erased.");
  const html::Args args = {{"day", one.on}, {"how", how}};
  if (one.days_after < 0) return say("Those who use it were told on {day}, before the record said that it is touched: {how}", args);
  if (one.days_after == 0) return say("Those who use it were told on {day}, the same day: {how}", args);
  return say.count("Those who use it were told on {day}, {n} day after: {how}", "Those who use it were told on {day}, {n} days after: {how}", one.days_after, args);
}

Html told(const TouchedPlace& one, const Showing& at) {
  const Say& say = at.say;
  if (one.told.empty()) return html::gap(say("when they were told"), say("Nobody has said that those who use it were told."), {}, say);
  Html out;
  for (const ToldLine& told : one.told) {
    out += html::p(told_words(told, say));
    out += html::stamp_line({.entry = told.act.value, .on = When(told.on), .recorded = told.recorded > told.on ? std::optional(told.recorded) : std::nullopt,
                             .check = at.to("/record/" + std::to_string(told.act.value))}, say);
  }
  return out;
}

}  // namespace

Html touched(const std::vector<TouchedPlace>& places, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::Line> lines;
  for (const TouchedPlace& one : places) {
    html::Line line = valued::line(one.line, at);
    line.after += html::p(say("On the record as touched since {day}.", {{"day", one.touched_on}}) + text(" ") +
                          a(at.to("/record/" + std::to_string(one.act.value)), say("Entry {n}", {{"n", one.act.value}})));
    line.after += told(one, at);
    lines.push_back(std::move(line));
  }
  return html::ledger(lines);
}

Html touches_line(const Course& course, Index valued, bool is_open, const Showing& at) {
  const Say& say = at.say;
  const std::string path = work_path(course.line.work);
  const std::string name = valued::name_or(course.line.title, say);
  if (!is_open) {
    return html::p(say("A piece of work touches this place: {work}.", {{"work", a(at.to(path), name)}}) + text(" ") + where_it_stands(course, say));
  }
  return html::openings({{.title = a(at.to(path + "/part"), say("Take part, and say that you would lose something")),
                          .words = say("What is chosen in {work} would touch this place. If you use it, you are a side of that work: your no is counted by itself.", {{"work", a(at.to(path), name)}}),
                          .meta = a(at.to(notice_path(course.line.work, valued)), say("A notice to print and pin up there"))}});
}

}  // namespace alongside::work
