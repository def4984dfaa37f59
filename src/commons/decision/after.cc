#include "commons/decision/after.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "commons/decision/reading.h"
#include "commons/place/views.h"

namespace alongside::decision {
namespace {

using kernel::Changes;
using kernel::MayAsk;
using kernel::Reader;
using kernel::Situation;

constexpr std::array word_parts{"title",        "what",       "purpose",      "maker",       "meeting",   "reasons",
                                "area",         "reference",  "powers",       "options",     "interests", "evidence",
                                "source_words", "have_a_say", "consultation", "restriction", "urgency",   "key_reason"};
constexpr std::array day_parts{"on", "published", "effective", "due", "notice_on"};

void no_such_decision(Problems& problems, Index found, const char* field = "decision") {
  problems.add(field, Code::not_found, msg("Give the number of a decision that is on the record."),
               found.is_set() ? std::to_string(found.value) : "");
}

std::optional<int> minute_now(const Situation& situation) {
  const std::string zone = place::place(situation.reader).zone;
  const auto day = day_in_zone(situation.now, zone);
  if (!day || *day != situation.today) return std::nullopt;  // an invented place lives on another day
  const auto minute = minutes_in_zone(situation.now, zone);
  return minute ? std::optional<int>(*minute) : std::nullopt;
}

// The act comes first and its source after it.
Index source_after(const SourceAsked& source, Index next) {
  if (source.source.is_set()) return source.source;
  return source.is_given() ? Index{next.value + 1} : Index{};
}

}  // namespace

// ---- status ---------------------------------------------------------------------------------------------------------

ChangeStatusFacts look(const Situation& situation, const ChangeStatus& asked) {
  const auto row = row_of(situation.reader, asked.decision);
  ChangeStatusFacts facts{.from = from_where(situation, row ? row->body : Index{}, asked.source),
                          .next_index = situation.next_index};
  if (!row) return facts;
  States states(situation.reader, situation.today, minute_now(situation));
  facts.status = states.of(*row).status;
  facts.on_the_day = asked.on ? states.of(*row, std::min(asked.on->first(), situation.today)).status : facts.status;
  return facts;
}

Result<Changes> decide(const ChangeStatusFacts& facts, ChangeStatus asked) {
  Problems problems;
  if (!facts.status) no_such_decision(problems, asked.decision);
  if (asked.on && asked.on->first() > facts.from.today) {
    problems.add("on", Code::in_the_future, msg("Give the day on which it happened."), asked.on->iso());
  }
  if (asked.at_minute && (*asked.at_minute < 0 || *asked.at_minute > 24 * 60)) {
    problems.add("at_minute", Code::out_of_range, msg("Give the minutes after midnight: 960 is 4 in the afternoon."),
                 std::to_string(*asked.at_minute));
  }
  if (asked.open_until && asked.event != StatusEvent::subject_to_call_in) {
    problems.add("open_until", Code::does_not_match,
                 msg("Only a decision that can be called in has a last day for it."));
  }
  if (facts.status) {
    const Status was = is_final(*facts.status) ? *facts.status : *facts.on_the_day;
    if (const auto why_not = refusal(asked.event, was)) {
      problems.add("event", Code::wrong_state, *why_not, std::string(kernel::word_of(was)));
    }
  }
  if (asked.event == StatusEvent::withdrawn && asked.reason.empty()) {
    problems.add("reason", Code::missing, msg("Say why it was withdrawn. Everyone can read it."));
  }
  SourceAsked source{asked.source, std::move(asked.source_address), std::move(asked.source_page)};
  check_source(facts.from, source, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(DecisionStatusChanged{.decision = asked.decision,
                                    .event = asked.event,
                                    .on = asked.on,
                                    .at_minute = asked.at_minute,
                                    .open_until = asked.open_until,
                                    .reason = std::move(asked.reason),
                                    .source = source_after(source, facts.next_index)});
  add_source(changes, facts.next_index, std::move(source), facts.from.today);
  return changes;
}

// ---- correction -----------------------------------------------------------------------------------------------------

std::vector<std::string_view> correctable() {
  std::vector<std::string_view> out(word_parts.begin(), word_parts.end());
  out.insert(out.end(), day_parts.begin(), day_parts.end());
  return out;
}

bool is_word_part(std::string_view part) {
  return std::find(word_parts.begin(), word_parts.end(), part) != word_parts.end();
}
bool is_day_part(std::string_view part) {
  return std::find(day_parts.begin(), day_parts.end(), part) != day_parts.end();
}

CorrectFacts look(const Situation& situation, const CorrectDecision& asked) {
  const auto row = row_of(situation.reader, asked.decision);
  CorrectFacts facts{.from = from_where(situation, row ? row->body : Index{}, asked.source),
                     .next_index = situation.next_index,
                     .is_decision = row.has_value()};
  if (row && is_word_part(asked.part.value))
    facts.reads_now = wording_of(situation.reader, *row, asked.part.value).text;
  return facts;
}

Result<Changes> decide(const CorrectFacts& facts, CorrectDecision asked) {
  Problems problems;
  if (!facts.is_decision) no_such_decision(problems, asked.decision);
  const bool is_words = is_word_part(asked.part.value);
  const bool is_day = is_day_part(asked.part.value);
  if (!is_words && !is_day) {
    problems.add("part", Code::unknown_word,
                 msg("Give the part that was wrong: {words}, or a day: {days}.",
                     {{"words", join({word_parts.begin(), word_parts.end()}, ", ")},
                      {"days", join({day_parts.begin(), day_parts.end()}, ", ")}}),
                 asked.part.value);
  }
  if (is_words && asked.words.empty()) problems.add("words", Code::missing, msg("Give the words as they should read."));
  if (is_day && !asked.when) problems.add("when", Code::missing, msg("Give the day as it should be."));
  if (is_words && asked.when) problems.add("when", Code::does_not_match, msg("This part is words, not a day."));
  if (is_day && !asked.words.empty())
    problems.add("words", Code::does_not_match, msg("This part is a day, not words."));
  if (is_words && facts.reads_now.is_shown()) {
    const auto fresh = as_words(asked.words.words());
    if (fresh && *fresh == facts.reads_now.words)
      problems.add("words", Code::already_there, msg("It reads so already."));
  }
  SourceAsked source{asked.source, std::move(asked.source_address), std::move(asked.source_page)};
  check_source(facts.from, source, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(DecisionCorrected{.decision = asked.decision,
                                .part = std::move(asked.part),
                                .words = std::move(asked.words),
                                .when = asked.when,
                                .reason = std::move(asked.reason),
                                .source = source_after(source, facts.next_index)});
  add_source(changes, facts.next_index, std::move(source), facts.from.today);
  return changes;
}

// ---- confirmation ---------------------------------------------------------------------------------------------------

ConfirmFacts look(const Situation& situation, const ConfirmDecision& asked) {
  const auto row = row_of(situation.reader, asked.decision);
  if (!row) return {};
  return {.is_decision = true, .is_confirmed = row->by_the_body || row->confirmed_act.is_set(), .body = row->body};
}

Result<Changes> decide(const ConfirmFacts& facts, ConfirmDecision asked) {
  Problems problems;
  if (!facts.is_decision) no_such_decision(problems, asked.decision);
  if (facts.is_confirmed) problems.add("decision", Code::already_there, msg("The body has confirmed this already."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(DecisionConfirmed{.decision = asked.decision, .body = facts.body});
  return changes;
}

// ---- another account ------------------------------------------------------------------------------------------------

AccountFacts look(const Situation& situation, const GiveAccount& asked) {
  return {.from = from_where(situation, asked.body, asked.source),
          .next_index = situation.next_index,
          .is_decision = row_of(situation.reader, asked.decision).has_value(),
          .body_is_one = !asked.body.is_set() || place::is_body(situation.reader, asked.body)};
}

Result<Changes> decide(const AccountFacts& facts, GiveAccount asked) {
  Problems problems;
  if (!facts.is_decision) no_such_decision(problems, asked.decision);
  if (!facts.body_is_one) problems.add("body", Code::not_found, msg("Choose the body whose account this is."));
  if (asked.words.empty()) problems.add("words", Code::missing, msg("Give the account in its own words."));
  SourceAsked source{asked.source, std::move(asked.source_address), std::move(asked.source_page)};
  check_source(facts.from, source, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AccountGiven{.about = asked.decision,
                           .body = asked.body,
                           .source = source_after(source, facts.next_index),
                           .words = std::move(asked.words)});
  add_source(changes, facts.next_index, std::move(source), facts.from.today);
  return changes;
}

// ---- links, names, dissent ------------------------------------------------------------------------------------------

LinkFacts look(const Situation& situation, const LinkDecision& asked) {
  Reader& reader = situation.reader;
  LinkFacts facts{.is_decision = row_of(reader, asked.decision).has_value()};
  if (const auto to = row_of(reader, asked.to)) {
    facts.to_is_decision = true;
    facts.to_is = States(reader, situation.today).of(*to).status;
    facts.is_linked_so =
        reader
            .one<LinkRow>("WHERE decision = $1 AND link = $2 AND to_decision = $3 ORDER BY idx LIMIT 1",
                          {asked.decision.value, kernel::to_value(asked.link), asked.to.value})
            .has_value();
  }
  return facts;
}

Result<Changes> decide(const LinkFacts& facts, LinkDecision asked) {
  Problems problems;
  if (!facts.is_decision) no_such_decision(problems, asked.decision);
  if (!asked.elsewhere && !facts.to_is_decision) no_such_decision(problems, asked.to, "to");
  if (asked.elsewhere && asked.to.is_set()) {
    problems.add("elsewhere", Code::does_not_match,
                 msg("Give a decision of this place, or one of another place: not both."));
  }
  if (asked.to == asked.decision && asked.to.is_set()) {
    problems.add("to", Code::does_not_match, msg("A decision cannot be linked to itself. Give another one."),
                 std::to_string(asked.to.value));
  }
  if (facts.is_linked_so) problems.add("to", Code::already_there, msg("The two are linked so already."));
  if (asked.link == LinkKind::replaces && facts.to_is) {
    if (is_final(*facts.to_is)) {
      problems.add("to", Code::wrong_state,
                   msg("That decision was withdrawn or overtaken already, and that is final."));
    } else if (*facts.to_is == Status::coming) {
      problems.add("to", Code::wrong_state,
                   msg("That decision has not been taken yet, so nothing can take its place."));
    }
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(DecisionLinked{
      .decision = asked.decision, .link = asked.link, .to = asked.to, .elsewhere = std::move(asked.elsewhere)});
  return changes;
}

NameFacts look(const Situation& situation, const NameDecider& asked) {
  Reader& reader = situation.reader;
  const auto row = row_of(reader, asked.decision);
  NameFacts facts{.is_taken = row && row->taken_act.is_set(),
                  .held_is_one = !asked.held.is_set() || place::holder(reader, asked.held).has_value(),
                  .office_is_one = !asked.office.is_set() || place::is_office(reader, asked.office)};
  if (asked.held.is_set()) {
    facts.is_named_already = reader
                                 .one<DeciderRow>("WHERE decision = $1 AND held = $2 ORDER BY idx LIMIT 1",
                                                  {asked.decision.value, asked.held.value})
                                 .has_value();
  }
  return facts;
}

Result<Changes> decide(const NameFacts& facts, NameDecider asked) {
  Problems problems;
  if (!facts.is_taken) no_such_decision(problems, asked.decision);
  if (!facts.held_is_one)
    problems.add("held", Code::not_found,
                 msg("Choose somebody who is on the register, or give the name as it is written."));
  if (!facts.office_is_one)
    problems.add("office", Code::not_found, msg("Choose a registered office, or give the post as it is written."));
  if (facts.is_named_already)
    problems.add("held", Code::already_there, msg("This person is named for this decision already."));
  if (!asked.held.is_set() && !asked.office.is_set() && asked.name.empty() && asked.title.empty()) {
    problems.add("name", Code::missing, msg("Give a name, or a post."));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(DeciderNamed{.decision = asked.decision,
                           .held = asked.held,
                           .office = asked.office,
                           .name = std::move(asked.name),
                           .title = std::move(asked.title),
                           .vote = asked.vote,
                           .chaired = asked.chaired,
                           .did = std::move(asked.did)});
  return changes;
}

DissentFacts look(const Situation& situation, const RecordDissent& asked) {
  const auto row = row_of(situation.reader, asked.decision);
  DissentFacts facts{.is_taken = row && row->taken_act.is_set()};
  if (asked.decider.is_set()) {
    const auto decider = situation.reader.one<DeciderRow>("WHERE idx = $1", {asked.decider.value});
    facts.decider_is_one = decider && decider->decision == asked.decision;
  }
  return facts;
}

Result<Changes> decide(const DissentFacts& facts, RecordDissent asked) {
  Problems problems;
  if (!facts.is_taken) no_such_decision(problems, asked.decision);
  if (!facts.decider_is_one) {
    problems.add("decider", Code::not_found, msg("Choose somebody who took part in this decision."),
                 std::to_string(asked.decider.value));
  }
  if (asked.words.empty()) problems.add("words", Code::missing, msg("Give the words of the dissent."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(DissentRecorded{.decision = asked.decision,
                              .decider = asked.decider,
                              .name = std::move(asked.name),
                              .words = std::move(asked.words)});
  return changes;
}

// ---- who may --------------------------------------------------------------------------------------------------------

namespace may {
namespace {

// The bodies that an order is about. None yet: a form that has not been filled in.
std::vector<Index> bodies_of(const MayAsk& ask) {
  std::vector<Index> out;
  if (const Index body = ask.index("body"); body.is_set()) out.push_back(body);
  if (const auto row = row_of(ask.reader, ask.index("decision"))) out.push_back(row->body);
  return out;
}

bool is_officer(const MayAsk& ask) {
  return ask.actor.standing == kernel::Standing::officer && !ask.actor.bodies.empty();
}

}  // namespace

bool record_decisions(const MayAsk& ask) { return ask.actor.is_keeper() || confirm_decisions(ask); }

bool confirm_decisions(const MayAsk& ask) {
  if (!is_officer(ask)) return false;
  const std::vector<Index> bodies = bodies_of(ask);
  return std::all_of(bodies.begin(), bodies.end(), [&](Index body) { return ask.actor.is_officer_of(body); });
}

bool give_accounts(const MayAsk& ask) {
  if (ask.actor.is_keeper()) return true;
  if (!is_officer(ask)) return false;
  const Index body = ask.index("body");
  return !body.is_set() || ask.actor.is_officer_of(body);
}

}  // namespace may

}  // namespace alongside::decision
