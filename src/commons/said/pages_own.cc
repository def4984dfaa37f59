// What moderators read before others can, and what became of what somebody said themselves.
#include "commons/said/pages.h"

namespace alongside::said {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

Html setting(const Text& words, const Say& say) {
  return words.is_shown() ? html::paragraphs(words.words) : html::gap(say("who or what this is"), say("Nobody has said. Tell the keeper before you go on."), {}, say);
}

Html unread(const UnreadLine& line, const Text& safeguarding, const Showing& at) {
  const Say& say = at.say;
  const std::string here = said_path(line.line);
  Html body = line.words.state == Text::State::erased ? html::erased(say("The words are gone: whoever said it took them away. Publish it, and it is off the list."))
                                                      : words_or_why(line.words, say);
  body += upload_link(line.line, line.description, at);
  body += work::what_to_do(here, false, safeguarding, say("Publish it"), say("Refuse it"), at);
  Html margin = html::small(kind_words(line.line.kind, say)) + html::small(say.count("{n} day waiting", "{n} days waiting", line.days));
  return html::entry({.id = "said-" + std::to_string(line.line.said.value), .heading = say("Saying {n}", {{"n", line.line.said.value}}), .margin = std::move(margin), .body = std::move(body)});
}

// ---- one's own ------------------------------------------------------------------------------------------------------

Html short_answer(const MinePage& view, const Say& say) {
  std::int64_t late = 0, unread = 0, answered = 0;
  for (const MineLine& one : view.lines) {
    if (one.line.overdue) ++late;
    if (one.line.stand == Stand::waiting) ++unread;
    if (one.line.stand == Stand::answered || one.line.stand == Stand::agreed) ++answered;
  }
  if (view.of == 0) return html::answer(say("So far"), {say("You have said nothing here yet.")});
  std::vector<Html> out{say.count("You said {n} thing.", "You said {n} things.", view.of)};
  if (answered > 0) out.push_back(say.count("{n} is answered.", "{n} are answered.", answered));
  if (unread > 0) out.push_back(say.count("{n} waits for a person to read it.", "{n} wait for a person to read them.", unread));
  if (late > 0) out.push_back(say.count("{n} has waited too long. We are sorry.", "{n} have waited too long. We are sorry.", late));
  const bool is_all = view.of <= static_cast<std::int64_t>(view.lines.size());
  return html::answer(say("So far"), out, is_all ? Html() : say("Counted on this page."));
}

std::vector<Html> what_i_can_do(const MineLine& one, const Showing& at) {
  const Say& say = at.say;
  const std::string here = said_path(one.line);
  std::vector<Html> out;
  const auto add = [&](const std::string& under, const Html& words) { out.push_back(a(at.to(here + under), words)); };
  const Stand stand = one.line.stand;
  if (stand == Stand::withdrawn) return out;
  if (is_public(stand) && one.line.answer.is_set()) {
    const std::string judge = "/answers/" + std::to_string(one.line.answer.value) + "/judge";
    if (stand != Stand::agreed) out.push_back(a(at.to(here + judge).with("answers", "yes"), say("This answers me")));
    if (stand != Stand::reopened) out.push_back(a(at.to(here + judge).with("answers", "no"), say("This does not answer me")));
  }
  add("/change", stand == Stand::refused ? say("Mend it") : say("Change the words"));
  if (stand == Stand::waiting || is_public(stand)) add("/pause", say("Pause it"));
  if (stand == Stand::held && !one.is_danger) add("/resume", say("Go on with it"));
  add("/withdraw", say("Withdraw it"));
  return out;
}

Html mine(const MineLine& one, const Showing& at) {
  const Say& say = at.say;
  Html body = words_or_why(one.words, say) + upload_link(one.line, one.line.description, at) + html::p(stand_tag(one.line, say));
  if (one.line.stand == Stand::refused) {
    body += html::p(say("Why: {reason}.", {{"reason", reason_words(one.line.refusal.value_or(Refusal::abuse), say)}}));
    if (one.note.is_shown()) body += html::p(say("How to mend it: {note}", {{"note", html::words_in_line(one.note.words)}}));
  }
  body += history(one.happened, one.line, at);
  if (!one.answers.empty() && is_public(one.line.stand)) body += answer_block(one.answers.back(), at);
  const auto links = what_i_can_do(one, at);
  if (!links.empty()) body += html::links(links);
  Html margin = html::small(kind_words(one.line.kind, say)) + html::small(a(at.to("/work/" + std::to_string(one.line.work.value)), html::text(place::name_of(one.work_title, say))));
  return html::entry({.id = "said-" + std::to_string(one.line.said.value), .heading = say("{kind}, {day}", {{"kind", kind_plain(one.line.kind, say)}, {"day", one.line.said_on}}),
                      .margin = std::move(margin), .body = std::move(body)});
}

Html drafts(const MinePage& view, const Showing& at) {
  if (view.drafts.empty()) return {};
  const Say& say = at.say;
  Html out = html::h2(say("What you have begun"), "drafts");
  for (const DraftLine& one : view.drafts) {
    out += html::quote(std::string_view(one.words), html::text(place::name_of(one.work_title, say)));
    out += html::p(say("Only you see it. It is kept until {day}.", {{"day", say.time(one.kept_until)}}));
    out += html::links({a(at.to(work_said_path(one.work) + "/give"), say("Go on, and say it")), a(at.to(work_said_path(one.work) + "/draft"), say("Change the draft"))});
  }
  return out;
}

}  // namespace

