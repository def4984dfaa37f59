#include "commons/decision/reading.h"

#include "commons/place/views.h"

namespace alongside::decision {

using kernel::Reader;

std::optional<DecisionRow> row_of(Reader& reader, Index decision) {
  if (!decision.is_set()) return std::nullopt;
  return reader.one<DecisionRow>("WHERE idx = $1", {decision.value});
}

StatusFacts status_facts(const DecisionRow& row) {
  StatusFacts facts{.is_taken = row.taken_act.is_set(),
                    .due = row.due,
                    .on = row.on,
                    .published = row.published,
                    .effective = row.effective,
                    .call_in = row.call_in,
                    .replaced_by = row.replaced_by};
  if (row.event) {
    facts.event = LastEvent{.event = *row.event,
                            .act = row.event_act,
                            .on = row.event_on,
                            .at_minute = row.event_minute,
                            .open_until = row.event_open_until};
  }
  return facts;
}

Text title_of(Reader& reader, const DecisionRow& row) {
  const bool is_corrected = row.title_act != row.taken_act && row.title_act != row.coming_act;
  return reader.words(row.title_act, is_corrected ? "words" : "title");
}

Wording wording_of(Reader& reader, const DecisionRow& row, std::string_view part) {
  const auto corrected = reader.one<ActRow>("WHERE decision = $1 AND kind = $2 AND part = $3 ORDER BY idx DESC LIMIT 1",
                                            {row.index.value, std::string(DecisionCorrected::kind), std::string(part)});
  if (corrected) {
    Text text = reader.words(corrected->index, "words");
    if (text.state != Text::State::absent) return {std::move(text), corrected->index};
  }
  for (const Index act : {row.taken_act, row.coming_act}) {
    if (!act.is_set()) continue;
    Text text = reader.words(act, part);
    if (text.state != Text::State::absent) return {std::move(text), act};
  }
  return {};
}

bool is_source(Reader& reader, Index source) {
  return source.is_set() && reader.one<SourceRow>("WHERE idx = $1", {source.value}).has_value();
}

States::States(Reader& reader, Day today, std::optional<int> minute_now)
    : reader_(reader), today_(today), minute_now_(minute_now), holidays_(place::holidays(reader)) {}

const std::optional<engines::CallInRule>& States::rule(Index body, Day day) {
  const auto key = std::pair(body, day);
  const auto found = rules_.find(key);
  if (found != rules_.end()) return found->second;
  return rules_.emplace(key, place::call_in_rule(reader_, body, day)).first->second;
}

DecisionState States::of(const DecisionRow& row, Day on) {
  const StatusFacts facts = status_facts(row);
  static const std::optional<engines::CallInRule> none;
  // A rule is only asked for where nothing stronger has been said.
  const bool needs_rule = facts.is_taken && row.body.is_set() && facts.call_in != Known::no &&
                          (!facts.event || facts.event->event == StatusEvent::subject_to_call_in);
  const Day day = row.on ? row.on->last() : row.published ? row.published->last() : on;
  return state(facts, needs_rule ? rule(row.body, day) : none, holidays_, on,
               on == today_ ? minute_now_ : std::nullopt);
}

}  // namespace alongside::decision
