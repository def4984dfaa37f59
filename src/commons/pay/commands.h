// What can be asked: to be paid, by somebody in a room; and by the keeper, to say that it was paid, or why not.
#pragma once

#include "commons/pay/claim.h"
#include "commons/work/room.h"

namespace alongside::pay {

inline constexpr std::int64_t sum_max = 10'000'00;  // in pence: more is a slip of the finger
inline constexpr int waiting_max = 20;              // of one person

struct AskPay {
  Index work;
  Index gathering;
  std::optional<PaidFor> paid_for;
  std::optional<Money> sum;
  std::string how;  // they want to have it
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("how", self.how);
    field("paid_for", self.paid_for);
    field("sum", self.sum);
    field("work", self.work);
  }
};
struct AskFacts {
  Day today;
  kernel::Person person;
  Index fresh;
  bool work_is_here = false;
  bool is_in_the_room = false;
  bool meeting_is_here = true;  // and is one of this work
  std::int64_t waiting = 0;
};
AskFacts look(const kernel::Situation& situation, const AskPay& asked);
Result<kernel::Changes> decide(const AskFacts& facts, AskPay asked);

struct ClaimFacts {
  Day today;
  std::optional<ClaimRow> claim;
};

struct WithdrawPay {
  Index claim;
  static void fields(auto& self, auto&& field) { field("claim", self.claim); }
};
ClaimFacts look(const kernel::Situation& situation, const WithdrawPay& asked);
Result<kernel::Changes> decide(const ClaimFacts& facts, WithdrawPay asked);

struct SayPaid {
  Index claim;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("claim", self.claim);
    field("on", self.on);
  }
};
ClaimFacts look(const kernel::Situation& situation, const SayPaid& asked);
Result<kernel::Changes> decide(const ClaimFacts& facts, SayPaid asked);

struct DeclinePay {
  Index claim;
  std::string why;
  static void fields(auto& self, auto&& field) {
    field("claim", self.claim);
    field("why", self.why);
  }
};
ClaimFacts look(const kernel::Situation& situation, const DeclinePay& asked);
Result<kernel::Changes> decide(const ClaimFacts& facts, DeclinePay asked);

}  // namespace alongside::pay
