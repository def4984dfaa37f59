#include "commons/work/danger.h"

#include "base/text.h"
#include "commons/people/views.h"

namespace alongside::work {

using kernel::Changes;
using kernel::Reader;

namespace {

constexpr std::size_t told_bytes_max = 20000;
constexpr std::int64_t lines_max = 50;

// The name is that of the first of them, which were sayings.
std::string sealed_name(Index thing) { return "said danger/" + std::to_string(thing.value); }

}  // namespace

bool is_in_danger(Reader& reader, Index thing) {
  return thing.is_set() && reader.count("SELECT COUNT(*) FROM work_danger WHERE thing = $1 AND ended = 0", {thing.value}) > 0;
}

std::int64_t dangers(Reader& reader, Index work) { return reader.count("SELECT COUNT(*) FROM work_danger WHERE work = $1 AND ended = 0", {work.value}); }

bool is_worried_about(Reader& reader, kernel::Person author) {
  return author.is_set() && reader.count("SELECT COUNT(*) FROM work_danger WHERE author = $1 AND ended = 0", {author.value}) > 0;
}

// ---- commands -------------------------------------------------------------------------------------------------------

DangerFacts danger_facts(const kernel::Situation& situation, Index thing, Index work, std::string path, kernel::Person author) {
  DangerFacts facts{.danger = {.thing = thing, .work = work, .path = std::move(path), .author = author.value, .person = situation.actor.person.value, .at = situation.now}};
  facts.in_danger = is_in_danger(situation.reader, thing);
  return facts;
}

Problems wrong_with_telling(const DangerFacts& facts, const Said& told) {
  Problems problems;
  if (facts.danger.person == 0) problems.add("", Code::not_allowed, msg("Do this signed in: it is kept who told, and when."));
  if (facts.in_danger) problems.add("", Code::already_there, msg("Somebody has been told already, and it is kept back."));
  if (is_blank(told)) problems.add("told", Code::missing, msg("Tell the safeguarding contact first. Then write here who was told."));
  if (told.words().size() > told_bytes_max) problems.add("told", Code::out_of_range, msg("Write at most 20,000 letters."));
  return problems;
}

void keep_danger(const DangerFacts& facts, const Said& told, Changes& changes) {
  changes.run("DELETE FROM work_danger WHERE thing = $1", {facts.danger.thing.value});
  changes.keep(facts.danger);
  changes.keep_private(sealed_name(facts.danger.thing), {facts.danger.person}, told.words());
}

namespace {

Problems no_such_words() { return problem(Code::not_found, "", msg("There are no words with this number that wait to be read.")); }

}  // namespace

Result<Changes> tell_of_danger(const DangerFacts& facts, const Said& told) {
  if (!facts.danger.thing.is_set()) return no_such_words();
  Problems problems = wrong_with_telling(facts, told);
  if (!facts.waits) problems.add("", Code::wrong_state, msg("It does not wait to be read any more. Tell the safeguarding contact yourself."));
  if (problems.any()) return problems;
  Changes changes;
  keep_danger(facts, told, changes);
  return changes;
}

Result<Changes> say_it_is_over(const DangerFacts& facts) {
  if (!facts.danger.thing.is_set()) return no_such_words();
  if (!facts.in_danger) return problem(Code::wrong_state, "", msg("No moderator keeps it back."));
  Changes changes;
  changes.run("UPDATE work_danger SET ended = 1 WHERE thing = $1", {facts.danger.thing.value});
  return changes;
}

Message kept_back_as_danger() { return msg("It sounds like danger, and somebody was told. Say first that the danger is over."); }

kernel::CommandRow danger_row(const char* words, const char* path, kernel::May may) {
  return {.words = words, .path = path, .may = may, .title = msg("It sounds like danger"),
          .lede = msg("First tell the safeguarding contact of this work, by phone. If a life is at risk, call 999. Then say here whom you told. It is not published, and whoever said it sees at once where there is help."),
          .submit = msg("Somebody was told"),
          .fields = {{.field = "told", .label = msg("Who was told"), .hint = msg("A name and a number. Nothing of what was said. Only those who moderate here see it."), .required = true}},
          .done = msg("It is kept back, and it is kept who was told and when.")};
}

kernel::CommandRow danger_over_row(const char* words, const char* path, kernel::May may) {
  return {.words = words, .path = path, .may = may, .title = msg("The danger is over"), .lede = msg("It is again what it was before: unread words wait to be read."),
          .submit = msg("It is over"), .done = msg("It is no longer kept back.")};
}

// ---- pages ----------------------------------------------------------------------------------------------------------

std::vector<DangerLine> danger_lines(Reader& reader, Index work) {
  std::vector<DangerLine> out;
  for (const DangerRow& row : reader.all<DangerRow>("WHERE work = $1 AND ended = 0 ORDER BY at_second, thing LIMIT $2", {work.value, lines_max})) {
    DangerLine line{.thing = row.thing, .path = row.path, .words = reader.withheld_words(row.thing, "words"), .at = row.at};
    if (line.words.state == Text::State::absent) line.words = reader.withheld_words(row.thing, "title");  // an item of an agenda
    if (row.person != 0) line.by = people::pseudonym(reader, {row.person});
    line.told = reader.private_text(sealed_name(row.thing)).value_or("");
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<place::Helpline> help_for(const kernel::Seeing& seeing) {
  return is_worried_about(seeing.reader, seeing.actor.person) ? place::place(seeing.reader).helplines : std::vector<place::Helpline>{};
}

}  // namespace alongside::work
