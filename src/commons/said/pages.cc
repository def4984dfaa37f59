// What several pages draw alike: where a saying stands, its words, its answers, what happened to it.
#include "commons/said/pages.h"

#include "base/text.h"
#include "commons/said/upload.h"

namespace alongside::said {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::string work_said_path(Index work) { return "/work/" + std::to_string(work.value) + "/said"; }
std::string said_path(const SayingLine& line) { return work_said_path(line.work) + "/" + std::to_string(line.said.value); }

std::string kind_plain(SayingKind kind, const Say& say) {
  switch (kind) {
    case SayingKind::story: return say.plain("A story");
    case SayingKind::evidence: return say.plain("Evidence");
    case SayingKind::idea: return say.plain("An idea");
    case SayingKind::objection: break;
  }
  return say.plain("An objection");
}
Html kind_words(SayingKind kind, const Say& say) { return html::text(kind_plain(kind, say)); }

std::string reason_words(Refusal reason, const Say& say) {
  switch (reason) {
    case Refusal::names_a_person: return say.plain("It names a person");
    case Refusal::abuse: return say.plain("It is abusive");
    case Refusal::not_about_this: return say.plain("It is not about this work");
    case Refusal::duplicate: return say.plain("The same person said it already");
    case Refusal::advert: break;
  }
  return say.plain("It is an advertisement");
}

std::string outcome_words(Outcome outcome, const Say& say) {
  switch (outcome) {
    case Outcome::taken_up: return say.plain("Taken up");
    case Outcome::in_part: return say.plain("Taken up in part");
    case Outcome::not_taken_up: return say.plain("Not taken up");
    case Outcome::waiting: break;
  }
  return say.plain("Waiting");
}

namespace {

html::Tone tone_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::taken_up: return html::Tone::yes;
    case Outcome::in_part: return html::Tone::wait;
    case Outcome::not_taken_up: return html::Tone::no;
    case Outcome::waiting: break;
  }
  return html::Tone::plain;
}

Html event_words(Event event, const Say& say) {
  switch (event) {
    case Event::given: return say("It was said");
    case Event::published: return say("A person read it, and others can too");
    case Event::refused: return say("It was not published");
    case Event::held: return say("It was kept back");
    case Event::released: return say("It is no longer kept back");
    case Event::changed: return say("The words were changed. A person reads them anew");
    case Event::withdrawn: return say("It was withdrawn, and the words are gone");
    case Event::grouped: return say("It was put together with others that say the same");
    case Event::ungrouped: return say("It was taken out of its group");
    case Event::answered: return say("It was answered");
    case Event::judged_yes: return say("Whoever said it says: this answers me");
    case Event::judged_no: break;
  }
  return say("Whoever said it says: this does not answer me. It is open again");
}

}  // namespace

Html stand_tag(const SayingLine& line, const Say& say) {
  if (line.overdue) return html::tag(say("Waiting too long"), html::Tone::late);
  switch (line.stand) {
    case Stand::waiting: return html::tag(say("Not read yet"));
    case Stand::refused: return html::tag(say("Not published"), html::Tone::no);
    case Stand::held: return html::tag(say("Kept back"));
    case Stand::withdrawn: return html::tag(say("Withdrawn"));
    case Stand::open: return html::tag(say("Not answered yet"));
    case Stand::reopened: return html::tag(say("Open again"), html::Tone::wait);
    case Stand::waiting_until: return html::tag(say("Waiting"), html::Tone::wait);
    case Stand::answered:
    case Stand::agreed: break;
  }
  const Outcome outcome = line.outcome.value_or(Outcome::waiting);
  return html::tag(html::text(outcome_words(outcome, say)), tone_of(outcome));
}

Html words_or_why(const Text& words, const Say& say) {
  switch (words.state) {
    case Text::State::shown: return html::quote(words.words);
    case Text::State::erased: return html::erased(say("These words were erased."));
    case Text::State::withheld: return html::p(say("Others cannot read these words now."));
    case Text::State::absent: break;
  }
  return {};
}

Html upload_link(const SayingLine& line, const Text& description, const Showing& at) {
  if (line.media == Media::none) return {};
  const Say& say = at.say;
  const html::Url to = at.to(said_path(line) + "/file");
  Html link = is_picture(line.media) ? a(to, say("See the picture")) : is_sound(line.media) ? a(to, say("Hear the sound")) : a(to, say("Watch the film"));
  Html out = html::links({link});
  if (description.is_shown()) out += html::p(say("In words: {words}", {{"words", html::words_in_line(description.words)}}));
  return out;
}

