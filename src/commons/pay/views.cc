#include "commons/pay/views.h"

#include <algorithm>
#include <map>

#include "commons/gathering/reading.h"
#include "commons/people/views.h"

namespace alongside::pay {
namespace {

using kernel::Reader;
using kernel::Seeing;

constexpr std::int64_t lines_max = 200;
constexpr std::int64_t meetings_max = 50;

ClaimLine line_of(Reader& reader, const ClaimRow& row) {
  ClaimLine out{.claim = row.claim, .work = row.work, .work_title = reader.words(row.work, "title"), .gathering = row.gathering, .paid_for = row.paid_for,
                .sum = row.sum(), .asked_on = row.asked_on, .paid_on = row.paid_on, .declined_on = row.declined_on};
  if (const auto meeting = gathering::row_of(reader, row.gathering)) {
    out.meeting_title = gathering::said_of(reader, row.gathering, "title");
    out.meeting_on = meeting->on;
  }
  out.how = reader.private_text(how_name(row.claim)).value_or("");
  out.why = reader.private_text(why_name(row.claim)).value_or("");
  return out;
}

}  // namespace

Result<MyPayPage> MyPayPage::see(const Seeing& seeing) {
  MyPayPage out;
  if (!seeing.actor.person.is_set()) return out;
  std::map<std::string, std::int64_t> owed;
  for (const ClaimRow& row : seeing.reader.all<ClaimRow>("WHERE person = $1 ORDER BY asked_on DESC, claim LIMIT $2", {seeing.actor.person.value, lines_max})) {
    out.lines.push_back(line_of(seeing.reader, row));
    if (row.waits()) owed[row.currency] += row.minor;
  }
  for (const auto& [currency, minor] : owed) out.owed.push_back({.currency = currency, .minor = minor});
  return out;
}

Result<PayDesk> PayDesk::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  PayDesk out{.of = reader.count("SELECT COUNT(*) FROM pay_claims WHERE paid_on IS NULL AND declined_on IS NULL")};
  for (const ClaimRow& row : reader.all<ClaimRow>("WHERE paid_on IS NULL AND declined_on IS NULL ORDER BY asked_on, claim LIMIT $1", {lines_max})) {
    out.lines.push_back(line_of(reader, row));
    out.lines.back().who = people::pseudonym(reader, {row.person});
  }
  const auto fare_by = [](const ClaimLine& one) { return one.paid_for == PaidFor::fare && one.meeting_on ? *one.meeting_on : one.asked_on + 365; };
  std::stable_sort(out.lines.begin(), out.lines.end(), [&](const ClaimLine& a, const ClaimLine& b) { return fare_by(a) < fare_by(b); });
  return out;
}

std::optional<PayWaits> pay_waiting(Reader& reader) {
  const auto oldest = reader.one<ClaimRow>("WHERE paid_on IS NULL AND declined_on IS NULL ORDER BY asked_on, claim LIMIT 1");
  if (!oldest) return std::nullopt;
  return PayWaits{.claims = reader.count("SELECT COUNT(*) FROM pay_claims WHERE paid_on IS NULL AND declined_on IS NULL"), .since = oldest->asked_on};
}

std::vector<html::Choice> meeting_choices(const Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  for (const auto& row : seeing.reader.all<gathering::GatheringRow>("WHERE work = $1 ORDER BY on_day DESC, idx LIMIT $2", {seeing.index("work").value, meetings_max})) {
    const Text title = gathering::said_of(seeing.reader, row.index, "title");
    out.push_back(html::choice_named(std::to_string(row.index.value), say.plain("{day}: {title}", {{"day", row.on}, {"title", title.is_shown() ? title.words : say.plain("These words were erased.")}})));
  }
  return out;
}

}  // namespace alongside::pay
