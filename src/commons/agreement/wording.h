// The sentences of agreements, for their pages and the notice.
#pragma once

#include <string>
#include <vector>

#include "commons/agreement/views.h"
#include "html/components.h"

namespace alongside::agreement {

html::Html entry_link(Index act, const kernel::Showing& at);
html::Html decision_link(const DecidedLine& one, const kernel::Showing& at);

html::Html room_words(Room room, const html::Say& say);              // "The room agreed: each side did."
html::Html consented_words(Consented consented, const html::Say& say);
html::Html answer_words(Answer answer, const html::Say& say);        // "Agrees"
html::Html refusal_words(Refusal reason, const html::Say& say);
html::Html deadlock_words(work::Deadlock deadlock, const html::Say& say);
html::Html ballot_words(work::Ballots ballots, const html::Say& say);

// What the body made of it, in a sentence. A decision that departs never reads as one that followed.
html::Html decided_words(const DecidedLine& one, Room room, const kernel::Showing& at);
html::Html points(const DecidedLine& one, const kernel::Showing& at);
// The short answer. If those who would lose something said no, that comes first, with the first words of one of them.
std::vector<html::Html> short_answer(const AgreementPage& view, const kernel::Showing& at);
html::Html sides_table(const AgreementPage& view, const kernel::Showing& at);

}  // namespace alongside::agreement
