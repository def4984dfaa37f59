#include "commons/ask/views.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "commons/place/views.h"
#include "engines/asked_before.h"

namespace alongside::ask {
namespace {

using kernel::Reader;

using PartsOf = std::map<Index, std::vector<PartLine>>;

// Parts with their clocks, of one ask or of all (unset).
PartsOf parts_of(Reader& reader, Index ask, Day today, bool with_words) {
  const std::string only = ask.is_set() ? "WHERE ask = $1 " : "WHERE $1 < 0 ";
  std::map<std::pair<Index, int>, std::vector<engines::Pause>> pauses;
  for (const PauseRow& row : reader.all<PauseRow>(only + "ORDER BY idx", {ask.value})) {
    pauses[{row.ask, row.part}].push_back({.from = row.from, .until = row.until});
  }
  const engines::Holidays holidays = place::holidays(reader);
  std::map<Index, Text> names;
  PartsOf out;
  for (const PartRow& row : reader.all<PartRow>(only + "ORDER BY ask, part", {ask.value})) {
    PartLine part{.part = row.part, .body = row.body, .passed_from = row.passed_from, .state = row.state, .ended_on = row.ended_on};
    part.clock = clock_of({.sent = row.sent_on, .ended = row.ended_on, .pauses = pauses[{row.ask, row.part}]}, holidays, today);
    if (row.body.is_set()) {
      const auto [name, is_new] = names.try_emplace(row.body);
      if (is_new) name->second = place::body_name(reader, row.body);
      part.body_name = name->second;
    }
    if (with_words && row.question_act.is_set()) part.question = reader.words(row.question_act, "question");
    out[row.ask].push_back(std::move(part));
  }
  return out;
}

AskLine line_of(Reader& reader, const AskRow& row, std::vector<PartLine> parts) {
  AskLine out{.ask = row.index, .state = row.state, .refusal = row.refusal, .asked_on = row.asked_on, .about = row.about,
              .who = row.who, .when = row.when, .power = row.power, .people = row.people, .parts = std::move(parts)};
  out.thing_kind = thing_at(reader, row.about);
  out.about_name = name_of_thing(reader, row.about, out.thing_kind);
  out.thing = reader.words(row.index, "thing");
  out.words = reader.words(row.index, "words");
  out.asked_by = 1 + reader.count("SELECT COUNT(*) FROM asks WHERE into_ask = $1", {row.index.value});
  return out;
}

}  // namespace

bool AskLine::is_answered() const {
  if (state != AskState::open || parts.empty()) return false;
  const auto replied = [](const PartLine& part) { return part.state > PartState::passed_on; };
  return std::all_of(parts.begin(), parts.end(), [](const PartLine& part) { return has_ended(part.state); }) &&
         std::any_of(parts.begin(), parts.end(), replied);
}

bool AskLine::is_overdue() const {
  return state == AskState::open &&
         std::any_of(parts.begin(), parts.end(), [](const PartLine& part) { return !has_ended(part.state) && part.clock.days_late > 0; });
}

int AskLine::days_late() const {
  int out = 0;
  for (const PartLine& part : parts) out = std::max(out, part.clock.days_late);
  return out;
}

std::string headline(const AskLine& line, const html::Say& say) {
  std::string what = line.about_name.is_shown() ? line.about_name.words : line.thing.or_empty();
  if (what.empty() && line.words.is_shown()) what = shortened(line.words.words, 80);
  if (what.empty()) {
    return line.state == AskState::waiting ? say.plain("A question that nobody has read yet") : say.plain("Question {n}", {{"n", line.ask.value}});
  }
  if (line.who) return say.plain("Who decided? {what}", {{"what", what}});
  return say.plain("A question: {what}", {{"what", what}});
}

std::optional<AskLine> line(Reader& reader, Index ask, Day today) {
  const auto row = ask_row(reader, ask);
  if (!row) return std::nullopt;
  PartsOf parts = parts_of(reader, ask, today, true);
  return line_of(reader, *row, std::move(parts[ask]));
}

std::vector<AskLine> asks_about(Reader& reader, Index thing, Day today) {
  std::vector<AskLine> out;
  for (const AskRow& row : reader.all<AskRow>("WHERE about = $1 AND state = 'open' ORDER BY idx DESC", {thing.value})) {
    PartsOf parts = parts_of(reader, row.index, today, false);
    out.push_back(line_of(reader, row, std::move(parts[row.index])));
  }
  return out;
}

std::vector<AskLine> latest_open(Reader& reader, Day today, std::size_t limit) {
  std::vector<AskLine> out;
  // Answered ones are open too, as long as nobody withdraws them: looked past, within a stated number.
  constexpr std::int64_t looked_at_max = 100;
  for (const AskRow& row : reader.all<AskRow>("WHERE state = 'open' ORDER BY idx DESC LIMIT $1", {looked_at_max})) {
    if (out.size() == limit) break;
    PartsOf parts = parts_of(reader, row.index, today, false);
    AskLine line = line_of(reader, row, std::move(parts[row.index]));
    if (!line.is_answered()) out.push_back(std::move(line));
  }
  return out;
}

AskCounts counts(Reader& reader, Day today) {
  AskCounts out;
  PartsOf parts = parts_of(reader, {}, today, false);
  std::map<Refusal, std::int64_t> refused;
  for (const AskRow& row : reader.all<AskRow>("ORDER BY idx")) {
    ++out.asked;
    if (row.state == AskState::waiting) ++out.waiting;
    if (row.state == AskState::merged) ++out.merged;
    if (row.state == AskState::withdrawn) ++out.withdrawn;
    if (row.state == AskState::refused && row.refusal) ++refused[*row.refusal];
    if (row.state != AskState::open) continue;
    const AskLine bare{.state = row.state, .parts = std::move(parts[row.index])};
    if (bare.is_answered()) {
      ++out.answered;
      if (bare.days_late() == 0) ++out.in_time;
    } else {
      ++out.open;
      if (bare.is_overdue()) ++out.overdue;
    }
  }
  for (const auto& [reason, n] : refused) out.refused.push_back({.reason = reason, .n = n});
  return out;
}

// ---- for the desk ---------------------------------------------------------------------------------------------------

std::vector<WaitingAsk> waiting_for_the_keeper(Reader& reader, Day today) {
  std::vector<WaitingAsk> out;
  PartsOf parts = parts_of(reader, {}, today, false);
  for (const AskRow& row : reader.all<AskRow>("WHERE state IN ('waiting', 'open') ORDER BY idx")) {
    if (row.state == AskState::waiting) {
      out.push_back({.waits_for = WaitsFor::reading, .ask = row.index, .since = row.asked_on});
      continue;
    }
    for (const PartLine& part : parts[row.index]) {
      WaitingAsk waiting{.ask = row.index, .part = part.part, .body_name = part.body_name, .since = row.asked_on};
      if (part.state == PartState::ready) {
        waiting.waits_for = WaitsFor::sending;
      } else if (part.state == PartState::needs_reply) {
        waiting.waits_for = WaitsFor::answer_to_body;
        if (part.clock.started) waiting.since = *part.clock.started;
      } else if (!has_ended(part.state) && part.clock.stand == ClockStand::overdue) {
        waiting.waits_for = WaitsFor::overdue;
        waiting.since = *part.clock.due;
      } else {
        continue;
      }
      out.push_back(std::move(waiting));
    }
  }
  // What askers wrote later: nothing public says whether it was read, so each is looked at.
  for (const EventRow& row : reader.all<EventRow>("WHERE event IN ('judged', 'clarified') ORDER BY idx")) {
    if (reader.words(row.index, "words").state != Text::State::withheld) continue;
    out.push_back({.waits_for = WaitsFor::words_read, .ask = row.ask, .part = row.part, .act = row.index, .since = row.on});
  }
  for (WaitingAsk& one : out) one.days = today - one.since;
  std::stable_sort(out.begin(), out.end(), [](const WaitingAsk& a, const WaitingAsk& b) { return a.since < b.since; });
  return out;
}

std::vector<AskedBeforeLine> asked_before(Reader& reader, const AskLine& ask, bool moderates, std::size_t limit) {
  engines::AskedBefore engine;
  std::map<Index, std::string> titles;
  for (const AskRow& row : reader.all<AskRow>("WHERE state = 'open' AND idx <> $1 ORDER BY idx", {ask.ask.value})) {
    const AskLine other = line_of(reader, row, {});
    titles[row.index] = headline(other, html::Say::english());
    engine.add(row.index.value, other.about_name.or_empty() + " " + other.thing.or_empty(), other.words.or_empty());
  }
  std::string thing = ask.thing.or_empty();
  std::string words = ask.words.or_empty();
  if (moderates && ask.state == AskState::waiting) {
    thing = reader.withheld_words(ask.ask, "thing").or_empty();
    words = reader.withheld_words(ask.ask, "words").or_empty();
  }
  std::vector<AskedBeforeLine> out;
  for (const engines::Alike& alike : engine.top(ask.about_name.or_empty() + " " + thing, words, limit)) {
    out.push_back({.ask = {alike.id}, .title = titles[{alike.id}]});
  }
  return out;
}

}  // namespace alongside::ask
