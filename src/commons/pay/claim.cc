#include "commons/pay/claim.h"

namespace alongside::pay {

std::optional<ClaimRow> claim_row(kernel::Reader& reader, Index claim) {
  return claim.is_set() ? reader.one<ClaimRow>("WHERE claim = $1", {claim.value}) : std::nullopt;
}

std::string how_name(Index claim) { return "pay how/" + std::to_string(claim.value); }
std::string why_name(Index claim) { return "pay why/" + std::to_string(claim.value); }

namespace may {

bool own(const kernel::MayAsk& ask) {
  const auto claim = claim_row(ask.reader, ask.index("claim"));
  return claim && ask.actor.person.is_set() && claim->person == ask.actor.person.value;
}

}  // namespace may

}  // namespace alongside::pay
