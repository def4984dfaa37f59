#include "commons/decision/wording.h"

#include <algorithm>

#include "base/text.h"
#include "commons/place/views.h"
#include "html/components.h"

namespace alongside::decision {
namespace {

using html::Html;
using html::Say;

// Small numbers read better as words.
std::string number_words(std::int64_t n, const Say& say) {
  switch (n) {
    case 1:
      return say.plain("one");
    case 2:
      return say.plain("two");
    case 3:
      return say.plain("three");
    case 4:
      return say.plain("four");
    case 5:
      return say.plain("five");
    case 6:
      return say.plain("six");
    case 7:
      return say.plain("seven");
    case 8:
      return say.plain("eight");
    case 9:
      return say.plain("nine");
    default:
      return say.number(n);
  }
}

// The first letter of an ASCII word made large.
std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

struct Votes {
  std::int64_t in_favour = 0;
  std::int64_t against = 0;
  std::int64_t abstained = 0;
  std::int64_t did_not_vote = 0;
  std::int64_t left = 0;
  std::int64_t absent = 0;
  std::int64_t all() const { return in_favour + against + abstained + did_not_vote + left + absent; }
};

Votes votes_of(const WhoDecided& view) {
  Votes out;
  for (const DeciderLine& decider : view.deciders) {
    if (!decider.vote) continue;
    switch (*decider.vote) {
      case Vote::in_favour:
        ++out.in_favour;
        break;
      case Vote::against:
        ++out.against;
        break;
      case Vote::abstained:
        ++out.abstained;
        break;
      case Vote::did_not_vote:
        ++out.did_not_vote;
        break;
      case Vote::left:
        ++out.left;
        break;
      case Vote::absent:
        ++out.absent;
        break;
    }
  }
  return out;
}

std::string vote_list(const Votes& votes, const Say& say) {
  std::vector<std::string> parts;
  if (votes.in_favour > 0)
    parts.push_back(say.plain("{number} voted for", {{"number", number_words(votes.in_favour, say)}}));
  if (votes.against > 0)
    parts.push_back(say.plain("{number} voted against", {{"number", number_words(votes.against, say)}}));
  if (votes.abstained > 0)
    parts.push_back(say.plain("{number} held back their vote", {{"number", number_words(votes.abstained, say)}}));
  if (votes.did_not_vote > 0)
    parts.push_back(say.plain("{number} did not vote", {{"number", number_words(votes.did_not_vote, say)}}));
  if (votes.left > 0) parts.push_back(say.plain("{number} left the room", {{"number", number_words(votes.left, say)}}));
  if (votes.absent > 0) parts.push_back(say.plain("{number} not there", {{"number", number_words(votes.absent, say)}}));
  return say.list(parts);
}

// "Eastmere Council’s Cabinet", "Cabinet", "Eastmere Council".
std::string maker_of(const WhoDecided& view, const Say& say) {
  const Text& written = view.maker.is_shown()          ? view.maker
                        : view.office_title.is_shown() ? view.office_title
                                                       : view.meeting;
  if (!written.is_shown()) {
    return view.body.is_set() ? name_in(view.body_name, say) : std::string();
  }
  if (!view.body_name.is_shown()) return written.words;
  const std::string body = folded(view.body_name.words);
  const std::string maker = folded(written.words);
  if (maker.find(body) != std::string::npos || body.find(maker) != std::string::npos) {
    return maker.size() >= body.size() ? written.words : view.body_name.words;
  }
  if (view.maker_kind == MakerKind::person) {
    return say.plain("{maker}, for {body},", {{"maker", written.words}, {"body", view.body_name.words}});
  }
  return say.plain("{body}’s {maker}", {{"body", view.body_name.words}, {"maker", written.words}});
}

void say_motion(const WhoDecided& view, std::vector<Html>& out, const Say& say) {
  if (!view.motion || !view.carried) return;
  if (*view.motion == Motion::disapprove) {
    out.push_back(*view.carried ? say("The motion was to refuse it. It passed: so it was refused.")
                                : say("The motion was to refuse it. It did not pass: so it was not refused."));
  } else if (!*view.carried) {
    out.push_back(say("The motion did not pass: so it was not agreed."));
  }
}

void say_votes(const WhoDecided& view, std::vector<Html>& out, const Say& say) {
  const Votes named = votes_of(view);
  if (named.all() > 0) {
    const std::string list = vote_list(named, say);
    out.push_back(say.count("{Number} person is named: {votes}.", "{Number} people are named: {votes}.", named.all(),
                            {{"Number", capital(number_words(named.all(), say))}, {"votes", list}}));
  } else if (!view.deciders.empty()) {
    const auto n = static_cast<std::int64_t>(view.deciders.size());
    out.push_back(say.count("{Number} person took part. How they voted is not on the record.",
                            "{Number} people took part. How each voted is not on the record.", n,
                            {{"Number", capital(number_words(n, say))}}));
  }
  if (view.votes) {
    const Votes unnamed{.in_favour = view.votes->in_favour,
                        .against = view.votes->against,
                        .abstained = view.votes->abstained,
                        .absent = view.votes->absent};
    if (unnamed.all() > 0) {
      out.push_back(say("Votes that no name stands beside: {votes}.", {{"votes", vote_list(unnamed, say)}}));
    }
  }
}

std::vector<Html> answer_of_coming(const WhoDecided& view, const Say& say) {
  std::vector<Html> out;
  if (view.state.status == Status::withdrawn) {
    out.push_back(say("Nobody. It was withdrawn before it was decided."));
    return out;
  }
  if (view.state.was_due_nothing_recorded) {
    out.push_back(say("It was due by {day}, and nothing is on the record.", {{"day", say.time(*view.due)}}));
  } else {
    out.push_back(say("Nobody has decided this yet."));
  }
  const std::string maker = maker_of(view, say);
  if (maker.empty()) {
    out.push_back(say("We do not know who will."));
  } else if (view.due && !view.state.was_due_nothing_recorded) {
    out.push_back(say("{maker} is to decide it by {day}.", {{"maker", maker}, {"day", say.time(*view.due)}}));
  } else {
    out.push_back(say("{maker} is to decide it.", {{"maker", maker}}));
  }
  return out;
}

}  // namespace

std::string name_in(const Text& text, const Say& say) { return place::name_of(text, say); }

Html quoted(const Text& text, const Html& who, const Say& say) {
  switch (text.state) {
    case Text::State::absent:
      return {};
    case Text::State::shown:
      return html::quote(text.words, who);
    case Text::State::withheld:
      return html::erased(say("A person must read these words before others can."));
    case Text::State::erased:
      break;
  }
  if (text.ground == "own_wish") return html::erased(say("Words erased at the writer’s wish."));
  if (text.ground == "named_person") return html::erased(say("Words erased, because they named a person."));
  if (text.ground == "law") return html::erased(say("Words erased, because the law asked for it."));
  if (text.ground == "safety") return html::erased(say("Words erased, to keep somebody safe."));
  return html::erased(say("Words erased, because they were here by mistake."));
}

Html inline_words(const Text& text, const Say& say) {
  switch (text.state) {
    case Text::State::absent:
      return {};
    case Text::State::shown:
      return html::words_in_line(text.words);
    case Text::State::withheld:
      return say("not public yet");
    case Text::State::erased:
      return say("words erased");
  }
  return {};
}

std::string vote_words(Vote vote, const Say& say) {
  switch (vote) {
    case Vote::in_favour:
      return say.plain("For");
    case Vote::against:
      return say.plain("Against");
    case Vote::abstained:
      return say.plain("Held back their vote");
    case Vote::did_not_vote:
      return say.plain("Did not vote");
    case Vote::left:
      return say.plain("Left the room");
    case Vote::absent:
      return say.plain("Was not there");
  }
  return {};
}

std::string event_words(StatusEvent event, const Say& say) {
  switch (event) {
    case StatusEvent::subject_to_call_in:
      return say.plain("It could be called in");
    case StatusEvent::not_subject:
      return say.plain("It could not be called in");
    case StatusEvent::called_in:
      return say.plain("Councillors called it in, to look at it again");
    case StatusEvent::upheld:
      return say.plain("It was looked at again, and it stood");
    case StatusEvent::sent_back:
      return say.plain("It was sent back to those who decided");
    case StatusEvent::confirmed_unchanged:
      return say.plain("It was decided again, without a change");
    case StatusEvent::withdrawn:
      return say.plain("It was withdrawn");
  }
  return {};
}

std::string part_words(std::string_view part, const Say& say) {
  if (part == "title") return say.plain("The title");
  if (part == "what") return say.plain("What was decided");
  if (part == "purpose") return say.plain("What it is for");
  if (part == "maker") return say.plain("Who decided");
  if (part == "meeting") return say.plain("The meeting");
  if (part == "reasons") return say.plain("The reasons");
  if (part == "area") return say.plain("The area");
  if (part == "reference") return say.plain("The reference");
  if (part == "source_words") return say.plain("The source’s own words for its status");
  if (part == "powers") return say.plain("The power used");
  if (part == "options") return say.plain("The other choices");
  if (part == "interests") return say.plain("The interests declared");
  if (part == "evidence") return say.plain("The papers");
  if (part == "on") return say.plain("The day it was decided");
  if (part == "published") return say.plain("The day it was published");
  if (part == "effective") return say.plain("The day from which it is in force");
  if (part == "due") return say.plain("The day it is due");
  if (part == "notice_on") return say.plain("The day of the notice");
  if (part == "have_a_say") return say.plain("How to have a say");
  if (part == "consultation") return say.plain("Who is asked");
  if (part == "restriction") return say.plain("What is kept from the public");
  if (part == "urgency") return say.plain("Why it is urgent");
  if (part == "key_reason") return say.plain("Why it is a key decision");
  return say.plain("Something else");
}

std::vector<Html> short_answer(const WhoDecided& view, const Say& say) {
  if (!view.is_taken()) return answer_of_coming(view, say);
  std::vector<Html> out;
  if (view.nobody_known()) {
    out.push_back(html::strong(say("We do not know who decided this.")));
    const std::string body = view.body.is_set() ? name_in(view.body_name, say) : std::string();
    if (view.on && !body.empty()) {
      out.push_back(
          view.on->is_day()
              ? say("It was decided on {day}, and {body} answers for it. No name, office or meeting is on the record.",
                    {{"day", say.time(*view.on)}, {"body", body}})
              : say("It was decided in {month}, and {body} answers for it. No name, office or meeting is on the "
                    "record.",
                    {{"month", say.time(*view.on)}, {"body", body}}));
    } else if (!body.empty()) {
      out.push_back(
          say("{body} answers for it. No name, office or meeting is on the record, and no day.", {{"body", body}}));
    }
  } else {
    const std::string maker = maker_of(view, say);
    if (view.on && view.on->is_day()) {
      out.push_back(say("{maker} did, on {day}.", {{"maker", maker}, {"day", say.time(*view.on)}}));
    } else if (view.on) {
      out.push_back(say("{maker} did, in {month}.", {{"maker", maker}, {"month", say.time(*view.on)}}));
    } else {
      out.push_back(say("{maker} did. When is not on the record.", {{"maker", maker}}));
    }
    if (view.has(Gap::no_deciders)) {
      out.push_back(say("We do not know who was in the room, or how each person voted."));
    }
  }
  say_votes(view, out, say);
  say_motion(view, out, say);
  // A sentence a paragraph would be a list: the answer is read in one breath.
  Html all = html::join(out, html::raw(" "));
  return {std::move(all)};
}

Html after_the_answer(const WhoDecided& view, const Say& say) {
  if (view.asked_before == Known::no) return say("People were not asked about this choice.");
  switch (view.state.status) {
    case Status::open_to_call_in:
      return say("It can still be called in, until {day}.", {{"day", say.time(*view.state.open_until)}});
    case Status::called_in:
      return say("Councillors have called it in. It is not in force.");
    case Status::sent_back:
      return say("It was sent back to those who decided. It is not in force.");
    case Status::withdrawn:
      return say("It was withdrawn.");
    case Status::overtaken:
      return say("Another decision has taken its place.");
    default:
      break;
  }
  if (view.asked_before == Known::yes) return say("People were asked about this choice before.");
  return {};
}

}  // namespace alongside::decision
