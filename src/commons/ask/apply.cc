// It has happened: apply() refuses nothing. An act that points at no ask or no part changes nothing.
#include "commons/ask/apply.h"

namespace alongside::ask {
namespace {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

bool is_ask(Index ask, Tables& tables) { return tables.one<AskRow>("WHERE idx = $1", {ask.value}).has_value(); }

std::optional<PartRow> part_of(Index ask, int part, Tables& tables) {
  return tables.one<PartRow>("WHERE ask = $1 AND part = $2", {ask.value, part});
}

void add_part(PartRow row, Tables& tables) {
  const auto last = tables.one<PartRow>("WHERE ask = $1 ORDER BY part DESC LIMIT 1", {row.ask.value});
  row.part = last ? last->part + 1 : 1;
  tables.put(row);
}

void note(const Entry& entry, Index ask, int part, Event event, Day on, Tables& tables, Index body = {}) {
  tables.put(EventRow{.index = entry.index, .ask = ask, .part = part, .event = event, .on = on, .body = body});
}

void set_state(const Entry& entry, Index ask, AskState state, Tables& tables) {
  tables.run("UPDATE asks SET state = $1, state_act = $2, state_on = $3 WHERE idx = $4",
             {to_value(state), entry.index.value, to_value(entry.at), ask.value});
}

void set_part(Index ask, int part, PartState state, Tables& tables) {
  tables.run("UPDATE ask_parts SET state = $1 WHERE ask = $2 AND part = $3", {to_value(state), ask.value, part});
}

void end_part(Index ask, int part, PartState state, Day on, Tables& tables) {
  tables.run("UPDATE ask_parts SET state = $1, ended_on = $2 WHERE ask = $3 AND part = $4",
             {to_value(state), to_value(on), ask.value, part});
}

void end_pause(Index ask, int part, Day on, Tables& tables) {
  tables.run("UPDATE ask_pauses SET until_day = $1 WHERE ask = $2 AND part = $3 AND until_day IS NULL",
             {to_value(on), ask.value, part});
}

}  // namespace

void apply(const AskOpened& act, const Entry& entry, Tables& tables) {
  const bool is_unread = !act.words.empty() || !act.thing.empty();
  const Day on = act.on.value_or(entry.at);
  tables.put(AskRow{.index = entry.index,
                    .about = act.about,
                    .follows = act.follows,
                    .who = act.who,
                    .when = act.when,
                    .power = act.power,
                    .people = act.people,
                    .asked_on = on,
                    .state = is_unread ? AskState::waiting : AskState::open});
  tables.put(PartRow{.ask = entry.index,
                     .part = 1,
                     .body = act.body,
                     .state = is_unread ? PartState::waiting : PartState::ready});
  note(entry, entry.index, 0, Event::opened, on, tables);
}

void apply(const AskPublished& act, const Entry& entry, Tables& tables) {
  const auto ask = tables.one<AskRow>("WHERE idx = $1", {act.ask.value});
  if (!ask) return;
  note(entry, act.ask, 0, Event::published, entry.at, tables);
  if (ask->state != AskState::waiting) return;  // later words of theirs were read
  set_state(entry, act.ask, AskState::open, tables);
  tables.run("UPDATE ask_parts SET state = $1 WHERE ask = $2 AND state = $3",
             {to_value(PartState::ready), act.ask.value, to_value(PartState::waiting)});
}

void apply(const AskRefused& act, const Entry& entry, Tables& tables) {
  if (!is_ask(act.ask, tables)) return;
  set_state(entry, act.ask, AskState::refused, tables);
  tables.run("UPDATE asks SET refusal = $1 WHERE idx = $2", {to_value(act.reason), act.ask.value});
  note(entry, act.ask, 0, Event::refused, entry.at, tables);
}

void apply(const AskMerged& act, const Entry& entry, Tables& tables) {
  if (!is_ask(act.ask, tables)) return;
  set_state(entry, act.ask, AskState::merged, tables);
  tables.run("UPDATE asks SET into_ask = $1 WHERE idx = $2", {to_value(act.into), act.ask.value});
  note(entry, act.ask, 0, Event::merged, entry.at, tables);
}

void apply(const AskWithdrawn& act, const Entry& entry, Tables& tables) {
  if (!is_ask(act.ask, tables)) return;
  set_state(entry, act.ask, AskState::withdrawn, tables);
  note(entry, act.ask, 0, Event::withdrawn, entry.at, tables);
}

void apply(const AskSplit& act, const Entry& entry, Tables& tables) {
  const auto ask = tables.one<AskRow>("WHERE idx = $1", {act.ask.value});
  if (!ask) return;
  add_part({.ask = act.ask,
            .body = act.body,
            .question_act = act.question.empty() ? Index{} : entry.index,
            .state = ask->state == AskState::waiting ? PartState::waiting : PartState::ready},
           tables);
  note(entry, act.ask, 0, Event::split, entry.at, tables, act.body);
}

void apply(const AskSent& act, const Entry& entry, Tables& tables) {
  const auto part = part_of(act.ask, act.part, tables);
  if (!part) return;
  const Index body = act.body.is_set() ? act.body : part->body;
  tables.run("UPDATE ask_parts SET state = $1, sent_on = $2, body = $3 WHERE ask = $4 AND part = $5",
             {to_value(PartState::sent), to_value(act.on), to_value(body), act.ask.value, act.part});
  note(entry, act.ask, act.part, Event::sent, act.on, tables, body);
}

void apply(const AskDelivered& act, const Entry& entry, Tables& tables) {
  const auto part = part_of(act.ask, act.part, tables);
  if (!part) return;
  set_part(act.ask, act.part, PartState::delivered, tables);
  note(entry, act.ask, act.part, Event::delivered, act.on, tables, part->body);
}

// It never arrived: the clock that began with it is void.
void apply(const AskBounced& act, const Entry& entry, Tables& tables) {
  const auto part = part_of(act.ask, act.part, tables);
  if (!part) return;
  tables.run("UPDATE ask_parts SET state = $1, sent_on = NULL WHERE ask = $2 AND part = $3",
             {to_value(PartState::ready), act.ask.value, act.part});
  tables.run("DELETE FROM ask_pauses WHERE ask = $1 AND part = $2", {act.ask.value, act.part});
  note(entry, act.ask, act.part, Event::bounced, act.on, tables, part->body);
}

void apply(const AskNeedsReply& act, const Entry& entry, Tables& tables) {
  const auto part = part_of(act.ask, act.part, tables);
  if (!part) return;
  set_part(act.ask, act.part, PartState::needs_reply, tables);
  tables.put(PauseRow{.index = entry.index, .ask = act.ask, .part = act.part, .from = act.on});
  note(entry, act.ask, act.part, Event::needs_reply, act.on, tables, part->body);
}

void apply(const AskClarified& act, const Entry& entry, Tables& tables) {
  const auto part = part_of(act.ask, act.part, tables);
  if (!part) return;
  set_part(act.ask, act.part, PartState::delivered, tables);
  end_pause(act.ask, act.part, act.on, tables);
  note(entry, act.ask, act.part, Event::clarified, act.on, tables, part->body);
}

void apply(const AskPassedOn& act, const Entry& entry, Tables& tables) {
  if (!part_of(act.ask, act.part, tables)) return;
  end_part(act.ask, act.part, PartState::passed_on, act.on, tables);
  end_pause(act.ask, act.part, act.on, tables);
  const auto from = part_of(act.ask, act.part, tables);
  add_part({.ask = act.ask,
            .body = act.to,
            .question_act = from->question_act,
            .passed_from = act.part,
            .state = PartState::ready},
           tables);
  note(entry, act.ask, act.part, Event::passed_on, act.on, tables, act.to);
}

void apply(const AskReplied& act, const Entry& entry, Tables& tables) {
  const auto part = part_of(act.ask, act.part, tables);
  if (!part) return;
  const PartState became = act.outcome == ReplyOutcome::answered         ? PartState::answered
                           : act.outcome == ReplyOutcome::no_record_held ? PartState::no_record_held
                                                                         : PartState::refused;
  end_part(act.ask, act.part, became, act.on, tables);
  end_pause(act.ask, act.part, act.on, tables);
  tables.put(ReplyRow{.index = entry.index,
                      .ask = act.ask,
                      .part = act.part,
                      .outcome = act.outcome,
                      .on = act.on,
                      .office = act.office});
  for (std::size_t i = 0; i < act.decisions.size(); ++i) {
    tables.put(ReplyDecisionRow{.reply = entry.index, .place = static_cast<int>(i), .decision = act.decisions[i]});
  }
  note(entry, act.ask, act.part, Event::replied, act.on, tables, part->body);
}

void apply(const AskJudged& act, const Entry& entry, Tables& tables) {
  const auto reply = tables.one<ReplyRow>("WHERE idx = $1", {act.reply.value});
  if (!reply || reply->ask != act.ask) return;
  tables.put(JudgementRow{
      .index = entry.index, .ask = act.ask, .reply = act.reply, .answers = act.answers, .on = entry.at});
  note(entry, act.ask, reply->part, Event::judged, entry.at, tables);
}

}  // namespace alongside::ask
