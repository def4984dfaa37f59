#include "commons/ask/parts.h"

#include <algorithm>

#include "base/text.h"
#include "commons/ask/reading.h"
#include "commons/decision/views.h"
#include "commons/place/views.h"

namespace alongside::ask {
namespace {

using kernel::Changes;
using kernel::Situation;

Said or_nothing(Said said) { return is_blank(said) ? Said() : said; }

PartFacts facts_of(const Situation& situation, Index ask, int part) {
  kernel::Reader& reader = situation.reader;
  PartFacts facts{.ask = ask_row(reader, ask), .part = part_row(reader, ask, part), .today = situation.today};
  const auto last = reader.one<EventRow>("WHERE ask = $1 AND part = $2 ORDER BY on_day DESC, idx DESC LIMIT 1", {ask.value, std::int64_t{part}});
  if (last) facts.last_on = last->on;
  facts.is_the_asker = is_asker(reader, situation.actor, ask);
  if (facts.is_the_asker) facts.person = situation.actor.person;
  return facts;
}

// What a part is now, where something else was needed.
Message state_in_words(PartState state) {
  switch (state) {
    case PartState::waiting:
      return msg("This question waits until a person has read it. Publish it first.");
    case PartState::ready:
      return msg("This part has not been sent yet. Record first on which day it was sent, and to whom.");
    case PartState::sent:
      return msg("This part has been sent, and no receipt is on the record.");
    case PartState::delivered:
      return msg("This part has been delivered, and its answer is awaited.");
    case PartState::needs_reply:
      return msg("The body has asked something back. Record first what it was told.");
    case PartState::passed_on:
      return msg("This part was passed on to another body. Go on with the part there.");
    case PartState::answered:
    case PartState::no_record_held:
    case PartState::refused:
      break;
  }
  return msg("This part has its answer already. A new question can follow it.");
}

// The problems that all of these share; the state must be one of `from`.
Problems wrong_with(const PartFacts& facts, Index ask, int part, std::initializer_list<PartState> from, const std::optional<Day>& on) {
  Problems problems;
  if (!facts.ask) return problem(Code::not_found, "ask", msg("There is no question with this number here."), std::to_string(ask.value));
  if (!facts.part) return problem(Code::not_found, "part", msg("This question has no part with this number."), std::to_string(part));
  if (facts.ask->state == AskState::refused || facts.ask->state == AskState::merged || facts.ask->state == AskState::withdrawn) {
    problems.add("", Code::wrong_state, msg("This question was refused, withdrawn or put together with another: nothing is sent for it."));
  } else if (std::find(from.begin(), from.end(), facts.part->state) == from.end()) {
    problems.add("", Code::wrong_state, state_in_words(facts.part->state));
  }
  if (on && *on > facts.today) {
    problems.add("on", Code::in_the_future, msg("Give the day on which it happened: today or earlier."), on->iso());
  } else if (on && *on < facts.last_on.value_or(facts.ask->asked_on)) {
    problems.add("on", Code::out_of_range, msg("Give a day that is not before what happened last."), on->iso());
  }
  return problems;
}

std::string number(Index index) { return std::to_string(index.value); }

}  // namespace

PartFacts look(const Situation& situation, const SendPart& asked) {
  PartFacts facts = facts_of(situation, asked.ask, asked.part);
  facts.body_is_here = place::is_body(situation.reader, asked.body);
  return facts;
}
PartFacts look(const Situation& situation, const DeliverPart& asked) { return facts_of(situation, asked.ask, asked.part); }
PartFacts look(const Situation& situation, const BouncePart& asked) { return facts_of(situation, asked.ask, asked.part); }
PartFacts look(const Situation& situation, const AskBack& asked) { return facts_of(situation, asked.ask, asked.part); }
PartFacts look(const Situation& situation, const Clarify& asked) { return facts_of(situation, asked.ask, asked.part); }
PartFacts look(const Situation& situation, const PassOn& asked) {
  PartFacts facts = facts_of(situation, asked.ask, asked.part);
  facts.body_is_here = place::is_body(situation.reader, asked.to);
  return facts;
}
PartFacts look(const Situation& situation, const ReplyToPart& asked) {
  PartFacts facts = facts_of(situation, asked.ask, asked.part);
  facts.office_is_here = place::is_office(situation.reader, asked.office);
  for (const Index decision : asked.decisions) {
    if (!decision::is_decision(situation.reader, decision)) facts.not_decisions.push_back(decision);
  }
  return facts;
}
PartFacts look(const Situation& situation, const SplitAsk& asked) {
  PartFacts facts = facts_of(situation, asked.ask, 1);
  facts.body_is_here = place::is_body(situation.reader, asked.body);
  return facts;
}
PartFacts look(const Situation& situation, const JudgeReply& asked) {
  PartFacts facts = facts_of(situation, asked.ask, 1);
  facts.reply = situation.reader.one<ReplyRow>("WHERE idx = $1 AND ask = $2", {asked.reply.value, asked.ask.value});
  facts.judged = situation.reader.count("SELECT COUNT(*) FROM ask_judgements WHERE reply = $1", {asked.reply.value});
  return facts;
}

Result<Changes> decide(const PartFacts& facts, SendPart asked) {
  const Day on = asked.on.value_or(facts.today);
  Problems problems = wrong_with(facts, asked.ask, asked.part, {PartState::ready}, on);
  if (asked.body.is_set() && !facts.body_is_here) {
    problems.add("body", Code::not_found, msg("Choose a body that is registered here."), number(asked.body));
  } else if (facts.part && !asked.body.is_set() && !facts.part->body.is_set()) {
    problems.add("body", Code::missing, msg("Choose the body that it was sent to."));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskSent{.ask = asked.ask, .part = asked.part, .body = asked.body.is_set() ? asked.body : facts.part->body, .on = on});
  return changes;
}

Result<Changes> decide(const PartFacts& facts, DeliverPart asked) {
  const Day on = asked.on.value_or(facts.today);
  Problems problems = wrong_with(facts, asked.ask, asked.part, {PartState::sent}, on);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskDelivered{.ask = asked.ask, .part = asked.part, .on = on});
  return changes;
}

