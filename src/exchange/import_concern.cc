#include "exchange/import_concern.h"

#include "commons/place/views.h"
#include "commons/said/reading.h"
#include "exchange/alike_said.h"
#include "exchange/drafts_page.h"
#include "exchange/drafts_rows.h"
#include "exchange/import_decisions.h"
#include "exchange/import_holidays.h"
#include "exchange/import_offices.h"
#include "exchange/import_said.h"
#include "exchange/import_valued.h"
#include "exchange/private.sql.h"

namespace alongside::import {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;
namespace may = kernel::may;

FieldWords one_file(Message hint) {
  return {.field = "file", .label = msg("The file"), .hint = std::move(hint), .required = true};
}
FieldWords address() {
  return {.field = "source",
          .label = msg("Where it stands on the web"),
          .hint = msg("The page’s address, so that others can look."),
          .one_line = true};
}

CommandRow decisions_row() {
  return {.words = "import decisions",
          .path = "/import/decisions",
          .may = may_import_decisions,
          .title = msg("Read decisions from a file"),
          .lede = msg("Puts what is read on the record at once. The form looks it over first."),
          .fields = {{.field = "files", .label = msg("The files"), .required = true},
                     {.field = "body", .label = msg("Whose decisions these are"), .choices = place::body_choices},
                     address()},
          .on_a_form = false};
}

CommandRow holidays_row() {
  return {.words = "import holidays",
          .path = "/import/holidays",
          .may = may::keeper,
          .title = msg("Read holidays from a file"),
          .lede = msg("GOV.UK’s bank holidays, or a table of your own. Days that are here already are passed over."),
          .submit = msg("Put these on the record"),
          .fields = {one_file(msg("JSON, CSV or a table with tabs.")),
                     {.field = "known_from",
                      .label = msg("The day on which the source first said so"),
                      .hint = msg("For days whose source does not say. Empty: today.")}},
          .then = "/calendar",
          .done = msg("The file was read.")};
}

CommandRow bodies_row() {
  return {.words = "import bodies",
          .path = "/import/bodies",
          .may = may::keeper,
          .title = msg("Read bodies from a file"),
          .lede = msg("A council’s committees, for example. Bodies that are here already are passed over."),
          .submit = msg("Put these on the record"),
          .fields = {one_file(msg("ModernGov’s list of committees (XML), OParl or Popolo (JSON).")),
                     {.field = "body",
                      .label = msg("Part of"),
                      .hint = msg("The council, when the file lists its committees."),
                      .choices = place::body_choices}},
          .then = "/bodies",
          .done = msg("The file was read.")};
}

CommandRow offices_row() {
  return {.words = "import offices",
          .path = "/import/offices",
          .may = may::keeper,
          .title = msg("Read offices and their holders from a file"),
          .lede = msg("Bodies that are missing are registered. Parties, pictures and private addresses are not read."),
          .submit = msg("Put these on the record"),
          .fields = {one_file(msg("A CSV table, or Popolo (JSON)."))},
          .then = "/bodies",
          .done = msg("The file was read.")};
}

CommandRow valued_row() {
  return {.words = "import valued",
          .path = "/import/valued",
          .may = may::keeper,
          .title = msg("Read places that people value from a file"),
          .lede = msg("Where another file tells of the same place, both accounts stay. A closing is never made a move: "
                      "a person says so."),
          .submit = msg("Put these on the record"),
          .fields = {one_file(msg("A CSV table of your own, or England’s libraries.")), address()},
          .then = "/valued",
          .done = msg("The file was read.")};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("import", "", private_sql)
      .command<ImportDecisions>(decisions_row())
      .command<ImportBodies>(bodies_row())
      .command<ImportOffices>(offices_row())
      .command<ImportValued>(valued_row())
      .command<ImportHolidays>(holidays_row())
      .command<ImportSaid>(said_row())
      .command<ReadIntoDraft>(drafts::read_row())
      .command<CorrectDraft>(drafts::correct_row())
      .command<PublishDraft>(drafts::publish_row())
      .command<DropDraft>(drafts::drop_row())
      .page<AlikeSaidPage>({.path = "/work/{work}/alike", .may = said::may::moderate, .cached = false})
      .page<DraftList>({.path = "/import/drafts", .may = kernel::may::officers, .cached = false})
      .page<DraftPage>({.path = "/import/drafts/{draft}", .may = may_use_draft, .cached = false});
}

}  // namespace alongside::import
