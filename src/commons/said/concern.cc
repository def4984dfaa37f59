// All that can be done with what people say, and by whom.
#include "commons/said/concern.h"

#include "base/text.h"
#include "commons/said/answering.h"
#include "commons/said/giving.h"
#include "commons/said/moderating.h"
#include "commons/said/pages.h"
#include "commons/said/private.sql.h"
#include "commons/said/tables.sql.h"
#include "commons/said/wording.h"

namespace alongside::said {
namespace {

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each("SELECT DISTINCT said FROM said_events WHERE idx >= $1 AND idx < $2 ORDER BY said", {from.value, to.value},
              [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

// What others can read, and what was answered.
std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto row = saying_row(reader, index);
  if (!row || !is_public(row->stand)) return std::nullopt;
  const Text words = reader.words(row->words_act, "words");
  const Text description = row->media == Media::none ? Text{} : reader.words(index, "description");
  if (!words.is_shown() && !description.is_shown()) return std::nullopt;
  const std::string& told = words.is_shown() ? words.words : description.words;
  std::string body = words.or_empty() + "\n" + description.or_empty();
  if (row->answer.is_set()) body += "\n" + reader.words(row->answer, "why").or_empty();
  return kernel::Found{.index = index, .path = work_said_path(row->work) + "/" + std::to_string(index.value), .kind = "said", .title = shortened(told, 80), .body = std::move(body)};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("said", tables_sql, private_sql)
      .acts<SaidGiven, SaidPublished, SaidRefused, SaidHeld, SaidReleased, SaidChanged, SaidWithdrawn, SaidGrouped, SaidUngrouped, SaidAnswered, SaidJudged>()
      .command<GiveSaid>(give_row())
      .command<KeepDraft>(draft_row())
      .command<ChangeSaid>(change_row())
      .command<PauseSaid>(pause_row())
      .command<ResumeSaid>(resume_row())
      .command<WithdrawSaid>(withdraw_row())
      .command<JudgeSaid>(judge_row())
      .command<PublishSaid>(publish_row())
      .command<RefuseSaid>(refuse_row())
      .command<SaidDanger>(work::danger_row("said danger", "/work/{work}/said/{said}/danger", may::moderate))
      .command<ReleaseSaid>(work::danger_over_row("said release", "/work/{work}/said/{said}/release", may::moderate))
      .command<GroupSaid>(group_row())
      .command<UngroupSaid>(ungroup_row())
      .command<AnswerSaid>(answer_row())
      .page<SaidPage>({.path = "/work/{work}/said", .may = kernel::may::anyone})
      .page<SayingPage>({.path = "/work/{work}/said/{said}", .may = kernel::may::anyone})
      .page<LetterPage>({.path = "/work/{work}/said/{said}/letter", .may = kernel::may::anyone})
      .page<UploadPage>({.path = "/work/{work}/said/{said}/file", .may = kernel::may::anyone, .cached = false})
      .page<ReadingPage>({.path = "/work/{work}/reading", .may = may::moderate, .cached = false})
      .page<MinePage>({.path = "/me/said", .may = kernel::may::signed_in, .cached = false})
      .page<MyLetterPage>({.path = "/me/said/letter", .may = kernel::may::signed_in, .cached = false})
      .due({.words = "due said-drafts", .run = forget_old_drafts})
      .due({.words = "due said-left", .run = end_what_is_gone})
      .search({.changed = changed, .read = found})
      .about(about)
      .changed(changed_in)
      .holds({{"said_authors", "SELECT COUNT(*) FROM said_authors WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("That {n} thing that was said here is yours, so that you can change it.", "That {n} things that were said here are yours, so that you can change them.", n); }},
              {"said_drafts", "SELECT COUNT(*) FROM said_drafts WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("{n} draft that you have begun. It is forgotten after 30 days.", "{n} drafts that you have begun. Each is forgotten after 30 days.", n); }}})
      .forgets({"INSERT INTO said_left (said) SELECT a.said FROM said_authors a JOIN sayings s ON s.idx = a.said WHERE a.person = $1 AND s.stand IN ('waiting', 'held')",
                "DELETE FROM said_authors WHERE person = $1", "DELETE FROM said_drafts WHERE person = $1"});
}

}  // namespace alongside::said
