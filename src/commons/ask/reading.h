// What the commands and the views both read of asks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/ask/apply.h"
#include "kernel/concern.h"

namespace alongside::ask {

std::optional<AskRow> ask_row(kernel::Reader& reader, Index ask);
std::optional<PartRow> part_row(kernel::Reader& reader, Index ask, int part);

enum class Thing { none, decision, valued, body };
constexpr auto words_of(Thing) {
  using namespace std::string_view_literals;
  return std::array{"none"sv, "decision"sv, "valued"sv, "body"sv};
}
// What an index is that somebody asks about.
Thing thing_at(kernel::Reader& reader, Index about);
Text name_of_thing(kernel::Reader& reader, Index about, Thing thing);
// The body that a question about it goes to today; unset: none is known.
Index body_for(kernel::Reader& reader, Index about, Thing thing);

// The question that this one was merged into, at the end of the chain; itself when it was not.
Index merged_into(kernel::Reader& reader, Index ask);
// Whether this actor asked it: by their account, or by its code.
bool is_asker(kernel::Reader& reader, const kernel::Actor& actor, Index ask);

// May rules; the ask and the part come from the address or the request.
bool own_ask(const kernel::MayAsk& ask);
bool own_or_moderators(const kernel::MayAsk& ask);
bool body_or_moderators(const kernel::MayAsk& ask);  // an officer of the body that this part asks

}  // namespace alongside::ask
