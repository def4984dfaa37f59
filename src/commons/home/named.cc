#include "commons/home/named.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "html/components.h"

namespace alongside::home {
namespace {

using html::a;
using html::Html;
using kernel::Reader;
using kernel::Showing;

constexpr std::size_t around_bytes = 60;

// Shorter than this and everything matches.
constexpr std::size_t asked_min = 3;

std::size_t at_letter(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return std::min(at, text.size());
}

// Found as the search finds it: capitals, marks and white space aside. So where it stands is known in the folded text.
std::optional<std::string> around(std::string_view words, const std::string& asked) {
  const std::string plain = folded(words);
  const std::size_t at = plain.find(asked);
  if (at == plain.npos) return std::nullopt;
  const std::size_t from = at_letter(plain, at > around_bytes ? at - around_bytes : 0);
  const std::size_t to = at_letter(plain, at + asked.size() + around_bytes);
  return (from > 0 ? "…" : "") + plain.substr(from, to - from) + (to < plain.size() ? "…" : "");
}

}  // namespace

Result<NamedPage> NamedPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  NamedPage view{.asked = seeing.asked("words")};
  const std::string wanted = folded(view.asked);
  if (wanted.size() < asked_min) return view;
  reader.each_kept([&](const Reader::Kept& one) {
    const auto piece = around(one.words, wanted);
    if (!piece) return true;
    view.is_cut = view.found.size() == found_max;
    if (!view.is_cut) view.found.push_back({.act = one.act, .field = one.field, .around = *piece, .withheld = one.withheld});
    return !view.is_cut;
  });
  for (NamedLine& one : view.found) {
    const auto stamp = reader.stamp(one.act);
    if (!stamp) continue;
    one.kind = stamp->kind;
    one.recorded = stamp->at;
  }
  return view;
}

std::string title(const NamedPage&, const html::Say& say) { return say.plain("Find a name in all words that are kept here"); }

Html show(const NamedPage& view, const Showing& at) {
  const html::Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  out += html::lede(say("For somebody who asks that their name or their words go. Saved pages and words that nobody has read yet are looked through too. What you type stands in no address and is kept nowhere."));
  html::Form form{.action = at.to("/desk/named"), .submit = msg("Look for it")};
  form.fields.push_back({.name = "words", .kind = html::Kind::text, .label = msg("A name, or a few words"), .required = true});
  html::FormValues values;
  values.add("words", view.asked);
  out += html::render(form, values, {}, say);
  if (view.asked.empty()) return out;
  if (folded(view.asked).size() < asked_min) return out + html::p(say("Type at least three letters."));
  out += html::h2(say.count("Found in {n} text", "Found in {n} texts", static_cast<std::int64_t>(view.found.size())), "found");
  if (view.is_cut) out += html::notice(say("There are more. Take these away first, then look again."));
  std::vector<html::Line> lines;
  for (const NamedLine& one : view.found) {
    const std::string act = std::to_string(one.act.value);
    html::Line line{.date = say.time(one.recorded),
                    .title = a(at.to("/record/" + act), say("Entry {n}: {kind}, {field}", {{"n", act}, {"kind", one.kind}, {"field", one.field}})),
                    .words = html::words_in_line(one.around)};
    if (one.withheld) line.words += html::all(" ", say("Others cannot read it yet."));
    line.after = a(at.to("/desk/erase").with("act", act).with("field", one.field).with("ground", "named_person"),
                   say("Take these words away"));
    lines.push_back(std::move(line));
  }
  return out + (lines.empty() ? html::p(say("It stands in no words that are kept here.")) : html::ledger(lines));
}

}  // namespace alongside::home
