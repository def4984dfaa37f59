// Parts that show the record: stamps, entries, proofs, gaps and accounts.
#include "html/components.h"
#include "html/icons.h"

namespace alongside::html {
namespace {

Html stamp_of(const Stamp& stamp, const Say& say, bool in_line) {
  const Html number = say("Entry {n}", {{"n", stamp.entry}});
  std::string classes = "stamp";
  if (stamp.recorded) classes += " stamp--later";
  if (in_line) classes += " stamp--line";
  const Html later =
      stamp.recorded ? el("span", {attr("class", "stamp__later")}, say("recorded {day}", {{"day", *stamp.recorded}}))
                     : Html();
  const Html check =
      stamp.check.empty()
          ? Html()
          : a(stamp.check, say("Check") + hidden_words(say(" entry {n} yourself", {{"n", stamp.entry}})));
  std::vector<Html> parts = {el("b", number), stamp.on ? say.time(*stamp.on) : Html(), later, check};
  return el(in_line ? Tag("span") : Tag("p"), {attr("class", classes)}, join(parts, raw(" ")));
}

Html entry_of(const Entry& entry, const Html& body) {
  return el(
      "section",
      {attr("class", entry.printed ? "entry" : "entry no-print"), attr_unless_empty("aria-labelledby", entry.id)},
      el("div", {attr("class", "margin")}, entry.margin),
      el("div",
         el("h2", {attr_unless_empty("id", entry.id), attr_if(!entry.id.empty(), "tabindex", "-1")}, entry.heading),
         body));
}

}  // namespace

Html stamp(const Stamp& stamp, const Say& say) { return stamp_of(stamp, say, false); }
Html stamp_line(const Stamp& stamp, const Say& say) { return stamp_of(stamp, say, true); }

Html entry(const Entry& entry) { return entry_of(entry, entry.body); }

Html entry_folded(const Entry& entry, const Html& first_sentence, const Html& open_words) {
  const Html open = open_words + hidden_words(raw(": ") + entry.heading);
  return entry_of(entry, el("p", {attr("class", "fold-first")}, first_sentence) + details(open, entry.body, false, "fold"));
}

Html contents(const std::vector<Section>& sections, const Say& say) {
  if (sections.empty()) return {};
  return el("nav", {attr("aria-label", say.plain("On this page"))},
            el("ol", {attr("class", "toc")}, each(sections, [](const Section& section) {
                 return el("li", a(Url::fragment(section.id), section.words));
               })));
}

Html proof(const Proof& proof, const Say& say) {
  const Html rows =
      each(proof.facts, [](const Fact& fact) { return el("div", el("dt", fact.name), el("dd", fact.value)); });
  return el("div", {attr("class", "proof")}, p(el("b", say("What this proves:")) + raw(" ") + proof.proves),
            p(el("b", say("What it can’t prove:")) + raw(" ") + proof.cannot_prove),
            when(!rows.empty(), el("dl", rows)),
            when(!proof.command.empty(), p(say("On another computer:")) + command(proof.command)),
            when(!proof.links.empty(), el("p", {attr("class", "mb-0")}, proof.links)));
}

Html fingerprint(std::string_view hash) { return el("code", hash); }

Html gap(const Html& what, const Html& meaning, const Html& action, const Say& say) {
  return el("div", {attr("class", "gap")},
            el("p", {attr("class", "gap__label")}, icons::gap(),
               el("span", say("Not on the record: {what}", {{"what", what}}))),
            p(meaning), p(action));
}

Html accounts(const std::vector<Account>& all, const Say& say) {
  if (all.empty()) return {};
  return el("div", {attr("class", "accounts")},
            each(all,
                 [](const Account& one) {
                   return el("div", el("h3", one.who), one.words, el("p", {attr("class", "source")}, one.source));
                 })) +
         when(all.size() > 1, p(say("We have not chosen between them.")));
}

Html losses(const std::vector<Loss>& all, const Say& say) {
  if (all.empty()) return {};
  return el("ul", {attr("class", "losses")}, each(all, [&say](const Loss& loss) {
              Html fate;
              switch (loss.fate) {
                case Fate::kept:
                  fate = el("b", {attr("class", "kept")}, icons::tick(), say("Kept"));
                  break;
                case Fate::moved:
                  fate = el("b", {attr("class", "moved")}, icons::arrow(), say("Moved"));
                  break;
                case Fate::lost:
                  fate = el("b", {attr("class", "lost")}, icons::cross(), say("Lost"));
                  break;
                case Fate::unknown:
                  fate = el("b", icons::gap(), say("Not known"));
                  break;
              }
              return el("li", fate, el("span", loss.item));
            }));
}

Html path(const std::vector<PathStep>& steps) {
  if (steps.empty()) return {};
  return el("ol", {attr("class", "path")}, each(steps, [](const PathStep& step) {
              const std::string_view state = step.state == StepState::open   ? "is-open"
                                             : step.state == StepState::late ? "is-late"
                                                                             : "";
              return el("li", {attr_unless_empty("class", state)},
                        when(!step.when.empty(), el("span", {attr("class", "path__when")}, step.when)),
                        el("b", step.what), when(!step.more.empty(), el("div", step.more)));
            }));
}

}  // namespace alongside::html
