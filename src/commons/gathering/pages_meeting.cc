// One meeting: when and where, how to take part, its papers and agenda, who came, and its notes.
#include "commons/gathering/pages.h"
#include "commons/valued/pages.h"
#include "commons/work/bar.h"
#include "commons/work/pages.h"
#include "html/nhsuk.h"

namespace alongside::gathering {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

Html entry_link(Index act, const Showing& at) { return a(at.to("/record/" + std::to_string(act.value)), at.say("Entry {n}", {{"n", act.value}})); }

Html stamp_of(Index act, Day on, Day recorded, const Showing& at) {
  return html::stamp_line({.entry = act.value, .on = When(on), .recorded = recorded > on ? std::optional(recorded) : std::nullopt,
                           .check = at.to("/record/" + std::to_string(act.value))}, at.say);
}

Html said(const Text& words, const Say& say) {
  if (words.is_shown()) return html::paragraphs(words.words);
  return words.state == Text::State::erased ? say("These words were erased.") : say("Nobody has said yet.");
}

Html short_answer(const MeetingPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> sentences;
  if (view.line.called_off) sentences.push_back(html::strong(say("This meeting was called off.")));
  sentences.push_back(when_of(view.line, say));
  if (view.line.where.is_shown()) sentences.push_back(say("Where: {where}", {{"where", view.line.where.words}}));
  Html then = view.phone.is_shown() ? say("By phone: {words}", {{"words", view.phone.words}}) : say("How to take part by phone is not on the record.");
  return html::answer(say, sentences, then);
}

Html how_to_come(const MeetingPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::Fact> facts;
  facts.push_back({.name = say("Where"), .value = said(view.line.where, say)});
  facts.push_back({.name = say("How to get there and in"), .value = said(view.way_in, say)});
  facts.push_back({.name = say("How to take part by phone"), .value = said(view.phone, say)});
  facts.push_back({.name = say("Access"), .value = said(view.access, say)});
  facts.push_back({.name = say("How fares are paid before"), .value = said(view.fares, say)});
  facts.push_back({.name = say("What is paid"), .value = said(view.paid, say)});
  Html called = stamp_of(view.line.gathering, view.recorded, view.recorded, at);
  if (view.line.changes > 0) called += html::p(say.count("It was changed once since.", "It was changed {n} times since.", view.line.changes) + text(" ") + entry_link(view.revised_act, at));
  facts.push_back({.name = say("Called"), .value = std::move(called)});
  return html::facts(facts);
}

// ---- papers ---------------------------------------------------------------------------------------------------------

Html days_words(const PaperLine& one, const Say& say) {
  if (one.days_before < 0) return say("Shared after the meeting.");
  if (one.days_before == 0) return say("Shared on the day of the meeting.");
  return say.count("Shared {n} day before the meeting.", "Shared {n} days before the meeting.", one.days_before);
}

Html papers(const MeetingPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.papers.empty()) {
    return view.line.called_off ? html::p(say("No paper was shared."))
                                : html::gap(say("papers"), view.has_been ? say("No paper for this meeting is on the record.")
                                                                         : say("No paper is on the record yet. Papers come five days before a meeting, or are marked as late."), {}, say);
  }
  Html out;
  for (const PaperLine& one : view.papers) {
    Html words = days_words(one, say);
    if (one.late) words += text(" ") + html::tag(say("Late"), html::Tone::late);
    out += html::h3(text(name_or(one.title, say))) + html::p(words) + stamp_of(one.paper, one.on, one.recorded, at);
    out += html::details(say("Read it"), one.words.is_shown() ? html::paragraphs(one.words.words) : html::erased(say("These words were erased.")));
  }
  return out;
}

// ---- the agenda -----------------------------------------------------------------------------------------------------

Html from_words(const ItemLine& one, const Say& say) {
  if (one.side) return say("From: {side}.", {{"side", html::side(drawn(*one.side), say)}});
  return say("From which side is not told.");
}

std::string refusal_words(Refusal reason, const Say& say) {
  switch (reason) {
    case Refusal::not_for_a_meeting: return say.plain("It is not something for a meeting");
    case Refusal::names_a_person: return say.plain("It names a private person");
    case Refusal::abuse: return say.plain("It is abuse");
    case Refusal::duplicate: return say.plain("It was sent twice");
    case Refusal::danger: return say.plain("It could put somebody in danger");
    case Refusal::advert: break;
  }
  return say.plain("It is an advertisement");
}

