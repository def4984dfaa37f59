// What hangs on a decision: losses, the chain, other accounts, what happened since, and the proof.
#include <algorithm>

#include "base/text.h"
#include "commons/decision/pages.h"
#include "commons/decision/who_parts.h"
#include "commons/decision/wording.h"
#include "html/components.h"

namespace alongside::decision {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

Html link_words(LinkKind link, std::size_t to, const Say& say) {
  const auto n = static_cast<std::int64_t>(to) + 1;
  switch (link) {
    case LinkKind::needs:
      return say("Needed {n}.", {{"n", n}});
    case LinkKind::follows:
      return say("Followed from {n}.", {{"n", n}});
    case LinkKind::replaces:
      return say("Takes the place of {n}.", {{"n", n}});
    case LinkKind::sends_back:
      return say("Sent {n} back.", {{"n", n}});
    case LinkKind::same_decision:
      return say("The same decision as {n}, from another source.", {{"n", n}});
  }
  return {};
}

}  // namespace

Part losses(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "loss", .heading = say("What was lost, and for whom")};
  if (view.touched.empty()) {
    part.body = html::p(say("No place or group that people value is linked to this decision."));
    return part;
  }
  std::string names;
  for (const TouchedLine& one : view.touched) {
    names += (names.empty() ? "" : ", ") + name_in(one.name, say);
    part.body += html::h3(a(at.to("/valued/" + number_of(one.valued)), name_in(one.name, say)));
    std::vector<html::Loss> items;
    for (const LossLine& item : one.items) {
      const html::Fate fate = item.outcome == valued::Outcome::kept    ? html::Fate::kept
                              : item.outcome == valued::Outcome::moved ? html::Fate::moved
                                                                       : html::Fate::lost;
      items.push_back({fate, html::text(name_in(item.what, say))});
    }
    part.body += html::losses(items, say);
    for (const Text& words : one.losses) part.body += quoted(words, say("People who used it"), say);
    if (one.items.empty() && one.losses.empty()) {
      part.body += html::gap(say("what was lost"), say("Nobody has written down what was kept, moved or lost."),
                             a(at.to("/valued/" + number_of(one.valued)), say("Read what is known of it")), say);
    }
  }
  part.first = say("It touched {places}.", {{"places", shortened(names, 160)}});
  return part;
}

Part chain(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "chain", .heading = say("The other half: the chain across bodies")};
  if (view.chain.decisions.empty() && view.chain.elsewhere.empty()) return part;
  std::vector<html::Link> links;
  for (const ChainLine& one : view.chain.decisions) {
    html::Link link{.lane = one.body_name.is_shown() ? shortened(one.body_name.words, 24) : std::string(),
                    .from = one.hangs_on,
                    .here = one.here};
    link.words = html::strong(html::text(name_in(one.body_name, say)));
    if (one.on) link.words += html::raw(", ") + say.time(*one.on);
    link.words += html::raw(". ") + html::text(name_in(one.title, say)) + html::raw(". ");
    for (std::size_t i = 0; i < one.links.size(); ++i)
      link.words += link_words(one.links[i], one.hangs_on[i], say) + html::raw(" ");
    if (!one.here) {
      link.words += a(at.to("/decisions/" + number_of(one.decision)),
                      say("Who decided") + html::hidden_words(html::raw(": ") + html::text(name_in(one.title, say))));
    }
    links.push_back(std::move(link));
  }
  if (!links.empty()) {
    const std::string finding =
        say.count_plain("{n} decision that hangs together. The numbered list beside it says the same.",
                        "{n} decisions that hang together. The numbered list beside it says the same.",
                        static_cast<std::int64_t>(links.size()));
    part.body = html::chain(links, finding, say);
    if (links.size() > 1) {
      part.first = say("{n} decisions hang together. This is one of them.", {{"n", static_cast<std::int64_t>(links.size())}});
    }
  }
  if (view.chain.is_cut)
    part.body +=
        html::p(say("There are more. These are the {n} nearest.", {{"n", static_cast<std::int64_t>(chain_max)}}));
  for (const Elsewhere& one : view.chain.elsewhere) {
    part.body += html::p(say("It is linked to entry {n} of another place’s record: {origin}.",
                             {{"n", one.index.value}, {"origin", one.origin}}));
  }
  return part;
}

