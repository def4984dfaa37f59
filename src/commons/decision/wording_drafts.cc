#include "commons/decision/wording.h"

namespace alongside::decision {

html::Line draft_line(const DraftLine& draft, const kernel::Showing& at) {
  const html::Say& say = at.say;
  html::Line line{.date = say.time(draft.row.made_on)};
  line.title = html::a(at.to("/import/drafts/" + std::to_string(draft.row.draft.value)),
                       say.count("{n} decision to look over", "{n} decisions to look over", draft.row.decisions));
  line.words = draft.row.with_gaps == 0
                   ? say("Nothing is missing.")
                   : say.count("Of {n} something is missing.", "Of {n} something is missing.", draft.row.with_gaps);
  if (draft.body_name.is_shown()) line.words += html::text(" ") + html::text(draft.body_name.words);
  return line;
}

}  // namespace alongside::decision
