// What the pages that anyone reads hold.
#include <algorithm>

#include "base/text.h"
#include "commons/said/upload.h"
#include "commons/said/views_parts.h"

namespace alongside::said {
namespace {

using kernel::Reader;
using kernel::Seeing;
using kernel::to_value;

constexpr std::int64_t did_of_each = 10;
constexpr std::int64_t groups_shown = 10;

Problems no_such_work() { return problem(Code::not_found, "", msg("There is no such piece of work here.")); }
Problems no_such_saying() { return problem(Code::not_found, "", msg("There is nothing with this number that somebody said here.")); }

// Those late today, the latest first. Three ranges of an index, merged.
std::vector<SayingRow> late_rows(Reader& reader, const SaidPage& view, const LateBefore& late) {
  const std::string kind = view.kind ? " AND saying_kind = $4" : " AND $4 <> ''";
  const store::Value wanted = view.kind ? to_value(*view.kind) : store::Value(std::string("any"));
  const std::int64_t until_here = view.page * view.a_page;
  std::vector<std::pair<std::int64_t, std::int64_t>> found;  // day, index
  const auto gather = [&](Stand stand, const std::string& column, Day before) {
    reader.each("SELECT " + column + ", idx FROM sayings WHERE work = $1 AND stand = $2 AND " + column + " < $3" + kind + " ORDER BY " + column + ", idx LIMIT $5",
                {view.work.work.value, to_value(stand), to_value(before), wanted, until_here},
                [&](const store::Row& row) { found.emplace_back(row.integer(0), row.integer(1)); });
  };
  gather(Stand::open, "open_from", late.open);
  gather(Stand::reopened, "open_from", late.open);
  gather(Stand::waiting_until, "until_day", late.until);
  std::sort(found.begin(), found.end());
  std::vector<SayingRow> out;
  for (auto i = static_cast<std::size_t>(until_here - view.a_page); i < found.size() && out.size() < static_cast<std::size_t>(view.a_page); ++i) {
    if (auto row = saying_row(reader, {found[i].second})) out.push_back(std::move(*row));
  }
  return out;
}

std::vector<SayingRow> rows_of(Reader& reader, const SaidPage& view, const LateBefore& late) {
  const std::int64_t from = (view.page - 1) * view.a_page;
  const std::int64_t work = view.work.work.value;
  if (view.group.is_set()) {  // its sayings are all of this work
    return reader.all<SayingRow>("WHERE same_group = $1 AND is_public = 1 ORDER BY idx DESC LIMIT $2 OFFSET $3", {view.group.value, view.a_page, from});
  }
  if (view.state == "overdue") return late_rows(reader, view, late);
  if (!view.state.empty() && view.kind) {
    return reader.all<SayingRow>("WHERE work = $1 AND stand = $2 AND saying_kind = $3 ORDER BY idx DESC LIMIT $4 OFFSET $5", {work, view.state, to_value(*view.kind), view.a_page, from});
  }
  if (!view.state.empty()) return reader.all<SayingRow>("WHERE work = $1 AND stand = $2 ORDER BY idx DESC LIMIT $3 OFFSET $4", {work, view.state, view.a_page, from});
  if (view.kind) {
    return reader.all<SayingRow>("WHERE work = $1 AND is_public = 1 AND saying_kind = $2 ORDER BY idx DESC LIMIT $3 OFFSET $4", {work, to_value(*view.kind), view.a_page, from});
  }
  return reader.all<SayingRow>("WHERE work = $1 AND is_public = 1 ORDER BY idx DESC LIMIT $2 OFFSET $3", {work, view.a_page, from});
}

// How many the filter lets through, from the counts that are kept.
std::int64_t how_many(Reader& reader, const SaidPage& view, const LateBefore& late) {
  if (view.group.is_set()) {
    return reader.count("SELECT COUNT(*) FROM sayings WHERE same_group = $1 AND is_public = 1", {view.group.value});
  }
  std::int64_t out = 0;
  reader.each("SELECT saying_kind, stand, day, n FROM said_tally WHERE work = $1", {view.work.work.value}, [&](const store::Row& row) {
    const auto stand = kernel::with_word<Stand>(row.text(1));
    if (!stand || !is_public(*stand)) return;
    if (view.kind && row.text(0) != kernel::word_of(*view.kind)) return;
    const Day day(static_cast<std::int32_t>(row.integer(2)));
    const bool is_late = awaits_answer(*stand) && day < (*stand == Stand::waiting_until ? late.until : late.open);
    if (view.state == "overdue" ? is_late : view.state.empty() || row.text(1) == view.state) out += row.integer(3);
  });
  return out;
}

std::vector<AnswerLine> newest_of_each(Reader& reader, Index work) {
  std::vector<AnswerLine> out;
  for (const Outcome outcome : all_outcomes) {
    for (const AnswerRow& row : reader.all<AnswerRow>("WHERE work = $1 AND outcome = $2 ORDER BY idx DESC LIMIT $3", {work.value, to_value(outcome), did_of_each})) {
      const auto said = reader.one<SayingRow>("WHERE answer = $1 AND is_public = 1 ORDER BY idx LIMIT 1", {row.index.value});
      if (!said) continue;  // another answer took its place, or the words are gone
      AnswerLine line = answer_line(reader, row);
      line.said = said->index;
      line.words = reader.words(said->words_act, "words");
      out.push_back(std::move(line));
    }
  }
  return out;
}

std::vector<GroupLine> largest_groups(Reader& reader, Index work) {
  std::vector<GroupLine> out;
  for (const GroupRow& row : reader.all<GroupRow>("WHERE work = $1 AND n > 1 ORDER BY n DESC, idx LIMIT $2", {work.value, groups_shown})) {
    const auto first = reader.one<SayingRow>("WHERE same_group = $1 AND is_public = 1 ORDER BY idx LIMIT 1", {row.index.value});
    if (!first) continue;
    out.push_back({.group = row.index, .as = row.as, .n = row.n, .said = first->index, .words = reader.words(first->words_act, "words")});
  }
  return out;
}

}  // namespace

Result<SaidPage> SaidPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto row = work::row_of(reader, seeing.index("work"));
  if (!row) return no_such_work();
  SaidPage out{.work = *work::line(reader, row->index), .page = std::max(1, seeing.page())};
  if (auto course = work::course(reader, row->index, seeing.today)) out.course = std::move(*course);
  if (const auto per = whole_number(seeing.asked("per")); per.ok()) out.a_page = std::clamp(*per, std::int64_t{1}, lines_a_file_max);
  out.kind = kernel::with_word<SayingKind>(seeing.asked("kind"));
  const std::string state = seeing.asked("state");
  const auto stand = kernel::with_word<Stand>(state);
  if (state == "overdue" || (stand && is_public(*stand))) out.state = state;
  if (const auto group = whole_number(seeing.asked("group")); group.ok()) {
    if (const auto known = reader.one<GroupRow>("WHERE idx = $1", {*group}); known && known->work == row->index) out.group = known->index;
  }
  const Clockwork clock = clockwork(reader, seeing.today);
  out.of = how_many(reader, out, clock.late);
  // A page beyond the last is empty, and costs nothing.
  if ((out.page - 1) * out.a_page < out.of) {
    for (const SayingRow& one : rows_of(reader, out, clock.late)) out.lines.push_back(line_of(reader, one, clock));
  }
  out.counts = said::counts(reader, row->index, clock.late);
  out.did = newest_of_each(reader, row->index);
  out.groups = largest_groups(reader, row->index);
  out.may_give = row->state == work::WorkState::open;
  out.may_moderate = seeing.actor.moderates();
  out.may_answer = may::answers(seeing.actor, *row);
  out.may_import = seeing.actor.is_keeper();
  return out;
}

