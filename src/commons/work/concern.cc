// All that can be done with a piece of work, and by whom.
#include "commons/work/concern.h"

#include "commons/place/views.h"
#include "commons/valued/views.h"
#include "commons/work/commands.h"
#include "commons/work/letter.h"
#include "commons/work/mediator.h"
#include "commons/work/models.h"
#include "commons/work/notice.h"
#include "commons/work/pages.h"
#include "commons/work/private.sql.h"
#include "commons/work/tables.sql.h"

namespace alongside::work {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;

std::vector<Message> saving_labels() { return {msg("Nobody has said"), msg("No"), msg("Yes")}; }
std::vector<Message> promise_labels() {
  return {msg("Nothing"), msg("To answer"), msg("To follow what is agreed, or say why not"), msg("To share the vote in a committee")};
}

std::vector<Message> consent_labels() { return {msg("As it is"), msg("More than half of those who answer"), msg("At least two thirds of those who answer")}; }
std::vector<Message> ballot_labels() { return {msg("As it is"), msg("Nobody sees who answered what"), msg("Each answer stands with its name")}; }
std::vector<Message> deadlock_labels() {
  return {msg("As it is"), msg("Both stand side by side"), msg("A mediator is asked"), msg("The body decides, and must say why")};
}

FieldWords saves_field() { return {.field = "saves", .label = msg("Is this to save money?"), .choice_labels = saving_labels()}; }
FieldWords saving_field() { return {.field = "saving", .label = msg("How much, in all"), .hint = msg("Only where it is to save money.")}; }
FieldWords on_field() { return {.field = "on", .label = msg("On which day"), .hint = msg("Leave it empty for today.")}; }

CommandRow model_row() {
  return {.words = "work model", .path = "/work/models/new", .may = may::run_work,
          .title = msg("Write down the steps by which you work"),
          .lede = msg("Then a piece of work can be opened that goes by them. They cannot be changed afterwards: write new ones."),
          .submit = msg("Put them on the record"),
          .fields = {{.field = "name", .label = msg("What you call it"), .required = true, .one_line = true},
                     {.field = "source", .label = msg("Where it comes from"), .one_line = true},
                     {.field = "steps", .label = msg("Its steps, one on each line"), .required = true}},
          .then = "/work/models", .done = msg("They are on the record.")};
}

CommandRow open_row() {
  return {.words = "work open", .path = "/work/new", .may = may::run_work,
          .title = msg("Open a piece of work"),
          .lede = msg("From the first question on. Nobody is invited until the launch list is whole."),
          .submit = msg("Open it"),
          .fields = {{.field = "title", .label = msg("What you call it"), .required = true, .one_line = true},
                     {.field = "about", .label = msg("What it is about"), .required = true},
                     {.field = "body", .label = msg("Whose work it is"), .required = true, .choices = place::body_choices},
                     {.field = "decides", .label = msg("Who will decide"), .choices = place::body_choices},
                     {.field = "promise", .label = msg("What that body has promised"), .choice_labels = promise_labels()},
                     saves_field(), saving_field(),
                     {.field = "model", .label = msg("Its steps"), .required = true, .choices = model_choices},
                     {.field = "paper", .label = msg("Last year’s paper"), .hint = msg("Paste it in. It stands on the page.")},
                     {.field = "on", .label = msg("The day it began"), .hint = msg("Leave it empty for today.")}},
          .then = "/work/{first}", .done = msg("The work is open. Next, fill in the launch list.")};
}

CommandRow already_row() {
  return {.words = "work already", .path = "/work/{work}/already", .may = may::run_work,
          .title = msg("Say what is already decided"), .lede = msg("What people can no longer change, and why it was decided before they were asked."),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "what", .label = msg("What is already decided"), .required = true},
                     {.field = "why", .label = msg("Why it was decided before people were asked"), .required = true},
                     {.field = "decision", .label = msg("The decision"), .hint = msg("Its number in the record, if there is one.")}},
          .then = "/work/{work}", .done = msg("It is on the record.")};
}

