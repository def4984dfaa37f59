#include "exchange/drafts_page.h"

#include "base/text.h"
#include "commons/decision/wording.h"
#include "html/nhsuk.h"

namespace alongside::import {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

constexpr std::size_t offered_letters_max = 600;

std::string path_of(Index draft) { return "/import/drafts/" + std::to_string(draft.value); }
std::string put_right_path(const DraftPage& view, const DraftDecision& one) {
  return path_of(view.draft.row.draft) + "/decisions/" + std::to_string(one.nth);
}
std::string decision_path(Index decision) { return "/decisions/" + std::to_string(decision.value); }

// A part within a list: "2 missing: reasons, interests".
std::string part_in_list(std::string_view part, const Say& say) {
  if (part == "title") return say.plain("title");
  if (part == "what") return say.plain("what was decided");
  if (part == "on") return say.plain("day of the decision");
  if (part == "published") return say.plain("day of publishing");
  if (part == "reasons") return say.plain("reasons");
  if (part == "options") return say.plain("other choices");
  if (part == "interests") return say.plain("interests");
  if (part == "powers") return say.plain("power used");
  if (part == "maker") return say.plain("who decided");
  if (part == "due") return say.plain("day it is due");
  if (part == "notice_on") return say.plain("day of the notice");
  if (part == "key") return say.plain("whether it is a key decision");
  if (part == "have_a_say") return say.plain("how to have a say");
  if (part == "consultation") return say.plain("who is asked");
  return say.plain("something else");
}

Html flag_words(std::string_view flag, const Say& say) {
  if (flag == "published_long_after") return say("It was published more than 90 days after it was taken.");
  if (flag == "published_before_taken") return say("It was published before it was taken.");
  if (flag == "effective_before_published") return say("It was in force before it was published.");
  if (flag == "deleted_yet_on_view") return say("Its source calls it deleted, and still shows it.");
  if (flag == "minutes_stored_as_decision") return say("It looks like minutes or declarations, not like a decision.");
  if (flag == "no_maker") return say("Nobody is named who decided it.");
  if (flag == "maker_is_a_meeting") return say("A meeting decided it: no names are given.");
  if (flag == "titles_escaped_twice") return say("Its title was damaged by its source.");
  if (flag == "text_marked_in_title") return say("Its title begins with marks, not with words.");
  if (flag == "disapproved_by_passing") return say("The vote that passed was to disapprove.");
  if (flag == "approved_without_votes") return say("It was approved, and no vote is given.");
  if (flag == "became_law_by_lapse_of_time") return say("It came into force because time ran out: nobody signed it.");
  if (flag == "withheld_documents") return say("Some of its papers are kept from the public.");
  return say("Something about it is unusual.");
}

Html held_words(const DraftDecision& one, const Showing& at) {
  const Say& say = at.say;
  const auto link = [&](Index decision) {
    return a(at.to(decision_path(decision)), say("decision {n}", {{"n", decision.value}}));
  };
  switch (one.held_as) {
    case HeldAs::same:
      return say("It is on the record already, as {decision}, and reads the same. Publishing changes nothing.",
                 {{"decision", link(one.decision)}});
    case HeldAs::otherwise:
      return say("It is on the record already, as {decision}, and reads otherwise now. Both wordings will stand.",
                 {{"decision", link(one.decision)}});
    case HeldAs::coming_first:
      return say("It was announced as {decision}. That announcement becomes the decision.",
                 {{"decision", link(one.decision)}});
    case HeldAs::fresh:
      break;
  }
  if (one.perhaps.empty()) return say("It is new.");
  return say("It is new. Perhaps it is the same as {decision}: nothing is put together by itself.",
             {{"decision", link(one.perhaps.front())}});
}

Html counted(const DraftDecision& one, const Say& say) {
  const auto read = static_cast<std::int64_t>(one.read.size());
  Html out = html::strong(say.count("{n} field read", "{n} fields read", read));
  if (one.missing.empty()) return html::all(out, say(", none missing."));
  std::vector<std::string> names;
  for (const std::string& part : one.missing) names.push_back(part_in_list(part, say));
  return html::all(out, say(", {n} missing: {names}.",
                            {{"n", static_cast<std::int64_t>(one.missing.size())}, {"names", join(names, ", ")}}));
}

Html offered(const DraftDecision& one, const DraftPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string path = put_right_path(view, one);
  Html out;
  for (const Offered& each : one.offered) {
    const Html heading = each.heading.empty() ? say("A sentence of its text that may name the power used:")
                                              : say("Its text says under “{heading}”:", {{"heading", each.heading}});
    out += html::p(heading) + html::quote(std::string_view(shortened(each.words, offered_letters_max)));
    out += html::p(a(at.to(path).with("take", each.part),
                     say("Take these words as: {part}", {{"part", part_in_list(each.part, say)}})));
  }
  return out;
}

Html entry_of(const DraftDecision& one, const DraftPage& view, const Showing& at) {
  const Say& say = at.say;
  const bool can_be_put_right = !one.is_coming && (one.held_as == HeldAs::fresh || one.held_as == HeldAs::coming_first);
  Html body = html::p(counted(one, say)) + html::p(held_words(one, at));
  if (one.is_coming) body += html::p(say("It is announced, not yet taken."));
  if (one.is_put_right) body += html::p(say("You put it right."));
  std::vector<Html> flags;
  for (const std::string& flag : one.flags) flags.push_back(flag_words(flag, say));
  if (!flags.empty()) body += html::bullets(flags);
  if (can_be_put_right) {
    body += offered(one, view, at);
    body += html::p(a(at.to(put_right_path(view, one)), say("Correct or complete “{title}”", {{"title", one.title}})));
  }
  return html::entry({.id = "d" + std::to_string(one.nth),
                      .heading = html::text(one.title.empty() ? say.plain("No title") : one.title),
                      .margin = html::text(one.file),
                      .body = body});
}

}  // namespace

