// Parts about wordings: the question, what changed in it, whose words it is made of.
#include "html/components.h"

namespace alongside::html {
namespace {

Html run(const ChangedWords& one, const Say& say) {
  switch (one.change) {
    case Change::taken_out: return el("del", hidden_words(say("(taken out: ")), one.words, hidden_words(raw(")")));
    case Change::put_in: return el("ins", hidden_words(say("(put in: ")), one.words, hidden_words(raw(")")));
    case Change::same: break;
  }
  return text(one.words);
}

Html part(const SidesWords& one) {
  if (one.side == Side::lived) return el("span", {attr("class", "by-lived")}, one.words);
  if (one.side == Side::office) return el("span", {attr("class", "by-office")}, one.words);
  return el("span", one.words);
}

}  // namespace

Html the_question(const Html& eyebrow, std::string_view words) {
  return el("div", {attr("class", "the-question")}, el("p", {attr("class", "eyebrow")}, eyebrow), el("blockquote", {attr("class", "words")}, paragraphs(words)));
}

Html changed_words(const std::vector<ChangedWords>& runs, const Say& say) {
  return el("blockquote", {attr("class", "words")}, el("p", each(runs, [&say](const ChangedWords& one) { return run(one, say); })));
}

Html words_by_side(const std::vector<SidesWords>& parts) {
  std::vector<Html> all;
  for (const SidesWords& one : parts) all.push_back(part(one));
  return el("p", {attr("class", "words")}, join(all, el("span", {attr("aria-hidden", "true")}, raw(" · "))));
}

Html version(const Version& one) {
  return el("article", {attr("class", "vsn entry"), attr_unless_empty("id", one.id)}, el("div", {attr("class", "margin")}, one.margin),
            el("div", el("h3", one.heading, when(!one.tag.empty(), raw(" ") + one.tag)), when(!one.put_by.empty(), el("p", {attr("class", "small")}, one.put_by)), one.body));
}

}  // namespace alongside::html
