#include "commons/work/commands.h"

#include <algorithm>

#include "commons/decision/views.h"
#include "commons/place/views.h"
#include "commons/valued/views.h"
#include "commons/work/models.h"
#include "engines/disclosure.h"

namespace alongside::work {
namespace {

using kernel::Changes;
using kernel::Situation;
using kernel::to_value;

WorkFacts facts_of(const Situation& situation, Index work) {
  WorkFacts facts{.today = situation.today, .work = row_of(situation.reader, work), .person = situation.actor.person};
  facts.is_officer = situation.actor.standing == kernel::Standing::officer;
  if (!facts.work) return facts;
  const auto plan = model(situation.reader, facts.work->model.value);
  facts.steps = plan ? static_cast<int>(plan->steps.size()) : 0;
  facts.sides = sides_of(situation.reader, work);
  return facts;
}

WorkFacts facts_of_side(const Situation& situation, Index work, Side side) {
  WorkFacts facts = facts_of(situation, work);
  const auto came = situation.reader.one<SideRow>("WHERE work = $1 AND side = $2", {work.value, to_value(side)});
  if (came) facts.side_came_in = came->on;
  facts.others_on_side = situation.reader.count("SELECT COUNT(*) FROM work_people WHERE work = $1 AND side = $2 AND person <> $3",
                                                {work.value, to_value(side), facts.person.value});
  return facts;
}

void needs_work(const WorkFacts& facts, Problems& problems) {
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
}

void needs_past(const WorkFacts& facts, const std::optional<Day>& on, Problems& problems) {
  if (!on) return;
  if (*on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), on->iso());
  if (facts.work && *on < facts.work->on) problems.add("on", Code::out_of_range, msg("Give a day on which this work had begun."), on->iso());
}

void check_saving(Saving saves, const std::optional<Money>& saving, Problems& problems) {
  if (!saving) return;
  if (saves != Saving::yes) problems.add("saving", Code::wrong_state, msg("Give a sum only where the work is to save money."));
  if (saving->minor <= 0) problems.add("saving", Code::out_of_range, msg("Give a sum of more than nothing."), in_words(*saving));
}

void needs_range(const std::optional<int>& number, int from, int to, const char* field, Problems& problems) {
  if (!number || (*number >= from && *number <= to)) return;
  problems.add(field, Code::out_of_range, msg("Give a number from {from} to {to}.", {{"from", std::to_string(from)}, {"to", std::to_string(to)}}), std::to_string(*number));
}

bool has_side(const WorkFacts& facts, Side side) { return std::find(facts.sides.begin(), facts.sides.end(), side) != facts.sides.end(); }

void needs_side(const WorkFacts& facts, Side side, Problems& problems) {
  if (facts.work && !has_side(facts, side)) {
    problems.add("side", Code::wrong_state, msg("This work touches no place that people value, as far as the record says. Say first which one it touches."));
  }
}

}  // namespace

// ---- opening --------------------------------------------------------------------------------------------------------

OpenFacts look(const Situation& situation, const OpenWork& asked) {
  return {.today = situation.today,
          .body_is_here = place::is_body(situation.reader, asked.body),
          .decides_is_here = !asked.decides.is_set() || place::is_body(situation.reader, asked.decides),
          .model_is_here = model(situation.reader, asked.model.value).has_value()};
}

Result<Changes> decide(const OpenFacts& facts, OpenWork asked) {
  Problems problems;
  if (asked.title.empty()) problems.add("title", Code::missing, msg("Give the work a name that a stranger understands."));
  if (asked.about.empty()) problems.add("about", Code::missing, msg("Say what it is about."));
  if (!facts.body_is_here) problems.add("body", Code::not_found, msg("Give a body that is registered here."));
  if (!facts.decides_is_here) problems.add("decides", Code::not_found, msg("Give a body that is registered here."));
  if (!facts.model_is_here) problems.add("model", Code::not_found, msg("Choose one of the models."), asked.model.value);
  check_saving(asked.saves, asked.saving, problems);
  if (asked.on && *asked.on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), asked.on->iso());
  if (problems.any()) return problems;
  Changes changes;
  changes.add(WorkOpened{.body = asked.body, .decides = asked.decides, .model = std::move(asked.model), .promise = asked.promise,
                         .saves = asked.saves, .saving = asked.saving, .title = std::move(asked.title), .about = std::move(asked.about),
                         .paper = std::move(asked.paper), .on = asked.on.value_or(facts.today)});
  return changes;
}

