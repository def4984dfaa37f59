// What may be seen of pay: one's own; and by the keeper, what waits to be paid.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/pay/claim.h"

namespace alongside::pay {

struct ClaimLine {
  Index claim;
  Index work;
  Text work_title;
  Index gathering;
  Text meeting_title;
  std::optional<Day> meeting_on;
  PaidFor paid_for = PaidFor::fare;
  Money sum;
  Day asked_on;
  std::optional<Day> paid_on;
  std::optional<Day> declined_on;
  std::string who;  // for the keeper: the name that they chose
  std::string how;  // they want to have it
  std::string why;  // it was not paid
  bool waits() const { return !paid_on && !declined_on; }
  // The meeting has come, or gone, and the fare was not there before it.
  bool is_late(Day today) const { return waits() && paid_for == PaidFor::fare && meeting_on && *meeting_on <= today; }
  static void fields(auto& self, auto&& field) {
    field("asked_on", self.asked_on);
    field("claim", self.claim);
    field("declined_on", self.declined_on);
    field("gathering", self.gathering);
    field("how", self.how);
    field("meeting_on", self.meeting_on);
    field("meeting_title", self.meeting_title);
    field("paid_for", self.paid_for);
    field("paid_on", self.paid_on);
    field("sum", self.sum);
    field("who", self.who);
    field("why", self.why);
    field("work", self.work);
    field("work_title", self.work_title);
  }
};

struct MyPayPage {
  std::vector<ClaimLine> lines;  // the newest first
  std::vector<Money> owed;       // what waits, a currency each
  static void fields(auto& self, auto&& field) {
    field("lines", self.lines);
    field("owed", self.owed);
  }
  static Result<MyPayPage> see(const kernel::Seeing& seeing);
};

struct PayDesk {
  std::vector<ClaimLine> lines;  // that wait: fares for the next meeting first, then the oldest
  std::int64_t of = 0;
  static void fields(auto& self, auto&& field) {
    field("lines", self.lines);
    field("of", self.of);
  }
  static Result<PayDesk> see(const kernel::Seeing& seeing);
};

// For the keeper's desk.
struct PayWaits {
  std::int64_t claims = 0;
  Day since;  // the oldest
  static void fields(auto& self, auto&& field) {
    field("claims", self.claims);
    field("since", self.since);
  }
};
std::optional<PayWaits> pay_waiting(kernel::Reader& reader);  // nothing: nobody waits

// The meetings of this work, for a form.
std::vector<html::Choice> meeting_choices(const kernel::Seeing& seeing, const html::Say& say);

}  // namespace alongside::pay
