#include "commons/people/views.h"
#include "commons/place/views.h"
#include "html/components.h"

namespace alongside::people {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;
using kernel::Standing;

std::string standing_words(Standing standing, const Say& say) {
  switch (standing) {
    case Standing::asker:
      return say.plain("somebody who asked a question");
    case Standing::member:
      return say.plain("a member");
    case Standing::officer:
      return say.plain("an officer of a body");
    case Standing::moderator:
      return say.plain("a moderator");
    case Standing::keeper:
      return say.plain("the keeper of this record");
    case Standing::visitor:
    case Standing::erased:
      break;
  }
  return say.plain("a visitor");
}

// Every private row, in words.
Html what_we_hold(const MePage& view, const Say& say) {
  std::vector<Html> lines;
  if (!view.name.empty()) {
    lines.push_back(say("The name that you chose: {name}. It is sealed on our disk.",
                        {{"name", html::strong(html::text(view.name))}}));
    lines.push_back(say("Your passphrase, scrambled so that nobody can read it. Not the words themselves."));
    lines.push_back(say("A fingerprint of your recovery code. Not the code itself."));
  }
  if (view.joined_on) lines.push_back(say("The day you joined: {day}.", {{"day", say.time(*view.joined_on)}}));
  lines.push_back(say.count("{n} browser that is signed in. Each is forgotten 30 days after it signed in.",
                            "{n} browsers that are signed in. Each is forgotten 30 days after it signed in.",
                            view.sessions));
  for (const BodyOfMine& body : view.bodies) {
    lines.push_back(say("That you act for {body}, since {day}.",
                        {{"body", place::name_of(body.name, say)}, {"day", say.time(body.since)}}));
  }
  if (view.request) {
    lines.push_back(view.request->wish == Wish::moderator
                        ? say("That you asked to moderate, on {day}.", {{"day", say.time(view.request->on)}})
                        : say("That you asked to act for {body}, on {day}.",
                              {{"body", place::name_of(view.request_body, say)}, {"day", say.time(view.request->on)}}));
  }
  if (view.attempts > 0) {
    lines.push_back(say.count("{n} wrong passphrase of the last day, to keep out whoever tries again and again.",
                              "{n} wrong passphrases of the last day, to keep out whoever tries again and again.",
                              view.attempts));
  }
  if (!view.proposals.empty()) {
    lines.push_back(say.count("{n} thing that you proposed. It is forgotten 30 days after it was answered.",
                              "{n} things that you proposed. Each is forgotten 30 days after it was answered.",
                              static_cast<std::int64_t>(view.proposals.size())));
  }
  for (const HeldLine& one : view.held) lines.push_back(one.words(one.n, say));
  lines.push_back(
      say.count("{n} sealed text beside the record: your name, your scrambled passphrase, drafts that you began.",
                "{n} sealed texts beside the record: your name, your scrambled passphrase, drafts that you began.",
                view.private_texts));
  if (view.words_count > 0) {
    lines.push_back(say.count("{n} piece of your own words on the record. It is listed below.",
                              "{n} pieces of your own words on the record. They are listed below.", view.words_count));
  }
  return html::bullets(lines);
}

Html words_of_mine(const MePage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.words.empty()) return html::p(say("You have written nothing on the record."));
  Html out;
  for (const WordsOfMine& one : view.words) {
    Html who = say("Entry {n}", {{"n", one.act.value}});
    if (one.withheld) who += html::all(". ", say("Others cannot read it yet."));
    if (view.may_erase_words) {
      const std::string path = "/me/words/" + std::to_string(one.act.value) + "/erase";
      who += html::all(". ", a(at.to(path).with("field", one.field), say("Take these words away")));
    }
    out += html::quote(std::string_view(one.words), who);
  }
  if (view.words_count > MePage::words_max) {
    out += html::p(
        say("These are the newest {shown} of {all}.", {{"shown", MePage::words_max}, {"all", view.words_count}}));
  }
  return out;
}

Html proposals_of_mine(const MePage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::Line> lines;
  for (const kernel::Proposal& one : view.proposals) {
    html::Line line{.date = say.time(one.row.on), .title = say(one.title)};
    switch (one.row.state) {
      case kernel::ProposalState::waiting:
        line.words = say("The keeper has not looked at it yet.");
        line.after = a(at.to("/me/proposals/" + std::to_string(one.row.proposal.value) + "/withdraw"), say("Take it back"));
        break;
      case kernel::ProposalState::taken_up:
        line.words = say("The keeper put it on the record on {day}.", {{"day", say.time(*one.row.answered)}});
        break;
      case kernel::ProposalState::declined:
        line.words = say("The keeper said no on {day}: {why}", {{"day", say.time(*one.row.answered)}, {"why", html::words_in_line(one.why)}});
        break;
    }
    lines.push_back(std::move(line));
  }
  return lines.empty() ? Html() : html::all(html::h2(say("What you proposed"), "proposed"), html::ledger(lines));
}