WorkFacts look(const Situation& situation, const DeclareAlready& asked) {
  WorkFacts facts = facts_of(situation, asked.work);
  facts.other_fits = !asked.decision.is_set() || decision::is_decision(situation.reader, asked.decision);
  return facts;
}

Result<Changes> decide(const WorkFacts& facts, DeclareAlready asked) {
  Problems problems;
  needs_work(facts, problems);
  if (asked.what.empty()) problems.add("what", Code::missing, msg("Say what is already decided."));
  if (asked.why.empty()) problems.add("why", Code::missing, msg("Say why it was decided before people were asked."));
  if (!facts.other_fits) problems.add("decision", Code::not_found, msg("Give a decision that is on this record."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AlreadyDecided{.work = asked.work, .decision = asked.decision, .what = std::move(asked.what), .why = std::move(asked.why)});
  return changes;
}

// ---- preparing, inviting, pausing -----------------------------------------------------------------------------------

namespace {

// The rule was stated to those who came in.
void rule_is_fixed(const WorkPrepared& act, Problems& problems) {
  const auto fixed = [&](bool is_given, const char* field) {
    if (is_given) problems.add(field, Code::wrong_state, msg("The rule cannot change once people are invited."));
  };
  fixed(act.consent != Consent::not_said, "consent");
  fixed(act.quorum_per_cent.has_value(), "quorum_per_cent");
  fixed(act.ballots != Ballots::not_said, "ballots");
  fixed(act.answer_days.has_value(), "answer_days");
  fixed(act.deadlock != Deadlock::not_said, "deadlock");
}

}  // namespace

WorkFacts look(const Situation& situation, const PrepareWork& asked) { return facts_of(situation, asked.work); }

Result<Changes> decide(const WorkFacts& facts, PrepareWork asked) {
  Problems problems;
  needs_work(facts, problems);
  WorkPrepared act{.work = asked.work, .owner = std::move(asked.owner), .moderators = std::move(asked.moderators),
                   .refusals = std::move(asked.refusals), .safeguarding = std::move(asked.safeguarding), .pay = std::move(asked.pay),
                   .without_internet = std::move(asked.without_internet), .saves = asked.saves, .saving = asked.saving,
                   .consent = asked.consent, .quorum_per_cent = asked.quorum_per_cent, .ballots = asked.ballots, .deadlock = asked.deadlock,
                   .answer_days = asked.answer_days};
  const bool sets_rule = act.consent != Consent::not_said || act.quorum_per_cent || act.ballots != Ballots::not_said ||
                         act.deadlock != Deadlock::not_said || act.answer_days;
  if (facts.work && facts.work->state != WorkState::preparing) rule_is_fixed(act, problems);
  needs_range(act.quorum_per_cent, 1, 100, "quorum_per_cent", problems);
  needs_range(act.answer_days, 1, 366, "answer_days", problems);
  const bool says_something = !(act.owner.empty() && act.moderators.empty() && act.refusals.empty() && act.safeguarding.empty() &&
                                act.pay.empty() && act.without_internet.empty() && act.saves == Saving::not_known) || sets_rule;
  check_saving(act.saves, act.saving, problems);
  if (!says_something) problems.add("owner", Code::missing, msg("Say at least one thing of the list."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(std::move(act));
  return changes;
}

namespace {

Message missing_words(const std::string& item) {
  if (item == "owner") return msg("Before people are invited, say who answers for this work and how to reach them.");
  if (item == "moderators") return msg("Before people are invited, say who reads what people write, for each day.");
  if (item == "refusals") return msg("Before people are invited, say for which reasons words are refused.");
  if (item == "safeguarding") return msg("Before people are invited, say who is told when something sounds like danger.");
  if (item == "pay") return msg("Before people are invited, say what is paid, and when.");
  return msg("Before people are invited, say how to take part without the internet.");
}

}  // namespace

WorkFacts look(const Situation& situation, const LaunchWork& asked) {
  WorkFacts facts = facts_of(situation, asked.work);
  for (const char* item : launch_items) {
    if (situation.reader.count("SELECT COUNT(*) FROM work_settings WHERE work = $1 AND item = $2", {asked.work.value, std::string(item)}) == 0) {
      facts.missing.emplace_back(item);
    }
  }
  return facts;
}

Result<Changes> decide(const WorkFacts& facts, LaunchWork asked) {
  Problems problems;
  needs_work(facts, problems);
  if (problems.any()) return problems;
  if (facts.work->state != WorkState::preparing) return problem(Code::wrong_state, "", msg("People were invited already."));
  if (facts.work->saves == Saving::not_known) {
    problems.add("", Code::missing, msg("Before people are invited, say whether this is to save money."));
  }
  for (const std::string& item : facts.missing) {
    problems.add("", Code::missing, missing_words(item));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(WorkLaunched{.work = asked.work});
  if (facts.work->steps_begun == 0) changes.add(StepEntered{.work = asked.work, .step = 1, .on = facts.work->on});
  return changes;
}

WorkFacts look(const Situation& situation, const PauseWork& asked) { return facts_of(situation, asked.work); }

Result<Changes> decide(const WorkFacts& facts, PauseWork asked) {
  Problems problems;
  needs_work(facts, problems);
  if (asked.why.empty()) problems.add("why", Code::missing, msg("Say why it pauses. It stands on the page."));
  if (problems.any()) return problems;
  if (facts.work->state != WorkState::open) return problem(Code::wrong_state, "", msg("Only work that is open can pause."));
  Changes changes;
  changes.add(WorkPaused{.work = asked.work, .why = std::move(asked.why)});
  return changes;
}

WorkFacts look(const Situation& situation, const ReopenWork& asked) { return facts_of(situation, asked.work); }

Result<Changes> decide(const WorkFacts& facts, ReopenWork asked) {
  Problems problems;
  needs_work(facts, problems);
  if (problems.any()) return problems;
  if (facts.work->state != WorkState::paused) return problem(Code::wrong_state, "", msg("Only work that pauses can go on."));
  Changes changes;
  changes.add(WorkReopened{.work = asked.work});
  return changes;
}

// ---- steps ----------------------------------------------------------------------------------------------------------

namespace {

// How many are on each side, as far as it can be told. Numbers that are a person or two from those told before would say
// on which side somebody is who came or went between the two: none is told then.
std::vector<SideCount> told(const WorkFacts& facts, Index work, Changes& changes) {
  if (shows_who_moved(facts.told, facts.sides, facts.people)) return {};
  std::vector<SideCount> out;
  const engines::ShownRow shown = engines::with_small_numbers_hidden(facts.people);
  for (std::size_t i = 0; i < shown.counts.size(); ++i) {
    if (shown.counts[i]) out.push_back({facts.sides[i], static_cast<int>(*shown.counts[i])});
  }
  if (out.empty()) return out;
  keep_counted(work, facts.sides, facts.people, changes);
  return out;
}

}  // namespace

WorkFacts look(const Situation& situation, const NextStep& asked) {
  WorkFacts facts = facts_of(situation, asked.work);
  if (!facts.work) return facts;
  const auto open = situation.reader.one<StepRow>("WHERE work = $1 AND step = $2", {asked.work.value, std::int64_t{facts.work->step}});
  if (open) facts.step_entered_on = open->entered_on;
  facts.told = told_of_sides(situation.reader, asked.work);
  for (const Side side : facts.sides) facts.people.push_back(people_on(situation.reader, asked.work, side));
  return facts;
}

Result<Changes> decide(const WorkFacts& facts, NextStep asked) {
  Problems problems;
  needs_work(facts, problems);
  needs_past(facts, asked.on, problems);
  if (asked.on && facts.step_entered_on && *asked.on < *facts.step_entered_on) {
    problems.add("on", Code::out_of_range, msg("Give a day on which the step that ends had begun."), asked.on->iso());
  }
  if (problems.any()) return problems;
  const WorkRow& work = *facts.work;
  if (work.step == 0 && work.steps_begun >= facts.steps) return problem(Code::wrong_state, "", msg("Its last step has ended."));
  const Day on = asked.on.value_or(facts.today);
  Changes changes;
  if (work.step > 0) {
    // Those who are here today say nothing of who was here on an earlier day.
    std::vector<SideCount> people = on == facts.today ? told(facts, asked.work, changes) : std::vector<SideCount>();
    changes.add(StepClosed{.work = asked.work, .step = work.step, .on = on, .people = std::move(people), .why = std::move(asked.why)});
  }
  if (work.steps_begun < facts.steps) changes.add(StepEntered{.work = asked.work, .step = work.steps_begun + 1, .on = on});
  return changes;
}

// ---- sides ----------------------------------------------------------------------------------------------------------

WorkFacts look(const Situation& situation, const SayCameIn& asked) { return facts_of_side(situation, asked.work, asked.side); }

Result<Changes> decide(const WorkFacts& facts, SayCameIn asked) {
  Problems problems;
  needs_work(facts, problems);
  needs_past(facts, asked.on, problems);
  needs_side(facts, asked.side, problems);
  const Day on = asked.on.value_or(facts.today);
  if (facts.side_came_in && *facts.side_came_in <= on) {
    problems.add("side", Code::already_there, msg("The record says already that this side came in by then."), facts.side_came_in->iso());
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(SideCameIn{.work = asked.work, .side = asked.side, .on = on});
  return changes;
}

WorkFacts look(const Situation& situation, const TakePart& asked) { return facts_of_side(situation, asked.work, asked.side); }

Result<Changes> decide(const WorkFacts& facts, TakePart asked) {
  Problems problems;
  needs_work(facts, problems);
  if (facts.work && facts.work->state != WorkState::open) {
    problems.add("", Code::wrong_state, facts.work->state == WorkState::paused ? msg("This work pauses. You can come in when it goes on.") : msg("Nobody has been invited yet."));
  }
  needs_side(facts, asked.side, problems);
  if (facts.is_officer && asked.side != Side::office) {
    problems.add("side", Code::not_allowed, msg("You act for a body here, so you are on the side of organisations."));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.run("DELETE FROM work_people WHERE work = $1 AND person = $2", {asked.work.value, facts.person.value});
  changes.keep(PersonRow{.work = asked.work, .person = facts.person.value, .side = asked.side});
  // The first to come would be the only one, and known by the day: the record says it of five.
  if (!facts.side_came_in && facts.others_on_side + 1 >= engines::smallest_shown) {
    changes.add(SideCameIn{.work = asked.work, .side = asked.side, .on = facts.today});
  }
  return changes;
}

WorkFacts look(const Situation& situation, const StopTakingPart& asked) { return facts_of(situation, asked.work); }

Result<Changes> decide(const WorkFacts& facts, StopTakingPart asked) {
  Problems problems;
  needs_work(facts, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.run("DELETE FROM work_people WHERE work = $1 AND person = $2", {asked.work.value, facts.person.value});
  return changes;
}

// ---- what hangs on it -----------------------------------------------------------------------------------------------

WorkFacts look(const Situation& situation, const LinkWorkDecision& asked) {
  WorkFacts facts = facts_of(situation, asked.work);
  facts.other_fits = decision::is_decision(situation.reader, asked.decision);
  facts.is_linked = situation.reader.count("SELECT COUNT(*) FROM work_decisions WHERE work = $1 AND decision = $2", {asked.work.value, asked.decision.value}) > 0;
  return facts;
}

Result<Changes> decide(const WorkFacts& facts, LinkWorkDecision asked) {
  Problems problems;
  needs_work(facts, problems);
  if (!facts.other_fits) problems.add("decision", Code::not_found, msg("Give a decision that is on this record."));
  if (facts.is_linked) problems.add("decision", Code::already_there, msg("This decision is linked already."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(WorkDecision{.work = asked.work, .decision = asked.decision});
  return changes;
}

WorkFacts look(const Situation& situation, const TouchValued& asked) {
  WorkFacts facts = facts_of(situation, asked.work);
  facts.other_fits = valued::valued(situation.reader, asked.valued).has_value();
  facts.is_linked = situation.reader.count("SELECT COUNT(*) FROM work_touches WHERE work = $1 AND valued = $2", {asked.work.value, asked.valued.value}) > 0;
  return facts;
}

Result<Changes> decide(const WorkFacts& facts, TouchValued asked) {
  Problems problems;
  needs_work(facts, problems);
  if (!facts.other_fits) problems.add("valued", Code::not_found, msg("Give a place or group that is on the register."));
  if (facts.is_linked) problems.add("valued", Code::already_there, msg("The record says already that this work touches it."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(WorkTouches{.work = asked.work, .valued = asked.valued});
  return changes;
}

}  // namespace alongside::work