Part two_accounts(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "two", .heading = say("What others say of it")};
  if (view.accounts.empty()) return part;
  std::vector<html::Account> all;
  for (const AccountLine& one : view.accounts) {
    html::Account account{.who = one.body.is_set() ? html::text(name_in(one.body_name, say)) : say("Another source"),
                          .words = quoted(one.words, {}, say)};
    if (part.first.empty()) part.first = first_of_many(one.words);
    account.source = one.source ? source_sentence(*one.source, say)
                                : say("Written here on {day}", {{"day", say.time(one.recorded)}});
    all.push_back(std::move(account));
  }
  part.margin = stamp_of(view.accounts.front().act, {}, view.accounts.front().recorded, say);
  part.body = html::accounts(all, say);
  if (all.size() == 1)
    part.body += html::p(say("It stands beside what is recorded above. We have not chosen between them."));
  return part;
}

Part what_changed(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  Part part{.id = "changed", .heading = say("What has happened to it since")};
  std::vector<html::PathStep> steps;
  for (const StatusLine& one : view.history) {
    html::PathStep step{.when = one.on ? say.time(*one.on) : say("Recorded {day}", {{"day", say.time(one.recorded)}}),
                        .what = html::text(event_words(one.event, say))};
    if (one.open_until) step.more += html::p(say("Until {day}.", {{"day", say.time(*one.open_until)}}));
    step.more += quoted(one.reason, say("Why"), say);
    part.first = html::text(event_words(one.event, say) + ".");
    steps.push_back(std::move(step));
  }
  if (steps.size() + view.corrections.size() <= 2) {
    part.first = {};  // short enough for a phone
  } else if (!view.corrections.empty()) {
    part.first += html::raw(" ") + say.count("{n} correction. Both wordings stand.", "{n} corrections. Both wordings stand.",
                           static_cast<std::int64_t>(view.corrections.size()));
  }
  part.body = html::path(steps);
  for (const CorrectionLine& one : view.corrections) {
    part.body += html::h3(say("{part}: corrected", {{"part", part_words(one.part, say)}}));
    if (one.when) {
      part.body += html::p(say(
          "It reads {now}. Before, it read {before}.",
          {{"now", say.time(*one.when)}, {"before", one.when_before ? say.time(*one.when_before) : say("nothing")}}));
    } else {
      part.body += quoted(one.words, say("As it reads now"), say);
      part.body += one.before.state == Text::State::absent
                       ? html::p(say("Before, nothing stood there."))
                       : quoted(one.before, say("As it read before. Both stand."), say);
    }
    part.body += quoted(one.reason, say("Why"), say);
    if (one.source) part.body += html::small(say("From {source}.", {{"source", source_sentence(*one.source, say)}}));
    part.body += html::stamp_line(
        {.entry = one.act.value, .on = When(one.recorded), .check = at.to("/record/" + number_of(one.act))}, say);
  }
  return part;
}

Part check(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const Index act = view.is_taken() ? view.taken_act : view.coming_act;
  html::Proof proof;
  proof.proves = say(
      "these words are the ones put on the record on {day}. Nobody has changed them since: not the body, and not us.",
      {{"day", say.time(view.recorded)}});
  proof.cannot_prove =
      say("that the words are true, that nothing was left out, or that nothing changed before that day.");
  proof.facts.push_back(
      {.name = say("Entry"), .value = say("{n} of {all}", {{"n", act.value}, {"all", view.record_size}})});
  Html when_recorded = say.time(view.recorded);
  if (view.on && view.recorded > view.on->last()) {
    when_recorded +=
        html::raw(". ") + say.count("That is {n} day after it was decided.", "That is {n} days after it was decided.",
                                    view.recorded - view.on->last());
  }
  proof.facts.push_back({.name = say("Put on the record"), .value = std::move(when_recorded)});
  proof.facts.push_back({.name = say("Fingerprint"), .value = html::fingerprint(view.leaf)});
  proof.links = a(at.to("/record/" + number_of(act)), say("The proof for this entry"));
  return {.id = "check",
          .heading = say("Check this yourself"),
          .first = say("Entry {n} of {all}, on the record since {day}.",
                       {{"n", act.value}, {"all", view.record_size}, {"day", say.time(view.recorded)}}),
          .body = html::proof(proof, say)};
}

}  // namespace alongside::decision
