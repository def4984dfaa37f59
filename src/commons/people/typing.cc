#include "commons/people/typing.h"

#include <algorithm>

#include "base/text.h"
#include "commons/people/secrets.h"

namespace alongside::people {

using kernel::Changes;
using kernel::Situation;

namespace {

constexpr std::size_t digits_of_a_number_min = 7;
constexpr std::size_t digits_that_tell = 9;  // without the country and the leading 0
constexpr std::size_t reach_bytes_max = 500;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool moderates_by_themselves(const kernel::MayAsk& ask) { return ask.actor.moderates() && ask.actor.person.is_set(); }
bool types(const kernel::MayAsk& ask) { return ask.actor.typist.is_set(); }

}  // namespace

std::string plain_reach(std::string_view typed) {
  std::string digits;
  std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits), is_digit);
  const bool is_number = digits.size() >= digits_of_a_number_min && typed.find_first_not_of("+0123456789 ()-./") == typed.npos;
  if (is_number) return digits.substr(digits.size() - std::min(digits.size(), digits_that_tell));
  std::string out;
  for (const char c : folded(typed)) {
    if (c != ' ' && c != ',' && c != '.' && c != '\n' && c != '\t') out += c;
  }
  return out;
}

TypeForFacts look(const Situation& situation, const TypeFor& asked) {
  kernel::Reader& reader = situation.reader;
  TypeForFacts facts{.next = situation.next_person, .code = new_code(situation.secret, "recovery"), .session_digest = situation.actor.session_digest,
                     .today = situation.today, .now = situation.now};
  facts.reach_digest = {reader.lookup("reach", plain_reach(asked.reach))};
  facts.name_digest = {name_digest(reader, asked.name)};
  facts.code_digest = {reader.lookup("recovery", plain_code(facts.code))};
  const std::int64_t named = reader.count("SELECT person FROM accounts WHERE name_digest = $1", {facts.name_digest});
  facts.name_is_taken = named != 0;
  for (const HelpedRow& row : reader.all<HelpedRow>("WHERE reach_digest = $1 ORDER BY person", {facts.reach_digest})) {
    facts.reach_is_known = true;
    if (row.person == named) facts.known = {row.person};
  }
  return facts;
}

Result<Changes> decide(const TypeForFacts& facts, TypeFor asked) {
  Problems problems;
  if (trimmed(asked.reach).empty()) problems.add("reach", Code::missing, msg("Give a telephone number or an address where they can be reached."));
  if (asked.reach.size() > reach_bytes_max) problems.add("reach", Code::out_of_range, msg("Give a shorter one, of at most 500 characters."));
  if (!asked.agreed) problems.add("agreed", Code::missing, msg("Ask them first. Without their yes nothing is kept."));
  check_name(asked.name, problems);
  if (!facts.known.is_set()) {
    if (facts.name_is_taken) {
      problems.add("name", Code::already_there,
                   msg("Somebody here has this name already. If it is they, give the number or address of before. If not, add a letter to the name."), asked.name);
    } else if (facts.reach_is_known && !asked.another) {
      problems.add("another", Code::already_there,
                   msg("Somebody here is reached there under another name. If it is they, give that name. If it is somebody else, tick the box."));
    }
  }
  if (problems.any()) return problems;

  Changes changes;
  const kernel::Person person = facts.known.is_set() ? facts.known : facts.next;
  if (!facts.known.is_set()) {
    const std::string number = std::to_string(person.value);
    changes.create_person(person);
    changes.keep(AccountRow{.person = person.value, .name_digest = facts.name_digest, .recovery_digest = facts.code_digest,
                            .standing = kernel::Standing::member, .joined_on = facts.today});
    changes.keep(HelpedRow{.person = person.value, .reach_digest = facts.reach_digest, .how = asked.how, .agreed_on = facts.today});
    changes.keep_private("pseudonym/" + number, person, std::string(trimmed(asked.name)));
    changes.keep_private("reach/" + number, person, std::string(trimmed(asked.reach)));
    changes.tell("code", facts.code);
  }
  changes.run("UPDATE sessions SET typing_for = $1, typing_until = $2 WHERE token_digest = $3",
              {person.value, facts.now.seconds + typing_seconds, store::Blob{facts.session_digest}});
  return changes;
}

StopTypingFacts look(const Situation& situation, const StopTyping&) { return {.session_digest = situation.actor.session_digest}; }

Result<Changes> decide(const StopTypingFacts& facts, StopTyping) {
  Changes changes;
  changes.run("UPDATE sessions SET typing_for = NULL, typing_until = NULL WHERE token_digest = $1", {store::Blob{facts.session_digest}});
  return changes;
}

kernel::CommandRow type_for_row() {
  return {.words = "typing begin",
          .path = "/desk/typing",
          .may = moderates_by_themselves,
          .title = msg("Type for somebody"),
          .lede = msg("For who speaks by phone or wrote on paper. What you type is theirs: their words, their side, their answers. Read each thing back to "
                      "them before you send it."),
          .submit = msg("Begin"),
          .fields = {{.field = "name", .label = msg("What they want to be called"), .hint = msg("It can be made up. Please not their full real name."),
                      .required = true, .one_line = true},
                     {.field = "reach", .label = msg("Their telephone number or address"),
                      .hint = msg("Answers go there. It is kept sealed, and nobody can look it up."), .required = true, .one_line = true},
                     {.field = "how", .label = msg("How they take part"), .required = true, .choice_labels = {msg("By phone"), msg("On paper")}},
                     {.field = "agreed", .label = msg("I said what is kept and who reads it, and they agreed that I type for them"), .required = true},
                     {.field = "another", .label = msg("It is somebody else than the one who is reached there already")}},
          .then = "/work",
          .done = msg("You are typing for them now. If they are new here, a code stands below: write it on the letter to them.")};
}

kernel::CommandRow stop_typing_row() {
  return {.words = "typing end",
          .path = "/desk/typing/end",
          .may = types,
          .title = msg("Stop typing for somebody"),
          .lede = msg("From then on you are yourself again here."),
          .submit = msg("Stop"),
          .then = "/desk",
          .done = msg("You are yourself again.")};
}

}  // namespace alongside::people
