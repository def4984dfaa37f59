#include "commons/question/pages.h"

#include <algorithm>

#include "base/csv.h"
#include "commons/question/pages_wordings.h"
#include "commons/valued/pages.h"
#include "commons/work/bar.h"
#include "commons/work/pages.h"
#include "engines/whose_words.h"
#include "engines/wording.h"

namespace alongside::question {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;

// ---- the words that are asked ---------------------------------------------------------------------------------------

Html deadlock_words(work::Deadlock deadlock, const Say& say) {
  switch (deadlock) {
    case work::Deadlock::mediator: return say("The sides have not agreed on one wording. The rule says: a mediator is asked. Until then all of these are asked, side by side.");
    case work::Deadlock::body_decides: return say("The sides have not agreed on one wording. The rule says: the body decides which is asked, and must say why. Until then all of these are asked, side by side.");
    case work::Deadlock::not_said:
    case work::Deadlock::both_stand: break;
  }
  return say("The sides have not agreed on one wording. The rule says: all of these are asked, side by side.");
}

Html eyebrow(const StandingWording& one, const Say& say) {
  if (one.is_agreed) return say("Wording {n}. Every side agreed to it.", {{"n", one.number}});
  return say("Wording {n}. It is asked until the sides agree on another.", {{"n", one.number}});
}

Html the_words(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.asked.empty()) return html::empty(say("Nothing is asked yet."), say("Those who run this work write the first wording. Then everybody in the room can propose other words."));
  if (view.asked.size() == 1) {
    const StandingWording& one = view.asked.front();
    if (one.words.is_shown()) return html::the_question(eyebrow(one, say), one.words.words);
    return html::p(eyebrow(one, say)) + html::erased(say("The words of this wording were erased. It stands without them."));
  }
  std::vector<html::Account> accounts;
  for (const StandingWording& one : view.asked) {
    std::vector<Html> sides;
    for (const work::Side side : one.agreed_by) sides.push_back(text(work::side_words(side, say)));
    accounts.push_back({.who = say("Wording {n}", {{"n", one.number}}), .words = valued::quoted(one.words, say),
                        .source = sides.empty() ? say("The first wording. No side agreed to it.") : say("Agreed to by: {sides}.", {{"sides", say.list(sides)}})});
  }
  return html::p(deadlock_words(view.deadlock, say)) + work::mediation(view.deadlock, true, view.mediators, at) + html::accounts(accounts, say);
}

Html short_answer(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.wordings.empty()) return {};
  std::int64_t readable = 0;
  std::int64_t open = 0;
  for (const WordingLine& one : view.wordings) {
    if (one.words.is_shown()) ++readable;
    if (one.state == WordingState::open) ++open;
  }
  std::vector<Html> sentences;
  if (view.asked.size() == 1 && view.asked.front().is_agreed) {
    sentences.push_back(say("Every side agreed to wording {n}.", {{"n", view.asked.front().number}}));
  } else if (view.asked.size() > 1) {
    sentences.push_back(say.count("No wording has every side’s agreement. {n} stands.", "No wording has every side’s agreement. {n} stand side by side.", static_cast<std::int64_t>(view.asked.size())));
  } else {
    sentences.push_back(say("The first wording stands. No side has agreed to other words."));
  }
  sentences.push_back(say.count("{n} wording can be read here.", "{n} wordings can be read here.", readable));
  const Html then = open > 0 ? say.count("{n} is open: people in the room can answer yes or no.", "{n} are open: people in the room can answer yes or no.", open) : say("None is open now.");
  return html::answer(say, sentences, then);
}

// ---- whose words ----------------------------------------------------------------------------------------------------

Html whose_side(const std::optional<work::Side>& side, const Say& say) { return side ? html::side(drawn(*side), say) : say("Somebody in the room"); }

