// One question: the short answer, its parts with their clocks, the words, what happened while it waited, the answers.
#include <algorithm>

#include "commons/ask/pages.h"
#include "commons/ask/wording.h"

namespace alongside::ask {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

Html short_answer(const AskPage& view, const Say& say) {
  const AskLine& line = view.line;
  std::vector<Html> out;
  if (line.state == AskState::waiting) {
    out.push_back(say("A person will read this question before others can. Then it is sent."));
  } else if (line.state == AskState::refused) {
    out.push_back(say("This question was not published: {reason}.", {{"reason", reason_of(line.refusal.value_or(Refusal::abuse), say)}}));
    out.push_back(say("How often each reason is used is counted in public."));
  } else if (line.state == AskState::withdrawn) {
    out.push_back(say("Whoever asked this question has withdrawn it."));
  } else if (line.state == AskState::merged) {
    out.push_back(say("This question was put together with another."));
  }
  if (line.state == AskState::open) {
    for (const PartLine& part : line.parts) {
      const std::string body = body_of(part, say);
      if (line.parts.size() > 1) {
        out.push_back(say("Part {n}: {state}, {body}.", {{"n", part.part}, {"state", state_of(part.state, say)}, {"body", body}}));
      } else if (part.state == PartState::ready) {
        out.push_back(part.body.is_set() ? say("It will be sent to {body}.", {{"body", body}}) : say("Whom to ask is not known yet. The keeper looks for the right body."));
      } else if (part.clock.due && !has_ended(part.state)) {
        out.push_back(say("Sent to {body}. Reply due {day}.", {{"body", body}, {"day", say.time(*part.clock.due)}}));
      } else {
        out.push_back(say("{body}: {state}.", {{"body", body}, {"state", state_of(part.state, say)}}));
      }
      if (part.clock.days_late > 0 && !has_ended(part.state)) {
        out.push_back(say.count("It is {n} working day late.", "It is {n} working days late.", part.clock.days_late));
      }
    }
  }
  Html then = say("First asked {day}, {days} days ago.", {{"day", say.time(line.asked_on)}, {"days", view.today - line.asked_on}});
  if (line.asked_by > 1) then += html::text(" ") + say.count("{n} person asked this.", "{n} people asked this.", line.asked_by);
  return html::answer(say, out, then);
}

// What this reader may do with a part now.
Html doings(const AskPage& view, const PartLine& part, const Showing& at) {
  const Say& say = at.say;
  const bool is_own = std::find(view.own_parts.begin(), view.own_parts.end(), part.part) != view.own_parts.end();
  const std::string here = ask_path(view.line.ask) + "/parts/" + std::to_string(part.part);
  std::vector<Html> out;
  const auto link = [&](const char* what, Html words) { out.push_back(a(at.to(here + what), words)); };
  if (view.line.state != AskState::open) return {};
  if (view.moderates && part.state == PartState::ready) {
    out.push_back(a(at.to(ask_path(view.line.ask) + "/letter?part=" + std::to_string(part.part)), say("The letter to send")));
    link("/send", say("Record that it was sent"));
  }
  if (view.moderates && part.state == PartState::sent) link("/delivered", say("Record a receipt"));
  if (view.moderates && is_with_the_body(part.state)) link("/bounced", say("It came back"));
  if ((view.moderates || is_own) && is_with_the_body(part.state)) {
    link("/needs-reply", say("The body asks something back"));
    link("/pass-on", say("Pass it on"));
  }
  if ((view.moderates || is_own) && (is_with_the_body(part.state) || part.state == PartState::needs_reply)) link("/reply", say("Publish the reply"));
  if ((view.moderates || view.is_asker) && part.state == PartState::needs_reply) link("/clarify", say("Answer what the body asks"));
  return out.empty() ? Html() : html::links(out);
}

Html parts(const AskPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out;
  for (const PartLine& part : view.line.parts) {
    Html body = clock_of(part, say);
    if (part.passed_from > 0) body += html::p(say("Part {n} was passed on to this body.", {{"n", part.passed_from}}));
    body += words_or_why(part.question, say);
    body += doings(view, part, at);
    const std::string name = body_of(part, say);
    out += html::entry({.id = "part-" + std::to_string(part.part),
                        .heading = view.line.parts.size() > 1 ? say("Part {n}: {body}", {{"n", part.part}, {"body", name}}) : say("Asked of {body}", {{"body", name}}),
                        .body = body});
  }
  return out;
}

Html question(const AskPage& view, const Showing& at) {
  const Say& say = at.say;
  const AskLine& line = view.line;
  Html body;
  if (line.about.is_set() && line.thing_kind != Thing::none) {
    const char* folder = line.thing_kind == Thing::decision ? "/decisions/" : line.thing_kind == Thing::valued ? "/valued/" : "/bodies/";
    body += html::p(say("About {thing}.", {{"thing", a(at.to(folder + std::to_string(line.about.value)), place::name_of(line.about_name, say))}}));
  }
  body += words_or_why(line.thing, say);
  body += words_or_why(line.words, say);
  std::vector<Html> ticks;
  for (const std::string& one : questions_of(line, say)) ticks.push_back(html::text(one));
  if (!ticks.empty()) body += html::bullets(ticks);
  if (view.follows.is_set()) body += html::p(say("It follows {question}.", {{"question", a(at.to(ask_path(view.follows)), say("question {n}", {{"n", view.follows.value}}))}}));
  return html::entry({.id = "question", .heading = say("The question"),
                      .margin = html::stamp({.entry = line.ask.value, .on = line.asked_on, .recorded = view.recorded > line.asked_on ? std::optional(view.recorded) : std::nullopt,
                                             .check = at.to("/record/" + std::to_string(line.ask.value))}, say),
                      .body = body});
}

std::string what_of(const HappenedLine& one, const Say& say) {
  const std::string body = one.body_name.state == Text::State::absent ? say.plain("the body") : place::name_of(one.body_name, say);
  switch (one.event) {
    case Event::opened: return say.plain("Asked");
    case Event::published: return say.plain("Read by a person, and published");
    case Event::refused: return say.plain("Not published");
    case Event::merged: return say.plain("Put together with another question");
    case Event::withdrawn: return say.plain("Withdrawn by whoever asked");
    case Event::split: return say.plain("A new part for {body}", {{"body", body}});
    case Event::sent: return say.plain("Sent to {body}", {{"body", body}});
    case Event::delivered: return say.plain("{body} has it", {{"body", body}});
    case Event::bounced: return say.plain("It came back. The clock that ran for it counts for nothing");
    case Event::needs_reply: return say.plain("{body} asked something back. Our clock paused", {{"body", body}});
    case Event::clarified: return say.plain("What it asked was answered. The clock went on");
    case Event::passed_on: return say.plain("Passed on to {body}", {{"body", body}});
    case Event::replied: return say.plain("{body} replied", {{"body", body}});
    case Event::judged: break;
  }
  return say.plain("Whoever asked said whether it answers them");
}

// The days on which something happened, and those on which an answer was due and none came.
Html while_it_waited(const AskPage& view, const Say& say) {
  struct At {
    Day on;
    html::PathStep step;
  };
  std::vector<At> steps;
  const bool has_parts = view.line.parts.size() > 1;
  const auto with_part = [&](int part, const std::string& words) {
    return part > 0 && has_parts ? say("Part {n}: {words}", {{"n", part}, {"words", words}}) : html::text(words);
  };
  for (const HappenedLine& one : view.happened) {
    steps.push_back({one.on, {.when = say.time(one.on), .what = with_part(one.part, what_of(one, say)), .more = words_or_why(one.words, say)}});
  }
  for (const PartLine& part : view.line.parts) {
    if (!part.clock.due) continue;
    if (part.clock.days_late > 0) {
      steps.push_back({*part.clock.due, {.state = html::StepState::late, .when = say.time(*part.clock.due), .what = with_part(part.part, say.plain("Due. No answer came."))}});
    } else if (!has_ended(part.state)) {
      steps.push_back({*part.clock.due, {.state = html::StepState::open, .when = say("By {day}", {{"day", say.time(*part.clock.due)}}), .what = with_part(part.part, say.plain("An answer is due"))}});
    }
  }
  std::stable_sort(steps.begin(), steps.end(), [](const At& one, const At& two) { return one.on < two.on; });
  std::vector<html::PathStep> path;
  for (At& one : steps) path.push_back(std::move(one.step));
  return html::entry({.id = "waited", .heading = say("What happened, day by day"), .body = html::path(path)});
}

Html who_signed(const ReplyLine& reply, const Say& say) {
  std::vector<std::string> who;
  if (reply.signed_by.is_shown()) who.push_back(reply.signed_by.words);
  if (reply.office_title.is_shown()) who.push_back(reply.office_title.words);
  if (reply.body_name.is_shown()) who.push_back(reply.body_name.words);
  return html::text(say.list(who));
}

Html judged_line(const JudgedLine& one, const Say& say) {
  const Html said = one.answers == Answers::yes ? say("yes") : one.answers == Answers::in_part ? say("in part") : say("no");
  return html::p(say("The person who asked said: {answer}, on {day}.", {{"answer", html::strong(said)}, {"day", say.time(one.on)}})) + words_or_why(one.words, say);
}

Html replies(const AskPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.replies.empty()) {
    if (view.line.state != AskState::open) return {};
    return html::gap(say("an answer"), say("No body has answered this question yet."), a(at.to(ask_path(view.line.ask) + "/foi"), say("Turn it into a freedom of information letter")), say);
  }
  Html out;
  for (const ReplyLine& reply : view.replies) {
    Html body = words_or_why(reply.words, say, who_signed(reply, say));
    if (reply.outcome != ReplyOutcome::answered) {
      body += html::p(html::tag(html::text(state_of(reply.outcome == ReplyOutcome::refused ? PartState::refused : PartState::no_record_held, say)), html::Tone::no));
    }
    std::vector<Html> decisions;
    for (const DecisionPointedAt& one : reply.decisions) decisions.push_back(a(at.to("/decisions/" + std::to_string(one.decision.value)), place::name_of(one.title, say)));
    if (!decisions.empty()) body += html::p(say("The whole decision: who, why, and what was lost")) + html::bullets(decisions);
    body += html::h3(say("Does this answer you?"));
    for (const JudgedLine& one : reply.judged) body += judged_line(one, say);
    if (reply.judged.empty()) body += html::p(say("Whoever asked has not said yet."));
    if (view.is_asker && reply.judged.size() < 2) {
      body += html::button_link(at.to(ask_path(view.line.ask) + "/replies/" + std::to_string(reply.reply.value) + "/judge"),
                                reply.judged.empty() ? say("Say whether it answers you") : say("Change what you said"), html::ButtonLook::secondary);
    }
    out += html::entry({.id = "reply-" + std::to_string(reply.reply.value),
                        .heading = view.line.parts.size() > 1 ? say("The answer to part {n}", {{"n", reply.part}}) : say("The answer"),
                        .margin = html::stamp({.entry = reply.reply.value, .on = reply.on, .recorded = reply.recorded > reply.on ? std::optional(reply.recorded) : std::nullopt,
                                               .check = at.to("/record/" + std::to_string(reply.reply.value))}, say),
                        .body = body});
  }
  return out;
}

