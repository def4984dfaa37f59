// All that can be done with a question, and by whom.
#include "commons/ask/concern.h"

#include "commons/ask/open.h"
#include "commons/ask/pages.h"
#include "commons/ask/parts.h"
#include "commons/ask/private.sql.h"
#include "commons/ask/rows.h"
#include "commons/ask/tables.sql.h"
#include "commons/ask/wording.h"

namespace alongside::ask {
namespace {

namespace may = kernel::may;

// ---- what the search finds ------------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each("SELECT DISTINCT ask FROM ask_events WHERE idx >= $1 AND idx <= $2 ORDER BY ask", {from.value, to.value},
              [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

// A published question with what it asks and what was answered.
std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto row = ask_row(reader, index);
  if (!row || row->state != AskState::open) return std::nullopt;
  AskLine line{.ask = index, .state = row->state, .about = row->about, .who = row->who};
  line.thing_kind = thing_at(reader, row->about);
  line.about_name = name_of_thing(reader, row->about, line.thing_kind);
  line.thing = reader.words(index, "thing");
  line.words = reader.words(index, "words");
  std::string body = line.thing.or_empty() + "\n" + line.words.or_empty();
  for (const ReplyRow& reply : reader.all<ReplyRow>("WHERE ask = $1 ORDER BY idx", {index.value})) {
    body += "\n" + reader.words(reply.index, "words").or_empty();
  }
  return kernel::Found{.index = index,
                       .path = "/asks/" + std::to_string(index.value),
                       .kind = "ask",
                       .title = headline(line, html::Say::english()),
                       .body = std::move(body)};
}

// The questions that were asked about a thing, on that thing's own page.
std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing) {
  std::vector<kernel::AboutLine> out;
  for (AskLine& one : asks_about(seeing.reader, thing, seeing.today)) {
    kernel::AboutLine line{.index = one.ask, .kind = "ask", .path = ask_path(one.ask)};
    line.html = [one = std::move(one)](const kernel::Showing& at) { return about_line(one, at); };
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

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
      .page<AsksPage>({.path = "/asks", .may = may::anyone})
      .page<AskPage>({.path = "/asks/{ask}", .may = may::anyone})
      .page<LetterPage>({.path = "/asks/{ask}/letter", .may = may::moderators, .cached = false})
      .page<FoiPage>({.path = "/asks/{ask}/foi", .may = may::anyone})
      .search({.changed = changed, .read = found})
      .about(about)
      .holds({{"askers", "SELECT COUNT(*) FROM askers WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("That {n} question is yours, and a fingerprint of the code to come back by.", "That {n} questions are yours, and fingerprints of the codes to come back by.", n); }}})
      .forgets({"DELETE FROM askers WHERE person = $1"});
}

}  // namespace alongside::ask