std::string title(const ReadingPage& view, const Say& say) { return say.plain("To be read: {work}", {{"work", place::name_of(view.work.title, say)}}); }

Html show(const ReadingPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(say("To be read"), a(at.to(work_said_path(view.work.work)), html::text(place::name_of(view.work.title, say))));
  std::vector<Html> sentences;
  if (!view.dangers.empty()) sentences.push_back(say.count("{n} sounds like danger.", "{n} sound like danger.", static_cast<std::int64_t>(view.dangers.size())));
  sentences.push_back(view.of == 0 ? say("Nothing waits to be read.") : say.count("{n} waits to be read.", "{n} wait to be read.", view.of));
  out += html::answer(say, sentences);
  Html main;
  if (!view.dangers.empty()) {
    main += html::h2(say("Danger first"), "danger");
    for (const work::DangerLine& one : view.dangers) main += work::danger_entry(one, at);
  }
  main += html::h2(say("The oldest first"), "unread");
  for (const UnreadLine& one : view.lines) main += unread(one, view.safeguarding, at);
  main += html::pages(at.to("/work/" + std::to_string(view.work.work.value) + "/reading"), static_cast<int>(view.page), view.page * unread_a_page < view.of, say);
  Html beside = html::h2(say("For which reasons words are refused"), "reasons") + setting(view.refusals, say);
  beside += html::h2(say("Who is told when something sounds like danger"), "safeguarding") + setting(view.safeguarding, say);
  return out + html::split(main, beside);
}

std::string title(const MinePage&, const Say& say) { return say.plain("What happened with what I said"); }

Html show(const MinePage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)), say("Only you can see this page"));
  out += work::crisis_box(view.helplines, say) + short_answer(view, say);
  if (view.of > 0) out += html::links({a(at.to("/me/said/letter"), say("A letter to print")), a(at.to("/me"), say("My page"))});
  for (const MineLine& one : view.lines) out += mine(one, at);
  out += html::pages(at.to("/me/said"), static_cast<int>(view.page), view.page * lines_a_page < view.of, say);
  return out + drafts(view, at);
}

std::string title(const MyLetterPage&, const Say& say) { return say.plain("You said. We did. We did not, because."); }

Html show(const MyLetterPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)), html::text(place::name_of(view.place, say)));
  if (view.mine.lines.empty()) return out + html::empty(say("You have said nothing here yet."));
  Index work;
  for (const MineLine& one : view.mine.lines) {
    if (one.line.stand == Stand::withdrawn) continue;
    if (one.line.work != work) out += html::h2(html::text(place::name_of(one.work_title, say)));
    work = one.line.work;
    out += letter_part(one.line, one.words, one.answers, say);
  }
  return out + html::links({a(at.to("/me/said"), say("Back"))});
}

}  // namespace alongside::said