std::string title(const DraftPage&, const Say& say) { return say.plain("Look over what was read"); }

Html show(const DraftPage& view, const Showing& at) {
  const Say& say = at.say;
  const decision::DraftRow& row = view.draft.row;
  Html out = html::h1(html::text(title(view, say)));
  out += html::lede(say.count("{n} decision was read. Nothing is published yet.",
                              "{n} decisions were read. Nothing is published yet.", row.decisions));
  std::vector<html::Fact> facts{{say("New"), html::text(std::to_string(view.would_be_new)), {}},
                                {say("Read otherwise now"), html::text(std::to_string(view.would_change)), {}},
                                {say("With something missing"), html::text(std::to_string(row.with_gaps)), {}},
                                {say("Kept for you until"), say.time(view.draft.kept_until), {}}};
  if (view.draft.body_name.is_shown())
    facts.insert(facts.begin(), {say("Decided by"), html::text(view.draft.body_name.words), {}});
  out += html::facts(facts);
  out += html::p(say("What is missing is published as missing. It never stops you from publishing."));
  const Html publish = view.would_be_new + view.would_change > 0
                           ? html::p(html::button_link(at.to(path_of(row.draft) + "/publish"), say("Publish")))
                           : html::notice(say("All of it is on the record already. There is nothing to publish."));
  out += publish;
  for (const DraftDecision& one : view.decisions) out += entry_of(one, view, at);
  out += html::pages(at.to(path_of(row.draft)), view.page, view.has_more, say);
  return out + html::p(a(at.to(path_of(row.draft) + "/drop"), say("Drop this draft")));
}

std::string title(const DraftList&, const Say& say) { return say.plain("Pages to look over"); }

Html show(const DraftList& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  if (view.drafts.empty()) {
    return out + html::empty(say("Nothing waits to be looked over."),
                             a(at.to("/import/decisions"), say("Read decisions from a page you saved")));
  }
  out += html::h2(say("Read, and not published yet"), "drafts");
  std::vector<html::Line> lines;
  for (const decision::DraftLine& one : view.drafts) lines.push_back(decision::draft_line(one, at));
  out += html::ledger(lines);
  return out + html::p(a(at.to("/import/decisions"), say("Read more pages")));
}

}  // namespace alongside::import
