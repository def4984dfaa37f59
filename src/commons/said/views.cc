// The parts that several pages read: one saying, its answers, the counts of a piece of work.
#include "commons/said/views.h"

#include <map>

#include "commons/decision/views.h"
#include "commons/said/views_parts.h"
#include "commons/valued/views.h"

namespace alongside::said {

using kernel::Reader;

Clockwork clockwork(Reader& reader, Day today) {
  Clockwork out{.holidays = place::holidays(reader), .late = {}, .today = today};
  out.late = late_before(out.holidays, today);
  return out;
}

SayingLine line_of(Reader& reader, const SayingRow& row, const Clockwork& clock) {
  SayingLine out{.said = row.index, .work = row.work, .kind = row.kind, .media = row.media, .how = row.how, .said_on = row.said_on,
                 .stand = row.stand, .refusal = row.refusal, .answer = row.answer, .outcome = row.outcome, .changed = row.changed, .group = row.group};
  out.due = due_on(row, clock.holidays, clock.today);
  out.overdue = is_overdue(row, clock.late);
  if (row.group.is_set()) {
    if (const auto group = reader.one<GroupRow>("WHERE idx = $1", {row.group.value})) out.said_by = group->n;
  }
  // Whatever the flag of the words says: what others may not read stands on no page.
  out.words = is_public(row.stand) ? reader.words(row.words_act, "words") : Text{.state = row.stand == Stand::withdrawn ? Text::State::erased : Text::State::withheld};
  if (row.stand == Stand::withdrawn) out.words.ground = "own_wish";
  if (is_public(row.stand) && row.media != Media::none) out.description = reader.words(row.index, "description");
  return out;
}

SaidCounts counts(Reader& reader, Index work, const LateBefore& late) {
  SaidCounts out;
  reader.each("SELECT stand, changed, day, n FROM said_tally WHERE work = $1", {work.value},
              [&](const store::Row& row) {
                const Stand stand = kernel::with_word<Stand>(row.text(0)).value_or(Stand::waiting);
                const bool changed = row.integer(1) != 0;
                const Day day(static_cast<std::int32_t>(row.integer(2)));
                const std::int64_t n = row.integer(3);
                out.given += n;
                if (stand == Stand::waiting) out.unread += n;
                if (stand == Stand::withdrawn) out.withdrawn += n;
                if (!is_public(stand)) return;
                out.published += n;
                if (stand == Stand::open) out.open += n;
                if (stand == Stand::reopened) out.reopened += n;
                if (stand == Stand::waiting_until) out.waiting_until += n;
                if (awaits_answer(stand)) {
                  if (day < (stand == Stand::waiting_until ? late.until : late.open)) out.overdue += n;
                  return;
                }
                out.answered += n;
                if (stand == Stand::agreed) out.agreed += n;
                if (changed) out.changed += n;
              });
  reader.each("SELECT reason, n FROM said_refusals WHERE work = $1 ORDER BY reason", {work.value}, [&](const store::Row& row) {
    if (const auto reason = kernel::with_word<Refusal>(row.text(0))) out.refused.push_back({.reason = *reason, .n = row.integer(1)});
  });
  return out;
}

void each_public(Reader& reader, Index work, const std::function<void(Index said, Index group)>& each) {
  reader.each("SELECT idx, same_group FROM sayings WHERE work = $1 AND is_public = 1", {work.value},
              [&](const store::Row& row) { each({row.integer(0)}, row.is_null(1) ? Index() : Index{row.integer(1)}); });
}

std::int64_t count_public(Reader& reader, Index work, std::int64_t at_most) {
  return reader.count("SELECT COUNT(*) FROM (SELECT idx FROM sayings WHERE work = $1 AND is_public = 1 LIMIT $2) few", {work.value, at_most});
}

std::string path_of_act(Reader& reader, Index act) {
  if (!act.is_set()) return {};
  const std::string number = std::to_string(act.value);
  if (decision::is_decision(reader, act)) return "/decisions/" + number;
  if (valued::valued(reader, act)) return "/valued/" + number;
  if (const auto row = saying_row(reader, act)) return "/work/" + std::to_string(row->work.value) + "/said/" + number;
  if (work::row_of(reader, act)) return "/work/" + number;
  return "/record/" + number;
}

AnswerLine answer_line(Reader& reader, const AnswerRow& row) {
  AnswerLine out{.answer = row.index, .work = row.work, .outcome = row.outcome, .on = row.on, .until = row.until, .changed = row.changed, .answers = row.n};
  out.why = reader.words(row.index, "why");
  out.signed_by = reader.words(row.index, "signed_by");
  out.reach = reader.words(row.index, "reach");
  out.changed_path = path_of_act(reader, row.changed);
  return out;
}

std::vector<kernel::ChangeLine> changed_in(const kernel::Seeing& seeing, Index work) {
  constexpr std::int64_t shown_max = 100;
  std::vector<kernel::ChangeLine> out;
  for (const AnswerRow& row : seeing.reader.all<AnswerRow>("WHERE work = $1 AND changed IS NOT NULL ORDER BY idx DESC LIMIT $2", {work.value, shown_max})) {
    kernel::ChangeLine line{.index = row.index, .on = row.on, .path = path_of_act(seeing.reader, row.changed)};
    line.html = [work, path = line.path](const kernel::Showing& at) { return changed_line(work, path, at); };
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<HappenedLine> what_happened(Reader& reader, Index said) {
  std::vector<HappenedLine> out;
  for (const EventRow& row : reader.all<EventRow>("WHERE said = $1 ORDER BY idx", {said.value})) out.push_back({.act = row.act, .event = row.event, .on = row.on});
  return out;
}

std::vector<AnswerLine> answers_to(Reader& reader, const std::vector<HappenedLine>& happened) {
  std::vector<AnswerLine> out;
  for (const HappenedLine& one : happened) {
    if (one.event == Event::changed) out.clear();  // an answer to other words
    if (one.event != Event::answered) continue;
    if (const auto row = reader.one<AnswerRow>("WHERE idx = $1", {one.act.value})) out.push_back(answer_line(reader, *row));
  }
  return out;
}

std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing) {
  constexpr std::int64_t shown_max = 10;
  std::vector<kernel::AboutLine> out;
  const Clockwork clock = clockwork(seeing.reader, seeing.today);
  for (const SayingRow& row : seeing.reader.all<SayingRow>("WHERE about = $1 AND is_public = 1 ORDER BY idx DESC LIMIT $2", {thing.value, shown_max})) {
    SayingLine line = line_of(seeing.reader, row, clock);
    kernel::AboutLine one{.index = row.index, .kind = "said", .path = said_path(line)};
    one.html = [line = std::move(line)](const kernel::Showing& at) { return about_line(line, at); };
    out.push_back(std::move(one));
  }
  return out;
}

SaidCounts counts(kernel::Reader& reader, Index work, Day today) { return counts(reader, work, clockwork(reader, today).late); }

}  // namespace alongside::said