Html request_line(const MePage& view, const Say& say) {
  if (!view.request) return {};
  if (view.request->refused_on) {
    return html::notice(say("The keeper said no to what you asked, on {day}. You can ask again.",
                            {{"day", say.time(*view.request->refused_on)}}));
  }
  return html::notice(
      say("The keeper has to say yes to what you asked on {day}.", {{"day", say.time(view.request->on)}}));
}

}  // namespace

std::string title(const PeoplePage&, const Say& say) { return say.plain("Who may do what here"); }

Html show(const PeoplePage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  out += html::lede(say("Everyone else is a member or a visitor. Nobody who acts for a body with powers moderates or keeps this record."));
  out += html::h2(say("Keeper, moderators and officers"), "people");
  std::vector<html::Line> lines;
  for (const PersonLine& one : view.people) {
    html::Line line{.date = say.time(one.joined_on), .title = html::text(one.name), .words = html::text(standing_words(one.standing, say))};
    for (const Text& body : one.bodies) line.words += html::text(", ") + html::text(place::name_of(body, say));
    if (one.standing != Standing::keeper) {
      line.after = a(at.to("/desk/accounts/" + std::to_string(one.account) + "/end"), say("End what {name} may do", {{"name", one.name}}));
    }
    lines.push_back(std::move(line));
  }
  return out + (lines.empty() ? html::p(say("Nobody has joined yet.")) : html::ledger(lines));
}

std::string title(const MePage& view, const Say& say) {
  return view.name.empty() ? say.plain("What we hold on you")
                           : say.plain("{name}: what we hold on you", {{"name", view.name}});
}

Html show(const MePage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  if (view.at_the_house) {
    out += html::lede(say("You are at the data directory itself, and act as the keeper. We hold nothing on you."));
    return out;
  }
  out += html::lede(say("You are here as {standing}. Only you can see this page.",
                        {{"standing", standing_words(view.standing, say)}}));
  out += request_line(view, say);
  out += proposals_of_mine(view, at);
  if (view.ask.is_set()) {
    out += html::p(a(at.to("/asks/" + std::to_string(view.ask.value)), say("Your question, and where it is")));
  }
  out += html::h2(say("All that we hold on you"), "held");
  out += what_we_hold(view, say);
  out += html::h2(say("Your words on the record"), "words");
  out += words_of_mine(view, at);

  out += html::h2(say("What you can do"), "do");
  std::vector<Html> links;
  if (view.standing == Standing::officer) {
    links.push_back(a(at.to("/import/decisions"), say("Read decisions from pages you saved")));
    links.push_back(a(at.to("/import/drafts"), say("Pages to look over")));
    links.push_back(a(at.to("/decisions/new"), say("Record a decision of your body")));
    links.push_back(a(at.to("/coming/new"), say("Announce a decision to come")));
    links.push_back(a(at.to("/bodies/new"), say("Propose a body that is missing")));
    links.push_back(a(at.to("/valued/new"), say("Propose a place or group that people value")));
  }
  if (view.standing == Standing::keeper || view.standing == Standing::moderator) links.push_back(a(at.to("/desk"), say("Your desk")));
  if (view.standing == Standing::moderator) links.push_back(a(at.to("/desk/erase"), say("Propose that words are taken away")));
  links.push_back(a(at.to("/sign-out"), say("Sign out")));
  if (!view.name.empty()) {
    links.push_back(a(at.to("/me/said"), say("What happened with what I said")));
    links.push_back(a(at.to("/me/places"), say("Places I follow")));
    links.push_back(a(at.to("/me/pay"), say("What I am paid")));
    links.push_back(a(at.to("/me/passphrase"), say("Change your passphrase")));
    links.push_back(a(at.to("/me/officer"), say("Act for a council, trust or other body")));
    if (view.standing == Standing::member)
      links.push_back(a(at.to("/me/moderator"), say("Help to read what others write")));
  }
  links.push_back(a(at.to("/me.json"), say("All of this as JSON")));
  links.push_back(a(at.to("/me/leave"), say("Leave, and have everything erased")));
  out += html::bullets(links);
  return out;
}

}  // namespace alongside::people
