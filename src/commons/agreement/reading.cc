#include "commons/agreement/reading.h"

#include <algorithm>

namespace alongside::agreement {

using kernel::Reader;

Room room_of(bool is_closed, const std::vector<SideRow>& sides) {
  if (!is_closed) return Room::open;
  const auto is = [](Consented consented) { return [consented](const SideRow& one) { return one.consented == consented; }; };
  if (std::any_of(sides.begin(), sides.end(), is(Consented::not_agreed))) return Room::not_agreed;
  return !sides.empty() && std::all_of(sides.begin(), sides.end(), is(Consented::agreed)) ? Room::agreed : Room::no_answer;
}

std::optional<AgreementRow> row_of(Reader& reader, Index agreement) {
  return agreement.is_set() ? reader.one<AgreementRow>("WHERE idx = $1", {agreement.value}) : std::nullopt;
}

std::optional<DissentRow> dissent_row(Reader& reader, Index dissent) {
  return dissent.is_set() ? reader.one<DissentRow>("WHERE idx = $1", {dissent.value}) : std::nullopt;
}

std::vector<SideRow> sides_of(Reader& reader, Index agreement) {
  std::vector<SideRow> out = reader.all<SideRow>("WHERE agreement = $1 ORDER BY side", {agreement.value});
  std::sort(out.begin(), out.end(), [](const SideRow& a, const SideRow& b) { return a.side < b.side; });
  return out;
}

Room room_at(Reader& reader, const AgreementRow& row) { return room_of(row.is_closed(), sides_of(reader, row.index)); }

std::vector<Index> options_of(Reader& reader, Index agreement) {
  std::vector<Index> out;
  for (const AboutOptionRow& one : reader.all<AboutOptionRow>("WHERE agreement = $1 ORDER BY option", {agreement.value})) out.push_back(one.option);
  return out;
}

Index deciding_body(const work::WorkRow& work) { return work.decides.is_set() ? work.decides : work.body; }

std::string agreements_path(Index work) { return "/work/" + std::to_string(work.value) + "/agreements"; }
std::string agreement_path(Index work, Index agreement) { return agreements_path(work) + "/" + std::to_string(agreement.value); }

std::string dissent_path(const AgreementRow& agreement, Index dissent) {
  return agreement_path(agreement.work, agreement.index) + "/dissents/" + std::to_string(dissent.value);
}

namespace may {

bool decide(const kernel::MayAsk& ask) {
  if (ask.actor.is_keeper()) return true;
  if (ask.actor.standing != kernel::Standing::officer || ask.actor.bodies.empty()) return false;
  const auto row = row_of(ask.reader, ask.index("agreement"));
  const auto work = row ? work::row_of(ask.reader, row->work) : std::nullopt;
  return !work || ask.actor.is_officer_of(deciding_body(*work));
}

}  // namespace may

}  // namespace alongside::agreement