CommandRow prepare_row() {
  return {.words = "work prepare", .path = "/work/{work}/prepare", .may = may::run_work,
          .title = msg("Fill in the launch list"), .lede = msg("What you leave empty stays as it was. Before people are invited, all of it must be there."),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "owner", .label = msg("Who answers for it, and how to reach them")},
                     {.field = "moderators", .label = msg("Who reads what people write, for each day")},
                     {.field = "refusals", .label = msg("For which reasons words are refused")},
                     {.field = "safeguarding", .label = msg("Who is told when something sounds like danger")},
                     {.field = "pay", .label = msg("What is paid, and when"), .hint = msg("Fares come before the meeting.")},
                     {.field = "without_internet", .label = msg("How to take part without the internet")},
                     saves_field(), saving_field(),
                     {.field = "consent", .label = msg("When a side agrees"), .hint = msg("The rule stands before the first vote. It cannot change once people are invited."), .choice_labels = consent_labels()},
                     {.field = "quorum_per_cent", .label = msg("How many of a side must answer, of a hundred")},
                     {.field = "ballots", .label = msg("Who sees an answer"), .choice_labels = ballot_labels()},
                     {.field = "answer_days", .label = msg("For how many days people can answer")},
                     {.field = "deadlock", .label = msg("What follows if the sides do not agree"), .choice_labels = deadlock_labels()}},
          .then = "/work/{work}", .done = msg("It is on the record.")};
}

CommandRow plain_row(const char* words, const char* path, Message title, Message lede, Message submit, Message done) {
  return {.words = words, .path = path, .may = may::run_work, .title = std::move(title), .lede = std::move(lede),
          .submit = std::move(submit), .then = "/work/{work}", .done = std::move(done)};
}

CommandRow pause_row() {
  CommandRow row = plain_row("work pause", "/work/{work}/pause", msg("Pause the work"), msg("Nobody can come in while it pauses. No setting changes."),
                             msg("Pause it"), msg("The work pauses."));
  row.fields = {{.field = "why", .label = msg("Why it pauses"), .required = true}};
  return row;
}

CommandRow step_row() {
  CommandRow row = plain_row("work step", "/work/{work}/step", msg("End this step, and begin the next"),
                             msg("The record says who was involved. Small numbers stay hidden."), msg("Go on"), msg("It is on the record."));
  row.fields = {on_field(), {.field = "why", .label = msg("If a side was not involved, why not"), .hint = msg("It stands on the page.")}};
  return row;
}

CommandRow came_in_row() {
  CommandRow row = plain_row("work came-in", "/work/{work}/came-in", msg("Say when a side came in"),
                             msg("For what happened elsewhere: in a room, by letter, or before this record began."), msg("Put it on the record"), msg("It is on the record."));
  row.fields = {{.field = "side", .label = msg("Which side"), .required = true, .choice_labels = side_labels()}, on_field()};
  return row;
}

CommandRow decision_row() {
  CommandRow row = plain_row("work decision", "/work/{work}/decision", msg("Link a decision"), msg("A decision that belongs to this work."), msg("Link it"), msg("The decision is linked."));
  row.fields = {{.field = "decision", .label = msg("The decision"), .hint = msg("Its number in the record."), .required = true}};
  return row;
}

CommandRow touches_row() {
  CommandRow row = plain_row("work touches", "/work/{work}/touches", msg("Say which place it touches"),
                             msg("Those who use the place become a side of this work."), msg("Put it on the record"), msg("It is on the record."));
  row.fields = {{.field = "valued", .label = msg("The place or group"), .required = true, .choices = valued::valued_choices}};
  return row;
}

CommandRow told_row() {
  CommandRow row = plain_row("work told", "/work/{work}/told", msg("Say that those who use a place were told"),
                             msg("They are a side of this work. It stands on its page when they were told, and how; where nobody says so, that stands there."), msg("Put it on the record"), msg("It is on the record."));
  row.fields = {{.field = "valued", .label = msg("Which place or group"), .required = true, .choices = touched_choices}, on_field(),
                {.field = "how", .label = msg("How they were told"), .hint = msg("For example, a notice at the door, and a word at the group’s own meeting."), .required = true}};
  return row;
}

CommandRow mediator_row() {
  CommandRow row = plain_row("work mediator", "/work/{work}/mediator", msg("Say which mediator was asked"),
                             msg("Somebody from outside, whom the sides trust, helps them where they did not agree."), msg("Put it on the record"), msg("It is on the record."));
  row.fields = {{.field = "who", .label = msg("Who was asked"), .hint = msg("Their name, and what they are."), .required = true, .one_line = true},
                {.field = "about", .label = msg("Over what the sides did not agree"), .hint = msg("The number in the record of the wording or the agreement. Leave it empty for the work as a whole.")},
                on_field()};
  return row;
}

