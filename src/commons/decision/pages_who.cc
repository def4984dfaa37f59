// The page that answers "who decided this?": the short answer first, then the minute book.
#include <algorithm>

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

// Under the title: where this comes from, and whether its body stands behind it.
Html standing_of(const WhoDecided& view, const Say& say) {
  const std::string body = view.body.is_set() ? name_in(view.body_name, say) : say.plain("the body");
  std::vector<Html> out;
  if (view.by_the_body) {
    out.push_back(say("Published here by {body}.", {{"body", body}}));
  } else {
    if (view.source) out.push_back(say("Recorded from {source}.", {{"source", source_sentence(*view.source, say)}}));
    out.push_back(view.confirmed_act.is_set() ? say("Confirmed by {body}.", {{"body", body}})
                                              : html::strong(say("Not confirmed by {body}.", {{"body", body}})));
  }
  if (view.source_words.is_shown()) {
    out.push_back(say("Its source says: {words}.", {{"words", html::words_in_line(view.source_words.words)}}));
  }
  return el("p", {html::attr("class", "small")}, html::join(out, html::raw(" ")));
}

// What a careful reader would notice. Nothing is put right; it is said.
Html notices(const WhoDecided& view, const Say& say) {
  Html out;
  if (view.has(Gap::deleted_yet_on_view)) {
    out += html::notice(say("Its source marks this as deleted, and still shows it."));
  }
  if (view.has(Gap::minutes_stored_as_decision)) {
    out +=
        html::notice(say("This looks like part of a meeting’s minutes, filed as a decision. It may decide nothing."));
  }
  if (view.has(Gap::published_long_after)) {
    const int days = view.published->first() - view.on->last();
    out += html::notice(days >= 365 ? say.count("It was published {n} year after it was decided.",
                                                "It was published {n} years after it was decided.", days / 365)
                                    : say.count("It was published {n} day after it was decided.",
                                                "It was published {n} days after it was decided.", days));
  }
  if (view.has(Gap::effective_before_published)) {
    out += html::notice(say("It was in force from {effective}. It was published on {published}, after that.",
                            {{"effective", say.time(*view.effective)}, {"published", say.time(*view.published)}}));
  }
  return out;
}

// What those who may record can do from here.
Html for_recorders(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const bool is_officer = at.actor.standing == kernel::Standing::officer && !at.actor.bodies.empty();
  if (!at.actor.is_keeper() && !is_officer) return {};
  const std::string here = "/decisions/" + number_of(view.decision);
  std::vector<Html> out;
  if (!view.is_taken())
    out.push_back(
        a(at.to("/decisions/new").with("decision", number_of(view.decision)), say("Record that it was taken")));
  if (!is_final(view.state.status)) out.push_back(a(at.to(here + "/status"), say("Say what happened to it")));
  out.push_back(a(at.to(here + "/correct"), say("Correct it")));
  if (is_officer && !view.by_the_body && !view.confirmed_act.is_set())
    out.push_back(a(at.to(here + "/confirm"), say("Confirm it")));
  out.push_back(a(at.to(here + "/account"), say("Put another account beside it")));
  out.push_back(a(at.to(here + "/link"), say("Link it to another decision")));
  if (view.is_taken()) {
    out.push_back(a(at.to(here + "/deciders/new"), say("Name somebody who decided")));
    out.push_back(a(at.to(here + "/dissents/new"), say("Record a dissent")));
  }
  return html::h3(say("For those who keep the record")) + html::links(out);
}

Html missing_or_wrong(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const std::string here = "/decisions/" + number_of(view.decision);
  Html body = html::links({a(ask_about(view, at), say("Ask a question about this decision")),
                           a(at.to(here + ".atom"), say("Follow this decision")),
                           a(at.to(here + ".csv"), say("This page as CSV")),
                           a(at.to(here + ".json"), say("This page as JSON"))});
  body += html::small(say("A correction is added beside the first words. The first words stay."));
  body += for_recorders(view, at);
  return html::entry(
      {.id = "missing", .heading = say("Something missing or wrong?"), .body = std::move(body), .printed = false});
}

Html shown(const Part& part, const Say& say) {
  html::Entry entry{.id = part.id, .heading = part.heading, .margin = part.margin, .body = part.body};
  return part.first.empty() ? html::entry(entry) : html::entry_folded(entry, part.first, say("Read all of it"));
}

}  // namespace

std::string title(const WhoDecided& view, const Say& say) {
  if (!view.is_taken()) return say.plain("Who decides: {title}", {{"title", name_in(view.title, say)}});
  return say.plain("Who decided: {title}", {{"title", name_in(view.title, say)}});
}

Html show(const WhoDecided& view, const Showing& at) {
  const Say& say = at.say;
  const Html eyebrow = view.body.is_set() ? say("Decision {n}, {body}",
                                                {{"n", view.decision.value}, {"body", name_in(view.body_name, say)}})
                                          : say("Decision {n}", {{"n", view.decision.value}});
  Html out = html::h1(html::text(title(view, say)), eyebrow) + standing_of(view, say);
  out += html::answer(say, short_answer(view, say), after_the_answer(view, say));
  if (view.nobody_known() && view.is_taken())
    out += html::p(html::button_link(ask_about(view, at), say("Ask who decided this")));
  out += notices(view, say);

  std::vector<Part> parts{what_to_do(view, at)};
  if (view.is_taken()) {
    for (Part part : {people(view, at), what_was_decided(view, at), power(view, at), reasons(view, at),
                      refused(view, at), dissent(view, at), never_asked(view, at), losses(view, at)})
      parts.push_back(std::move(part));
  } else {
    parts.push_back(what_was_decided(view, at));
  }
  for (Part part : {chain(view, at), two_accounts(view, at), what_changed(view, at), check(view, at)})
    parts.push_back(std::move(part));
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const Part& part) { return part.body.empty(); }),
              parts.end());

  std::vector<html::Section> sections;
  for (const Part& part : parts) sections.push_back({part.id, part.heading});
  out += html::contents(sections, say);
  for (const Part& part : parts) out += shown(part, say);
  Html asked, together;
  for (const kernel::AboutLine& one : view.asked) (one.kind == "ask" ? asked : together) += one.html(at);
  if (!together.empty()) out += html::entry({.id = "together", .heading = say("In pieces of work"), .body = std::move(together)});
  if (!asked.empty()) out += html::entry({.id = "asked", .heading = say("Asked about it"), .body = std::move(asked)});
  return out + missing_or_wrong(view, at);
}

}  // namespace alongside::decision
