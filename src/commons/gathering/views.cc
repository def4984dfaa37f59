#include "commons/gathering/views.h"

#include <algorithm>

#include "commons/place/views.h"

namespace alongside::gathering {
namespace {

using kernel::Reader;

constexpr std::int64_t to_read_max = 50;  // on one page
constexpr std::int64_t items_max = 10'000;  // on one agenda

MeetingLine line_of(Reader& reader, const GatheringRow& row, const std::string& zone) {
  MeetingLine out{.gathering = row.index, .work = row.work, .title = said_of(reader, row.index, "title"), .where = said_of(reader, row.index, "where"),
                  .on = row.on, .from_minute = row.from_minute, .to_minute = row.to_minute, .called_off = row.is_off(), .changes = row.changes,
                  .revised_on = row.revised_on};
  out.from = moment_in_zone(row.on, row.from_minute, zone).value();
  out.to = moment_in_zone(row.on, row.to_minute, zone).value();
  return out;
}

std::string zone_of(Reader& reader) { return place::place(reader).zone; }

Text title_of(Reader& reader, Index work) { return reader.words(work, "title"); }

void count(ItemCounts& counts, const std::optional<Side>& side, int n) {
  counts.items += n;
  if (!side) {
    counts.unnamed += n;
    return;
  }
  switch (*side) {
    case Side::lived: counts.lived += n; break;
    case Side::office: counts.office += n; break;
    case Side::affected: counts.affected += n; break;
    case Side::advisor: counts.advisor += n; break;
  }
}

ItemCounts counts_of_work(Reader& reader, Index work) {
  ItemCounts out;
  reader.each("SELECT i.side, COUNT(*) FROM agenda_items i, gatherings g WHERE g.work = $1 AND i.gathering = g.idx AND i.state = 'published' "
              "GROUP BY i.side ORDER BY i.side", {work.value}, [&](const store::Row& row) {
                count(out, row.is_null(0) ? std::nullopt : kernel::with_word<Side>(row.text(0)), static_cast<int>(row.integer(1)));
              });
  return out;
}

std::vector<ItemLine> items_of(Reader& reader, Index gathering, ItemState state, std::int64_t limit) {
  std::vector<ItemLine> out;
  for (const ItemRow& row : reader.all<ItemRow>("WHERE gathering = $1 AND state = $2 ORDER BY idx LIMIT $3", {gathering.value, kernel::to_value(state), limit})) {
    out.push_back({.item = row.index, .title = state == ItemState::waiting ? reader.withheld_words(row.index, "title") : reader.words(row.index, "title"),
                   .side = row.side, .minutes = row.minutes});
  }
  return out;
}

std::vector<RefusedCount> refused_of(Reader& reader, Index gathering) {
  std::vector<RefusedCount> out;
  reader.each("SELECT reason, COUNT(*) FROM agenda_items WHERE gathering = $1 AND state = 'refused' GROUP BY reason ORDER BY reason", {gathering.value},
              [&](const store::Row& row) { out.push_back({kernel::with_word<Refusal>(row.text(0)).value_or(Refusal{}), row.integer(1)}); });
  return out;
}

std::vector<PaperLine> papers_of(Reader& reader, const GatheringRow& meeting) {
  std::vector<PaperLine> out;
  for (const PaperRow& row : reader.all<PaperRow>("WHERE gathering = $1 ORDER BY idx", {meeting.index.value})) {
    PaperLine one{.paper = row.index, .title = reader.words(row.index, "title"), .words = reader.words(row.index, "words"), .on = row.on, .recorded = row.on};
    if (const auto stamp = reader.stamp(row.index)) one.recorded = stamp->at;
    one.days_before = meeting.on - row.on;
    one.late = one.days_before < days_ahead;
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<NotesLine> notes_of(Reader& reader, Index gathering, const work::WorkRow& work) {
  std::vector<NotesLine> out;
  for (const NotesRow& row : reader.all<NotesRow>("WHERE gathering = $1 ORDER BY idx DESC", {gathering.value})) {
    NotesLine one{.notes = row.index, .written_on = row.written_on, .last_day = last_day(row, work), .closed_act = row.closed_act, .closed_on = row.closed_on,
                  .agreed = row.agreed, .words = reader.words(row.index, "words")};
    for (const NoteSideRow& side : reader.all<NoteSideRow>("WHERE notes = $1 ORDER BY side", {row.index.value})) one.sides.push_back(side.outcome);
    std::sort(one.sides.begin(), one.sides.end(), [](const SideAnswer& a, const SideAnswer& b) { return a.side < b.side; });
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::optional<MeetingLine> line(Reader& reader, Index gathering) {
  const auto row = row_of(reader, gathering);
  return row ? std::optional(line_of(reader, *row, zone_of(reader))) : std::nullopt;
}

std::optional<MeetingLine> next_meeting(Reader& reader, Index work, Day today) {
  const auto row = reader.one<GatheringRow>("WHERE work = $1 AND on_day >= $2 AND off_act IS NULL ORDER BY on_day, from_minute, idx LIMIT 1",
                                            {work.value, kernel::to_value(today)});
  return row ? std::optional(line_of(reader, *row, zone_of(reader))) : std::nullopt;
}

std::vector<WaitingItem> waiting_items(Reader& reader, std::int64_t limit) {
  std::vector<WaitingItem> out;
  for (const ItemRow& row : reader.all<ItemRow>("WHERE state = 'waiting' ORDER BY idx LIMIT $1", {limit})) {
    if (work::is_in_danger(reader, row.index)) continue;  // it stands with the other dangers
    WaitingItem one{.item = row.index, .gathering = row.gathering, .title = reader.withheld_words(row.index, "title")};
    if (const auto meeting = row_of(reader, row.gathering)) one.work = meeting->work;
    if (const auto stamp = reader.stamp(row.index)) one.on = stamp->at;
    out.push_back(std::move(one));
  }
  return out;
}

Result<MeetingsPage> MeetingsPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto work = work::row_of(reader, seeing.index("work"));
  if (!work) return problem(Code::not_found, "", msg("There is no such piece of work here."));
  MeetingsPage out{.work = work->index, .work_title = title_of(reader, work->index), .proposed = counts_of_work(reader, work->index)};
  const std::string zone = zone_of(reader);
  for (const GatheringRow& row : reader.all<GatheringRow>("WHERE work = $1 ORDER BY on_day, from_minute, idx", {work->index.value})) {
    (row.on >= seeing.today ? out.coming : out.past).push_back(line_of(reader, row, zone));
  }
  std::reverse(out.past.begin(), out.past.end());
  out.course = work::course(reader, work->index, seeing.today);
  out.may_run = work::may::runs(seeing.actor, *work);
  return out;
}

Result<MeetingPage> MeetingPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto row = row_of(reader, seeing.index("gathering"));
  const auto work = row ? work::row_of(reader, row->work) : std::nullopt;
  if (!work || work->index != seeing.index("work")) return problem(Code::not_found, "", msg("There is no such meeting here."));
  MeetingPage out{.line = line_of(reader, *row, zone_of(reader)), .work_title = title_of(reader, work->index)};
  out.way_in = said_of(reader, row->index, "way_in");
  out.phone = said_of(reader, row->index, "phone");
  out.access = said_of(reader, row->index, "access");
  out.fares = said_of(reader, row->index, "fares");
  out.paid = said_of(reader, row->index, "paid");
  if (const auto stamp = reader.stamp(row->index)) out.recorded = stamp->at;
  out.revised_act = row->revised_act;
  if (row->is_off()) out.why_off = reader.words(row->off_act, "why");
  out.papers = papers_of(reader, *row);
  out.items = items_of(reader, row->index, ItemState::published, items_max);
  for (const ItemLine& one : out.items) count(out.proposed, one.side, 1);
  out.refused = refused_of(reader, row->index);
  out.unread = reader.count("SELECT COUNT(*) FROM agenda_items WHERE gathering = $1 AND state = 'waiting'", {row->index.value});
  out.came_act = row->came_act;
  for (const CameRow& one : reader.all<CameRow>("WHERE gathering = $1 ORDER BY side", {row->index.value})) out.came.push_back({one.side, one.people});
  std::sort(out.came.begin(), out.came.end(), [](const work::SideCount& a, const work::SideCount& b) { return a.side < b.side; });
  out.sides = work::sides_of(reader, work->index);
  out.notes = notes_of(reader, row->index, *work);

  out.course = work::course(reader, work->index, seeing.today);
  out.has_been = row->on < seeing.today;
  out.may_run = work::may::runs(seeing.actor, *work);
  out.may_read = seeing.actor.moderates();
  out.may_take_part = work::may::take_part({seeing.actor, reader, Json::object(), seeing.path});
  out.mine = work::side_of(reader, work->index, seeing.actor.person);
  out.help = work::help_for(seeing);
  if (out.may_read) {
    out.to_read = items_of(reader, row->index, ItemState::waiting, to_read_max);
    for (ItemLine& one : out.to_read) one.in_danger = work::is_in_danger(reader, one.item);
    out.safeguarding = work::setting_of(reader, work->index, "safeguarding");
  }
  if (!out.notes.empty() && !out.notes.front().agreed && (out.may_run || out.mine)) {
    out.draft = reader.withheld_words(out.notes.front().notes, "words");
    const auto choice = reader.one<ChoiceRow>("WHERE notes = $1 AND person = $2", {out.notes.front().notes.value, seeing.actor.person.value});
    if (choice) out.my_choice = choice->choice;
  }
  return out;
}

}  // namespace alongside::gathering
