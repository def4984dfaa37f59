#include "commons/said/reading.h"

#include "commons/place/views.h"

namespace alongside::said {

using kernel::Reader;

std::optional<SayingRow> saying_row(Reader& reader, Index said) {
  return said.is_set() ? reader.one<SayingRow>("WHERE idx = $1", {said.value}) : std::nullopt;
}

Text words_of(Reader& reader, Index said) {
  const auto row = saying_row(reader, said);
  return row ? reader.words(row->words_act, "words") : Text();
}

std::vector<Index> acts_with_words(Reader& reader, const SayingRow& row) {
  std::vector<Index> out{row.index};
  if (row.words_act != row.index) out.push_back(row.words_act);
  for (std::size_t own = out.size(), i = 0; i < own; ++i) {
    for (const Index one : reader.replacements(out[i])) out.push_back(one);
  }
  return out;
}

bool is_author(Reader& reader, const kernel::Actor& actor, Index said) {
  if (!actor.person.is_set() || !said.is_set()) return false;
  const auto row = reader.one<AuthorRow>("WHERE said = $1", {said.value});
  return row && row->person == actor.person.value;
}

std::string draft_name(kernel::Person person, Index work) { return "said draft/" + std::to_string(person.value) + "/" + std::to_string(work.value); }

LateBefore late_before(const engines::Holidays& holidays, Day today) {
  const engines::Calendar calendar = holidays.as_known_on(today, engines::Reach::united_kingdom);
  // The latest day whose twentieth working day has passed; looked for from where it must be, two calendar months back at most.
  Day day = today - answer_working_days;
  for (int step = 0; step < 62 && !(calendar.add_working_days(day, answer_working_days) < today); ++step) day = day - 1;
  return {.open = day + 1, .until = today};
}

bool is_overdue(const SayingRow& row, const LateBefore& late) {
  if (row.stand == Stand::waiting_until) return row.until && *row.until < late.until;
  return (row.stand == Stand::open || row.stand == Stand::reopened) && row.open_from && *row.open_from < late.open;
}

std::optional<Day> due_on(const SayingRow& row, const engines::Holidays& holidays, Day today) {
  if (row.stand == Stand::waiting_until) return row.until;
  if (!awaits_answer(row.stand) || !row.open_from) return std::nullopt;
  return holidays.as_known_on(today, engines::Reach::united_kingdom).add_working_days(*row.open_from, answer_working_days);
}

namespace may {

bool own(const kernel::MayAsk& ask) { return work::may::take_part(ask) && is_author(ask.reader, ask.actor, ask.index("said")); }

bool moderate(const kernel::MayAsk& ask) { return ask.actor.moderates(); }

bool answers(const kernel::Actor& actor, const work::WorkRow& work) {
  return actor.is_keeper() || actor.is_officer_of(work.body) || (work.decides.is_set() && actor.is_officer_of(work.decides));
}

bool answer(const kernel::MayAsk& ask) {
  if (ask.actor.is_keeper()) return true;
  if (ask.actor.standing != kernel::Standing::officer || ask.actor.bodies.empty()) return false;
  const auto work = work::row_of(ask.reader, ask.index("work"));
  return !work || answers(ask.actor, *work);
}

}  // namespace may

}  // namespace alongside::said
