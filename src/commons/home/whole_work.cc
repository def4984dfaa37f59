#include "commons/home/whole_work.h"

#include "commons/agreement/wording.h"
#include "commons/valued/pages.h"
#include "html/components.h"

namespace alongside::home {

Result<WholeWork> whole_work(const kernel::Seeing& seeing, Index index) {
  kernel::Seeing of_it = seeing;
  of_it.path["work"] = std::to_string(index.value);
  auto work = work::WorkPage::see(of_it);
  if (!work) return work.problems();
  WholeWork out{.work = std::move(work).value(), .agreements = {}, .said = {}, .touched = {}};
  for (agreement::AgreementLine& line : agreement::lines(seeing.reader, index)) {
    auto decided = agreement::decisions_on(seeing.reader, line.agreement);
    out.agreements.push_back({std::move(line), std::move(decided)});
  }
  out.said = said::counts(seeing.reader, index, seeing.today);
  for (const work::TouchedPlace& one : out.work.touches) out.touched.push_back({one.line, valued::items_of(seeing.reader, one.line.valued)});
  return out;
}

std::vector<html::Html> three_numbers(const said::SaidCounts& counts, const html::Say& say) {
  return {say("{n} of {of} were answered.", {{"n", counts.answered}, {"of", counts.published}}),
          say("{n} of {of}: who said it says that it answers them.", {{"n", counts.agreed}, {"of", counts.answered}}),
          say("{n} of {of}: something changed that anyone can see.", {{"n", counts.changed}, {"of", counts.answered}})};
}

html::Html asked_room(const AskedRoom& room, const kernel::Showing& at) {
  const agreement::AgreementLine& line = room.line;
  html::Html out = html::a(at.to(agreement::agreement_path(line.work, line.agreement)), valued::name_or(line.words, at.say)) + html::text(" ") + agreement::room_words(line.room, at.say);
  for (const agreement::DecidedLine& made : room.decided) out += html::text(" ") + agreement::decided_words(made, line.room, at);
  return out;
}

}  // namespace alongside::home
