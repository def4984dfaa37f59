// All decisions, and those to come.
#include <array>

#include "commons/decision/pages.h"
#include "commons/decision/wording.h"
#include "html/components.h"

namespace alongside::decision {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

constexpr std::array all_statuses{Status::taken,    Status::open_to_call_in, Status::called_in, Status::sent_back,
                                  Status::in_force, Status::withdrawn,       Status::overtaken};

bool may_record(const Showing& at) {
  return at.actor.is_keeper() || (at.actor.standing == kernel::Standing::officer && !at.actor.bodies.empty());
}

html::Url of_body(html::Url url, Index body) {
  return body.is_set() ? url.with("body", std::to_string(body.value)) : url;
}

}  // namespace

std::string status_words(Status status, const Say& say) {
  switch (status) {
    case Status::coming:
      return say.plain("Coming");
    case Status::taken:
      return say.plain("Taken");
    case Status::open_to_call_in:
      return say.plain("Open to call-in");
    case Status::called_in:
      return say.plain("Called in");
    case Status::sent_back:
      return say.plain("Sent back");
    case Status::in_force:
      return say.plain("In force");
    case Status::withdrawn:
      return say.plain("Withdrawn");
    case Status::overtaken:
      return say.plain("Overtaken");
  }
  return {};
}

Html status_tag(const DecisionState& state, const Say& say) {
  const Html words = html::text(status_words(state.status, say));
  if (state.was_due_nothing_recorded) return html::tag(say("Was due, nothing recorded"), html::Tone::late);
  switch (state.status) {
    case Status::open_to_call_in:
    case Status::called_in:
    case Status::coming:
      return html::tag(words, html::Tone::wait);
    case Status::in_force:
      return html::tag(words, html::Tone::yes);
    case Status::withdrawn:
    case Status::overtaken:
    case Status::sent_back:
      return html::tag(words, html::Tone::no);
    case Status::taken:
      break;
  }
  return html::tag(words);
}

Html decisions_ledger(const std::vector<DecisionLine>& lines, const Showing& at) {
  const Say& say = at.say;
  std::vector<html::Line> out;
  for (const DecisionLine& one : lines) {
    const bool is_coming = one.state.status == Status::coming;
    const std::optional<When>& when = is_coming ? one.due : one.on;
    const html::Url to = at.to("/decisions/" + std::to_string(one.decision.value));
    html::Line line{.date = when ? (is_coming ? say("By {day}", {{"day", say.time(*when)}}) : say.time(*when))
                                 : say("No day given"),
                    .title = a(to, name_in(one.title, say))};
    if (one.body.is_set()) line.words = html::text(name_in(one.body_name, say));
    if (!is_coming && !one.makers_known)
      line.words += html::raw(". ") + html::strong(say("We do not know who decided."));
    if (!is_coming && !one.confirmed && one.makers_known) line.words += html::raw(". ") + say("Not confirmed.");
    line.after = status_tag(one.state, say) + html::raw(" ") +
                 html::ask_link(to, is_coming ? say("Who decides this?") : say("Who decided this?"),
                                html::text(name_in(one.title, say)));
    out.push_back(std::move(line));
  }
  return html::list_heading(say("The list")) + html::ledger(out);
}

// ---- all decisions --------------------------------------------------------------------------------------------------

std::string title(const DecisionList& view, const Say& say) {
  if (view.body.is_set()) return say.plain("Decisions of {body}", {{"body", name_in(view.body_name, say)}});
  return say.plain("Decisions");
}

Html show(const DecisionList& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  out += html::lede(say.count("{n} decision is on the record. Each page says who decided, and what is not known.",
                              "{n} decisions are on the record. Each page says who decided, and what is not known.",
                              view.total));
  const html::Url here = of_body(at.to("/decisions"), view.body);
  std::vector<Html> filters{view.status ? a(here, say("All")) : html::strong(say("All"))};
  for (const Status status : all_statuses) {
    const Html words = html::text(status_words(status, say));
    filters.push_back(view.status == status ? html::strong(words)
                                            : a(here.with("status", kernel::word_of(status)), words));
  }
  filters.push_back(a(of_body(at.to("/coming"), view.body), say("Coming")));
  out += el("nav", {html::attr("aria-label", say.plain("By what has become of them"))}, html::links(filters));
  if (view.decisions.empty()) {
    out += html::empty(
        view.page > 1 || view.status ? say("No decision to show here.") : say("No decision is on the record yet."),
        say("Is something missing? {link}", {{"link", a(at.to("/ask"), say("Ask who decided"))}}));
  } else {
    out += decisions_ledger(view.decisions, at);
  }
  out +=
      html::pages(view.status ? here.with("status", kernel::word_of(*view.status)) : here, view.page, view.has_more, say);
  if (may_record(at))
    out += html::button_link(at.to("/decisions/new"), say("Record a decision"), html::ButtonLook::secondary);
  return out + html::links({a(of_body(at.to("/decisions.csv"), view.body), say("This list as CSV")),
                            a(of_body(at.to("/decisions.json"), view.body), say("This list as JSON")),
                            a(of_body(at.to("/decisions.atom"), view.body), say("Follow decisions"))});
}

// ---- to come --------------------------------------------------------------------------------------------------------

std::string title(const ComingList& view, const Say& say) {
  if (view.body.is_set()) return say.plain("Coming up at {body}", {{"body", name_in(view.body_name, say)}});
  return say.plain("Coming up");
}

Html show(const ComingList& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  out += html::lede(say("What bodies say they will decide, and when. Before that day you can have a say."));
  if (view.decisions.empty()) {
    out += html::empty(say("Nothing is announced."),
                       say("Here will be what bodies say they will decide. {link}",
                           {{"link", a(at.to("/decisions"), say("Decisions that were taken"))}}));
  } else {
    out += decisions_ledger(view.decisions, at);
  }
  const html::Url here = of_body(at.to("/coming"), view.body);
  out += html::pages(here, view.page, view.has_more, say);
  if (may_record(at))
    out += html::button_link(at.to("/coming/new"), say("Announce a decision"), html::ButtonLook::secondary);
  return out + html::links({a(of_body(at.to("/coming.csv"), view.body), say("This list as CSV")),
                            a(of_body(at.to("/coming.json"), view.body), say("This list as JSON")),
                            a(of_body(at.to("/coming.atom"), view.body), say("Follow what is coming"))});
}

}  // namespace alongside::decision
