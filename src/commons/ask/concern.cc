// All that can be done with a question, and by whom.
#include "commons/ask/concern.h"

#include "commons/ask/open.h"
#include "commons/ask/parts.h"
#include "commons/ask/private.sql.h"
#include "commons/ask/rows.h"
#include "commons/ask/tables.sql.h"

namespace alongside::ask {

namespace may = kernel::may;

kernel::Concern concern() {
  return kernel::Concern("ask", tables_sql, private_sql)
      .acts<AskOpened, AskPublished, AskRefused, AskMerged, AskWithdrawn, AskSplit, AskSent, AskDelivered, AskBounced, AskNeedsReply,
            AskClarified, AskPassedOn, AskReplied, AskJudged>()
      .command<OpenAsk>(open_row())
      .command<ComeBack>(code_row())
      .command<PublishAsk>(publish_row())
      .command<RefuseAsk>(refuse_row())
      .command<MergeAsk>(merge_row())
      .command<WithdrawAsk>(withdraw_row())
      .command<SendPart>(send_row())
      .command<DeliverPart>(delivered_row())
      .command<BouncePart>(bounced_row())
      .command<AskBack>(needs_reply_row())
      .command<Clarify>(clarify_row())
      .command<PassOn>(pass_on_row())
      .command<ReplyToPart>(reply_row())
      .command<SplitAsk>(split_row())
      .command<JudgeReply>(judge_row())
      .forgets({"DELETE FROM askers WHERE person = $1"});
}

}  // namespace alongside::ask
