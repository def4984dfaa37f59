#include "commons/ask/open.h"

#include "base/text.h"
#include "commons/ask/private_rows.h"
#include "commons/ask/reading.h"
#include "commons/place/views.h"

namespace alongside::ask {
namespace {

using kernel::Changes;
using kernel::Situation;
using kernel::Standing;

void check_words(const Said& said, const char* field, Problems& problems) {
  if (said.words().size() > words_bytes_max) {
    problems.add(field, Code::out_of_range, msg("Write at most 8,000 letters. What is longer can follow as a second question."));
  }
}

bool has_account(Standing standing) {
  return standing == Standing::member || standing == Standing::officer || standing == Standing::moderator;
}

}  // namespace

// ---- asking ---------------------------------------------------------------------------------------------------------

OpenFacts look(const Situation& situation, const OpenAsk& asked) {
  kernel::Reader& reader = situation.reader;
  const kernel::Actor& actor = situation.actor;
  const Thing thing = thing_at(reader, asked.about);
  OpenFacts facts{.about_is_here = thing != Thing::none, .today = situation.today, .now = situation.now, .is_staff = actor.moderates(), .next = situation.next_index};
  facts.body_is_here = place::is_body(reader, asked.body);
  facts.body = facts.body_is_here ? place::body_to_ask(reader, asked.body) : body_for(reader, asked.about, thing);
  const auto before = ask_row(reader, asked.follows);
  facts.follows_is_here = before && before->state == AskState::open;
  // At the house there is no address; the keeper and moderators write down what came on paper.
  if (!facts.is_staff && !actor.address_digest.empty()) {
    facts.address = actor.address_digest;
    facts.asked_today = reader.count("SELECT COUNT(*) FROM asks_of_today WHERE address_digest = $1 AND at_second > $2",
                                     {facts.address, situation.now.seconds - day_seconds});
  }
  // A question on paper is not the moderator's own: whoever asked it gets the code.
  if (has_account(actor.standing) && !asked.on) {
    facts.person = actor.person;
    return facts;
  }
  facts.person = situation.next_person;
  facts.is_new_person = true;
  facts.code = people::new_code(situation.secret, "ask");
  facts.code_digest = {reader.lookup("ask code", people::plain_code(facts.code))};
  return facts;
}

namespace {

Problems wrong_with(const OpenFacts& facts, const OpenAsk& asked) {
  Problems problems;
  if (facts.asked_today >= asks_a_day) {
    problems.add("", Code::too_many, msg("Five questions a day can come from one internet address. Please come back tomorrow."));
  }
  if (asked.about.is_set() && !facts.about_is_here) {
    problems.add("about", Code::not_found, msg("Ask about a decision, a place that people value, or a body that is on this record."), std::to_string(asked.about.value));
  }
  if (!asked.about.is_set() && is_blank(asked.thing) && is_blank(asked.words)) {
    problems.add("thing", Code::missing, msg("Say what you want to know about: a place, a service or a decision."));
  }
  if (!asked.who && !asked.when && !asked.power && !asked.people && is_blank(asked.words)) {
    problems.add("words", Code::missing, msg("Tick what you want to know, or write it in your own words."));
  }
  if (asked.body.is_set() && !facts.body_is_here) {
    problems.add("body", Code::not_found, msg("Choose a body that is registered here, or leave it empty."), std::to_string(asked.body.value));
  }
  if (asked.follows.is_set() && !facts.follows_is_here) {
    problems.add("follows", Code::not_found, msg("Give the number of a question that others can read here."), std::to_string(asked.follows.value));
  }
  if (asked.on && !facts.is_staff) {
    problems.add("on", Code::not_allowed, msg("Leave this empty: a question that you ask here is asked today."), asked.on->iso());
  } else if (asked.on && *asked.on > facts.today) {
    problems.add("on", Code::in_the_future, msg("Give the day on which it was asked: today or earlier."), asked.on->iso());
  }
  check_words(asked.thing, "thing", problems);
  check_words(asked.words, "words", problems);
  return problems;
}

}  // namespace

Result<Changes> decide(const OpenFacts& facts, OpenAsk asked) {
  Problems problems = wrong_with(facts, asked);
  if (problems.any()) return problems.take();

  Changes changes;
  if (facts.is_new_person) changes.create_person(facts.person);
  changes.add(AskOpened{.about = asked.about, .body = facts.body, .follows = asked.follows, .who = asked.who, .when = asked.when,
                        .power = asked.power, .people = asked.people,
                        .thing = is_blank(asked.thing) ? Said() : std::move(asked.thing),
                        .words = is_blank(asked.words) ? Said() : std::move(asked.words), .on = asked.on},
              {.person = facts.person, .withheld = true});
  AskerRow asker{.ask = facts.next, .person = facts.person.value};
  if (!facts.code.empty()) {
    asker.code_digest = facts.code_digest;
    changes.tell("code", facts.code);
  }
  changes.keep(asker);
  if (!facts.address.empty()) {
    changes.run("DELETE FROM asks_of_today WHERE at_second <= $1", {facts.now.seconds - day_seconds});
    changes.keep(AskedTodayRow{.address_digest = facts.address, .at = facts.now});
  }
  return changes;
}

ComeBackFacts look(const Situation& situation, const ComeBack& asked) {
  kernel::Reader& reader = situation.reader;
  const std::string code = people::plain_code(asked.code);
  if (code.empty()) return {};
  const auto row = reader.one<AskerRow>("WHERE code_digest = $1", {store::Blob{reader.lookup("ask code", code)}});
  if (!row) return {};
  return {.ask = row->ask, .session = people::new_session(situation, {row->person}, row->ask)};
}

Result<Changes> decide(const ComeBackFacts& facts, ComeBack) {
  if (!facts.ask.is_set()) {
    return problem(Code::not_found, "code", msg("We know no question with this code. Type all of it: small or capital letters, with or without the lines between."));
  }
  Changes changes;
  changes.keep(facts.session.row);
  changes.tell("session", facts.session.token);
  changes.tell("ask", facts.ask.value);
  changes.then("/asks/" + std::to_string(facts.ask.value));
  return changes;
}

// ---- before it is sent ----------------------------------------------------------------------------------------------

namespace {

AskFacts facts_of(const Situation& situation, Index ask) {
  AskFacts facts{.ask = ask_row(situation.reader, ask)};
  facts.was_sent = situation.reader.count("SELECT COUNT(*) FROM ask_events WHERE ask = $1 AND event = 'sent'", {ask.value}) > 0;
  return facts;
}

Problems no_such_ask(Index ask) {
  return problem(Code::not_found, "ask", msg("There is no question with this number here."), std::to_string(ask.value));
}

// Why nothing can be done with it any more; nothing while it is waiting or open.
std::optional<Message> is_over(const AskRow& ask) {
  switch (ask.state) {
    case AskState::refused:
      return msg("This question was not published, and the reason is counted in public. Nothing more can be done with it.");
    case AskState::merged:
      return msg("This question was put together with another. Go on with that one.");
    case AskState::withdrawn:
      return msg("Whoever asked this question has withdrawn it. Nothing more can be done with it.");
    case AskState::waiting:
    case AskState::open:
      break;
  }
  return std::nullopt;
}

Problems wrong_state(Message why) { return problem(Code::wrong_state, "", std::move(why)); }

}  // namespace

AskFacts look(const Situation& situation, const PublishAsk& asked) {
  AskFacts facts = facts_of(situation, asked.ask);
  if (asked.act.is_set()) {
    const bool is_its_own = situation.reader.count("SELECT COUNT(*) FROM ask_events WHERE idx = $1 AND ask = $2", {asked.act.value, asked.ask.value}) > 0;
    facts.has_unread = is_its_own && situation.reader.words(asked.act, "words").state == Text::State::withheld;
  }
  return facts;
}

Result<Changes> decide(const AskFacts& facts, PublishAsk asked) {
  if (!facts.ask) return no_such_ask(asked.ask);
  if (const auto over = is_over(*facts.ask)) return wrong_state(*over);
  if (asked.act.is_set() && asked.act != asked.ask) {
    if (!facts.has_unread) {
      return problem(Code::wrong_state, "act", msg("Give the number of words of this question that nobody has read yet."), std::to_string(asked.act.value));
    }
  } else if (facts.ask->state == AskState::open) {
    return wrong_state(msg("This question is published already."));
  }
  Changes changes;
  changes.add(AskPublished{.ask = asked.ask});
  changes.show_words(asked.act.is_set() ? asked.act : asked.ask);
  return changes;
}

AskFacts look(const Situation& situation, const RefuseAsk& asked) { return facts_of(situation, asked.ask); }

Result<Changes> decide(const AskFacts& facts, RefuseAsk asked) {
  if (!facts.ask) return no_such_ask(asked.ask);
  Problems problems;
  if (const auto over = is_over(*facts.ask)) {
    problems.add_all(wrong_state(*over));
  } else if (facts.ask->state == AskState::open) {
    problems.add("", Code::wrong_state, msg("This question is published already. Words or a name in it can be erased instead."));
  }
  if (!asked.reason) problems.add("reason", Code::missing, msg("Choose the reason. It is counted in public."));
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(AskRefused{.ask = asked.ask, .reason = *asked.reason});
  return changes;
}

AskFacts look(const Situation& situation, const MergeAsk& asked) {
  AskFacts facts = facts_of(situation, asked.ask);
  if (asked.into.is_set()) facts.into = ask_row(situation.reader, merged_into(situation.reader, asked.into));
  return facts;
}

Result<Changes> decide(const AskFacts& facts, MergeAsk asked) {
  if (!facts.ask) return no_such_ask(asked.ask);
  Problems problems;
  if (const auto over = is_over(*facts.ask)) {
    problems.add_all(wrong_state(*over));
  } else if (facts.was_sent) {
    problems.add("", Code::wrong_state, msg("This question has been sent: it keeps its own clock and its own answer."));
  }
  if (!facts.into || facts.into->state != AskState::open) {
    problems.add("into", Code::not_found, msg("Give the number of a question that others can read here."), std::to_string(asked.into.value));
  } else if (facts.into->index == asked.ask) {
    problems.add("into", Code::out_of_range, msg("Give another question: this one leads back to itself."), std::to_string(asked.into.value));
  }
  if (problems.any()) return problems.take();
  Changes changes;
  changes.add(AskMerged{.ask = asked.ask, .into = facts.into->index});
  changes.then("/asks/" + std::to_string(facts.into->index.value));
  return changes;
}

AskFacts look(const Situation& situation, const WithdrawAsk& asked) { return facts_of(situation, asked.ask); }

Result<Changes> decide(const AskFacts& facts, WithdrawAsk asked) {
  if (!facts.ask) return no_such_ask(asked.ask);
  if (const auto over = is_over(*facts.ask)) return wrong_state(*over);
  if (facts.was_sent) {
    return wrong_state(msg("Your question has been sent, so it stays on the record. You can still have your own words erased."));
  }
  Changes changes;
  changes.add(AskWithdrawn{.ask = asked.ask});
  return changes;
}

}  // namespace alongside::ask
