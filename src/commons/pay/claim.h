// What somebody asks to be paid for taking part: their fare before a meeting, their time, what it cost them. It is between
// them and the keeper, who pays. Nothing of it is on the record: who is paid is who takes part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "kernel/concern.h"
#include "kernel/fields.h"

namespace alongside::pay {

enum class PaidFor { fare, time, cost };
constexpr auto words_of(PaidFor) {
  using namespace std::string_view_literals;
  return std::array{"fare"sv, "time"sv, "cost"sv};
}

struct ClaimRow {
  static constexpr std::string_view table = "pay_claims";
  Index claim;
  std::int64_t person = 0;
  Index work;
  Index gathering;  // unset: of no one meeting
  PaidFor paid_for = PaidFor::fare;
  std::int64_t minor = 0;
  std::string currency;
  Day asked_on;
  std::optional<Day> paid_on;
  std::optional<Day> declined_on;
  Money sum() const { return {.currency = currency, .minor = minor}; }
  bool waits() const { return !paid_on && !declined_on; }
  static void fields(auto& self, auto&& column) {
    column("claim", self.claim);
    column("person", self.person);
    column("work", self.work);
    column("gathering", self.gathering);
    column("paid_for", self.paid_for);
    column("minor", self.minor);
    column("currency", self.currency);
    column("asked_on", self.asked_on);
    column("paid_on", self.paid_on);
    column("declined_on", self.declined_on);
  }
};

std::optional<ClaimRow> claim_row(kernel::Reader& reader, Index claim);
std::string how_name(Index claim);  // of the sealed words beside it
std::string why_name(Index claim);

namespace may {
bool own(const kernel::MayAsk& ask);  // whoever asked for it
}  // namespace may

}  // namespace alongside::pay