Result<SayingPage> SayingPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto row = saying_row(reader, seeing.index("said"));
  if (!row || row->work != seeing.index("work")) return no_such_saying();
  const Clockwork clock = clockwork(reader, seeing.today);
  SayingPage out{.line = line_of(reader, *row, clock), .work_title = reader.words(row->work, "title"), .about = row->about};
  if (auto course = work::course(reader, row->work, seeing.today)) out.course = std::move(*course);
  out.about_path = path_of_act(reader, row->about);
  out.happened = what_happened(reader, row->index);
  out.answers = answers_to(reader, out.happened);
  out.may_moderate = seeing.actor.moderates();
  const auto work = work::row_of(reader, row->work);
  out.may_answer = work && may::answers(seeing.actor, *work) && is_public(row->stand);
  out.is_own = is_author(reader, seeing.actor, row->index);
  if (out.may_moderate) {
    out.is_danger = work::is_in_danger(reader, row->index);
    if (!is_public(row->stand) && (row->stand != Stand::held || out.is_danger)) out.unread = reader.withheld_words(row->words_act, "words");
  }
  return out;
}

Result<LetterPage> LetterPage::see(const Seeing& seeing) {
  auto page = SayingPage::see(seeing);
  if (!page) return page.problems();
  if (!is_public(page->line.stand)) return no_such_saying();
  return LetterPage{.page = std::move(*page), .place = place::place(seeing.reader).name};
}

Result<UploadPage> UploadPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto row = saying_row(reader, seeing.index("said"));
  if (!row || row->work != seeing.index("work") || row->media == Media::none) return no_such_saying();
  const bool is_theirs_to_read = seeing.actor.moderates() && (row->stand == Stand::waiting || (row->stand == Stand::held && work::is_in_danger(reader, row->index)));
  if (!is_public(row->stand) && !is_theirs_to_read && !is_author(reader, seeing.actor, row->index)) return no_such_saying();
  const Text file = reader.withheld_words(row->index, "file");
  auto bytes = from_base64(file.or_empty());
  if (!file.is_shown() || !bytes) return no_such_saying();
  return UploadPage{.said = row->index, .media = row->media, .bytes = std::move(bytes).value()};
}

}  // namespace alongside::said