Html whose(const QuestionPage& view, const Showing& at) {
  if (view.whose.empty()) return {};
  const Say& say = at.say;
  std::vector<html::SidesWords> runs;
  for (const WordsRun& one : view.runs) runs.push_back({one.side ? std::optional(drawn(*one.side)) : std::nullopt, one.words});
  std::int64_t all = 0;
  for (const WhoseWords& one : view.whose) all += one.words;
  Html body = html::words_by_side(runs);
  body += html::table(say, say.count("The {n} word, by the side that first wrote it", "The {n} words, by the side that first wrote them", all), view.whose,
                      html::column(say("Side"), [&](const WhoseWords& one) { return whose_side(one.side, say); }),
                      html::column(say("Words"), &WhoseWords::words),
                      html::column(say("Which"), [&](const WhoseWords& one) {
                        std::string which;
                        for (const std::string& run : one.which) which += (which.empty() ? "" : "; ") + run;
                        return which;
                      }));
  body += html::small(say("Each word counts for the side whose wording first used it. Sides are shown, never names; a side that could point at a few people is not named."));
  return html::entry({.id = "whose", .heading = say("Whose words are these?"), .body = std::move(body)});
}

// ---- what changed ---------------------------------------------------------------------------------------------------

std::int64_t words_in(const std::string& words) {
  const engines::WrittenBy one{0, words};
  std::int64_t out = 0;
  for (const engines::WordsBy& part : engines::whose_words({&one, 1})) out += static_cast<std::int64_t>(part.words);
  return out;
}

Html became(const std::string& before, const std::string& after, const Say& say) {
  std::int64_t kept = 0;
  for (const engines::Run& run : engines::differences(before, after)) {
    if (run.fate == engines::Fate::same) kept += words_in(run.text);
  }
  return html::p(say("There were {before} words, and there are {after}. {kept} stayed where they were.",
                     {{"before", words_in(before)}, {"after", words_in(after)}, {"kept", kept}}));
}

Html changed_between(const QuestionPage& view, int from, int to, const Say& say) {
  const WordingLine* before = view.wording(from);
  const WordingLine* after = view.wording(to);
  if (before == nullptr || after == nullptr || !before->words.is_shown() || !after->words.is_shown()) return {};
  return changed(before->words.words, after->words.words, say) + became(before->words.words, after->words.words, say);
}

// Two of the wordings that can be read, chosen by whoever looks.
Html compare_form(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::Choice> choices;
  for (auto one = view.wordings.rbegin(); one != view.wordings.rend(); ++one) {
    if (one->words.is_shown()) choices.push_back(html::choice_named(std::to_string(one->number), say.plain("Wording {n}", {{"n", one->number}})));
  }
  if (choices.size() < 2) return {};
  html::Form form{.action = at.to(question_path(view.work)), .method = html::Method::get, .submit = msg("Show what changed")};
  html::FormValues values;
  values.add("from", view.from > 0 ? std::to_string(view.from) : choices.front().value);
  values.add("to", view.to > 0 ? std::to_string(view.to) : choices.back().value);
  form.fields.push_back({.name = "from", .kind = html::Kind::choice, .label = msg("From"), .required = true, .choices = choices});
  form.fields.push_back({.name = "to", .kind = html::Kind::choice, .label = msg("To"), .required = true, .choices = std::move(choices)});
  return html::details(say("Compare any two wordings"), html::render(form, values, {}, say), view.from > 0 || view.to > 0);
}

Html what_changed(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  Html body;
  const bool compares = view.from > 0 && view.to > 0;
  if (compares) {
    body = html::p(say("From wording {from} to wording {to}.", {{"from", view.from}, {"to", view.to}})) + changed_between(view, view.from, view.to, say);
  } else if (view.asked.size() == 1 && view.asked.front().number > 1) {
    body = changed_between(view, 1, view.asked.front().number, say);
  }
  const Html form = compare_form(view, at);
  if (body.empty() && form.empty()) return {};
  if (!body.empty()) body = html::p(say("Struck through: taken out. Underlined on yellow: put in.")) + body;
  return html::entry({.id = "changed", .heading = compares ? say("What changed") : say("From the first words to those that are asked"), .body = body + form});
}

// ---- what one can do ------------------------------------------------------------------------------------------------

Html what_you_said(Answer choice, const Say& say) {
  switch (choice) {
    case Answer::yes: return say("You said yes. You can change it until then.");
    case Answer::no: return say("You said no. You can change it until then.");
    case Answer::abstained: break;
  }
  return say("You abstained. You can change it until then.");
}