CommandRow mediation_row() {
  CommandRow row = plain_row("work mediated", "/work/{work}/mediated", msg("Say what came of it"), msg("It stands on the page, also if nothing came of it."), msg("Put it on the record"), msg("It is on the record."));
  row.fields = {{.field = "mediator", .label = msg("Which mediator"), .required = true, .choices = mediator_choices},
                {.field = "came", .label = msg("What came of it"), .required = true},
                on_field()};
  return row;
}

CommandRow part_row() {
  return {.words = "work part", .path = "/work/{work}/part", .may = may::take_part,
          .title = msg("Take part"), .lede = msg("I am here as one of:"), .submit = msg("Take part"),
          .fields = {{.field = "side", .label = msg("I am here as"), .hint = msg("Nobody sees who is on which side. When a step ends, each side is counted, and small numbers stay hidden."),
                      .required = true, .choice_labels = side_labels()}},
          .then = "/work/{work}", .done = msg("You take part.")};
}

CommandRow stop_row() {
  return {.words = "work stop", .path = "/work/{work}/stop", .may = may::take_part,
          .title = msg("Stop taking part"), .lede = msg("No reason is asked. You can come back."), .submit = msg("Stop taking part"),
          .then = "/work/{work}", .done = msg("You no longer take part.")};
}

// ---- search ---------------------------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each("SELECT idx FROM works WHERE idx >= $1 AND idx < $2 ORDER BY idx", {from.value, to.value},
              [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto work = line(reader, index);
  if (!work) return std::nullopt;
  return kernel::Found{.index = index, .path = work_path(index), .kind = "work", .title = work->title.or_empty(), .body = reader.words(index, "about").or_empty()};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("work", tables_sql, private_sql)
      .acts<ModelWritten, WorkOpened, AlreadyDecided, WorkPrepared, WorkLaunched, WorkPaused, WorkReopened, StepEntered, StepClosed, SideCameIn, WorkDecision, WorkTouches, TouchedTold, MediatorNamed, MediationEnded>()
      .command<WriteModel>(model_row())
      .command<OpenWork>(open_row())
      .command<DeclareAlready>(already_row())
      .command<PrepareWork>(prepare_row())
      .command<LaunchWork>(plain_row("work launch", "/work/{work}/launch", msg("Invite people"), msg("From now on people can come in. The launch list must be whole."),
                                     msg("Invite people"), msg("People can come in.")))
      .command<PauseWork>(pause_row())
      .command<ReopenWork>(plain_row("work reopen", "/work/{work}/reopen", msg("Go on with the work"), msg("All stays as it was set."), msg("Go on"), msg("The work goes on.")))
      .command<NextStep>(step_row())
      .command<SayCameIn>(came_in_row())
      .command<TakePart>(part_row())
      .command<StopTakingPart>(stop_row())
      .command<LinkWorkDecision>(decision_row())
      .command<TouchValued>(touches_row())
      .command<TellTouched>(told_row())
      .command<NameMediator>(mediator_row())
      .command<EndMediation>(mediation_row())
      .page<WorksPage>({.path = "/work", .may = kernel::may::anyone})
      .page<ModelsPage>({.path = "/work/models", .may = kernel::may::anyone})
      .page<LetterPage>({.path = "/work/{work}/letter", .may = kernel::may::anyone})
      .page<NoticePage>({.path = "/work/{work}/notice/{touched}", .may = kernel::may::anyone})
      .page<WorkPage>({.path = "/work/{work}", .may = kernel::may::anyone})
      .search({.changed = changed, .read = found})
      .about(about)
      .holds({{"work_people", "SELECT COUNT(*) FROM work_people WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("In {n} piece of work, the side that you are on.", "In {n} pieces of work, the side that you are on.", n); }},
              {"work_danger", "SELECT COUNT(*) FROM work_danger WHERE author = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("{n} note that a moderator was worried about something that you wrote, when, and whom they told.", "{n} notes that a moderator was worried about something that you wrote, when, and whom they told.", n); }}})
      .forgets({"DELETE FROM work_people WHERE person = $1", "UPDATE work_danger SET person = 0 WHERE person = $1", "UPDATE work_danger SET author = 0 WHERE author = $1"});
}

}  // namespace alongside::work
