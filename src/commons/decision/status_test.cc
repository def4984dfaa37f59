// The state table of the public record, row by row, and the dates that real councils published.
#include "commons/decision/status.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>

#include "base/text.h"

namespace alongside::decision {
namespace {

Day day(std::string_view iso) { return *Day::parse(iso); }
engines::CallInRule five_days() { return {.from = day("2000-01-01"), .working_days = 5, .end_minute = 16 * 60}; }

StatusFacts taken() { return {.is_taken = true, .on = When(day("2024-03-04")), .published = When(day("2024-03-05"))}; }
StatusFacts after(StatusEvent event, std::optional<When> until = {}, std::optional<int> minute = {}) {
  StatusFacts facts = taken();
  facts.event = LastEvent{.event = event, .act = {9}, .at_minute = minute, .open_until = until};
  return facts;
}
Status on(const StatusFacts& facts, std::string_view today, std::optional<engines::CallInRule> rule = {},
          std::optional<int> minute = {}) {
  return state(facts, rule, engines::Holidays(), day(today), minute).status;
}

}  // namespace

TEST_CASE("a decision that nobody says anything about stays taken, and its status is a gap") {
  const DecisionState now = state(taken(), {}, engines::Holidays(), day("2030-01-01"));
  CHECK(now.status == Status::taken);
  CHECK(now.status_unknown);
}

TEST_CASE("a decision subject to call-in with no end known is not said to be open, nor in force") {
  StatusFacts facts = taken();
  facts.call_in = Known::yes;
  CHECK(on(facts, "2024-03-06") == Status::taken);
  CHECK(state(facts, {}, engines::Holidays(), day("2024-03-06")).status_unknown);
}

TEST_CASE("by the body's rule it is open until the hour of the last day, then in force, and the page says worked out") {
  StatusFacts facts = taken();
  facts.call_in = Known::yes;
  CHECK(on(facts, "2024-03-12", five_days(), 15 * 60) == Status::open_to_call_in);
  CHECK(on(facts, "2024-03-12", five_days(), 16 * 60) == Status::in_force);
  CHECK(on(facts, "2024-03-12", five_days()) == Status::open_to_call_in);  // no clock: the day is not over before it is
  CHECK(on(facts, "2024-03-13", five_days()) == Status::in_force);
  const DecisionState now = state(facts, five_days(), engines::Holidays(), day("2024-03-08"));
  CHECK(now.open_until == day("2024-03-12"));
  CHECK(now.open_until_worked_out);
  CHECK(now.in_force_worked_out);
}

TEST_CASE("a published effective day is never overruled by one that is computed") {
  StatusFacts facts = taken();
  facts.call_in = Known::yes;
  facts.effective = When(day("2024-03-07"));  // before the rule would have it
  const DecisionState early = state(facts, five_days(), engines::Holidays(), day("2024-03-07"));
  CHECK(early.status == Status::in_force);
  CHECK(early.in_force_from == facts.effective);
  CHECK_FALSE(early.in_force_worked_out);
  facts.effective = When(day("2024-03-20"));  // after it: between the two it is neither open nor in force
  CHECK(on(facts, "2024-03-12", five_days()) == Status::open_to_call_in);
  CHECK(on(facts, "2024-03-15", five_days()) == Status::taken);
  CHECK(on(facts, "2024-03-20", five_days()) == Status::in_force);
}

TEST_CASE("an end that the source gives stands before any rule") {
  const StatusFacts facts = after(StatusEvent::subject_to_call_in, When(day("2024-03-08")), 17 * 60);
  CHECK(on(facts, "2024-03-08", five_days(), 16 * 60 + 59) == Status::open_to_call_in);
  CHECK(on(facts, "2024-03-08", five_days(), 17 * 60) == Status::in_force);
  CHECK_FALSE(state(facts, five_days(), engines::Holidays(), day("2024-03-06")).open_until_worked_out);
}

TEST_CASE("each event leads where the table says") {
  CHECK(on(after(StatusEvent::not_subject), "2024-03-06", five_days()) == Status::in_force);
  CHECK(on(after(StatusEvent::called_in), "2030-01-01", five_days()) == Status::called_in);
  CHECK(on(after(StatusEvent::upheld), "2024-03-20") == Status::in_force);
  CHECK(on(after(StatusEvent::sent_back), "2024-03-20") == Status::sent_back);
  CHECK(on(after(StatusEvent::confirmed_unchanged), "2024-03-20") == Status::in_force);
  CHECK(on(after(StatusEvent::withdrawn), "2024-03-20") == Status::withdrawn);
  StatusFacts replaced = after(StatusEvent::sent_back);
  replaced.replaced_by = {12};
  CHECK(on(replaced, "2024-03-20") == Status::overtaken);
  StatusFacts coming{.due = When(day("2024-03-31"))};
  CHECK(on(coming, "2024-03-31") == Status::coming);
  CHECK_FALSE(state(coming, {}, engines::Holidays(), day("2024-03-31")).was_due_nothing_recorded);
  CHECK(state(coming, {}, engines::Holidays(), day("2024-04-01")).was_due_nothing_recorded);
}

TEST_CASE("whatever is known, withdrawn and overtaken are final and nothing follows from them") {
  CHECK(rc::check("final", [] {
    StatusFacts facts{.is_taken = *rc::gen::arbitrary<bool>(), .call_in = static_cast<Known>(*rc::gen::inRange(0, 3))};
    if (*rc::gen::arbitrary<bool>()) facts.published = When(Day(*rc::gen::inRange(15000, 25000)));
    if (*rc::gen::arbitrary<bool>()) facts.on = When(Day(*rc::gen::inRange(15000, 25000)));
    if (*rc::gen::arbitrary<bool>()) facts.effective = When(Day(*rc::gen::inRange(15000, 25000)));
    if (*rc::gen::arbitrary<bool>())
      facts.event = LastEvent{.event = static_cast<StatusEvent>(*rc::gen::inRange(0, 7)), .act = {3}};
    if (*rc::gen::arbitrary<bool>()) facts.replaced_by = {7};
    const Day today(*rc::gen::inRange(15000, 25000));
    const DecisionState now = state(facts, five_days(), engines::Holidays(), today);
    RC_ASSERT(now.status != Status::open_to_call_in || now.open_until.has_value());
    RC_ASSERT(!now.open_until || today <= *now.open_until);
    RC_ASSERT(now.status != Status::in_force || !now.in_force_from || now.in_force_from->first() <= today ||
              facts.event);
    if (!is_final(now.status)) return;
    for (int event = 0; event < 7; ++event) RC_ASSERT(refusal(static_cast<StatusEvent>(event), now.status).has_value());
  }));
}

TEST_CASE("the days that councils published are in force when they said so") {
  std::ifstream file("../shared/data/clocks/callin.tsv");
  if (!file) {
    MESSAGE("skipped: ../shared/data/clocks/callin.tsv is not here");
    return;
  }
  std::string text;
  std::getline(file, text);  // its heads
  int checked = 0;
  while (std::getline(file, text)) {
    const auto cells = split(text, '\t');
    if (cells.size() < 5 || cells[4].empty()) continue;
    CAPTURE(text);
    const Day effective = day(cells[4]);
    StatusFacts facts{.is_taken = true,
                      .on = When(day(cells[2])),
                      .published = When(day(cells[3])),
                      .effective = When(effective),
                      .call_in = Known::yes};
    const DecisionState then = state(facts, five_days(), engines::Holidays(), effective);
    CHECK(then.status == Status::in_force);
    CHECK(then.in_force_from == When(effective));
    CHECK(state(facts, five_days(), engines::Holidays(), effective - 1).status != Status::in_force);
    ++checked;
  }
  CHECK(checked == 7);
}

}  // namespace alongside::decision
