#include "commons/home/views.h"

#include <algorithm>

#include "base/text.h"
#include "commons/agreement/views.h"
#include "commons/question/standing.h"
#include "commons/said/views.h"
#include "commons/valued/pages.h"
#include "commons/work/danger.h"
#include "commons/work/pages.h"

namespace alongside::home {
namespace {

constexpr std::size_t lines_on_the_front_page = 5;
constexpr std::int64_t works_on_the_desk = 100;
constexpr std::size_t works_on_the_front_page = 3;
constexpr std::size_t found_max = 50;
constexpr std::int64_t items_on_the_desk = 200;
constexpr std::size_t question_max = 200;

std::vector<RoomWaits> rooms_that_wait(const kernel::Seeing& seeing) {
  std::vector<RoomWaits> out;
  for (const work::WorkLine& one : work::lines(seeing.reader, works_on_the_desk)) {
    RoomWaits waits{.work = one.work, .title = one.title};
    waits.dangers = work::dangers(seeing.reader, waits.work);
    waits.sayings = said::counts(seeing.reader, waits.work, seeing.today).unread;
    waits.wordings = question::unread(seeing.reader, waits.work);
    waits.dissents = agreement::unread(seeing.reader, waits.work);
    if (waits.dangers + waits.sayings + waits.wordings + waits.dissents > 0) out.push_back(std::move(waits));
  }
  std::stable_sort(out.begin(), out.end(), [](const RoomWaits& a, const RoomWaits& b) { return a.dangers > b.dangers; });
  return out;
}

}  // namespace

Result<FrontPage> FrontPage::see(const kernel::Seeing& seeing) {
  return FrontPage{.place = place::place(seeing.reader),
                   .works = work::latest(seeing.reader, seeing.today, works_on_the_front_page),
                   .decided = decision::latest(seeing.reader, seeing.today, lines_on_the_front_page),
                   .coming = decision::next_coming(seeing.reader, seeing.today, lines_on_the_front_page),
                   .waiting = ask::latest_open(seeing.reader, seeing.today, lines_on_the_front_page),
                   .unexplained = valued::unexplained_losses(seeing.reader, lines_on_the_front_page),
                   .counts = decision::counts(seeing.reader)};
}

Result<SearchPage> SearchPage::see(const kernel::Seeing& seeing) {
  SearchPage out{.asked = shortened(seeing.asked("q"), question_max)};
  if (const auto code = whole_number(trimmed(out.asked)); code.ok()) {
    const auto work = work::line(seeing.reader, {*code});
    if (work && work->state != work::WorkState::preparing) out.moved_to = work::work_path(work->work);
  }
  if (!seeing.search || !out.moved_to.empty()) return out;
  const kernel::Finding finding = seeing.search(out.asked, found_max);
  out.read = finding.read;
  out.of = finding.of;
  for (const kernel::Found& one : finding.found) {
    FoundLine line{.index = one.index, .kind = one.kind, .title = one.title, .path = one.path};
    if (one.kind == "valued") {
      if (const auto valued = valued::valued(seeing.reader, one.index)) {
        line.now = std::string(kernel::word_of(valued->status));
        line.unexplained = valued->unexplained;
      }
    }
    out.found.push_back(std::move(line));
  }
  return out;
}

Result<Desk> Desk::see(const kernel::Seeing& seeing) {
  Desk out{.asks = ask::waiting_for_the_keeper(seeing.reader, seeing.today),
           .rooms = rooms_that_wait(seeing),
           .items = gathering::waiting_items(seeing.reader, items_on_the_desk),
           .accounts = people::waiting_accounts(seeing.reader, seeing.today),
           .drafts = decision::waiting_drafts(seeing.reader, seeing.actor),
           .unexplained = valued::unexplained_losses(seeing.reader, lines_on_the_front_page),
           .counts = decision::counts(seeing.reader)};
  if (seeing.actor.is_keeper()) out.proposals = people::waiting_proposals(*seeing.house, seeing.reader);
  for (const decision::DecisionLine& one : decision::next_coming(seeing.reader, seeing.today, 200)) {
    if (one.due && one.due->last() < seeing.today) out.overdue.push_back(one);
  }
  out.unexplained_count = valued::count_unexplained(seeing.reader);
  if (seeing.actor.is_keeper()) out.same = valued::same_waiting(seeing.reader);
  if (seeing.actor.is_keeper()) out.pay = pay::pay_waiting(seeing.reader);
  if (seeing.actor.is_keeper()) out.untold = work::untold(seeing.reader, works_on_the_desk);
  return out;
}

}  // namespace alongside::home