// For whoever reads what others write: the words that wait, what was asked before, and what can be done with them.
Html to_be_read(const AskPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string here = ask_path(view.line.ask);
  Html out;
  if (view.unread_thing.is_shown() || view.unread_words.is_shown()) {
    out += html::h2(view.moderates ? say("Words to be read") : say("Your words, which others cannot read yet"), "unread");
    out += words_or_why(view.unread_thing, say) + words_or_why(view.unread_words, say);
  }
  std::vector<Html> doing;
  if (view.moderates && view.line.state == AskState::waiting) {
    doing.push_back(a(at.to(here + "/publish"), say("Publish")));
    doing.push_back(a(at.to(here + "/refuse"), say("Refuse, with a reason")));
  }
  if (view.moderates && view.line.state <= AskState::open) doing.push_back(a(at.to(here + "/merge"), say("Put together with another")));
  if (view.moderates && view.line.state == AskState::open) doing.push_back(a(at.to(here + "/split"), say("Ask another body too")));
  if (view.is_asker && view.line.state <= AskState::open) doing.push_back(a(at.to(here + "/withdraw"), say("Withdraw your question")));
  if (!view.later_unread.empty()) out += html::h2(say("What they wrote later, to be read"), "later");
  for (const LaterWords& one : view.later_unread) {
    const std::string number = std::to_string(one.act.value);
    out += words_or_why(one.words, say) + html::p(a(at.to(here + "/publish").with("act", number), say("Publish these words (entry {n})", {{"n", number}})));
  }
  if (!doing.empty()) out += html::links(doing);
  if (!view.before.empty()) {
    std::vector<Html> lines;
    for (const AskedBeforeLine& one : view.before) lines.push_back(a(at.to(ask_path(one.ask)), say("Question {n}: {title}", {{"n", one.ask.value}, {"title", one.title}})));
    out += html::details(say("Was it asked before, in other words?"), html::bullets(lines), view.line.state == AskState::waiting);
  }
  return out;
}

}  // namespace

