#include "commons/home/pack.h"

#include <algorithm>

#include "commons/option/pages.h"
#include "commons/valued/pages.h"
#include "commons/work/bar.h"
#include "commons/work/letter.h"
#include "commons/work/pages.h"
#include "html/components.h"

namespace alongside::home {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

// One question, and what the record answers.
struct Answered {
  Html question;
  Html source;  // the duty or principle it comes from
  Html answer;
  bool has_gap = false;
};

std::string path_of(const PackPage& view) { return work::work_path(view.whole.work.course.line.work); }

Answered open_when_people_came(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  const work::Course& course = view.whole.work.course;
  Answered out{.question = say("Was it still open when people came in?"), .source = say("NHS Act 2006, section 14Z45; the first Gunning principle"), .answer = {}};
  std::vector<Html> lines;
  for (const work::CameIn& one : course.sides) {
    if (one.side == work::Side::office || one.side == work::Side::advisor) continue;
    Html line = text(work::came_in_words(one, course, say));
    if (one.act.is_set()) line += text(" ") + work::decided_before(one, course, say);
    if (!one.act.is_set()) out.has_gap = true;
    lines.push_back(std::move(line));
  }
  out.answer = html::bullets(lines);
  if (view.whole.work.already.empty()) {
    out.has_gap = true;
    out.answer += html::gap(say("what was already decided"), say("Nobody has said what was decided before people were asked. That does not mean that nothing was."), {}, say);
  } else {
    out.answer += html::p(say("Already decided, as those who run it say:"));
    for (const work::AlreadyLine& one : view.whole.work.already) out.answer += valued::quoted(one.what, say);
  }
  return out;
}

Answered the_question(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("What were people asked, and who agreed to the words?"), .source = say("Working in partnership with people and communities, 2022"), .answer = {}};
  for (const question::StandingWording& one : view.asked) {
    out.answer += valued::quoted(one.words, say);
    out.answer += html::small(one.is_agreed ? say("Wording {n}. Every side agreed to it.", {{"n", one.number}}) : say("Wording {n}. Not every side has agreed to it.", {{"n", one.number}}));
  }
  out.has_gap = view.asked.empty();
  if (out.has_gap) out.answer = html::gap(say("the question"), say("Nobody has written down what people are asked."), {}, say);
  out.answer += html::links({a(at.to(path_of(view) + "/question"), say("The question, and how it changed"))});
  return out;
}

Answered enough_to_go_on(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("Did people have enough to go on?"), .source = say("The second Gunning principle"), .answer = {}};
  if (view.options.empty()) {
    out.has_gap = true;
    out.answer = html::gap(say("the choices"), say("Nobody has written down what could be done, what it costs, what it keeps and what it ends."), {}, say);
    return out;
  }
  std::vector<Html> lines;
  for (const option::OptionLine& one : view.options) {
    Html line = a(at.to(option::option_path(one.work, one.option)), name_or(one.title, say)) + text(". ");
    line += one.is_put() ? say("Put to people on {day}.", {{"day", *one.put_on}}) : say("Not put to people.");
    std::vector<Html> missing;
    if (!one.cost) missing.push_back(say("what it costs"));
    if (!one.keeps.is_shown()) missing.push_back(say("what it keeps"));
    if (!one.ends.is_shown()) missing.push_back(say("what it ends"));
    if (!missing.empty()) line += text(" ") + html::strong(say("Not on the record: {what}.", {{"what", say.list(missing)}}));
    out.has_gap = out.has_gap || !missing.empty() || !one.is_put();
    lines.push_back(std::move(line));
  }
  out.answer = html::bullets(lines);
  return out;
}

Answered enough_time(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("Did people have enough time?"), .source = say("The third Gunning principle"), .answer = {}};
  std::vector<Html> lines{say.count("The rule gives {n} day to answer.", "The rule gives {n} days to answer.", view.whole.work.answer_days)};
  for (const AskedRoom& one : view.whole.agreements) {
    lines.push_back(say.count("The room had {n} day to answer: {what}", "The room had {n} days to answer: {what}", one.line.until - one.line.on,
                              {{"what", a(at.to(agreement::agreement_path(one.line.work, one.line.agreement)), name_or(one.line.words, say))}}));
  }
  lines.push_back(say.count("{n} meeting is on the record, with the days on which its papers came.", "{n} meetings are on the record, with the days on which their papers came.", static_cast<std::int64_t>(view.meetings.size())));
  out.answer = html::bullets(lines) + html::links({a(at.to(path_of(view) + "/meetings"), say("Meetings"))});
  out.has_gap = view.whole.agreements.empty() && view.meetings.empty();
  return out;
}

Answered taken_into_account(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  const said::SaidCounts& said = view.whole.said;
  Answered out{.question = say("Was what people said taken into account?"), .source = say("The fourth Gunning principle"), .answer = {}};
  if (said.published == 0) {
    out.has_gap = true;
    out.answer = html::gap(say("what people said"), say("Nothing that people said is on the record."), {}, say);
    return out;
  }
  std::vector<Html> lines = three_numbers(said, say);
  if (said.overdue > 0) lines.push_back(html::strong(say.count("{n} has waited too long.", "{n} have waited too long.", said.overdue)));
  out.has_gap = said.overdue > 0 || said.answered < said.published;
  out.answer = html::bullets(lines) + html::links({a(at.to(path_of(view) + "/said"), say("What people said"))});
  return out;
}

