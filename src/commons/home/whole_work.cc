#include "commons/home/whole_work.h"

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

}  // namespace alongside::home
