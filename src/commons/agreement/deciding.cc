#include "commons/agreement/deciding.h"

#include <algorithm>

#include "base/text.h"
#include "commons/decision/views.h"
#include "commons/option/acts.h"
#include "commons/option/views.h"
#include "commons/place/views.h"

namespace alongside::agreement {
namespace {

using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

bool is_in(const std::vector<Index>& list, Index one) { return std::find(list.begin(), list.end(), one) != list.end(); }

DecideFacts facts_of(const Situation& situation, Index agreement) {
  Reader& reader = situation.reader;
  DecideFacts facts{.agreement = row_of(reader, agreement), .next_index = situation.next_index};
  if (!facts.agreement) return facts;
  facts.room = room_at(reader, *facts.agreement);
  facts.options = options_of(reader, agreement);
  if (const auto work = work::row_of(reader, facts.agreement->work)) facts.decides = deciding_body(*work);
  facts.bodies = place::body_and_below(reader, facts.decides);
  for (const Index above : place::body_and_above(reader, facts.decides)) facts.bodies.push_back(above);
  return facts;
}

// What is wrong with what the body says of the agreement: followed needs one that stands, departed needs its reasons.
void check_said(const DecideFacts& facts, const std::optional<Outcome>& outcome, const std::vector<Point>& points, Problems& problems) {
  if (!outcome) return problems.add("outcome", Code::missing, msg("Say whether the body followed the agreement or departed from it."));
  if (outcome == Outcome::followed) {
    if (facts.room == Room::open) problems.add("outcome", Code::wrong_state, msg("The room has not answered yet, so there is nothing to follow. Say point by point why the body decides before it."));
    if (facts.room == Room::not_agreed || facts.room == Room::no_answer) {
      problems.add("outcome", Code::wrong_state, msg("The sides did not agree, so there is nothing to follow. Say point by point why the body decides so."));
    }
    if (!points.empty()) problems.add("points", Code::does_not_match, msg("A body that departed on a point has not followed. Say that it departed, or leave this empty."));
    return;
  }
  if (points.empty()) problems.add("points", Code::missing, msg("Say on which point the body departs, and because of what."));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::string at = "points/" + std::to_string(i);
    if (trimmed(points[i].about.words()).empty()) problems.add(at + "/about", Code::missing, msg("Say on which point the body departs."));
    if (trimmed(points[i].because.words()).empty()) problems.add(at + "/because", Code::missing, msg("Say because of what."));
  }
}

// The decision's own body, where the form leaves it empty: the one that was to decide.
decision::TakeDecision by_the_body(const decision::TakeDecision& take, Index decides) {
  decision::TakeDecision out = take;
  if (!out.body.is_set() && !out.decision.is_set()) out.body = decides;
  return out;
}

// What was chosen, in the body's words: where it names none of the choices, its decision's own words count as them.
std::string words_chosen(const DecideAgreement& asked) {
  if (!asked.chosen_words.empty() || asked.chose.is_set()) return asked.chosen_words.words();
  return asked.take.what.empty() ? asked.take.title.words() : asked.take.what.words();
}

bool chooses(const DecideFacts& facts, const DecideAgreement& asked) {
  return asked.chose.is_set() || !asked.chosen_words.empty() || (!facts.options.empty() && !facts.put.empty());
}

decision::Known known_of(option::Asked asked) {
  switch (asked) {
    case option::Asked::as_put: return decision::Known::yes;
    case option::Asked::other_words:
    case option::Asked::never_put: return decision::Known::no;
    case option::Asked::nothing_put:
    case option::Asked::not_known: break;
  }
  return decision::Known::not_known;
}

}  // namespace

// ---- one form -------------------------------------------------------------------------------------------------------

DecideFacts look(const Situation& situation, const DecideAgreement& asked) {
  Reader& reader = situation.reader;
  DecideFacts facts = facts_of(situation, asked.agreement);
  if (!facts.agreement) return facts;
  const Index work = facts.agreement->work;
  for (const option::OptionRow& row : option::rows_of_work(reader, work)) {
    if (!row.is_put()) continue;
    const auto cost = row.cost_minor ? std::optional(Money{.currency = row.cost_currency, .minor = *row.cost_minor}) : std::nullopt;
    facts.put.push_back({.option = row.index, .title = option::title_of(reader, row.index).or_empty(), .cost = cost});
  }
  if (asked.chose.is_set()) {
    const auto row = option::row_of(reader, asked.chose);
    facts.option_is_one = row && row->work == work;
  }
  facts.is_said = asked.take.decision.is_set() && reader.count("SELECT COUNT(*) FROM agreement_decisions WHERE agreement = $1 AND decision = $2", {asked.agreement.value, asked.take.decision.value}) > 0;
  facts.take = decision::look(situation, by_the_body(asked.take, facts.decides));
  if (chooses(facts, asked) && facts.option_is_one) {
    const Day by = asked.take.on ? std::min(asked.take.on->last(), situation.today) : situation.today;
    facts.drift = option::drift_by(reader, work, asked.chose, words_chosen(asked), by);
    facts.take.asked_before = known_of(facts.drift.asked);
  }
  return facts;
}

