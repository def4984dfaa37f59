// What those who moderate read, and what somebody reads of what they said themselves.
#include <algorithm>

#include "commons/people/views.h"
#include "commons/said/views_parts.h"

namespace alongside::said {
namespace {

using kernel::Reader;
using kernel::Seeing;

// A saying's words may have been changed since.
std::vector<work::DangerLine> dangers_of(Reader& reader, Index work) {
  std::vector<work::DangerLine> out = work::danger_lines(reader, work);
  for (work::DangerLine& one : out) {
    if (const auto saying = saying_row(reader, one.thing)) one.words = reader.withheld_words(saying->words_act, "words");
  }
  return out;
}

MineLine mine_line(Reader& reader, const SayingRow& row, const Clockwork& clock) {
  MineLine out{.line = line_of(reader, row, clock)};
  out.words = reader.withheld_words(row.words_act, "words");
  if (row.media != Media::none) out.line.description = reader.withheld_words(row.index, "description");
  out.work_title = reader.words(row.work, "title");
  if (row.stand == Stand::refused) out.note = reader.withheld_words(row.refused_act, "note");
  out.is_danger = row.stand == Stand::held && work::is_in_danger(reader, row.index);
  out.happened = what_happened(reader, row.index);
  out.answers = answers_to(reader, out.happened);
  return out;
}

MinePage my_page(const Seeing& seeing, std::int64_t page, std::int64_t a_page) {
  Reader& reader = seeing.reader;
  MinePage out{.page = page};
  const std::int64_t person = seeing.actor.person.value;
  if (!seeing.actor.person.is_set()) return out;
  out.of = reader.count("SELECT COUNT(*) FROM said_authors WHERE person = $1", {person});
  const Clockwork clock = clockwork(reader, seeing.today);
  for (const AuthorRow& row : reader.all<AuthorRow>("WHERE person = $1 ORDER BY said DESC LIMIT $2 OFFSET $3", {person, a_page, (page - 1) * a_page})) {
    if (const auto saying = saying_row(reader, row.said)) out.lines.push_back(mine_line(reader, *saying, clock));
  }
  out.helplines = work::help_for(seeing);
  for (const DraftRow& row : reader.all<DraftRow>("WHERE person = $1 ORDER BY kept_on DESC, work", {person})) {
    out.drafts.push_back({.work = row.work, .work_title = reader.words(row.work, "title"), .kind = row.kind,
                          .words = reader.private_text(draft_name({person}, row.work)).value_or(""), .kept_until = row.kept_on + draft_days});
  }
  return out;
}

}  // namespace

Result<ReadingPage> ReadingPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto row = work::row_of(reader, seeing.index("work"));
  if (!row) return problem(Code::not_found, "", msg("There is no such piece of work here."));
  ReadingPage out{.work = *work::line(reader, row->index), .page = std::max(1, seeing.page())};
  const Clockwork clock = clockwork(reader, seeing.today);
  out.of = counts(reader, row->index, clock.late).unread;
  if ((out.page - 1) * unread_a_page < out.of) {
    for (const SayingRow& one : reader.all<SayingRow>("WHERE work = $1 AND stand = 'waiting' ORDER BY idx LIMIT $2 OFFSET $3",
                                                      {row->index.value, unread_a_page, (out.page - 1) * unread_a_page})) {
      UnreadLine line{.line = line_of(reader, one, clock), .words = reader.withheld_words(one.words_act, "words")};
      if (one.media != Media::none) line.description = reader.withheld_words(one.index, "description");
      const auto stamp = reader.stamp(one.words_act);
      line.days = stamp ? seeing.today - stamp->at : 0;
      out.lines.push_back(std::move(line));
    }
  }
  out.dangers = dangers_of(reader, row->index);
  out.refusals = work::setting_of(reader, row->index, "refusals");
  out.safeguarding = work::setting_of(reader, row->index, "safeguarding");
  return out;
}

Result<MinePage> MinePage::see(const Seeing& seeing) { return my_page(seeing, std::max(1, seeing.page()), lines_a_page); }

Result<MyLetterPage> MyLetterPage::see(const Seeing& seeing) {
  constexpr std::int64_t in_a_letter = 100;
  return MyLetterPage{.mine = my_page(seeing, 1, in_a_letter), .place = place::place(seeing.reader).name};
}

}  // namespace alongside::said
