// What those who moderate read, and what somebody reads of what they said themselves.
#include <algorithm>

#include "commons/people/views.h"
#include "commons/said/views_parts.h"

namespace alongside::said {
namespace {

using kernel::Reader;
using kernel::Seeing;

Text setting(Reader& reader, Index work, const char* item) {
  const auto row = reader.one<work::SettingRow>("WHERE work = $1 AND item = $2", {work.value, std::string(item)});
  return row ? reader.words(row->act, item) : Text{};
}

std::vector<DangerLine> dangers_of(Reader& reader, Index work) {
  constexpr std::int64_t shown_max = 50;
  std::vector<DangerLine> out;
  for (const DangerRow& row : reader.all<DangerRow>("WHERE work = $1 AND ended = 0 ORDER BY at_second, said LIMIT $2", {work.value, shown_max})) {
    DangerLine line{.said = row.said, .at = row.at};
    const auto saying = saying_row(reader, row.said);
    if (saying) {
      line.stand = saying->stand;
      line.words = reader.withheld_words(saying->words_act, "words");
    }
    if (row.person != 0) line.by = people::pseudonym(reader, {row.person});
    line.told = reader.private_text(danger_name(row.said)).value_or("");
    out.push_back(std::move(line));
  }
  return out;
}

MineLine mine_line(Reader& reader, const SayingRow& row, const Clockwork& clock) {
  MineLine out{.line = line_of(reader, row, clock)};
  out.words = reader.withheld_words(row.words_act, "words");
  if (row.media != Media::none) out.line.description = reader.withheld_words(row.index, "description");
  out.work_title = reader.words(row.work, "title");
  if (row.stand == Stand::refused) out.note = reader.withheld_words(row.refused_act, "note");
  const auto danger = danger_row(reader, row.index);
  out.is_danger = danger && !danger->ended && row.stand == Stand::held;
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
  if (reader.count("SELECT COUNT(*) FROM said_authors a JOIN said_danger d ON d.said = a.said WHERE a.person = $1 AND d.ended = 0", {person}) > 0) {
    out.helplines = place::place(reader).helplines;
  }
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
  out.refusals = setting(reader, row->index, "refusals");
  out.safeguarding = setting(reader, row->index, "safeguarding");
  return out;
}

Result<MinePage> MinePage::see(const Seeing& seeing) { return my_page(seeing, std::max(1, seeing.page()), lines_a_page); }

Result<MyLetterPage> MyLetterPage::see(const Seeing& seeing) {
  constexpr std::int64_t in_a_letter = 100;
  return MyLetterPage{.mine = my_page(seeing, 1, in_a_letter), .place = place::place(seeing.reader).name};
}

}  // namespace alongside::said