Html open_now(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  if (!view.mine || *view.mine == work::Side::advisor) return {};
  std::vector<html::Opening> openings;
  for (const WordingLine& one : view.wordings) {
    if (one.state != WordingState::open || !one.words.is_shown() || one.until < at.today) continue;
    const auto chose = std::find_if(view.chosen.begin(), view.chosen.end(), [&](const auto& pair) { return pair.first == one.wording; });
    openings.push_back({.title = a(at.to(question_path(view.work) + "/choose").with("wording", std::to_string(one.wording.value)), say("Say yes or no to wording {n}", {{"n", one.number}})),
                        .words = html::words_in_line(one.words.words),
                        .meta = say("Until {day}.", {{"day", one.until}}) + text(" ") + (chose == view.chosen.end() ? say("You have not said anything yet.") : what_you_said(chose->second, say))});
  }
  if (openings.empty()) return {};
  return html::h2(say("Open to you now"), "open") + html::openings(openings);
}

Html to_be_read(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.unread.empty()) return {};
  Html out = html::h2(view.moderates ? say("Words to be read") : say("Your words, which others cannot read yet"), "unread");
  for (const Unread& one : view.unread) {
    out += html::h3(say("Wording {n}", {{"n", one.number}})) + valued::quoted(one.words, say) + valued::quoted(one.reason, say);
    const std::string path = wording_path(view.work, one.wording);
    if (view.moderates) {
      out += work::what_to_do(path, one.in_danger, view.safeguarding, say("Publish wording {n}", {{"n", one.number}}), say("Refuse wording {n}, with a reason", {{"n", one.number}}), at);
    }
  }
  return out;
}

Html other_words(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string path = question_path(view.work);
  if (view.wordings.empty()) return view.may_run ? html::p(html::button_link(at.to(path + "/first"), say("Write the first wording"))) : Html();
  Html body = html::p(say("Anyone in the room can propose other words, with a reason. What people answered to earlier words stays with those words."));
  const std::string work = work::work_path(view.work);
  if (view.mine) {
    body += html::p(html::button_link(at.to(path + "/new"), say("Propose other words")));
  } else if (!view.is_preparing) {
    body += html::links({view.may_take_part ? a(at.to(work + "/part"), say("Take part")) : a(at.to("/join"), say("Join, and then take part"))});
  }
  std::vector<Html> own;
  for (const WordingLine& one : view.wordings) {
    if (std::find(view.own.begin(), view.own.end(), one.wording) == view.own.end()) continue;
    own.push_back(a(at.to(wording_path(view.work, one.wording) + "/withdraw"), say("Withdraw your wording {n}", {{"n", one.number}})));
  }
  if (!own.empty()) body += html::links(own);
  return html::entry({.id = "other", .heading = say("Would you ask it another way?"), .body = std::move(body), .printed = false});
}

}  // namespace

Html agreed_line(Index work, const Text& words, const Showing& at) {
  return at.say("Every side agreed to other words for the question: {words}", {{"words", a(at.to(question_path(work)), words.is_shown() ? shortened(words.words, 120) : at.say.plain("These words were erased."))}});
}

Html about_line(Index work, const std::vector<StandingWording>& asked, const Showing& at) {
  const Say& say = at.say;
  Html out;
  for (const StandingWording& one : asked) out += valued::quoted(one.words, say);
  return out + html::links({a(at.to(question_path(work)), say("The question, and how it changed"))});
}

std::string title(const QuestionPage&, const Say& say) { return say.plain("The question, and how it changed"); }

Html show(const QuestionPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string work = view.work_title.is_shown() ? view.work_title.words : say.plain("Name erased");
  Html out = work::bar(view.course, work::Part::question, at) + html::h1(text(title(view, say)));
  out += the_words(view, at) + short_answer(view, at);
  out += work::crisis_box(view.help, say) + to_be_read(view, at) + open_now(view, at);
  if (!view.asked.empty()) out += html::ask_link(at.to("/ask").with("thing", say.plain("The question of: {work}", {{"work", work}})), say("Who decided this question?"));
  out += whose(view, at) + what_changed(view, at) + every_wording(view, at) + other_words(view, at);
  if (view.wordings.empty()) return out;
  const std::string path = question_path(view.work);
  return out + html::links({a(at.to(path + ".json"), say("The wordings as JSON")), a(at.to(path + ".csv"), say("The wordings as a table (CSV)")), a(at.to(path + ".atom"), say("Follow this question"))});
}

}  // namespace alongside::question