Result<Changes> decide(const PartFacts& facts, BouncePart asked) {
  const Day on = asked.on.value_or(facts.today);
  Problems problems = wrong_with(facts, asked.ask, asked.part, {PartState::sent, PartState::delivered}, on);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskBounced{.ask = asked.ask, .part = asked.part, .on = on});
  return changes;
}

Result<Changes> decide(const PartFacts& facts, AskBack asked) {
  const Day on = asked.on.value_or(facts.today);
  Problems problems = wrong_with(facts, asked.ask, asked.part, {PartState::sent, PartState::delivered}, on);
  if (is_blank(asked.words)) problems.add("words", Code::missing, msg("Write what the body asks back, in its words."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskNeedsReply{.ask = asked.ask, .part = asked.part, .on = on, .words = std::move(asked.words)});
  return changes;
}

Result<Changes> decide(const PartFacts& facts, Clarify asked) {
  const Day on = asked.on.value_or(facts.today);
  Problems problems = wrong_with(facts, asked.ask, asked.part, {PartState::needs_reply}, on);
  if (is_blank(asked.words)) problems.add("words", Code::missing, msg("Write what you answer the body."));
  if (problems.any()) return problems;
  Changes changes;
  // The asker's own words wait until a person has read them; what the keeper tells the body stands at once.
  changes.add(AskClarified{.ask = asked.ask, .part = asked.part, .on = on, .words = std::move(asked.words)},
              {.person = facts.person, .withheld = facts.is_the_asker});
  return changes;
}

Result<Changes> decide(const PartFacts& facts, PassOn asked) {
  const Day on = asked.on.value_or(facts.today);
  Problems problems = wrong_with(facts, asked.ask, asked.part, {PartState::sent, PartState::delivered}, on);
  if (!asked.to.is_set()) {
    problems.add("to", Code::missing, msg("Choose the body that it is passed on to."));
  } else if (!facts.body_is_here) {
    problems.add("to", Code::not_found, msg("Choose a body that is registered here."), number(asked.to));
  } else if (facts.part && facts.part->body == asked.to) {
    problems.add("to", Code::out_of_range, msg("Choose another body: this one has the question already."), number(asked.to));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskPassedOn{.ask = asked.ask, .part = asked.part, .to = asked.to, .on = on, .words = or_nothing(std::move(asked.words))});
  return changes;
}

// A body that asked something back and then answers all the same has answered.
namespace {

// A reply that was uploaded: a text file is its words.
void read_file(ReplyToPart& asked, Problems& problems) {
  if (!asked.file) return;
  const auto words = as_words(asked.file->bytes);
  if (!words || words->size() > reply_bytes_max) {
    problems.add({.code = Code::malformed, .file = asked.file->name, .field = "file",
                  .expected = msg("Give the reply as a text file of at most 60,000 letters (save the e-mail or letter as plain text), or type it in.")});
  } else if (!is_blank(asked.words)) {
    problems.add("file", Code::wrong_state, msg("Type the reply in or upload it: not both."), asked.file->name);
  } else {
    asked.words = Said(*words);
  }
}

}  // namespace

Result<Changes> decide(const PartFacts& facts, ReplyToPart asked) {
  const Day on = asked.on.value_or(facts.today);
  Problems problems = wrong_with(facts, asked.ask, asked.part, {PartState::sent, PartState::delivered, PartState::needs_reply}, on);
  read_file(asked, problems);
  if (!asked.file && is_blank(asked.words) && asked.decisions.empty()) {
    problems.add("words", Code::missing, msg("Write the reply in the body’s words, or give the decisions that it points at."));
  }
  if (asked.office.is_set() && !facts.office_is_here) {
    problems.add("office", Code::not_found, msg("Choose an office that is registered here."), number(asked.office));
  }
  for (const Index one : facts.not_decisions) {
    problems.add("decisions", Code::not_found, msg("Give numbers of decisions that are on this record."), number(one));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskReplied{.ask = asked.ask, .part = asked.part, .outcome = asked.outcome, .on = on, .words = or_nothing(std::move(asked.words)),
                         .signed_by = or_nothing(std::move(asked.signed_by)), .office = asked.office, .decisions = std::move(asked.decisions)});
  return changes;
}

Result<Changes> decide(const PartFacts& facts, SplitAsk asked) {
  Problems problems;
  if (!facts.ask) return problem(Code::not_found, "ask", msg("There is no question with this number here."), number(asked.ask));
  if (facts.ask->state == AskState::waiting) problems.add("", Code::wrong_state, state_in_words(PartState::waiting));
  if (facts.ask->state > AskState::open) {
    problems.add("", Code::wrong_state, msg("This question was refused, withdrawn or put together with another: nothing is sent for it."));
  }
  if (!asked.body.is_set()) {
    problems.add("body", Code::missing, msg("Choose the body that the new part asks."));
  } else if (!facts.body_is_here) {
    problems.add("body", Code::not_found, msg("Choose a body that is registered here."), number(asked.body));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskSplit{.ask = asked.ask, .body = asked.body, .question = or_nothing(std::move(asked.question))});
  return changes;
}

Result<Changes> decide(const PartFacts& facts, JudgeReply asked) {
  Problems problems;
  if (!facts.reply) problems.add("reply", Code::not_found, msg("Choose a reply to this question."), number(asked.reply));
  if (facts.judged >= 2) {
    problems.add("reply", Code::wrong_state, msg("You have said it, and changed it once. Both stand. You can ask a new question that follows this one."));
  }
  if (!asked.answers) problems.add("answers", Code::missing, msg("Say whether this answers you: yes, in part or no."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(AskJudged{.ask = asked.ask, .reply = asked.reply, .answers = *asked.answers, .words = or_nothing(std::move(asked.words))},
              {.person = facts.person, .withheld = true});
  return changes;
}

}  // namespace alongside::ask
