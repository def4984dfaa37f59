#include "exchange/drafts_rows.h"

#include "commons/place/views.h"
#include "exchange/drafts.h"

namespace alongside::import::drafts {

using kernel::CommandRow;

CommandRow read_row() {
  return {
      .words = "draft read",
      .path = "/import/decisions",
      .may = may_begin_draft,
      .title = msg("Read decisions from pages you saved"),
      .lede = msg(
          "Saved pages of a council’s website, or a table. You see what was read and what is missing before anything "
          "is published. The same page twice changes nothing."),
      .submit = msg("Read them"),
      .fields =
          {{.field = "files",
            .label = msg("The pages"),
            .hint =
                msg("Saved decision pages, lists or forward plans (HTML, XML, JSON), or a CSV table. Several at once."),
            .required = true},
           {.field = "body",
            .label = msg("Whose decisions these are"),
            .hint = msg("Leave it empty if the pages name a committee that is registered here."),
            .choices = place::body_choices},
           {.field = "source",
            .label = msg("Where it stands on the web"),
            .hint = msg("The page’s address, so that others can look."),
            .one_line = true}},
      .done = msg("The pages were read. Nothing is published yet.")};
}

CommandRow correct_row() {
  return {
      .words = "draft correct",
      .path = "/import/drafts/{draft}/decisions/{nth}",
      .may = may_use_draft,
      .title = msg("Correct or complete what was read"),
      .lede = msg("What you leave empty is published as missing. The page that was read stays beside your words."),
      .submit = msg("Keep it"),
      .fields = {{.field = "title", .label = msg("What it is called"), .one_line = true},
                 {.field = "what", .label = msg("What was decided")},
                 {.field = "maker", .label = msg("Who decided: a meeting, a post or a person"), .one_line = true},
                 {.field = "on", .label = msg("The day it was decided")},
                 {.field = "published", .label = msg("The day it was published")},
                 {.field = "effective", .label = msg("The day from which it is in force")},
                 {.field = "reasons", .label = msg("The reasons")},
                 {.field = "options",
                  .label = msg("Other choices that were looked at"),
                  .hint = msg("One on each line.")},
                 {.field = "powers",
                  .label = msg("The power used"),
                  .hint = msg("The law or rule that let them decide it. One on each line.")},
                 {.field = "interests", .label = msg("Interests that were declared"), .hint = msg("One on each line.")},
                 {.field = "no_interests", .label = msg("The page says that none were declared")}},
      .then = "/import/drafts/{draft}",
      .done = msg("It is kept. Nothing is published yet."),
      .start = [](const kernel::Seeing& seeing) { return draft_form_start(seeing).value_or(Json::object()); }};
}

CommandRow publish_row() {
  return {
      .words = "draft publish",
      .path = "/import/drafts/{draft}/publish",
      .may = may_use_draft,
      .title = msg("Publish what was read"),
      .lede = msg(
          "It goes on the record for good. It can be corrected later, and the first wording stays beside the new one."),
      .submit = msg("Publish"),
      .fields = {{.field = "confirmed",
                  .label = msg("I am an officer of this body, and confirm that this is what was decided")}},
      .then = "/decisions",
      .done = msg("It is on the record.")};
}

CommandRow drop_row() {
  return {.words = "draft drop",
          .path = "/import/drafts/{draft}/drop",
          .may = may_use_draft,
          .title = msg("Drop this draft"),
          .lede = msg("What was read and what you wrote is forgotten. Nothing on the record changes."),
          .submit = msg("Drop it"),
          .then = "/import/drafts",
          .done = msg("The draft is gone.")};
}

}  // namespace alongside::import::drafts