Result<Changes> decide(const DecideFacts& facts, DecideAgreement asked) {
  if (!facts.agreement) return problem(Code::not_found, "agreement", msg("Give an agreement that is on this record."));
  Problems problems;
  check_said(facts, asked.outcome, asked.points, problems);
  if (!is_in(facts.bodies, facts.take.body)) {
    problems.add("body", Code::does_not_match, msg("Give the body that was to decide, a committee of it, or the body that it is part of. A decision of another body is recorded by itself, and then linked by the keeper."));
  }
  if (facts.is_said) problems.add("decision", Code::already_there, msg("The record says already what this decision made of the agreement. That stays."));
  if (!facts.option_is_one) problems.add("chose", Code::not_found, msg("Give a choice of this piece of work, or leave it empty."), std::to_string(asked.chose.value));
  if (asked.outcome == Outcome::followed && !facts.options.empty() && asked.chose.is_set() && !is_in(facts.options, asked.chose)) {
    problems.add("chose", Code::does_not_match, msg("The room agreed about another choice. If this one was chosen, the body departed: say why."), std::to_string(asked.chose.value));
  }
  const Index work = facts.agreement->work;
  const bool says_choice = chooses(facts, asked);
  option::OptionChosen choice{.work = work, .option = asked.chose, .words = Said(words_chosen(asked))};
  decision::TakeDecision take = by_the_body(asked.take, facts.decides);
  if (take.options.empty() && says_choice) {
    for (const PutOption& one : facts.put) {
      if (!one.title.empty()) take.options.push_back({.title = Said(one.title), .cost_a_year = one.cost, .chosen = one.option == asked.chose});
    }
  }
  auto taken = decision::decide(facts.take, std::move(take));
  if (!taken.ok()) problems.add_all(std::move(taken).problems());
  if (problems.any()) return problems;

  Changes changes = std::move(taken).value();
  // One that was announced and ends now keeps its number; any other is the first act.
  const bool ends_announced = facts.take.was_announced && !facts.take.was_taken_before;
  const Index decision = ends_announced ? asked.take.decision : facts.next_index;
  if (says_choice && (choice.option.is_set() || !choice.words.empty())) {
    choice.decision = decision;
    changes.add(std::move(choice));
  }
  changes.add(AgreementDecided{.agreement = asked.agreement, .decision = decision, .outcome = *asked.outcome, .points = std::move(asked.points)});
  changes.add(work::WorkDecision{.work = work, .decision = decision});
  changes.then(agreement_path(work, asked.agreement));
  return changes;
}

// ---- a link alone ---------------------------------------------------------------------------------------------------

DecideFacts look(const Situation& situation, const LinkAgreement& asked) {
  Reader& reader = situation.reader;
  DecideFacts facts = facts_of(situation, asked.agreement);
  if (!facts.agreement) return facts;
  facts.decision_is_one = decision::is_decision(reader, asked.decision);
  // The keeper writes down what any body decided; an officer speaks for their own.
  facts.body_fits = situation.actor.is_keeper() || is_in(facts.bodies, decision::body_of(reader, asked.decision));
  facts.is_linked_to_work = reader.count("SELECT COUNT(*) FROM work_decisions WHERE work = $1 AND decision = $2", {facts.agreement->work.value, asked.decision.value}) > 0;
  facts.is_said = reader.count("SELECT COUNT(*) FROM agreement_decisions WHERE agreement = $1 AND decision = $2", {asked.agreement.value, asked.decision.value}) > 0;
  return facts;
}

Result<Changes> decide(const DecideFacts& facts, LinkAgreement asked) {
  if (!facts.agreement) return problem(Code::not_found, "agreement", msg("Give an agreement that is on this record."));
  Problems problems;
  if (!facts.decision_is_one) problems.add("decision", Code::not_found, msg("Give a decision that is on this record."));
  if (facts.decision_is_one && !facts.body_fits) problems.add("decision", Code::does_not_match, msg("Give a decision of the body that was to decide."));
  if (facts.is_said) problems.add("decision", Code::already_there, msg("The record says already what this decision made of the agreement. That stays."));
  check_said(facts, asked.outcome, asked.points, problems);
  if (problems.any()) return problems;
  const Index work = facts.agreement->work;
  Changes changes;
  changes.add(AgreementDecided{.agreement = asked.agreement, .decision = asked.decision, .outcome = *asked.outcome, .points = std::move(asked.points)});
  if (!facts.is_linked_to_work) changes.add(work::WorkDecision{.work = work, .decision = asked.decision});
  changes.then(agreement_path(work, asked.agreement));
  return changes;
}

}  // namespace alongside::agreement
