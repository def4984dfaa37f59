// Pages of what people said.
#pragma once

#include "commons/said/views.h"
#include "html/components.h"
#include "kernel/concern.h"

namespace alongside::said {

std::string title(const SaidPage& view, const html::Say& say);
html::Html show(const SaidPage& view, const kernel::Showing& at);
std::string csv(const SaidPage& view, const html::Say& say);
kernel::Feed feed(const SaidPage& view, const html::Say& say);

std::string title(const SayingPage& view, const html::Say& say);
html::Html show(const SayingPage& view, const kernel::Showing& at);

std::string title(const LetterPage& view, const html::Say& say);
html::Html show(const LetterPage& view, const kernel::Showing& at);

std::string title(const ReadingPage& view, const html::Say& say);
html::Html show(const ReadingPage& view, const kernel::Showing& at);

std::string title(const MinePage& view, const html::Say& say);
html::Html show(const MinePage& view, const kernel::Showing& at);

std::string title(const MyLetterPage& view, const html::Say& say);
html::Html show(const MyLetterPage& view, const kernel::Showing& at);

std::string title(const UploadPage& view, const html::Say& say);
html::Html show(const UploadPage& view, const kernel::Showing& at);
kernel::Upload upload(const UploadPage& view);

// ---- what several of them draw alike (pages.cc) ---------------------------------------------------------------------

std::string work_said_path(Index work);             // "/work/7/said"
std::string said_path(const SayingLine& line);      // "/work/7/said/12"
html::Html kind_words(SayingKind kind, const html::Say& say);        // "A story"
std::string kind_plain(SayingKind kind, const html::Say& say);
std::string reason_words(Refusal reason, const html::Say& say);      // "It names a person"
std::string outcome_words(Outcome outcome, const html::Say& say);    // "Taken up"
html::Html stand_tag(const SayingLine& line, const html::Say& say);
html::Html words_or_why(const Text& words, const html::Say& say);    // a quotation, or why there is none; absent: nothing
html::Html uploaded(const SayingLine& line, const kernel::Showing& at);  // where others can read it: seen or heard where it stands
html::Html upload_link(const SayingLine& line, const Text& description, const kernel::Showing& at);
html::Html entry_link(Index act, const kernel::Showing& at);
// "Taken up: why. Signed by …, who can be reached: …"; what changed because of it.
html::Html answer_block(const AnswerLine& answer, const kernel::Showing& at);
html::Html history(const std::vector<HappenedLine>& happened, const SayingLine& line, const kernel::Showing& at);
html::Html about_line(const SayingLine& line, const kernel::Showing& at);
// "You said. We did. We did not, because." of one saying.
html::Html letter_part(const SayingLine& line, const Text& words, const std::vector<AnswerLine>& answers, const html::Say& say);

}  // namespace alongside::said
