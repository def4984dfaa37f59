#include "commons/option/commands.h"

#include <algorithm>

#include "commons/decision/views.h"
#include "commons/option/views.h"
#include "commons/valued/views.h"

namespace alongside::option {
namespace {

using kernel::Changes;
using kernel::Situation;

OptionFacts facts_of(const Situation& situation, Index work) {
  return {.today = situation.today, .work = work::row_of(situation.reader, work)};
}

void look_at_touched(const Situation& situation, Index work, const std::vector<Index>& touches, OptionFacts& facts) {
  for (const Index one : touches) {
    if (!valued::valued(situation.reader, one)) {
      facts.not_valued.push_back(one);
      continue;
    }
    const bool is_linked = situation.reader.count("SELECT COUNT(*) FROM work_touches WHERE work = $1 AND valued = $2", {work.value, one.value}) > 0;
    const bool is_twice = std::find(facts.newly_touched.begin(), facts.newly_touched.end(), one) != facts.newly_touched.end();
    if (!is_linked && !is_twice) facts.newly_touched.push_back(one);
  }
}

void needs_work(const OptionFacts& facts, Problems& problems) {
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
}

void check_touches(const OptionFacts& facts, const std::vector<Index>& touches, Problems& problems) {
  for (std::size_t i = 0; i < touches.size(); ++i) {
    if (std::find(facts.not_valued.begin(), facts.not_valued.end(), touches[i]) == facts.not_valued.end()) continue;
    problems.add("touches/" + std::to_string(i), Code::not_found, msg("Give a place or group that is on the register."), std::to_string(touches[i].value));
  }
}

void check_cost(const std::optional<Money>& cost, Problems& problems) {
  if (cost && cost->minor < 0) problems.add("cost", Code::out_of_range, msg("Give what it costs in a year: nothing, or more."), in_words(*cost));
}

// Those who use what it touches become a side of the work.
void touch(const OptionFacts& facts, Changes& changes) {
  for (const Index one : facts.newly_touched) changes.add(work::WorkTouches{.work = facts.work->index, .valued = one});
}

}  // namespace

// ---- writing --------------------------------------------------------------------------------------------------------

OptionFacts look(const Situation& situation, const WriteOption& asked) {
  OptionFacts facts = facts_of(situation, asked.work);
  look_at_touched(situation, asked.work, asked.touches, facts);
  return facts;
}

Result<Changes> decide(const OptionFacts& facts, WriteOption asked) {
  Problems problems;
  needs_work(facts, problems);
  if (asked.title.empty()) problems.add("title", Code::missing, msg("Say in a few words what this choice is."));
  check_cost(asked.cost, problems);
  check_touches(facts, asked.touches, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(OptionWritten{.work = asked.work, .title = std::move(asked.title), .what = std::move(asked.what), .cost = asked.cost,
                            .keeps = std::move(asked.keeps), .ends = std::move(asked.ends), .touches = std::move(asked.touches)});
  touch(facts, changes);
  return changes;
}

OptionFacts look(const Situation& situation, const ChangeOption& asked) {
  const auto row = row_of(situation.reader, asked.option);
  if (!row) return {.today = situation.today};
  OptionFacts facts = facts_of(situation, row->work);
  facts.option = row;
  look_at_touched(situation, row->work, asked.touches, facts);
  return facts;
}

Result<Changes> decide(const OptionFacts& facts, ChangeOption asked) {
  if (!facts.option) return problem(Code::not_found, "option", msg("Give a choice that is on this record."));
  if (facts.option->is_put()) {
    return problem(Code::wrong_state, "", msg("People are asked about exactly these words, so they stay. Write a new choice instead."));
  }
  Problems problems;
  const bool says_something = !(asked.title.empty() && asked.what.empty() && asked.keeps.empty() && asked.ends.empty() && asked.touches.empty()) || asked.cost;
  if (!says_something) problems.add("title", Code::missing, msg("Give at least one thing that changes."));
  check_cost(asked.cost, problems);
  check_touches(facts, asked.touches, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(OptionChanged{.option = asked.option, .title = std::move(asked.title), .what = std::move(asked.what), .cost = asked.cost,
                            .keeps = std::move(asked.keeps), .ends = std::move(asked.ends), .touches = std::move(asked.touches)});
  touch(facts, changes);
  changes.then(option_path(facts.option->work, asked.option));
  return changes;
}

// ---- putting to people ----------------------------------------------------------------------------------------------

OptionFacts look(const Situation& situation, const PutOptions& asked) {
  OptionFacts facts = facts_of(situation, asked.work);
  for (const Index one : asked.options) {
    if (const auto row = row_of(situation.reader, one)) facts.put.push_back(*row);
  }
  return facts;
}

Result<Changes> decide(const OptionFacts& facts, PutOptions asked) {
  Problems problems;
  needs_work(facts, problems);
  if (asked.options.empty()) problems.add("options", Code::missing, msg("Say which choices are put to people."));
  for (std::size_t i = 0; i < asked.options.size(); ++i) {
    const std::string at = "options/" + std::to_string(i);
    const auto row = std::find_if(facts.put.begin(), facts.put.end(), [&](const OptionRow& one) { return one.index == asked.options[i]; });
    if (row == facts.put.end() || row->work != asked.work) {
      problems.add(at, Code::not_found, msg("Give a choice of this piece of work."), std::to_string(asked.options[i].value));
    } else if (row->is_put()) {
      problems.add(at, Code::already_there, msg("This choice was put to people already."), std::to_string(asked.options[i].value));
    } else if (std::find(asked.options.begin(), asked.options.begin() + static_cast<std::ptrdiff_t>(i), asked.options[i]) != asked.options.begin() + static_cast<std::ptrdiff_t>(i)) {
      problems.add(at, Code::already_there, msg("Name each choice once."), std::to_string(asked.options[i].value));
    }
  }
  if (asked.on && *asked.on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), asked.on->iso());
  if (asked.on && facts.work && *asked.on < facts.work->on) problems.add("on", Code::out_of_range, msg("Give a day on which this work had begun."), asked.on->iso());
  if (problems.any()) return problems;
  Changes changes;
  changes.add(OptionsPut{.work = asked.work, .options = std::move(asked.options), .on = asked.on.value_or(facts.today)});
  return changes;
}

// ---- choosing -------------------------------------------------------------------------------------------------------

OptionFacts look(const Situation& situation, const ChooseOption& asked) {
  OptionFacts facts = facts_of(situation, asked.work);
  facts.option = row_of(situation.reader, asked.option);
  facts.decision_is_one = !asked.decision.is_set() || decision::is_decision(situation.reader, asked.decision);
  facts.is_chosen = asked.option.is_set() && asked.decision.is_set() &&
                    situation.reader.count("SELECT COUNT(*) FROM option_choices WHERE option = $1 AND decision = $2", {asked.option.value, asked.decision.value}) > 0;
  return facts;
}

Result<Changes> decide(const OptionFacts& facts, ChooseOption asked) {
  Problems problems;
  needs_work(facts, problems);
  if (asked.option.is_set() && (!facts.option || facts.option->work != asked.work)) {
    problems.add("option", Code::not_found, msg("Give a choice of this piece of work, or leave it empty."), std::to_string(asked.option.value));
  }
  if (!asked.option.is_set() && asked.words.empty()) problems.add("words", Code::missing, msg("Say which choice it was, or give what was chosen in the body’s words."));
  if (!facts.decision_is_one) problems.add("decision", Code::not_found, msg("Give a decision that is on this record."));
  if (facts.is_chosen) problems.add("option", Code::already_there, msg("The record says already that this decision chose it."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(OptionChosen{.work = asked.work, .option = asked.option, .words = std::move(asked.words), .decision = asked.decision});
  return changes;
}

// ---- who may --------------------------------------------------------------------------------------------------------

namespace may {

bool run_its_work(const kernel::MayAsk& ask) {
  const auto option = row_of(ask.reader, ask.index("option"));
  if (!option) return work::may::run_work(ask);
  const auto work = work::row_of(ask.reader, option->work);
  return work && work::may::runs(ask.actor, *work);
}

bool choose(const kernel::MayAsk& ask) {
  if (work::may::run_work(ask)) return true;
  const auto work = work::row_of(ask.reader, ask.index("work"));
  return work && ask.actor.is_officer_of(work->decides);
}

}  // namespace may

}  // namespace alongside::option
