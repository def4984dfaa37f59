#include "commons/decision/take.h"

#include <algorithm>

#include "commons/decision/reading.h"
#include "commons/place/views.h"

namespace alongside::decision {
namespace {

using kernel::Changes;
using kernel::Situation;

std::string maker_words(const Said& maker, const Said& meeting) {
  return maker.empty() ? meeting.words() : maker.words();
}

bool is_to_come(const std::optional<When>& when, Day today) { return when && when->first() > today; }

// What this source's own number stands for, if it is here already.
Index already_here(kernel::Reader& reader, const Said& source_id, const ImportKeys& keys) {
  return source_id.empty() ? Index{} : match(reader, keys).exact;
}

void check_votes(const std::optional<VoteCounts>& votes, Problems& problems) {
  if (!votes) return;
  for (const int count : {votes->in_favour, votes->against, votes->abstained, votes->absent}) {
    if (count >= 0 && count <= 10000) continue;
    return problems.add("votes", Code::out_of_range, msg("Give each count of votes as a number from 0."),
                        std::to_string(count));
  }
}

void check_people(const TakeFacts& facts, const TakeDecision& asked, Problems& problems) {
  for (const std::size_t i : facts.not_holders) {
    problems.add("deciders/" + std::to_string(i) + "/held", Code::not_found,
                 msg("Choose somebody who is on the register, or give the name as it is written."));
  }
  for (const std::size_t i : facts.not_offices) {
    problems.add("deciders/" + std::to_string(i) + "/office", Code::not_found,
                 msg("Choose a registered office, or give the post as it is written."));
  }
  for (std::size_t i = 0; i < asked.dissents.size(); ++i) {
    const std::string at = "dissents/" + std::to_string(i);
    const auto& decider = asked.dissents[i].decider;
    if (decider && (*decider < 1 || static_cast<std::size_t>(*decider) > asked.deciders.size())) {
      problems.add(at + "/decider", Code::out_of_range,
                   msg("Give the place of a person in the list above: 1 is the first."), std::to_string(*decider));
    }
    if (asked.dissents[i].words.empty())
      problems.add(at + "/words", Code::missing, msg("Give the words of the dissent."));
  }
}

DecisionTaken act_of(const TakeFacts& facts, TakeDecision& asked) {
  DecisionTaken act{.body = facts.body,
                    .title = std::move(asked.title),
                    .what = std::move(asked.what),
                    .purpose = std::move(asked.purpose),
                    .maker_kind = asked.maker_kind,
                    .maker = std::move(asked.maker),
                    .office = asked.office,
                    .meeting = std::move(asked.meeting),
                    .on = asked.on,
                    .published = asked.published,
                    .effective = asked.effective,
                    .reasons = std::move(asked.reasons),
                    .powers = std::move(asked.powers),
                    .options = std::move(asked.options),
                    .interests = std::move(asked.interests),
                    .evidence = std::move(asked.evidence),
                    .no_interests = asked.no_interests,
                    .key = asked.key,
                    .call_in = asked.call_in,
                    .motion = asked.motion,
                    .votes = asked.votes,
                    .area = std::move(asked.area),
                    .reference = std::move(asked.reference),
                    .source_words = std::move(asked.source_words),
                    .source_id = std::move(asked.source_id),
                    .by_the_body = facts.from.by_the_body};
  act.asked_before = facts.asked_before;
  if (asked.carried != Known::not_known) act.carried = asked.carried == Known::yes;
  if (facts.was_announced && !facts.was_taken_before) act.decision = asked.decision;
  return act;
}

}  // namespace

FromWhere from_where(const Situation& situation, Index body, Index source) {
  const bool by_the_body = situation.actor.is_officer_of(body);
  return {.today = situation.today,
          .by_the_body = by_the_body,
          .needs_source = !by_the_body,
          .source_is_one = !source.is_set() || is_source(situation.reader, source)};
}

// ---- a source -------------------------------------------------------------------------------------------------------

SourceFacts look(const Situation& situation, const ReadSource&) { return {.today = situation.today}; }

Result<Changes> decide(const SourceFacts& facts, ReadSource asked) {
  Problems problems;
  if (asked.page.empty()) problems.add("page", Code::missing, msg("Give the page or file that was read."));
  if (asked.read_on && *asked.read_on > facts.today) {
    problems.add("read_on", Code::in_the_future, msg("Give the day on which it was read."), asked.read_on->iso());
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(SourceRead{.address = std::move(asked.address),
                         .page = std::move(asked.page),
                         .is_base64 = asked.is_base64,
                         .format = std::move(asked.format),
                         .read_on = asked.read_on.value_or(facts.today)});
  return changes;
}

void check_source(const FromWhere& facts, const SourceAsked& asked, Problems& problems) {
  if (!facts.source_is_one) {
    problems.add("source", Code::not_found, msg("Give the number of a source that is on the record, or its address."));
  }
  if (facts.needs_source && !asked.is_given()) {
    problems.add("source_address", Code::missing,
                 msg("Say where this stands: an address on the web, or the paper it was read from. Only the body "
                     "itself can do without."));
  }
}

Index add_source(Changes& changes, Index next, SourceAsked asked, Day today) {
  if (asked.source.is_set() || !asked.is_given()) return asked.source;
  const Index act{next.value + static_cast<std::int64_t>(changes.acts().size())};
  changes.add(SourceRead{
      .address = std::move(asked.address), .page = std::move(asked.page), .format = Token{"typed"}, .read_on = today});
  return act;
}

// ---- coming ---------------------------------------------------------------------------------------------------------

AnnounceFacts look(const Situation& situation, const AnnounceDecision& asked) {
  AnnounceFacts facts{.from = from_where(situation, asked.body, asked.source),
                      .next_index = situation.next_index,
                      .body_is_one = asked.body.is_set() && place::is_body(situation.reader, asked.body)};
  facts.keys = keys_for(situation.reader, {.body = asked.body,
                                           .source_id = asked.source_id.words(),
                                           .reference = asked.reference.words(),
                                           .on = asked.due,
                                           .maker = asked.maker.words(),
                                           .title = asked.title.words()});
  facts.already = already_here(situation.reader, asked.source_id, facts.keys);
  return facts;
}

Result<Changes> decide(const AnnounceFacts& facts, AnnounceDecision asked) {
  Problems problems;
  if (!facts.body_is_one) problems.add("body", Code::missing, msg("Choose the body that will decide."));
  if (asked.title.empty()) problems.add("title", Code::missing, msg("Say in a few words what will be decided."));
  if (is_to_come(asked.notice_on, facts.from.today)) {
    problems.add("notice_on", Code::in_the_future, msg("Give the day on which the notice was first published."),
                 asked.notice_on->iso());
  }
  if (facts.already.is_set()) {
    problems.add("source_id", Code::already_there, msg("This is on the record already."),
                 std::to_string(facts.already.value));
  }
  SourceAsked source{asked.source, std::move(asked.source_address), std::move(asked.source_page)};
  check_source(facts.from, source, problems);
  if (problems.any()) return problems;

  Changes changes;
  const Index source_act = source.source.is_set() ? source.source
                           : source.is_given()    ? Index{facts.next_index.value + 1}
                                                  : Index{};
  const Index decision = add_coming(changes, facts.next_index,
                                    DecisionComing{.body = asked.body,
                                                   .title = std::move(asked.title),
                                                   .what = std::move(asked.what),
                                                   .maker_kind = asked.maker_kind,
                                                   .maker = std::move(asked.maker),
                                                   .due = asked.due,
                                                   .notice_on = asked.notice_on,
                                                   .key = asked.key,
                                                   .key_reason = std::move(asked.key_reason),
                                                   .have_a_say = std::move(asked.have_a_say),
                                                   .consultation = std::move(asked.consultation),
                                                   .restriction = std::move(asked.restriction),
                                                   .urgency = std::move(asked.urgency),
                                                   .reference = std::move(asked.reference),
                                                   .source_words = std::move(asked.source_words),
                                                   .source_id = std::move(asked.source_id),
                                                   .source = source_act},
                                    facts.keys);
  add_source(changes, facts.next_index, std::move(source), facts.from.today);
  changes.then("/decisions/" + std::to_string(decision.value));
  return changes;
}

// ---- taken ----------------------------------------------------------------------------------------------------------

TakeFacts look(const Situation& situation, const TakeDecision& asked) {
  kernel::Reader& reader = situation.reader;
  TakeFacts facts{.next_index = situation.next_index, .body = asked.body};
  if (const auto announced = row_of(reader, asked.decision)) {
    facts.was_announced = announced->coming_act.is_set();
    facts.was_taken_before = announced->taken_act.is_set();
    facts.announced_is = States(reader, situation.today).of(*announced).status;
    if (!facts.body.is_set()) facts.body = announced->body;
  }
  facts.from = from_where(situation, facts.body, asked.source);
  facts.body_is_one = facts.body.is_set() && place::is_body(reader, facts.body);
  facts.office_is_one = !asked.office.is_set() || place::is_office(reader, asked.office);
  for (std::size_t i = 0; i < asked.deciders.size(); ++i) {
    const DeciderAsked& decider = asked.deciders[i];
    if (decider.held.is_set() && !place::holder(reader, decider.held)) facts.not_holders.push_back(i);
    if (decider.office.is_set() && !place::is_office(reader, decider.office)) facts.not_offices.push_back(i);
  }
  facts.keys = keys_for(reader, {.body = facts.body,
                                 .source_id = asked.source_id.words(),
                                 .reference = asked.reference.words(),
                                 .on = asked.on,
                                 .maker = maker_words(asked.maker, asked.meeting),
                                 .title = asked.title.words()});
  facts.already = already_here(reader, asked.source_id, facts.keys);
  return facts;
}

Result<Changes> decide(const TakeFacts& facts, TakeDecision asked) {
  Problems problems;  // all at once: nobody should have to find them one by one
  if (!facts.body_is_one) problems.add("body", Code::missing, msg("Choose the body that decided."));
  if (asked.decision.is_set() && !facts.was_announced) {
    problems.add("decision", Code::not_found,
                 msg("Give the number of a decision that was announced, or leave it empty."),
                 std::to_string(asked.decision.value));
  }
  if (facts.announced_is && is_final(*facts.announced_is)) {
    problems.add("decision", Code::wrong_state,
                 msg("This decision was withdrawn or overtaken. Record the new one apart, and link the two."));
  }
  if (asked.title.empty() && !facts.was_announced) {
    problems.add("title", Code::missing, msg("Say in a few words what was decided."));
  }
  if (is_to_come(asked.on, facts.from.today)) {
    problems.add("on", Code::in_the_future, msg("Give the day it was decided. For a decision to come, announce it."),
                 asked.on->iso());
  }
  if (is_to_come(asked.published, facts.from.today)) {
    problems.add("published", Code::in_the_future, msg("Give the day on which it was published."),
                 asked.published->iso());
  }
  if (!facts.office_is_one)
    problems.add("office", Code::not_found, msg("Choose a registered office, or leave it empty."));
  if (asked.no_interests && !asked.interests.empty()) {
    problems.add("no_interests", Code::does_not_match, msg("Either none was declared, or give those that were."));
  }
  if (facts.already.is_set() && facts.already != asked.decision) {
    problems.add("source_id", Code::already_there, msg("This is on the record already."),
                 std::to_string(facts.already.value));
  }
  check_votes(asked.votes, problems);
  check_people(facts, asked, problems);
  SourceAsked source{asked.source, std::move(asked.source_address), std::move(asked.source_page)};
  check_source(facts.from, source, problems);
  if (problems.any()) return problems;

  // No deciders, no reasons? Never a cause to refuse: the page says so, and anyone can ask.
  Changes changes;
  FromSource what{.taken = act_of(facts, asked)};
  for (DeciderAsked& decider : asked.deciders) {
    what.deciders.push_back({.held = decider.held,
                             .office = decider.office,
                             .name = std::move(decider.name),
                             .title = std::move(decider.title),
                             .vote = decider.vote,
                             .chaired = decider.chaired,
                             .did = std::move(decider.did)});
  }
  const std::int64_t first = facts.next_index.value;
  const auto people = static_cast<std::int64_t>(what.deciders.size());
  const auto dissents = static_cast<std::int64_t>(asked.dissents.size());
  const bool follows = facts.was_announced && facts.was_taken_before;
  // The decision is the first act and its source the last, so that the order's first index is the decision's.
  what.taken.source = source.source;
  if (!source.source.is_set() && source.is_given())
    what.taken.source = {first + 1 + people + dissents + (follows ? 1 : 0)};
  const Index decision = add_taken(changes, facts.next_index, std::move(what), facts.keys);
  for (DissentAsked& dissent : asked.dissents) {
    changes.add(DissentRecorded{.decision = decision,
                                .decider = dissent.decider ? Index{first + *dissent.decider} : Index{},
                                .name = std::move(dissent.name),
                                .words = std::move(dissent.words)});
  }
  if (follows) changes.add(DecisionLinked{.decision = decision, .link = LinkKind::follows, .to = asked.decision});
  add_source(changes, facts.next_index, std::move(source), facts.from.today);
  changes.then("/decisions/" + std::to_string(decision.value));
  return changes;
}

}  // namespace alongside::decision
