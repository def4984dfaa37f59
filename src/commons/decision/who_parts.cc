#include "commons/decision/who_parts.h"

#include "base/text.h"
#include "html/components.h"

namespace alongside::decision {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::string number_of(Index index) { return std::to_string(index.value); }
html::Url ask_about(const WhoDecided& view, const Showing& at) {
  return at.to("/ask").with("about", number_of(view.decision));
}
Html ask_for_it(const WhoDecided& view, const Showing& at) { return a(ask_about(view, at), at.say("Ask for it")); }

Html stamp_of(Index act, const std::optional<When>& on, Day recorded, const Say& say) {
  if (!act.is_set()) return {};
  html::Stamp stamp{.entry = act.value, .on = on, .check = html::Url::fragment("check")};
  if (!on)
    stamp.on = When(recorded);
  else if (recorded > on->last())
    stamp.recorded = recorded;
  return html::stamp(stamp, say);
}
Html main_stamp(const WhoDecided& view, const Say& say) {
  return view.is_taken() ? stamp_of(view.taken_act, view.on, view.recorded, say)
                         : stamp_of(view.coming_act, view.notice_on, view.recorded, say);
}

Html first_of_many(const Text& text) {
  constexpr std::size_t many = 280;  // bytes
  if (!text.is_shown() || text.words.size() <= many) return {};
  const std::size_t end = text.words.find_first_of(".\n");
  const std::string first = end == std::string::npos ? text.words : text.words.substr(0, end + 1);
  return html::words_in_line(shortened(trimmed(first), 160));
}

Html source_sentence(const SourceLine& source, const Say& say) {
  const auto url = source.address.is_shown() ? html::Url::parse(source.address.words) : std::nullopt;
  const Html where = url                         ? a(*url, source.address.words)
                     : source.address.is_shown() ? html::text(source.address.words)
                                                 : say("a source whose address is not shown");
  return say("{where}, read on {day}", {{"where", where}, {"day", say.time(source.read_on)}});
}

}  // namespace alongside::decision
