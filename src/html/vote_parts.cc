// Parts with which people answer: a sentence with equal answers, and the words in which two texts differ.
#include "html/components.h"

namespace alongside::html {

Html answer_card(const AnswerCard& card) {
  return el("div", {attr("class", "card-vote")},
            when(!card.head.empty() || !card.also.empty(), el("div", {attr("class", "card-vote__head")}, p(card.head), p(card.also))),
            el("form", {attr("action", card.action), attr("method", "post"), attr("novalidate")},
               each(card.carried, [](const auto& pair) {
                 return el("input", {attr("type", "hidden"), attr("name", pair.first), attr("value", pair.second)});
               }),
               el("h1", {attr("id", "statement")}, card.statement), card.before,
               el("div", {attr("class", "answers"), attr("role", "group"), attr("aria-labelledby", "statement")},
                  each(card.answers, [&card](const AnswerChoice& one) {
                    return el("button", {attr("class", "nhsuk-button"), attr("name", card.name), attr("value", one.value), attr("type", "submit")},
                              one.icon, one.words);
                  })),
               small(card.under)));
}

Html vote_split(const Html& main, const Html& beside) {
  return el("div", {attr("class", "vote-split")}, el("div", main), el("div", beside));
}

Html word_changes(const std::vector<WordChange>& changes, const Html& before, const Html& after) {
  return el("blockquote", {attr("class", "words")}, el("p", each(changes, [&](const WordChange& one) {
              if (one.fate == WordFate::same) return text(one.text);
              const Html& label = one.fate == WordFate::removed ? before : after;
              const Html inside = hidden_words(raw("(") + label + raw(": ")) + text(one.text) + hidden_words(raw(")"));
              return one.fate == WordFate::removed ? el("del", inside) : el("ins", inside);
            })));
}

}  // namespace alongside::html