Html uploaded(const SayingLine& line, const Showing& at) {
  if (line.media == Media::none) return {};
  const Say& say = at.say;
  const html::Url file = at.to(said_path(line) + "/file");
  const bool has_words = line.description.is_shown();
  const std::string what = has_words ? line.description.words : say.plain("Nobody has said in words what this is.");
  Html out = is_picture(line.media) ? html::picture(file, what) : is_sound(line.media) ? html::sound(file, what) : html::film(file, what);
  return out + (has_words ? html::p(say("In words: {words}", {{"words", html::words_in_line(what)}})) : html::small(html::text(what)));
}

Html entry_link(Index act, const Showing& at) { return a(at.to("/record/" + std::to_string(act.value)), at.say("Entry {n}", {{"n", act.value}})); }

Html answer_block(const AnswerLine& answer, const Showing& at) {
  const Say& say = at.say;
  Html out = html::p(html::tag(html::text(outcome_words(answer.outcome, say)), tone_of(answer.outcome)) + html::text(" ") + say.time(answer.on));
  out += words_or_why(answer.why, say);
  if (answer.until) out += html::p(say("Until {day}.", {{"day", say.time(*answer.until)}}));
  std::vector<html::Fact> facts;
  facts.push_back({.name = say("Signed by"), .value = answer.signed_by.is_shown() ? html::text(answer.signed_by.words) : say("Name erased")});
  facts.push_back({.name = say("How to reach them"), .value = answer.reach.is_shown() ? html::paragraphs(answer.reach.words) : say("Erased")});
  if (answer.changed.is_set()) {
    facts.push_back({.name = say("What changed because of it"), .value = a(at.to(answer.changed_path), say("See what changed"))});
  }
  if (answer.answers > 1) facts.push_back({.name = say("The same answer went to"), .value = say.count("{n} saying", "{n} sayings", answer.answers)});
  return out + html::facts(facts) + html::links({entry_link(answer.answer, at)});
}

Html history(const std::vector<HappenedLine>& happened, const SayingLine& line, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::PathStep> steps;
  for (const HappenedLine& one : happened) steps.push_back({.when = say.time(one.on), .what = event_words(one.event, say), .more = entry_link(one.act, at)});
  if (line.due) {
    steps.push_back(line.overdue ? html::PathStep{.state = html::StepState::late, .when = say.time(*line.due), .what = say("An answer was due")}
                                 : html::PathStep{.state = html::StepState::open, .when = say("By {day}", {{"day", say.time(*line.due)}}), .what = say("An answer is due")});
  }
  return html::path(steps);
}

Html changed_line(Index work, const std::string& path, const Showing& at) {
  return at.say("What people said changed something: {what}. {answers}", {{"what", a(at.to(path), at.say("See what changed"))}, {"answers", a(at.to(work_said_path(work)), at.say("What people said"))}});
}

Html about_line(const SayingLine& line, const Showing& at) {
  const Say& say = at.say;
  const Html title = line.words.is_shown() ? html::text(shortened(line.words.words, 80)) : say("Saying {n}", {{"n", line.said.value}});
  return html::ledger({{.date = say.time(line.said_on), .title = a(at.to(said_path(line)), title), .words = kind_words(line.kind, say), .after = stand_tag(line, say)}});
}

Html letter_part(const SayingLine& line, const Text& words, const std::vector<AnswerLine>& answers, const Say& say) {
  Html out = html::h3(say("You said")) + html::p(say("On {day}:", {{"day", say.time(line.said_on)}}));
  out += words.state == Text::State::absent ? html::p(say("You gave a file.")) : words_or_why(words, say);
  if (answers.empty() || !is_public(line.stand)) {
    if (line.stand == Stand::waiting) return out + html::p(say("A person reads it before others can."));
    if (!is_public(line.stand)) return out + html::p(say("Others cannot read it."));
    return out + html::gap(say("an answer"), line.overdue ? say("An answer was due. It is late, and we are sorry.") : say("Nobody has answered yet."), {}, say);
  }
  const AnswerLine& last = answers.back();
  switch (last.outcome) {
    case Outcome::taken_up: out += html::h3(say("We did")); break;
    case Outcome::in_part: out += html::h3(say("We did a part of it")); break;
    case Outcome::not_taken_up: out += html::h3(say("We did not, because")); break;
    case Outcome::waiting: out += html::h3(say("Please wait")); break;
  }
  out += words_or_why(last.why, say);
  if (last.until) out += html::p(say("Until {day}.", {{"day", say.time(*last.until)}}));
  if (last.signed_by.is_shown()) out += html::p(say("Signed: {name}", {{"name", last.signed_by.words}}));
  if (last.reach.is_shown()) out += html::p(say("You can reach them: {how}", {{"how", last.reach.words}}));
  return out;
}

}  // namespace alongside::said
