// All that can be done with a place itself, and by whom.
#include "commons/place/concern.h"

#include "commons/place/apply.h"
#include "commons/place/commands.h"
#include "commons/place/pages.h"
#include "commons/place/tables.sql.h"

namespace alongside::place {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;
namespace may = kernel::may;

bool at_the_house(const kernel::MayAsk& ask) { return ask.actor.at_the_house; }

const std::vector<Message>& body_kinds() {
  static const std::vector<Message> words{msg("Council"),
                                          msg("Trust"),
                                          msg("Care board"),
                                          msg("Committee"),
                                          msg("Parish or town council"),
                                          msg("Government"),
                                          msg("Voluntary group or charity"),
                                          msg("Company"),
                                          msg("Other body")};
  return words;
}

FieldWords first_day() {
  return {
      .field = "from", .label = msg("First day"), .hint = msg("A day, a month or a year: as exactly as you know it.")};
}
FieldWords last_day() {
  return {.field = "to", .label = msg("Last day"), .hint = msg("Leave it empty while it goes on.")};
}
FieldWords number_elsewhere() {
  return {.field = "source_id", .label = msg("Its number where you read it"), .one_line = true};
}

CommandRow open_row() {
  return {.words = "place open",
          .path = "/open",
          .may = at_the_house,
          .title = msg("Open a place"),
          .fields = {{.field = "name", .label = msg("The place’s name"), .required = true, .one_line = true},
                     {.field = "keeper", .label = msg("Who keeps the record"), .one_line = true},
                     {.field = "outside_moderator",
                      .label = msg("Who reads what is said against the keeper"),
                      .one_line = true},
                     {.field = "zone", .label = msg("Time zone")},
                     {.field = "helplines", .label = msg("Table of crisis numbers")},
                     {.field = "host_decides", .label = msg("The keeper is a body that decides here")},
                     {.field = "sample", .label = msg("This is an invented place")}},
          .on_a_form = false};
}

CommandRow register_body_row() {
  return {
      .words = "body register",
      .path = "/bodies/new",
      .may = may::keeper,
      .may_propose = may::an_officer,
      .title = msg("Register a body"),
      .lede = msg("A council, trust, board, committee or group that decides things or answers for them."),
      .submit = msg("Register this body"),
      .fields = {{.field = "name", .label = msg("Name"), .required = true, .one_line = true},
                 {.field = "body_kind", .label = msg("What it is"), .required = true, .choice_labels = body_kinds()},
                 {.field = "part_of",
                  .label = msg("Part of"),
                  .hint = msg("A committee’s council, for example."),
                  .choices = body_choices},
                 {.field = "decides",
                  .label = msg("It has powers to decide"),
                  .hint = msg("Then nobody who acts for it may moderate or keep this record.")},
                 {.field = "asks_to",
                  .label = msg("Where questions are sent"),
                  .hint = msg("An office’s address, never a person’s own."),
                  .one_line = true},
                 first_day(),
                 last_day(),
                 number_elsewhere(),
                 {.field = "expired", .label = msg("Its source says that it is no longer used")}},
      .then = "/bodies/{first}",
      .done = msg("The body is on the record.")};
}

CommandRow change_body_row() {
  return {.words = "body change",
          .path = "/bodies/{body}/change",
          .may = may::keeper,
          .may_propose = may::an_officer,
          .title = msg("Change a body"),
          .lede = msg("Give only what changed. What was before stays on the record."),
          .submit = msg("Record this change"),
          .fields = {{.field = "name", .label = msg("New name"), .one_line = true},
                     {.field = "asks_to", .label = msg("Where questions are sent now"), .one_line = true},
                     {.field = "ended", .label = msg("It has ended")},
                     {.field = "ask_instead", .label = msg("Ask this one instead"), .choices = body_choices},
                     {.field = "on",
                      .label = msg("When"),
                      .hint = msg("A day, a month or a year: as exactly as you know it.")}},
          .then = "/bodies/{body}",
          .done = msg("The change is on the record.")};
}

CommandRow register_office_row() {
  return {.words = "office register",
          .path = "/bodies/{body}/offices/new",
          .may = may::keeper,
          .may_propose = may::an_officer,
          .title = msg("Register an office"),
          .lede = msg("A post that stays while people come and go."),
          .submit = msg("Register this office"),
          .fields = {{.field = "title",
                      .label = msg("Title"),
                      .hint = msg("Leader of the council, for example."),
                      .required = true,
                      .one_line = true},
                     first_day(),
                     last_day(),
                     number_elsewhere()},
          .then = "/bodies/{body}",
          .done = msg("The office is on the record.")};
}

CommandRow hold_office_row() {
  return {.words = "office hold",
          .path = "/offices/{office}/holders/new",
          .may = may::keeper,
          .may_propose = may::an_officer,
          .title = msg("Record who holds an office"),
          .submit = msg("Record this person"),
          .fields = {{.field = "name", .label = msg("Name"), .required = true, .one_line = true},
                     first_day(),
                     last_day(),
                     number_elsewhere()},
          .done = msg("The holder is on the record.")};
}

CommandRow leave_office_row() {
  return {.words = "office leave",
          .path = "/holders/{held}/left",
          .may = may::keeper,
          .may_propose = may::an_officer,
          .title = msg("Record that somebody left an office"),
          .submit = msg("Record the last day"),
          .fields = {{.field = "to",
                      .label = msg("Last day"),
                      .hint = msg("A day, a month or a year: as exactly as you know it."),
                      .required = true}},
          .done = msg("The last day is on the record.")};
}

CommandRow holidays_row() {
  return {
      .words = "holidays change",
      .path = "/calendar/change",
      .may = may::keeper,
      .title = msg("Change the holidays"),
      .lede = msg("Clocks that are running move from the day you give, and their pages say so."),
      .submit = msg("Record this change"),
      .fields = {{.field = "division",
                  .label = msg("Where"),
                  .hint = msg("england-and-wales, scotland or northern-ireland"),
                  .required = true},
                 {.field = "known_from", .label = msg("The day on which the source first said so"), .required = true},
                 {.field = "added", .label = msg("Days that became holidays"), .item = msg("Holiday {n}")},
                 {.field = "added/day", .label = msg("Day")},
                 {.field = "added/title", .label = msg("What it is called"), .one_line = true},
                 {.field = "removed", .label = msg("Days that are no longer holidays"), .item = msg("Day {n}")}},
      .then = "/calendar",
      .done = msg("The calendar has changed.")};
}

CommandRow rule_row() {
  return {
      .words = "rule set",
      .path = "/bodies/{body}/rules/new",
      .may = may::keeper,
      .may_propose = may::an_officer,
      .title = msg("Set a body’s rule"),
      .lede = msg("What a source has published is never overruled by it."),
      .submit = msg("Record this rule"),
      .fields = {{.field = "rule",
                  .label = msg("Which rule"),
                  .required = true,
                  .choice_labels = {msg("How long a decision can be called in"), msg("The time before an election")}},
                 {.field = "from", .label = msg("First day on which it holds"), .required = true},
                 {.field = "to", .label = msg("Last day on which it holds")},
                 {.field = "working_days", .label = msg("Working days")},
                 {.field = "counted_from",
                  .label = msg("Counted from"),
                  .choice_labels = {msg("The day the decision is published"), msg("The day of the meeting")}},
                 {.field = "first_day_counts", .label = msg("That day itself is day 1")},
                 {.field = "end_minute",
                  .label = msg("Ends at"),
                  .hint = msg(
                      "Minutes after midnight on the last day: 960 is 4 in the afternoon. 0: at the end of the day.")},
                 {.field = "last_day_in_force",
                  .label = msg("Decisions take effect on the last day, not on the day after")},
                 {.field = "source", .label = msg("Where the rule stands"), .one_line = true}},
      .then = "/bodies/{body}",
      .done = msg("The rule is on the record.")};
}

// ---- what the search finds ------------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each(
      "SELECT idx FROM bodies WHERE idx >= $1 AND idx <= $2 "
      "UNION SELECT body FROM body_changes WHERE idx >= $1 AND idx <= $2 "
      "UNION SELECT body FROM offices WHERE idx >= $1 AND idx <= $2 AND body IS NOT NULL "
      "UNION SELECT o.body FROM office_holders h JOIN offices o ON o.idx = h.office "
      "WHERE h.idx >= $1 AND h.idx <= $2 AND o.body IS NOT NULL "
      "ORDER BY 1",
      {from.value, to.value}, [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

// A body with the titles of its offices and the names of those who hold or held them.
std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto line = body(reader, index);
  if (!line || !line->name.is_shown()) return std::nullopt;
  std::string words;
  for (const OfficeLine& office : offices_of(reader, index)) words += office.title.or_empty() + "\n";
  for (const HolderLine& holder : holders_of_body(reader, index)) words += holder.name.or_empty() + "\n";
  return kernel::Found{.index = index,
                       .path = "/bodies/" + std::to_string(index.value),
                       .kind = "body",
                       .title = line->name.words,
                       .body = std::move(words)};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("place", tables_sql, "")
      .acts<PlaceOpened, BodyRegistered, BodyChanged, OfficeRegistered, OfficeHeld, OfficeLeft, HolidaysChanged,
            RuleSet>()
      .command<OpenPlace>(open_row())
      .command<RegisterBody>(register_body_row())
      .command<ChangeBody>(change_body_row())
      .command<RegisterOffice>(register_office_row())
      .command<HoldOffice>(hold_office_row())
      .command<LeaveOffice>(leave_office_row())
      .command<ChangeHolidays>(holidays_row())
      .command<SetRule>(rule_row())
      .page<BodiesPage>({.path = "/bodies", .may = may::anyone})
      .page<BodyPage>({.path = "/bodies/{body}", .may = may::anyone})
      .page<CalendarPage>({.path = "/calendar", .may = may::anyone})
      .search({.changed = changed, .read = found});
}

}  // namespace alongside::place
