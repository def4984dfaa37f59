// Headings, paragraphs, lists and boxes of words.
#include "base/text.h"
#include "html/components.h"
#include "html/icons.h"
#include "html/nhsuk_form.h"

namespace alongside::html {

Html h1(const Html& words, const Html& eyebrow) {
  return when(!eyebrow.empty(), el("p", {attr("class", "eyebrow")}, eyebrow)) +
         el("h1", {attr("class", "nhsuk-heading-xl")}, words);
}
Html h2(const Html& words, std::string_view id) {
  return el("h2",
            {attr("class", "nhsuk-heading-l"), attr_unless_empty("id", id), attr_if(!id.empty(), "tabindex", "-1")},
            words);
}
Html h3(const Html& words, std::string_view id) {
  return el("h3",
            {attr("class", "nhsuk-heading-m"), attr_unless_empty("id", id), attr_if(!id.empty(), "tabindex", "-1")},
            words);
}
Html p(const Html& words) { return when(!words.empty(), el("p", words)); }
Html lede(const Html& words) { return when(!words.empty(), el("p", {attr("class", "lede")}, words)); }
Html small(const Html& words) { return when(!words.empty(), el("p", {attr("class", "small")}, words)); }
Html strong(const Html& words) { return el("b", words); }
Html hidden_words(const Html& words) { return el("span", {attr("class", "nhsuk-u-visually-hidden")}, words); }

Html bullets(const std::vector<Html>& items) {
  if (items.empty()) return {};
  return el("ul", {attr("class", "nhsuk-list nhsuk-list--bullet")},
            each(items, [](const Html& item) { return el("li", item); }));
}
Html numbered(const std::vector<Html>& items) {
  if (items.empty()) return {};
  return el("ol", {attr("class", "nhsuk-list nhsuk-list--number")},
            each(items, [](const Html& item) { return el("li", item); }));
}

Html paragraphs(std::string_view words) {
  Html out;
  Html paragraph;
  const auto close = [&] {
    if (!paragraph.empty()) out += el("p", paragraph);
    paragraph = {};
  };
  for (const std::string_view line : alongside::split(words, '\n')) {
    if (trimmed(line).empty()) {
      close();
      continue;
    }
    if (!paragraph.empty()) paragraph += el("br");
    paragraph += line;
  }
  close();
  return out;
}

Html split(const Html& main, const Html& beside) {
  return el("div", {attr("class", "split")}, el("div", main), el("div", beside));
}
Html beside(const Html& table, const Html& picture) {
  return el("div", {attr("class", "beside")}, el("div", table), picture);
}

Html answer(const Html& label, const std::vector<Html>& sentences, const Html& then) {
  return el("div", {attr("class", "answer")}, el("p", {attr("class", "answer__label")}, label),
            each(sentences, [](const Html& sentence) { return p(sentence); }),
            when(!then.empty(), el("p", {attr("class", "then")}, then)));
}
Html answer(const Say& say, const std::vector<Html>& sentences, const Html& then) {
  return answer(say("The short answer"), sentences, then);
}

Html ledger(const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  bool dated = false;
  for (const Line& line : lines) dated = dated || !line.date.empty();
  return el("ol", {attr("class", dated ? "ledger ledger--dated" : "ledger")}, each(lines, [dated](const Line& line) {
              const Html body = when(!line.title.empty(), el("h3", line.title)) + p(line.words) + line.after;
              return el("li", when(dated, el("span", {attr("class", "ledger__date")}, line.date)),
                        dated ? el("div", body) : body);
            }));
}

Html list_heading(const Html& words) { return el("h2", {attr("class", "nhsuk-u-visually-hidden")}, words); }

Html openings(const std::vector<Opening>& all) {
  if (all.empty()) return {};
  return el("ul", {attr("class", "open")}, each(all, [](const Opening& one) {
              return el("li", el("h3", one.title), p(one.words),
                        when(!one.meta.empty(), el("p", {attr("class", "meta")}, one.meta)));
            }));
}

Html counts(const std::vector<Counted>& all, const Say& say) {
  if (all.empty()) return {};
  return el("ul", {attr("class", "counts")}, each(all, [&say](const Counted& one) {
              return el("li", el("b", say.number(one.n)), el("span", one.of_what));
            }));
}

Html facts(const std::vector<Fact>& all) {
  if (all.empty()) return {};
  return el("dl", {attr("class", "facts")},
            each(all, [](const Fact& fact) { return el("div", el("dt", fact.name), el("dd", fact.value)); }));
}

Html links(const std::vector<Html>& all) {
  if (all.empty()) return {};
  return el("ul", {attr("class", "links")}, each(all, [](const Html& one) { return el("li", one); }));
}

Html picture(const Url& file, std::string_view what) {
  return el("img", {attr("class", "upload"), attr("src", file), attr("alt", what), attr("loading", "lazy")});
}
// It begins when somebody presses it: nothing is fetched or heard before.
Html sound(const Url& file, std::string_view what) {
  return el("audio", {attr("class", "upload"), attr("src", file), attr("aria-label", what), attr("controls", ""), attr("preload", "none")}, Html());
}
Html film(const Url& file, std::string_view what) {
  return el("video", {attr("class", "upload"), attr("src", file), attr("aria-label", what), attr("controls", ""), attr("playsinline", ""), attr("preload", "metadata")}, Html());
}

Html empty(const Html& title, const Html& then) {
  return el("div", {attr("class", "empty")}, el("p", el("b", title)), p(then));
}
Html saved(const Html& words) { return el("div", {attr("class", "saved"), attr("role", "status")}, el("p", words)); }
Html notice(const Html& words) { return el("div", {attr("class", "notice")}, el("p", words)); }

Html ask_link(const Url& to, const Html& words, const Html& about) {
  return el("a", {attr("class", "ask-link"), attr("href", to)}, icons::question(),
            el("span", words, when(!about.empty(), hidden_words(raw(" ") + about))));
}

Html ask_box(const Url& to, const Html& heading, const Html& words, const Html& after, const Say& say,
             std::string_view typed) {
  Input field;
  field.words.label = say("What do you want to know about?");
  field.words.hint = say("For example, “the crisis line hours”");
  field.id = "ask-q";
  field.name = "q";
  if (!typed.empty()) field.value = std::string(typed);
  return el("section", {attr("class", "ask-box"), attr("aria-labelledby", "ask-h")},
            el("h2", {attr("class", "nhsuk-heading-m"), attr("id", "ask-h")}, heading), p(words),
            el("form", {attr("action", to), attr("method", "get"), attr("novalidate")}, input(field, say),
               button({.words = say("Find out or ask"), .once = false})),
            when(!after.empty(), el("p", {attr("class", "mb-0")}, after)));
}

Html form_steps(const std::vector<FormStep>& steps, const Say& say) {
  return el("nav", {attr("aria-label", say.plain("Steps of this form"))},
            el("ol", {attr("class", "steps")}, each(steps, [&say](const FormStep& step) {
                 const bool here = step.state == FormStepState::here;
                 const Html state = step.state == FormStepState::done          ? say("Done")
                                    : step.state == FormStepState::waiting     ? say("Waiting")
                                    : step.state == FormStepState::not_started ? say("Not started")
                                                                               : Html();
                 return el("li",
                           {attr_if(step.state == FormStepState::done, "class", "done"),
                            attr_if(here, "aria-current", "step")},
                           step.words, el("small", step.note.empty() ? state : step.note));
               })));
}

Html code_box(std::string_view code) { return el("p", {attr("class", "code-box")}, code); }
Html command(std::string_view line) { return el("code", {attr("class", "cmd")}, line); }

Html progress(const Html& sentence, std::int64_t done, std::int64_t total) {
  return el("p", {attr("id", "progress")}, sentence) +
         el("progress", {attr("max", total), attr("value", done), attr("aria-labelledby", "progress")});
}

Html tag(const Html& words, Tone tone) {
  switch (tone) {
    case Tone::yes:
      return nhsuk_tag(words, Colour::plain, "tag--yes");
    case Tone::wait:
      return nhsuk_tag(words, Colour::plain, "tag--wait");
    case Tone::no:
      return nhsuk_tag(words, Colour::plain, "tag--no");
    case Tone::late:
      return nhsuk_tag(words, Colour::plain, "tag--late");
    default:
      return nhsuk_tag(words);
  }
}

}  // namespace alongside::html
