// All that can be done with a meeting, and by whom.
#include "commons/gathering/concern.h"

#include "commons/gathering/agenda.h"
#include "commons/gathering/calling.h"
#include "commons/gathering/notes.h"
#include "commons/gathering/pages.h"
#include "commons/gathering/private.sql.h"
#include "commons/gathering/tables.sql.h"
#include "commons/work/pages.h"

namespace alongside::gathering {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;

const char* const meeting_page = "/work/{work}/meetings/{gathering}";

// What is asked of a meeting, in this order; none is needed but its day, its hours and what it is about.
std::vector<FieldWords> meeting_fields(bool is_new) {
  return {{.field = "title", .label = msg("What it is about"), .required = is_new, .one_line = true},
          {.field = "on", .label = msg("The day"), .required = is_new},
          {.field = "from", .label = msg("From"), .hint = msg("Such as 14:00."), .required = is_new, .one_line = true},
          {.field = "to", .label = msg("To"), .hint = msg("Such as 16:00."), .required = is_new, .one_line = true},
          {.field = "where", .label = msg("Where"), .one_line = true},
          {.field = "way_in", .label = msg("How to get there and in"), .hint = msg("The bus, the door, whom to ring if it is shut.")},
          {.field = "phone", .label = msg("How to take part by phone")},
          {.field = "access", .label = msg("Access"), .hint = msg("Steps, a hearing loop, a quiet room, who signs.")},
          {.field = "fares", .label = msg("How fares are paid before")},
          {.field = "paid", .label = msg("What is paid"), .hint = msg("For how long, and by when."), .one_line = true}};
}

CommandRow call_row() {
  return {.words = "meeting call", .path = "/work/{work}/meetings/new", .may = work::may::run_work,
          .title = msg("Call a meeting"), .lede = msg("What you do not know yet can stay empty. The page says that nobody has said it."),
          .submit = msg("Call it"), .fields = meeting_fields(true), .then = "/work/{work}/meetings/{first}", .done = msg("The meeting is called.")};
}

CommandRow row(const char* words, const char* path, kernel::May may, Message title, Message lede, Message submit, Message done) {
  return {.words = words, .path = path, .may = may, .title = std::move(title), .lede = std::move(lede), .submit = std::move(submit),
          .then = meeting_page, .done = std::move(done)};
}

CommandRow change_row() {
  CommandRow out = row("meeting change", "/work/{work}/meetings/{gathering}/change", may::run_meeting, msg("Change the meeting"),
                       msg("What you leave empty stays as it was. What was said before stays on the record."), msg("Change it"), msg("The meeting is changed."));
  out.fields = meeting_fields(false);
  return out;
}

CommandRow off_row() {
  CommandRow out = row("meeting call-off", "/work/{work}/meetings/{gathering}/call-off", may::run_meeting, msg("Call the meeting off"),
                       msg("It stays on the page, with the reason."), msg("Call it off"), msg("The meeting is called off."));
  out.fields = {{.field = "why", .label = msg("Why it is called off"), .required = true}};
  return out;
}

CommandRow item_row() {
  CommandRow out = row("meeting item", "/work/{work}/meetings/{gathering}/item", may::propose, msg("Propose something to talk about"),
                       msg("A person reads it before others can. Your name does not stand beside it. Your side does, where at least five people are on it. We are not a crisis service."),
                       msg("Propose it"), msg("It is on the record. Others can read it when a person has read it."));
  out.fields = {{.field = "title", .label = msg("What the meeting should talk about"), .hint = msg("Please name no private person and write nothing about your health."), .required = true, .one_line = true},
                {.field = "minutes", .label = msg("How many minutes it needs")},
                {.field = "side", .label = msg("From which side"), .hint = msg("Only for the keeper, who writes down what came on paper or by phone."), .choice_labels = work::side_labels()}};
  return out;
}

CommandRow publish_row() {
  return row("meeting item-publish", "/work/{work}/meetings/{gathering}/items/{item}/publish", kernel::may::moderators, msg("Put it on the agenda"),
             msg("Read the words first. Names of private people, health and abuse stay out."), msg("Put it on the agenda"), msg("It is on the agenda."));
}

CommandRow refuse_row() {
  CommandRow out = row("meeting item-refuse", "/work/{work}/meetings/{gathering}/items/{item}/refuse", kernel::may::moderators, msg("Do not put it on the agenda"),
                       msg("The reasons were set beforehand. How often each is used is counted in public."), msg("Refuse it"), msg("It was refused, and the reason is counted."));
  out.fields = {{.field = "reason", .label = msg("The reason"), .required = true,
                 .choice_labels = {msg("It is not something for a meeting"), msg("It names a private person"), msg("It is abuse"), msg("It was sent twice"),
                                   msg("It could put somebody in danger"), msg("It is an advertisement")}}};
  return out;
}

CommandRow danger_row() {
  CommandRow out = work::danger_row("meeting item-danger", "/work/{work}/meetings/{gathering}/items/{item}/danger", kernel::may::moderators);
  out.then = meeting_page;
  return out;
}

CommandRow danger_over_row() {
  CommandRow out = work::danger_over_row("meeting item-release", "/work/{work}/meetings/{gathering}/items/{item}/release", kernel::may::moderators);
  out.then = meeting_page;
  return out;
}

CommandRow paper_row() {
  CommandRow out = row("meeting paper", "/work/{work}/meetings/{gathering}/paper", may::run_meeting, msg("Share a paper"),
                       msg("Five days before the meeting, or the page says that it is late."), msg("Share it"), msg("The paper is shared."));
  out.fields = {{.field = "title", .label = msg("What it is called"), .required = true, .one_line = true},
                {.field = "words", .label = msg("Its words")},
                {.field = "file", .label = msg("Or the paper as a file"), .hint = msg("A text file. Its words are published whole.")},
                {.field = "on", .label = msg("The day people had it"), .hint = msg("Leave it empty for today.")}};
  return out;
}

CommandRow came_row() {
  CommandRow out = row("meeting came", "/work/{work}/meetings/{gathering}/came", may::run_meeting, msg("Count who came"),
                       msg("From the sheet of paper: how many were there, of each side. Small numbers are not put on the record. Leave empty what was not counted."),
                       msg("Put it on the record"), msg("It is on the record, as far as it can be told."));
  out.fields = {{.field = "lived", .label = msg("People who use services, and carers")},
                {.field = "office", .label = msg("People acting for an organisation")},
                {.field = "affected", .label = msg("People who would lose something")},
                {.field = "advisor", .label = msg("People who advise")}};
  return out;
}

CommandRow notes_row() {
  CommandRow out = row("meeting notes", "/work/{work}/meetings/{gathering}/notes", may::run_meeting, msg("Write the notes"),
                       msg("Those who take part read them first. Others can read them when each side has agreed that they are right."), msg("Show them to the sides"),
                       msg("The sides can say now whether the notes are right."));
  out.fields = {{.field = "words", .label = msg("What was said and what was agreed"), .hint = msg("Name no private person."), .required = true}};
  return out;
}

CommandRow choose_row() {
  CommandRow out = row("meeting notes-choose", "/work/{work}/meetings/{gathering}/notes/{notes}/choose", work::may::take_part, msg("Are these notes right?"),
                       msg("Nobody sees what you answer. You can change it until the last day."), msg("Answer"), msg("Your answer is kept until the last day."));
  out.fields = {{.field = "choice", .label = msg("Are they right?"), .required = true, .choice_labels = {msg("They are right"), msg("They are not right"), msg("I do not say")}}};
  return out;
}

// ---- search, and the work's page ------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each("SELECT idx FROM gatherings WHERE (idx >= $1 AND idx <= $2) OR (revised_act >= $1 AND revised_act <= $2) ORDER BY idx", {from.value, to.value},
              [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto meeting = line(reader, index);
  if (!meeting) return std::nullopt;
  return kernel::Found{.index = index, .path = meeting_path(*meeting), .kind = "meeting", .title = meeting->title.or_empty(), .body = meeting->where.or_empty()};
}

// The next meeting, on the page of the work.
std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing) {
  auto next = next_meeting(seeing.reader, thing, seeing.today);
  if (!next) return {};
  kernel::AboutLine out{.index = next->gathering, .kind = "meeting", .path = meeting_path(*next), .is_open = true};
  const Text phone = said_of(seeing.reader, next->gathering, "phone");
  const Text paid = said_of(seeing.reader, next->gathering, "paid");
  out.html = [next = std::move(*next), phone, paid](const kernel::Showing& at) { return opening(next, phone, paid, at); };
  return {std::move(out)};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("gathering", tables_sql, private_sql)
      .acts<GatheringCalled, GatheringChanged, GatheringCalledOff, ItemProposed, ItemPublished, ItemRefused, PaperShared, AttendanceCounted, NotesWritten, NotesClosed>()
      .command<CallMeeting>(call_row())
      .command<ChangeMeeting>(change_row())
      .command<CallOffMeeting>(off_row())
      .command<ProposeItem>(item_row())
      .command<ItemDanger>(danger_row())
      .command<ReleaseItem>(danger_over_row())
      .command<PublishItem>(publish_row())
      .command<RefuseItem>(refuse_row())
      .command<SharePaper>(paper_row())
      .command<CountCame>(came_row())
      .command<WriteNotes>(notes_row())
      .command<ChooseNotes>(choose_row())
      .page<MeetingsPage>({.path = "/work/{work}/meetings", .may = kernel::may::anyone})
      .page<MeetingPage>({.path = "/work/{work}/meetings/{gathering}", .may = kernel::may::anyone})
      .due({.words = "due meeting-notes", .run = close_due})
      .search({.changed = changed, .read = found})
      .about(about)
      .holds({{"notes_choices", "SELECT COUNT(*) FROM notes_choices WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("What you said of the notes of {n} meeting, until it is counted.", "What you said of the notes of {n} meetings, until it is counted.", n); }},
              {"agenda_authors", "SELECT COUNT(*) FROM agenda_authors WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("That {n} item for a meeting is yours.", "That {n} items for meetings are yours.", n); }}})
      .forgets({"DELETE FROM notes_choices WHERE person = $1", "DELETE FROM agenda_authors WHERE person = $1"});
}

}  // namespace alongside::gathering