Answered agreed_and_decided(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("What did each side agree, and did the body follow it?"), .source = work::promise_words(view.whole.work.promise, say), .answer = {}};
  if (view.whole.agreements.empty()) {
    out.has_gap = true;
    out.answer = html::gap(say("what the sides agreed"), say("Nobody was asked whether they agree."), {}, say);
    return out;
  }
  std::vector<Html> lines;
  for (const AskedRoom& one : view.whole.agreements) {
    Html line = asked_room(one, at);
    if (one.decided.empty()) line += text(" ") + html::strong(say("The body has not decided yet, as far as this record says."));
    out.has_gap = out.has_gap || one.decided.empty();
    lines.push_back(std::move(line));
  }
  out.answer = html::bullets(lines);
  return out;
}

Answered as_people_were_asked(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("Was what was chosen what people were asked about?"), .source = say("What was complained of over Northamptonshire’s libraries, 2018"), .answer = {}};
  for (const option::ChoiceLine& one : view.chosen) {
    out.answer += option::asked_words(one, at);
    out.has_gap = out.has_gap || one.people_were_not_asked();
  }
  if (!view.chosen.empty()) return out;
  out.has_gap = true;
  out.answer = html::gap(say("what was chosen"), say("Nobody has said which choice was chosen."), {}, say);
  return out;
}

Answered who_would_lose(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("Were those told who would lose something?"), .source = say("NHS Act 2006, section 14Z45; SI 2013/218, regulation 23"), .answer = {}};
  const auto& places = view.whole.work.touches;
  out.answer = places.empty() ? html::p(say("It touches no place that people value, as far as the record says.")) : work::touched(places, at);
  out.has_gap = std::any_of(places.begin(), places.end(), [](const work::TouchedPlace& one) { return one.told.empty(); });
  return out;
}

Answered who_decided(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("Who decided, by which power and for which reasons?"),
               .source = say("SI 2012/2089, regulation 12; SI 2014/2095, regulations 7 and 8; SI 2023/1348, regulation 24"), .answer = {}};
  const auto& decisions = view.whole.work.course.decisions;
  if (decisions.empty()) {
    out.has_gap = true;
    out.answer = html::gap(say("the decisions"), say("No decision of this work is on the record yet."), {}, say);
    return out;
  }
  std::vector<Html> lines;
  for (const decision::DecisionLine& one : decisions) {
    Html line = a(at.to("/decisions/" + std::to_string(one.decision.value)), name_or(one.title, say)) + text(". ");
    line += one.makers_known ? say("Decided by {body}.", {{"body", name_or(one.body_name, say)}}) : html::strong(say("We do not know who decided."));
    out.has_gap = out.has_gap || !one.makers_known;
    lines.push_back(std::move(line));
  }
  out.answer = html::bullets(lines) + html::small(say("Deciders, powers, reasons, what was turned down, interests and dissent stand on the page of each."));
  return out;
}

Answered money(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  Answered out{.question = say("Is it to save money, and how are people paid?"), .source = say("Asked before anyone is invited"), .answer = {}};
  out.answer = html::p(work::saves_words(view.whole.work, say)) + work::setting_words(view.whole.work, "pay", say);
  out.has_gap = view.whole.work.saves == work::Saving::not_known;
  return out;
}

std::vector<Answered> all_of(const PackPage& view, const Showing& at) {
  std::vector<Answered> out;
  for (const auto question : {open_when_people_came, the_question, enough_to_go_on, enough_time, taken_into_account, agreed_and_decided,
                              as_people_were_asked, who_would_lose, who_decided, money}) {
    out.push_back(question(view, at));
  }
  return out;
}

}  // namespace

Result<PackPage> PackPage::see(const kernel::Seeing& seeing) {
  auto whole = whole_work(seeing, seeing.index("work"));
  if (!whole) return whole.problems();
  PackPage out{.whole = std::move(whole).value(), .asked = question::asked(seeing.reader, seeing.index("work")), .options = {}, .chosen = {}, .meetings = {}};
  if (auto options = option::OptionsPage::see(seeing)) {
    out.options = std::move(options->options);
    out.chosen = std::move(options->chosen);
  }
  if (auto meetings = gathering::MeetingsPage::see(seeing)) {
    for (auto* part : {&meetings->coming, &meetings->past}) {
      for (gathering::MeetingLine& one : *part) {
        if (!one.called_off) out.meetings.push_back(std::move(one));
      }
    }
  }
  return out;
}

std::string title(const PackPage& view, const Say& say) { return say.plain("The pack: {work}", {{"work", name_or(view.whole.work.course.line.title, say)}}); }

Html show(const PackPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::vector<Answered> all = all_of(view, at);
  const auto gaps = std::count_if(all.begin(), all.end(), [](const Answered& one) { return one.has_gap; });
  Html out = html::h1(text(title(view, say)), a(at.to(path_of(view)), name_or(view.whole.work.course.line.title, say)));
  std::vector<Html> sentences{say("{n} questions that the law and good practice ask of this work, answered from the record.", {{"n", static_cast<std::int64_t>(all.size())}})};
  sentences.push_back(gaps == 0 ? say("None of them has a gap.") : say.count("{n} has a gap, which is said.", "{n} have a gap, which is said.", gaps));
  out += html::answer(say, sentences, say("Nobody typed anything for it. It is no legal advice."));
  for (const Answered& one : all) {
    Html question = one.question;
    if (one.has_gap) question += text(" ") + html::tag(say("Gap"), html::Tone::wait);
    out += html::h2(question) + html::small(one.source) + one.answer;
  }
  out += html::h2(say("What this record does not hold"));
  out += html::gap(say("the equality analysis, and clinical evidence"),
                   say("The Equality Act 2010, section 149, and the four tests of service change ask for them. Put them beside this pack."), {}, say);
  return out + html::links({a(at.to(path_of(view)), say("Back"))});
}

}  // namespace alongside::home
