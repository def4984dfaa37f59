#include "commons/question/commands.h"

#include <algorithm>

#include "base/text.h"

namespace alongside::question {
namespace {

using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

std::string number(Index index) { return std::to_string(index.value); }
Said or_nothing(Said said) { return is_blank(said) ? Said() : said; }

WordingFacts facts_of(const Situation& situation, Index work, Index wording = {}) {
  WordingFacts facts{.today = situation.today, .work = work::row_of(situation.reader, work), .person = situation.actor.person, .next = situation.next_index};
  facts.wording = wording_row(situation.reader, wording);
  if (facts.wording && facts.wording->work != work) facts.wording.reset();
  facts.in_danger = facts.wording && work::is_in_danger(situation.reader, wording);
  facts.has_first = situation.reader.count("SELECT COUNT(*) FROM wordings WHERE work = $1", {work.value}) > 0;
  facts.side = work::side_of(situation.reader, work, situation.actor.person);
  return facts;
}

// Two counts of the same words, one person apart, would say what that person answered.
int same_as(Reader& reader, Index work, const std::string& words) {
  const std::string wanted = folded(words);
  for (const WordingRow& row : reader.all<WordingRow>("WHERE work = $1 AND state IN ('open', 'closed') ORDER BY number", {work.value})) {
    if (folded(reader.words(row.index, "words").or_empty()) == wanted) return row.number;
  }
  return 0;
}

bool consents(work::Side side) { return side != work::Side::advisor; }

void needs_work(const WordingFacts& facts, Problems& problems) {
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
}

void needs_words(const Said& words, const Said& reason, Problems& problems) {
  if (is_blank(words)) problems.add("words", Code::missing, msg("Write the question as you would ask it."));
  if (words.words().size() > words_bytes_max) problems.add("words", Code::out_of_range, msg("Write at most 1,000 letters: a question that people can keep in mind."));
  if (reason.words().size() > reason_bytes_max) problems.add("reason", Code::out_of_range, msg("Write at most 4,000 letters."));
}

Problems no_such_wording(Index wording) { return problem(Code::not_found, "wording", msg("There is no wording with this number in this piece of work."), number(wording)); }

// Why nothing can be done with it any more; nothing while it waits or is open.
std::optional<Message> is_over(const WordingRow& wording) {
  switch (wording.state) {
    case WordingState::closed: return msg("The time for this wording is over, and what each side answered is on the record.");
    case WordingState::refused: return msg("This wording was not published. Nothing more can be done with it.");
    case WordingState::withdrawn: return msg("Whoever proposed this wording has withdrawn it.");
    case WordingState::waiting:
    case WordingState::open: break;
  }
  return std::nullopt;
}

Message same_words(int as) { return msg("These words stand already, as wording {n}. Answer yes or no to that one.", {{"n", std::to_string(as)}}); }

}  // namespace

// ---- wordings -------------------------------------------------------------------------------------------------------

WordingFacts look(const Situation& situation, const FirstWording& asked) { return facts_of(situation, asked.work); }

Result<Changes> decide(const WordingFacts& facts, FirstWording asked) {
  Problems problems;
  needs_work(facts, problems);
  needs_words(asked.words, asked.reason, problems);
  if (facts.has_first) problems.add("", Code::already_there, msg("The first wording stands already. Other words are proposed in the room."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(WordingProposed{.work = asked.work, .side = work::Side::office, .words = std::move(asked.words), .reason = or_nothing(std::move(asked.reason)),
                              .on = facts.today, .until = facts.today + facts.work->answer_days});
  return changes;
}

WordingFacts look(const Situation& situation, const ProposeWording& asked) {
  WordingFacts facts = facts_of(situation, asked.work);
  if (!facts.work) return facts;
  facts.same_as = same_as(situation.reader, asked.work, asked.words.words());
  facts.theirs = situation.reader.count("SELECT COUNT(*) FROM wording_authors a JOIN wordings w ON w.idx = a.wording "
                                        "WHERE w.work = $1 AND a.person = $2 AND w.state IN ('waiting', 'open')", {asked.work.value, facts.person.value});
  if (facts.side) facts.named = work::named_side(situation.reader, asked.work, *facts.side);
  return facts;
}

Result<Changes> decide(const WordingFacts& facts, ProposeWording asked) {
  Problems problems;
  needs_work(facts, problems);
  needs_words(asked.words, asked.reason, problems);
  if (is_blank(asked.reason)) problems.add("reason", Code::missing, msg("Say why you would ask it in these words."));
  if (facts.work && !facts.side) problems.add("", Code::wrong_state, msg("Take part first: say on which side you are here."));
  if (facts.work && facts.work->state == work::WorkState::paused) problems.add("", Code::wrong_state, msg("This work pauses. You can propose words when it goes on."));
  if (facts.work && !facts.has_first) problems.add("", Code::wrong_state, msg("Those who run this work have not asked anything yet. Their wording comes first."));
  if (facts.same_as > 0) problems.add("words", Code::already_there, same_words(facts.same_as));
  if (facts.theirs >= proposals_max) problems.add("", Code::too_many, msg("Three wordings of yours are open or wait to be read. Withdraw one, or wait until one is over."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(WordingProposed{.work = asked.work, .side = facts.named, .words = std::move(asked.words),
                              .reason = std::move(asked.reason), .on = facts.today, .until = facts.today + facts.work->answer_days},
              {.person = facts.person, .withheld = true});
  changes.keep(AuthorRow{.wording = facts.next, .person = facts.person.value});
  return changes;
}

WordingFacts look(const Situation& situation, const WithdrawWording& asked) { return facts_of(situation, asked.work, asked.wording); }

Result<Changes> decide(const WordingFacts& facts, WithdrawWording asked) {
  if (!facts.wording) return no_such_wording(asked.wording);
  if (auto over = is_over(*facts.wording)) return problem(Code::wrong_state, "", std::move(*over));
  Changes changes;
  changes.add(WordingWithdrawn{.wording = asked.wording});
  changes.run("DELETE FROM wording_choices WHERE wording = $1", {asked.wording.value});
  return changes;
}

// ---- yes or no ------------------------------------------------------------------------------------------------------

WordingFacts look(const Situation& situation, const ChooseWording& asked) {
  WordingFacts facts = facts_of(situation, asked.work, asked.wording);
  if (facts.wording) facts.words_are_gone = situation.reader.words(asked.wording, "words").state == Text::State::erased;
  return facts;
}

Result<Changes> decide(const WordingFacts& facts, ChooseWording asked) {
  Problems problems;
  needs_work(facts, problems);
  if (!facts.wording) problems.add_all(no_such_wording(asked.wording));
  if (!asked.choice) problems.add("choice", Code::missing, msg("Say yes or no to these words, or that you abstain."));
  if (facts.work && !facts.side) problems.add("", Code::wrong_state, msg("Take part first: say on which side you are here."));
  if (facts.side && !consents(*facts.side)) problems.add("", Code::wrong_state, msg("You are here to advise. You can propose words; the other sides say yes or no."));
  if (facts.work && facts.work->state == work::WorkState::preparing) problems.add("", Code::wrong_state, msg("Nobody has been invited yet."));
  if (!facts.wording) return problems;
  if (auto over = is_over(*facts.wording)) {
    problems.add("wording", Code::wrong_state, std::move(*over));
  } else if (facts.wording->state == WordingState::waiting) {
    problems.add("wording", Code::wrong_state, msg("These words wait until somebody has read them. Then you can answer."));
  } else if (facts.words_are_gone) {
    problems.add("wording", Code::wrong_state, msg("These words were erased, so nobody can answer to them any more."));
  } else if (facts.today > facts.wording->until) {
    problems.add("wording", Code::wrong_state, msg("The time to answer ended on {day}. What people said by then counts.", {{"day", facts.wording->until.iso()}}));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.run("DELETE FROM wording_choices WHERE wording = $1 AND person = $2", {asked.wording.value, facts.person.value});
  changes.keep(ChoiceRow{.wording = asked.wording, .person = facts.person.value, .choice = *asked.choice});
  return changes;
}

// ---- reading before others may --------------------------------------------------------------------------------------

WordingFacts look(const Situation& situation, const PublishWording& asked) {
  WordingFacts facts = facts_of(situation, asked.work, asked.wording);
  if (!facts.wording) return facts;
  const Text words = situation.reader.withheld_words(asked.wording, "words");
  facts.words_are_gone = words.state == Text::State::erased;
  if (words.is_shown()) facts.same_as = same_as(situation.reader, asked.work, words.words);
  return facts;
}

Result<Changes> decide(const WordingFacts& facts, PublishWording asked) {
  if (!facts.wording || !facts.work) return no_such_wording(asked.wording);
  if (auto over = is_over(*facts.wording)) return problem(Code::wrong_state, "", std::move(*over));
  if (facts.wording->state == WordingState::open) return problem(Code::wrong_state, "", msg("This wording is published already."));
  if (facts.in_danger) return problem(Code::wrong_state, "", work::kept_back_as_danger());
  if (facts.words_are_gone) return problem(Code::erased, "wording", msg("These words were erased. There is nothing to publish."));
  if (facts.same_as > 0) return problem(Code::already_there, "wording", msg("These words stand already, as wording {n}. Refuse them as sent twice.", {{"n", std::to_string(facts.same_as)}}));
  Changes changes;
  changes.add(WordingPublished{.wording = asked.wording, .until = facts.today + facts.work->answer_days});
  changes.show_words(asked.wording);
  return changes;
}

WordingFacts look(const Situation& situation, const RefuseWording& asked) { return facts_of(situation, asked.work, asked.wording); }

Result<Changes> decide(const WordingFacts& facts, RefuseWording asked) {
  if (!facts.wording) return no_such_wording(asked.wording);
  Problems problems;
  if (auto over = is_over(*facts.wording)) {
    problems.add("", Code::wrong_state, std::move(*over));
  } else if (facts.wording->state == WordingState::open) {
    problems.add("", Code::wrong_state, msg("This wording is published already. Words or a name in it can be erased instead."));
  }
  if (facts.in_danger) problems.add("", Code::wrong_state, work::kept_back_as_danger());
  if (!asked.reason) problems.add("reason", Code::missing, msg("Choose the reason. It is counted in public."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(WordingRefused{.wording = asked.wording, .reason = *asked.reason});
  return changes;
}

// ---- danger ---------------------------------------------------------------------------------------------------------

namespace {

work::DangerFacts danger_of(const Situation& situation, Index work, Index wording) {
  const auto row = wording_row(situation.reader, wording);
  if (!row || row->work != work) return {};
  const auto author = situation.reader.one<AuthorRow>("WHERE wording = $1", {wording.value});
  work::DangerFacts facts = work::danger_facts(situation, wording, work, wording_path(work, wording), {author ? author->person : 0});
  facts.waits = row->state == WordingState::waiting;
  return facts;
}

}  // namespace

work::DangerFacts look(const Situation& situation, const WordingDanger& asked) { return danger_of(situation, asked.work, asked.wording); }
Result<Changes> decide(const work::DangerFacts& facts, WordingDanger asked) { return work::tell_of_danger(facts, asked.told); }

work::DangerFacts look(const Situation& situation, const ReleaseWording& asked) { return danger_of(situation, asked.work, asked.wording); }
Result<Changes> decide(const work::DangerFacts& facts, ReleaseWording) { return work::say_it_is_over(facts); }

// ---- whose it is ----------------------------------------------------------------------------------------------------

bool is_author(Reader& reader, kernel::Person person, Index wording) {
  if (!person.is_set()) return false;
  return reader.count("SELECT COUNT(*) FROM wording_authors WHERE wording = $1 AND person = $2", {wording.value, person.value}) > 0;
}

bool own_wording(const kernel::MayAsk& ask) { return work::may::take_part(ask) && is_author(ask.reader, ask.actor.person, ask.index("wording")); }

}  // namespace alongside::question
