// All that can be done here, and by whom.
#include "commons/decision/concern.h"

#include "commons/decision/after.h"
#include "commons/decision/apply.h"
#include "commons/decision/drafts.h"
#include "commons/decision/pages.h"
#include "commons/decision/private.sql.h"
#include "commons/decision/reading.h"
#include "commons/decision/rows.h"
#include "commons/decision/tables.sql.h"
#include "commons/decision/take.h"
#include "commons/decision/views.h"

namespace alongside::decision {
namespace {

// Decisions whose acts came with these entries, and those whose deciders' words changed.
std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each(
      "SELECT idx FROM decisions WHERE idx >= $1 AND idx <= $2 "
      "UNION SELECT decision FROM decision_acts WHERE idx >= $1 AND idx <= $2 ORDER BY 1",
      {from.value, to.value}, [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto row = row_of(reader, index);
  if (!row) return std::nullopt;
  const Text title = title_of(reader, *row);
  std::string words;
  const auto add = [&](const Text& text) {
    if (text.is_shown()) words += text.words + "\n";
  };
  for (const char* part : {"what", "reasons", "maker", "meeting", "reference", "area"})
    add(wording_of(reader, *row, part).text);
  for (const DeciderRow& decider : reader.all<DeciderRow>("WHERE decision = $1 ORDER BY idx", {index.value})) {
    add(reader.words(decider.index, "name"));
    add(reader.words(decider.index, "title"));
    if (decider.held.is_set()) add(reader.words(decider.held, "name"));
  }
  if (!title.is_shown() && words.empty()) return std::nullopt;
  return kernel::Found{.index = index,
                       .path = "/decisions/" + std::to_string(index.value),
                       .kind = "decision",
                       .title = title.or_empty(),
                       .body = std::move(words)};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("decision", tables_sql, private_sql)
      .acts<SourceRead, DecisionComing, DecisionTaken, DeciderNamed, DissentRecorded, DecisionStatusChanged,
            DecisionCorrected, DecisionConfirmed, AccountGiven, DecisionLinked>()
      .command<ReadSource>(rows::source_read())
      .command<AnnounceDecision>(rows::announce())
      .command<TakeDecision>(rows::take())
      .command<ChangeStatus>(rows::status())
      .command<CorrectDecision>(rows::correct())
      .command<ConfirmDecision>(rows::confirm())
      .command<GiveAccount>(rows::account())
      .command<LinkDecision>(rows::link())
      .command<NameDecider>(rows::decider())
      .command<RecordDissent>(rows::dissent())
      .page<DecisionList>({.path = "/decisions", .may = kernel::may::anyone})
      .page<WhoDecided>({.path = "/decisions/{decision}", .may = kernel::may::anyone})
      .page<ComingList>({.path = "/coming", .may = kernel::may::anyone})
      .due({.words = "due drafts", .run = forget_old_drafts})
      .search({.changed = changed, .read = found})
      .holds({{"import_drafts", "SELECT COUNT(*) FROM import_drafts WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("{n} page that you read in and did not finish. It is forgotten after 30 days.", "{n} pages that you read in and did not finish. Each is forgotten after 30 days.", n); }}})
      .forgets({"DELETE FROM import_drafts WHERE person = $1"});
}

}  // namespace alongside::decision
