// What the pages of questions hold.
#include "base/text.h"
#include "commons/ask/pages.h"
#include "commons/decision/views.h"

namespace alongside::ask {
namespace {

using kernel::Reader;
using kernel::Seeing;

constexpr std::int64_t lines_a_page = 50;

Problems no_such_ask(Index ask) {
  return problem(Code::not_found, "ask", msg("There is no question with this number here."), std::to_string(ask.value));
}

std::vector<HappenedLine> what_happened(Reader& reader, Index ask) {
  std::vector<HappenedLine> out;
  for (const EventRow& row : reader.all<EventRow>("WHERE ask = $1 ORDER BY on_day, idx", {ask.value})) {
    HappenedLine one{.act = row.index, .event = row.event, .part = row.part, .on = row.on, .body_name = place::body_name(reader, row.body)};
    if (row.event == Event::needs_reply || row.event == Event::clarified || row.event == Event::passed_on) one.words = reader.words(row.index, "words");
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<ReplyLine> replies_to(Reader& reader, const AskLine& line) {
  std::vector<ReplyLine> out;
  for (const ReplyRow& row : reader.all<ReplyRow>("WHERE ask = $1 ORDER BY idx", {line.ask.value})) {
    ReplyLine reply{.reply = row.index, .part = row.part, .outcome = row.outcome, .on = row.on,
                    .words = reader.words(row.index, "words"), .signed_by = reader.words(row.index, "signed_by")};
    if (const auto stamp = reader.stamp(row.index)) reply.recorded = stamp->at;
    if (const auto office = place::office(reader, row.office)) reply.office_title = office->title;
    for (const PartLine& part : line.parts) {
      if (part.part == row.part) reply.body_name = part.body_name;
    }
    for (const ReplyDecisionRow& one : reader.all<ReplyDecisionRow>("WHERE reply = $1 ORDER BY place", {row.index.value})) {
      reply.decisions.push_back({.decision = one.decision, .title = decision::decision_title(reader, one.decision)});
    }
    for (const JudgementRow& one : reader.all<JudgementRow>("WHERE reply = $1 ORDER BY idx", {row.index.value})) {
      reply.judged.push_back({.act = one.index, .answers = one.answers, .on = one.on, .words = reader.words(one.index, "words")});
    }
    out.push_back(std::move(reply));
  }
  return out;
}

}  // namespace

Result<AsksPage> AsksPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  AsksPage view{.page = seeing.page(), .counts = ask::counts(reader, seeing.today)};
  view.of = reader.count("SELECT COUNT(*) FROM asks WHERE state = 'open'");
  for (const AskRow& row : reader.all<AskRow>("WHERE state = 'open' ORDER BY idx DESC LIMIT $1 OFFSET $2",
                                              {lines_a_page, (view.page - 1) * lines_a_page})) {
    if (auto one = ask::line(reader, row.index, seeing.today)) view.asks.push_back(std::move(*one));
  }
  return view;
}

Result<AskPage> AskPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const Index index = seeing.index("ask");
  auto found = ask::line(reader, index, seeing.today);
  if (!found) return no_such_ask(index);
  AskPage view{.line = std::move(*found), .today = seeing.today};
  if (view.line.state == AskState::merged) {
    const Index into = merged_into(reader, index);
    if (into != index && ask_row(reader, into)) view.moved_to = "/asks/" + std::to_string(into.value);
  }
  if (const auto stamp = reader.stamp(index)) view.recorded = stamp->at;
  if (const auto row = ask_row(reader, index)) view.follows = row->follows;
  for (const AskRow& row : reader.all<AskRow>("WHERE follows = $1 ORDER BY idx", {index.value})) view.followed_by.push_back(row.index);
  view.happened = what_happened(reader, index);
  view.replies = replies_to(reader, view.line);

  view.moderates = seeing.actor.moderates();
  const auto standing = seeing.actor.standing;
  view.is_asker = (standing == kernel::Standing::asker || standing == kernel::Standing::member) && ask::is_asker(reader, seeing.actor, index);
  if (standing == kernel::Standing::officer) {
    for (const PartLine& part : view.line.parts) {
      if (part.body.is_set() && seeing.actor.acts_for(part.body)) view.own_parts.push_back(part.part);
    }
  }
  if (view.moderates || view.is_asker) {
    if (view.line.words.state == Text::State::withheld) view.unread_words = reader.withheld_words(index, "words");
    if (view.line.thing.state == Text::State::withheld) view.unread_thing = reader.withheld_words(index, "thing");
  }
  if (view.moderates) {
    for (const EventRow& row : reader.all<EventRow>("WHERE ask = $1 AND event IN ('judged', 'clarified') ORDER BY idx", {index.value})) {
      if (reader.words(row.index, "words").state != Text::State::withheld) continue;
      view.later_unread.push_back({row.index, reader.withheld_words(row.index, "words")});
    }
  }
  if (view.moderates && view.line.state <= AskState::open) view.before = asked_before(reader, view.line, true, 5);
  return view;
}

Result<LetterPage> LetterPage::see(const Seeing& seeing) {
  const Index index = seeing.index("ask");
  auto found = ask::line(seeing.reader, index, seeing.today);
  if (!found) return no_such_ask(index);
  LetterPage view{.line = std::move(*found)};
  const auto asked = whole_number(seeing.asked("part"));
  for (const PartLine& part : view.line.parts) {
    if (part.part == (asked.ok() ? *asked : 1)) view.part = part;
  }
  if (const auto body = place::body(seeing.reader, view.part.body)) view.asks_to = body->asks_to;
  const place::PlaceLine here = place::place(seeing.reader);
  view.keeper = here.keeper;
  view.place = here.name;
  return view;
}

Result<FoiPage> FoiPage::see(const Seeing& seeing) {
  const Index index = seeing.index("ask");
  auto found = ask::line(seeing.reader, index, seeing.today);
  if (!found || found->state != AskState::open) return no_such_ask(index);
  return FoiPage{.line = std::move(*found)};
}

}  // namespace alongside::ask
