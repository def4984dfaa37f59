// All that can be done about pay, and by whom.
#include "commons/pay/concern.h"

#include "base/text.h"
#include "commons/pay/commands.h"
#include "commons/pay/pages.h"
#include "commons/pay/private.sql.h"

namespace alongside::pay {
namespace {

using kernel::CommandRow;

// "?gathering=71" begins the form with that meeting.
Json start_of_ask(const kernel::Seeing& seeing) {
  const auto meeting = whole_number(seeing.asked("gathering"));
  return meeting.ok() ? Json::object({{"gathering", *meeting}, {"paid_for", "fare"}}) : Json::object();
}

CommandRow ask_row() {
  return {.words = "pay ask", .path = "/work/{work}/pay", .may = work::may::take_part,
          .title = msg("Ask for your fare or your pay"), .lede = msg("Only you and the keeper see it. Nothing of it is on the public record. What is paid, and for what, stands on the page of the work."),
          .submit = msg("Ask for it"),
          .fields = {{.field = "paid_for", .label = msg("What it is for"), .required = true, .choice_labels = {msg("My fare"), msg("My time"), msg("Something that it cost me")}},
                     {.field = "sum", .label = msg("How much"), .required = true},
                     {.field = "gathering", .label = msg("For which meeting"), .hint = msg("A fare is paid before the meeting, so say which."), .choices = meeting_choices},
                     {.field = "how", .label = msg("How you want to have it"), .hint = msg("In cash, by post, or as the keeper paid you before. Please write no number of an account here."), .required = true, .one_line = true}},
          .then = "/me/pay", .done = msg("The keeper sees it now. When it is paid, the day stands here."), .start = start_of_ask};
}

CommandRow withdraw_row() {
  return {.words = "pay withdraw", .path = "/me/pay/{claim}/withdraw", .may = may::own, .title = msg("Take it back"), .lede = msg("No reason is asked."),
          .submit = msg("Take it back"), .then = "/me/pay", .done = msg("It is taken back.")};
}

CommandRow paid_row() {
  return {.words = "pay paid", .path = "/desk/pay/{claim}/paid", .may = kernel::may::keeper, .title = msg("It is paid"),
          .lede = msg("Whoever asked for it sees the day. How they wanted to have it is forgotten."), .submit = msg("It is paid"),
          .fields = {{.field = "on", .label = msg("The day it was paid"), .hint = msg("Leave it empty for today.")}},
          .then = "/desk/pay", .done = msg("They see that it is paid.")};
}

CommandRow decline_row() {
  return {.words = "pay decline", .path = "/desk/pay/{claim}/decline", .may = kernel::may::keeper, .title = msg("It is not paid, because"),
          .lede = msg("Only whoever asked for it reads why."), .submit = msg("Tell them"),
          .fields = {{.field = "why", .label = msg("Why it is not paid"), .required = true}},
          .then = "/desk/pay", .done = msg("They see why.")};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("pay", "", private_sql)
      .command<AskPay>(ask_row())
      .command<WithdrawPay>(withdraw_row())
      .command<SayPaid>(paid_row())
      .command<DeclinePay>(decline_row())
      .page<MyPayPage>({.path = "/me/pay", .may = kernel::may::signed_in, .cached = false})
      .page<PayDesk>({.path = "/desk/pay", .may = kernel::may::keeper, .cached = false})
      .holds({{"pay_claims", "SELECT COUNT(*) FROM pay_claims WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("{n} sum that you asked to be paid, and the day on which it was.", "{n} sums that you asked to be paid, and the days on which they were.", n); }}})
      .forgets({"DELETE FROM pay_claims WHERE person = $1"});
}

}  // namespace alongside::pay
