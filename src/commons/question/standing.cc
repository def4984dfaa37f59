#include "commons/question/standing.h"

#include <algorithm>

namespace alongside::question {

using kernel::Reader;

namespace {

bool agreed(const SideAnswer& one) { return one.consented == Consented::agreed; }

}  // namespace

bool all_agreed(const Answered& wording) {
  return wording.state == WordingState::closed && !wording.sides.empty() && std::all_of(wording.sides.begin(), wording.sides.end(), agreed);
}

std::vector<Index> standing_of(std::span<const Answered> wordings) {
  if (wordings.empty()) return {};
  for (std::size_t i = wordings.size(); i > 0; --i) {
    if (all_agreed(wordings[i - 1])) return {wordings[i - 1].wording};
  }
  std::vector<Index> out{wordings.front().wording};
  for (const Answered& one : wordings.subspan(1)) {
    if (one.state == WordingState::closed && std::any_of(one.sides.begin(), one.sides.end(), agreed)) out.push_back(one.wording);
  }
  return out;
}

std::optional<WordingRow> wording_row(Reader& reader, Index wording) {
  return wording.is_set() ? reader.one<WordingRow>("WHERE idx = $1", {wording.value}) : std::nullopt;
}

std::vector<SideAnswer> answers_of(Reader& reader, Index wording) {
  std::vector<SideAnswer> out;
  for (const AnswerRow& row : reader.all<AnswerRow>("WHERE wording = $1 ORDER BY side", {wording.value})) {
    out.push_back({.side = row.side, .consented = row.consented, .answered = row.answered, .yes = row.yes, .no = row.no, .abstained = row.abstained});
  }
  std::sort(out.begin(), out.end(), [](const SideAnswer& one, const SideAnswer& two) { return one.side < two.side; });
  return out;
}

std::vector<StandingWording> asked(Reader& reader, Index work) {
  const std::vector<WordingRow> rows = reader.all<WordingRow>("WHERE work = $1 ORDER BY number", {work.value});
  std::vector<Answered> all;
  for (const WordingRow& row : rows) {
    all.push_back({.wording = row.index, .state = row.state, .sides = row.state == WordingState::closed ? answers_of(reader, row.index) : std::vector<SideAnswer>{}});
  }
  std::vector<StandingWording> out;
  for (const Index index : standing_of(all)) {
    const auto at = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [index](const Answered& one) { return one.wording == index; }) - all.begin());
    StandingWording one{.wording = index, .number = rows[at].number, .side = rows[at].side, .words = reader.words(index, "words"), .is_agreed = all_agreed(all[at])};
    for (const SideAnswer& side : all[at].sides) {
      if (agreed(side)) one.agreed_by.push_back(side.side);
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::int64_t unread(kernel::Reader& reader, Index work) {
  return reader.count("SELECT COUNT(*) FROM wordings WHERE work = $1 AND state = 'waiting'", {work.value});
}

std::string question_path(Index work) { return "/work/" + std::to_string(work.value) + "/question"; }
std::string wording_path(Index work, Index wording) { return question_path(work) + "/" + std::to_string(wording.value); }

}  // namespace alongside::question