Html agenda(const MeetingPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out;
  if (view.items.empty()) {
    out += html::p(say("Nothing is on the agenda yet."));
  } else {
    std::vector<Html> items;
    for (const ItemLine& one : view.items) {
      Html words = one.title.is_shown() ? text(one.title.words) + text(". ") : say("These words were erased.") + text(" ");
      if (one.minutes) words += say.count("{n} minute.", "{n} minutes.", *one.minutes) + text(" ");
      items.push_back(words + from_words(one, say));
    }
    out += html::numbered(items) + html::p(proposed_words(view.proposed, say));
  }
  if (view.unread > 0) out += html::p(say.count("{n} more item waits to be read by a person.", "{n} more items wait to be read by a person.", view.unread));
  if (!view.refused.empty()) {
    std::vector<html::Fact> reasons;
    for (const RefusedCount& one : view.refused) reasons.push_back({.name = text(refusal_words(one.reason, say)), .value = text(say.number(one.n))});
    out += html::p(say("Not put on the agenda, and why:")) + html::facts(reasons);
  }
  const bool is_open = !view.line.called_off && !view.has_been;
  const std::string path = meeting_path(view.line);
  if (is_open && (view.mine || view.may_run)) {
    out += html::links({a(at.to(path + "/item"), say("Propose something to talk about"))});
  } else if (is_open && view.may_take_part) {
    out += html::links({a(at.to(work::work_path(view.line.work) + "/part"), say("Take part, and then propose something to talk about"))});
  }
  return out;
}

Html to_read(const MeetingPage& view, const Showing& at) {
  if (view.to_read.empty()) return {};
  Html out = html::h2(at.say("To read before others can"), "to-read");
  for (const ItemLine& one : view.to_read) {
    const std::string path = meeting_path(view.line) + "/items/" + std::to_string(one.item.value);
    out += valued::quoted(one.title, at.say) + work::what_to_do(path, one.in_danger, view.safeguarding, at.say("Put it on the agenda"), at.say("Refuse it"), at);
  }
  return out;
}

// ---- who came -------------------------------------------------------------------------------------------------------

Html who_came(const MeetingPage& view, const Showing& at) {
  const Say& say = at.say;
  if (!view.came_act.is_set()) {
    if (!view.has_been || view.line.called_off) return {};
    return html::h2(say("Who came"), "came") + html::gap(say("who came"), say("Nobody has counted who came to this meeting."), {}, say);
  }
  Html out = html::h2(say("Who came"), "came");
  std::vector<html::Fact> facts;
  bool hidden = false;
  for (const Side side : view.sides) {
    Html count;
    for (const work::SideCount& one : view.came) {
      if (one.side == side) count = say.count("{n} person", "{n} people", one.people);
    }
    if (count.empty() && side == Side::advisor) continue;  // they are seldom counted
    hidden = hidden || count.empty();
    facts.push_back({.name = html::side(drawn(side), say), .value = count.empty() ? html::hidden_number(say) : std::move(count)});
  }
  out += html::p(say("Counted from a sheet of paper.") + text(" ") + entry_link(view.came_act, at)) + html::facts(facts);
  if (hidden) {
    out += html::small(say("A number is also hidden where it is close to one of another meeting: whoever was at both could work out on which side somebody is.")) +
           html::hidden_reason(say);
  }
  return out;
}

// ---- notes ----------------------------------------------------------------------------------------------------------

Html outcome_words(const SideAnswer& one, const Say& say) {
  switch (one.consented) {
    case Consented::agreed: return say("They agreed the notes.");
    case Consented::not_agreed: return say("They did not agree the notes.");
    case Consented::no_quorum: return say("Not enough of them answered.");
    case Consented::too_few: break;
  }
  return say("So few of them are here that their answers would name them. The notes do not wait for them.");
}

Html outcomes(const NotesLine& notes, const Say& say) {
  std::vector<html::Fact> facts;
  for (const SideAnswer& one : notes.sides) {
    Html words = outcome_words(one, say);
    if (one.yes && one.answered) words += text(" ") + say("{n} of {of} who answered said yes.", {{"n", *one.yes}, {"of", *one.answered}});
    facts.push_back({.name = html::side(drawn(one.side), say), .value = std::move(words)});
  }
  return html::facts(facts);
}

