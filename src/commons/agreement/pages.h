// Pages of agreements.
#pragma once

#include "commons/agreement/views.h"
#include "html/components.h"

namespace alongside::agreement {

std::string title(const AgreementsPage& view, const html::Say& say);
html::Html show(const AgreementsPage& view, const kernel::Showing& at);
std::string csv(const AgreementsPage& view, const html::Say& say);
kernel::Feed feed(const AgreementsPage& view, const html::Say& say);

std::string title(const AgreementPage& view, const html::Say& say);
html::Html show(const AgreementPage& view, const kernel::Showing& at);
std::string csv(const AgreementPage& view, const html::Say& say);
kernel::Feed feed(const AgreementPage& view, const html::Say& say);

std::string title(const VotePage& view, const html::Say& say);
html::Html show(const VotePage& view, const kernel::Showing& at);

std::string title(const NoticePage& view, const html::Say& say);
html::Html show(const NoticePage& view, const kernel::Showing& at);

// On the page of a decision: which agreement it followed, or departed from.
html::Html decided_line(const DecidedLine& decided, const AgreementLine& agreement, const kernel::Showing& at);
// On the pages of a piece of work and of a choice: what the room says.
html::Html closed_line(const AgreementLine& agreement, const kernel::Showing& at);  // a sentence
html::Html room_line(const AgreementLine& agreement, const kernel::Showing& at);

}  // namespace alongside::agreement
