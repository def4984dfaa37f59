// The sections of the page that answers "who decided this?": each is a function of the view. An empty body leaves it
// out.
#pragma once

#include <optional>
#include <string>

#include "commons/decision/views.h"
#include "html/html.h"
#include "html/say.h"
#include "kernel/concern.h"

namespace alongside::decision {

struct Part {
  std::string id;
  html::Html heading;
  html::Html margin;
  html::Html first;  // on a phone the rest is folded behind this sentence; empty: nothing is folded
  html::Html body;
};

// who_parts_decided.cc: how it was decided
Part what_to_do(const WhoDecided& view, const kernel::Showing& at);
Part people(const WhoDecided& view, const kernel::Showing& at);
Part what_was_decided(const WhoDecided& view, const kernel::Showing& at);
Part power(const WhoDecided& view, const kernel::Showing& at);
Part reasons(const WhoDecided& view, const kernel::Showing& at);
Part refused(const WhoDecided& view, const kernel::Showing& at);
Part dissent(const WhoDecided& view, const kernel::Showing& at);
Part never_asked(const WhoDecided& view, const kernel::Showing& at);

// who_parts_around.cc: what hangs on it, what is said of it, and how to check it
Part losses(const WhoDecided& view, const kernel::Showing& at);
Part chain(const WhoDecided& view, const kernel::Showing& at);
Part two_accounts(const WhoDecided& view, const kernel::Showing& at);
Part what_changed(const WhoDecided& view, const kernel::Showing& at);
Part check(const WhoDecided& view, const kernel::Showing& at);

// who_parts.cc: what the sections share
std::string number_of(Index index);
html::Url ask_about(const WhoDecided& view, const kernel::Showing& at);
html::Html ask_for_it(const WhoDecided& view, const kernel::Showing& at);
// Of an act of the decision. Dashed when it was written down after the day it tells of.
html::Html stamp_of(Index act, const std::optional<When>& on, Day recorded, const html::Say& say);
html::Html main_stamp(const WhoDecided& view, const html::Say& say);
// The first sentence of somebody's words, when there are so many that a phone's screen is full of them; else nothing.
html::Html first_of_many(const Text& words);
html::Html source_sentence(const SourceLine& source, const html::Say& say);

}  // namespace alongside::decision