Html my_choice(const MeetingPage& view, const NotesLine& notes, const Showing& at) {
  const Say& say = at.say;
  if (!view.mine || *view.mine == Side::advisor) return {};
  Html out;
  if (view.my_choice) {
    const Html choice = *view.my_choice == Answer::yes ? say("They are right.") : *view.my_choice == Answer::no ? say("They are not right.") : say("I do not say.");
    out += html::p(say("You answered: {choice}", {{"choice", choice}}));
  }
  const std::string path = meeting_path(view.line) + "/notes/" + std::to_string(notes.notes.value) + "/choose";
  return out + html::links({a(at.to(path), view.my_choice ? say("Change my answer") : say("Say whether these notes are right"))});
}

Html notes_now(const MeetingPage& view, const NotesLine& notes, const Showing& at) {
  const Say& say = at.say;
  if (notes.agreed) {
    return html::p(say("The notes were agreed on {day}.", {{"day", notes.closed_on.value_or(notes.last_day)}})) + valued::quoted(notes.words, say) +
           outcomes(notes, say) + html::links({entry_link(notes.closed_act, at)});
  }
  Html out;
  if (!notes.closed_act.is_set()) {
    out += html::p(say("Notes are written. The sides can say until {day} whether they are right. Others can read them when each side has agreed.", {{"day", notes.last_day}}));
  } else {
    out += html::gap(say("notes of this meeting"), say("The sides have not agreed these notes. They can be written anew."), {}, say) + outcomes(notes, say) +
           html::links({entry_link(notes.closed_act, at)});
  }
  if (view.draft.state != Text::State::absent) {
    out += html::details(say("The notes, for those who take part"), valued::quoted(view.draft, say), !notes.closed_act.is_set());
  }
  if (!notes.closed_act.is_set()) out += my_choice(view, notes, at);
  return out;
}

Html notes(const MeetingPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.notes.empty()) {
    if (!view.has_been || view.line.called_off) return {};
    return html::h2(say("Notes"), "notes") + html::gap(say("notes of this meeting"), say("Nobody has written down what was said and agreed."), {}, say);
  }
  Html out = html::h2(say("Notes"), "notes") + notes_now(view, view.notes.front(), at);
  if (view.notes.size() > 1) {
    std::vector<Html> before;
    for (std::size_t i = 1; i < view.notes.size(); ++i) {
      before.push_back(say("Written on {day}. The sides did not agree them.", {{"day", view.notes[i].written_on}}) + text(" ") + entry_link(view.notes[i].notes, at));
    }
    out += html::p(say("Notes of before:")) + html::bullets(before);
  }
  return out;
}

// ---- what one can do ------------------------------------------------------------------------------------------------

Html for_those_who_run_it(const MeetingPage& view, const Showing& at) {
  if (!view.may_run || view.line.called_off) return {};
  const Say& say = at.say;
  const std::string path = meeting_path(view.line);
  std::vector<Html> doing{a(at.to(path + "/change"), say("Change the meeting"))};
  if (!view.has_been) doing.push_back(a(at.to(path + "/call-off"), say("Call it off")));
  doing.push_back(a(at.to(path + "/paper"), say("Share a paper")));
  doing.push_back(a(at.to(path + "/came"), say("Count who came")));
  doing.push_back(a(at.to(path + "/notes"), say("Write the notes")));
  return html::h2(say("For those who run it"), "run") + html::bullets(doing);
}

}  // namespace

std::string title(const MeetingPage& view, const Say& say) { return name_or(view.line.title, say); }

Html show(const MeetingPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = view.course ? work::bar(*view.course, work::Part::meetings, at) : Html();
  out += html::h1(text(name_or(view.line.title, say)), say("Meeting")) + short_answer(view, at);
  if (view.line.called_off) out += html::p(say("It was called off, because:")) + valued::quoted(view.why_off, say);
  Html main = work::crisis_box(view.help, say) + html::h2(say("Agenda"), "agenda") + agenda(view, at) + to_read(view, at) + html::h2(say("Papers"), "papers") + papers(view, at) + notes(view, at);
  Html beside = html::h2(say("How to take part"), "how") + how_to_come(view, at);
  if (view.mine && !view.line.called_off) {
    beside += html::links({a(at.to(work::work_path(view.line.work) + "/pay").with("gathering", std::to_string(view.line.gathering.value)), say("Ask for your fare or your pay"))});
  }
  beside += html::links({a(at.to(meeting_path(view.line) + ".ics"), say("Put it in your own calendar")), a(at.to(meetings_path(view.line.work)), say("All meetings of this work"))});
  beside += who_came(view, at) + for_those_who_run_it(view, at);
  return out + html::split(main, beside);
}

}  // namespace alongside::gathering