std::string title(const AskPage& view, const Say& say) { return headline(view.line, say); }

Html show(const AskPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string here = ask_path(view.line.ask);
  Html out = html::h1(html::text(headline(view.line, say)), say("Question {n}", {{"n", view.line.ask.value}}));
  out += short_answer(view, say);
  out += to_be_read(view, at);
  if (view.line.state == AskState::open) out += parts(view, at);
  out += question(view, at);
  out += while_it_waited(view, say);
  out += replies(view, at);
  std::vector<Html> links;
  if (view.line.state == AskState::open) {
    links.push_back(a(at.to("/ask?follows=" + std::to_string(view.line.ask.value)), say("It does not answer you? Ask a question that follows it")));
    links.push_back(a(at.to(here + "/foi"), say("Turn it into a freedom of information letter")));
  }
  for (const Index next : view.followed_by) links.push_back(a(at.to(ask_path(next)), say("Followed by question {n}", {{"n", next.value}})));
  if (!view.is_asker) links.push_back(a(at.to("/ask/code"), say("Is this your question? Come back with your code")));
  links.push_back(a(at.to(here + ".json"), say("This question as JSON")));
  links.push_back(a(at.to(here + ".atom"), say("Follow this question")));
  return out + html::links(links);
}

kernel::Feed feed(const AskPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (auto one = view.happened.rbegin(); one != view.happened.rend(); ++one) {
    out.entries.push_back({.path = ask_path(view.line.ask), .title = what_of(*one, say), .summary = say.day(one->on), .updated = one->on, .index = one->act});
  }
  return out;
}

}  // namespace alongside::ask
