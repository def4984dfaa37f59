// One saying: its words, its answer, what changed, what happened. And the letter to print from it.
#include "commons/said/pages.h"

#include "commons/said/upload.h"
#include "commons/work/bar.h"

namespace alongside::said {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

Html short_answer(const SayingPage& view, const Say& say) {
  const SayingLine& line = view.line;
  std::vector<Html> out;
  switch (line.stand) {
    case Stand::waiting: out.push_back(say("A person reads this before others can.")); break;
    case Stand::refused:
      out.push_back(say("This was not published. The reason: {reason}.", {{"reason", reason_words(line.refusal.value_or(Refusal::abuse), say)}}));
      break;
    case Stand::held: out.push_back(say("This is kept back.")); break;
    case Stand::withdrawn: out.push_back(say("Whoever said this withdrew it. The words are gone.")); break;
    case Stand::open: out.push_back(say("Nobody has answered this yet.")); break;
    case Stand::reopened: out.push_back(say("It was answered. Whoever said it says that this does not answer them, so it is open again.")); break;
    case Stand::waiting_until: out.push_back(say("The body asks to wait.")); break;
    case Stand::answered: out.push_back(say("It was answered: {outcome}.", {{"outcome", outcome_words(line.outcome.value_or(Outcome::waiting), say)}})); break;
    case Stand::agreed:
      out.push_back(say("It was answered: {outcome}.", {{"outcome", outcome_words(line.outcome.value_or(Outcome::waiting), say)}}));
      out.push_back(say("Whoever said it says that this answers them."));
      break;
  }
  Html then;
  if (line.due) then = line.overdue ? say("An answer was due on {day}. It is late.", {{"day", say.time(*line.due)}}) : say("An answer is due by {day}.", {{"day", say.time(*line.due)}});
  return html::answer(say, out, then);
}

Html doings(const SayingPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string here = said_path(view.line);
  std::vector<Html> links;
  const auto add = [&](const std::string& path, const Html& words) { links.push_back(a(at.to(path), words)); };
  if (view.may_moderate && view.line.stand == Stand::waiting) {
    add(here + "/publish", say("Publish it"));
    add(here + "/refuse", say("Refuse it"));
  }
  if (view.may_moderate && view.line.stand != Stand::withdrawn && view.line.stand != Stand::refused && !view.is_danger) add(here + "/danger", say("It sounds like danger"));
  if (view.may_moderate && view.is_danger) add(here + "/release", say("The danger is over"));
  if (view.may_moderate && view.line.group.is_set()) add(here + "/ungroup", say("Take it out of its group"));
  if (view.may_answer) links.push_back(a(at.to(work_said_path(view.line.work) + "/answer").with("saids", std::to_string(view.line.said.value)), say("Answer it")));
  if (view.is_own) add("/me/said", say("This is yours: what you can do with it"));
  if (is_public(view.line.stand)) add(here + "/letter", say("A letter to print"));
  return links.empty() ? Html() : html::links(links);
}

}  // namespace

std::string title(const SayingPage& view, const Say& say) { return say.plain("{kind}, {day}", {{"kind", kind_plain(view.line.kind, say)}, {"day", view.line.said_on}}); }

Html show(const SayingPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = work::bar(view.course, work::Part::said, at) + html::h1(html::text(title(view, say)));
  out += short_answer(view, say);
  Html main = view.unread.is_shown() ? html::notice(say("Others cannot read these words. You can, because you moderate here.")) + html::quote(view.unread.words)
                                     : words_or_why(view.line.words, say);
  main += (is_public(view.line.stand) ? uploaded(view.line, at) : upload_link(view.line, view.line.description, at)) + doings(view, at);
  main += html::h2(say("What became of it"), "answers");
  if (view.answers.empty()) {
    main += html::gap(say("an answer"), is_public(view.line.stand) ? say("Nobody has answered this yet.") : say("What others cannot read is not answered."), {}, say);
  }
  for (auto one = view.answers.rbegin(); one != view.answers.rend(); ++one) main += answer_block(*one, at);
  Html beside;
  std::vector<html::Fact> facts{{.name = say("What kind"), .value = kind_words(view.line.kind, say)}};
  if (view.about.is_set()) facts.push_back({.name = say("What it is about"), .value = a(at.to(view.about_path), say("Entry {n}", {{"n", view.about.value}}))});
  if (view.line.group.is_set() && view.line.said_by > 1) {
    facts.push_back({.name = say("Said by many"), .value = a(at.to(work_said_path(view.line.work)).with("group", std::to_string(view.line.group.value)),
                                                             say.count("{n} said the same", "{n} said the same", view.line.said_by))});
  }
  beside += html::facts(facts) + html::h2(say("What happened"), "happened") + history(view.happened, view.line, at);
  return out + html::split(main, beside);
}

std::string title(const LetterPage&, const Say& say) { return say.plain("You said. We did. We did not, because."); }

Html show(const LetterPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)), html::text(place::name_of(view.page.work_title, say)));
  out += letter_part(view.page.line, view.page.line.words, view.page.answers, say);
  out += html::p(say("Does this answer you? If it does not, say so: it is then open again. This is saying {n} of the record of {place}.",
                     {{"n", view.page.line.said.value}, {"place", place::name_of(view.place, say)}}));
  return out + html::links({a(at.to(said_path(view.page.line)), say("Back"))});
}

std::string title(const UploadPage& view, const Say& say) { return say.plain("File of saying {n}", {{"n", view.said.value}}); }
Html show(const UploadPage& view, const Showing& at) { return html::h1(html::text(title(view, at.say))); }
kernel::Upload upload(const UploadPage& view) { return {.content_type = content_type(view.media), .bytes = view.bytes}; }

}  // namespace alongside::said
