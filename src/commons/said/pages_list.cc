// What people said in a piece of work: the list, its three numbers, what was done and what was not.
#include "base/csv.h"
#include "base/text.h"
#include "commons/said/pages.h"
#include "commons/work/bar.h"

namespace alongside::said {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::string work_title(const SaidPage& view, const Say& say) { return place::name_of(view.work.title, say); }

Html of_which(std::int64_t n, std::int64_t of, const Say& say) {
  if (of == 0) return say("Nothing to count yet.");
  return say("{n} of {of}", {{"n", n}, {"of", of}});
}

Html three_numbers(const SaidCounts& counts, const Say& say) {
  std::vector<html::Fact> facts;
  facts.push_back({.name = say("Answered, of what others can read"), .value = of_which(counts.answered, counts.published, say)});
  facts.push_back({.name = say("Whoever said it says that it answers them, of what is answered"), .value = of_which(counts.agreed, counts.answered, say)});
  facts.push_back({.name = say("A change that anyone can see, of what is answered"), .value = of_which(counts.changed, counts.answered, say)});
  return html::facts(facts) + html::small(say("What is open again, or has to wait, is not counted as answered."));
}

Html other_numbers(const SaidCounts& counts, const Say& say) {
  std::vector<html::Fact> facts;
  const auto add = [&](Html name, std::int64_t n) { facts.push_back({.name = std::move(name), .value = html::text(say.number(n))}); };
  add(say("Said in all"), counts.given);
  add(say("Waiting to be read by a person"), counts.unread);
  add(say("Not answered yet"), counts.open);
  add(say("Open again"), counts.reopened);
  add(say("Has to wait until a day"), counts.waiting_until);
  add(say("Waiting too long, of these three"), counts.overdue);
  add(say("Withdrawn"), counts.withdrawn);
  Html out = html::h2(say("More numbers"), "numbers") + html::facts(facts);
  out += html::h2(say("Not published, and why"), "refused");
  if (counts.refused.empty()) return out + html::p(say("Nothing was refused."));
  std::vector<html::Fact> reasons;
  for (const RefusedCount& one : counts.refused) reasons.push_back({.name = html::text(reason_words(one.reason, say)), .value = html::text(say.number(one.n))});
  return out + html::facts(reasons) + html::small(say("Counted each time. Whoever said it is told how to mend it."));
}

Html short_answer(const SaidPage& view, const Say& say) {
  const SaidCounts& counts = view.counts;
  if (counts.published == 0) return html::answer(say, {say("Nothing that people said can be read here yet.")});
  std::vector<Html> out;
  out.push_back(say.count("People said {n} thing that others can read.", "People said {n} things that others can read.", counts.published));
  out.push_back(say.count("{n} is answered.", "{n} are answered.", counts.answered));
  if (counts.overdue > 0) out.push_back(say.count("{n} has waited too long.", "{n} have waited too long.", counts.overdue));
  return html::answer(say, out, say("A change that anyone can see came of {n}.", {{"n", counts.changed}}));
}

std::string filtered(const SaidPage& view, const std::string& kind, const std::string& state) {
  html::Url url = html::Url::to(work_said_path(view.work.work)).with("kind", kind).with("state", state);
  return url.str();
}

Html filters(const SaidPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string kind = view.kind ? std::string(kernel::word_of(*view.kind)) : std::string();
  std::vector<Html> kinds, states;
  const auto add = [&](std::vector<Html>& into, bool is_here, const std::string& to, const Html& words) {
    into.push_back(is_here ? html::strong(words) : a(at.to(to), words));
  };
  const bool all = !view.group.is_set();
  add(kinds, all && !view.kind, filtered(view, "", view.state), say("All kinds"));
  for (const SayingKind one : all_kinds) add(kinds, all && view.kind == one, filtered(view, std::string(kernel::word_of(one)), view.state), kind_words(one, say));
  add(states, all && view.state.empty(), filtered(view, kind, ""), say("Answered or not"));
  const std::vector<std::pair<const char*, Html>> named{{"open", say("Not answered yet")}, {"overdue", say("Waiting too long")}, {"reopened", say("Open again")},
                                                        {"waiting_until", say("Has to wait")}, {"answered", say("Answered")}, {"agreed", say("Answered, and whoever said it agrees")}};
  for (const auto& [word, words] : named) add(states, all && view.state == word, filtered(view, kind, word), words);
  return html::links(kinds) + html::links(states);
}

Html lines(const SaidPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.lines.empty()) {
    return html::empty(say("Nothing here yet."), say("What people say stands here once a person has read it."));
  }
  Html out;
  for (const SayingLine& line : view.lines) {
    Html body;
    Text words = line.words;
    constexpr std::size_t shown_max = 600;  // the whole stands on its own page
    if (words.is_shown()) words.words = shortened(words.words, shown_max);
    body += words_or_why(words, say) + upload_link(line, line.description, at);
    body += html::p(stand_tag(line, say));
    std::vector<Html> links{a(at.to(said_path(line)), say("Read it, and what became of it"))};
    if (line.group.is_set() && line.said_by > 1 && !view.group.is_set()) {
      links.push_back(a(at.to(work_said_path(line.work)).with("group", std::to_string(line.group.value)), say.count("{n} said the same", "{n} said the same", line.said_by)));
    }
    body += html::links(links);
    out += html::entry({.id = "said-" + std::to_string(line.said.value), .heading = say("{kind}, {day}", {{"kind", kind_plain(line.kind, say)}, {"day", line.said_on}}),
                        .margin = html::small(entry_link(line.said, at)), .body = std::move(body)});
  }
  return out;
}

Html did(const SaidPage& view, const Showing& at) {
  const Say& say = at.say;
  if (view.did.empty()) return html::p(say("Nobody has answered anything yet."));
  Html out;
  for (const Outcome outcome : all_outcomes) {
    Html part;
    for (const AnswerLine& one : view.did) {
      if (one.outcome != outcome) continue;
      std::vector<Html> links{a(at.to(work_said_path(one.work) + "/" + std::to_string(one.said.value)), say("Read it whole"))};
      if (one.changed.is_set()) links.push_back(a(at.to(one.changed_path), say("See what changed")));
      if (one.answers > 1) links.push_back(say.count("Said by {n}", "Said by {n}", one.answers));
      part += html::p(one.words.is_shown() ? say("You said: {words}", {{"words", html::words_in_line(shortened(one.words.words, 200))}}) : say("You said something."));
      part += html::p(one.why.is_shown() ? html::words_in_line(shortened(one.why.words, 300)) : say("The answer was erased."));
      part += html::links(links);
    }
    if (part.empty()) continue;
    switch (outcome) {
      case Outcome::taken_up: out += html::h3(say("We did")); break;
      case Outcome::in_part: out += html::h3(say("We did a part of it")); break;
      case Outcome::not_taken_up: out += html::h3(say("We did not, because")); break;
      case Outcome::waiting: out += html::h3(say("You have to wait")); break;
    }
    out += part;
  }
  return out;
}

Html groups(const SaidPage& view, const Showing& at) {
  if (view.groups.empty()) return {};
  const Say& say = at.say;
  std::vector<html::Line> lines;
  for (const GroupLine& one : view.groups) {
    lines.push_back({.date = html::text(say.number(one.n)),
                     .title = a(at.to(work_said_path(view.work.work)).with("group", std::to_string(one.group.value)),
                                one.words.is_shown() ? html::text(shortened(one.words.words, 80)) : say("Group {n}", {{"n", one.group.value}})),
                     .words = one.as == SameAs::campaign ? say("One text that many sent. Each has its answer.") : say("The same in other words. Each has its answer.")});
  }
  return html::h2(say("Said by many"), "many") + html::ledger(lines);
}

Html doings(const SaidPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string here = work_said_path(view.work.work);
  const std::string work = "/work/" + std::to_string(view.work.work.value);
  Html out;
  if (view.may_give) out += html::button_link(at.to(here + "/give"), say("Say what you know"));
  std::vector<Html> links;
  if (view.may_moderate) {
    links.push_back(a(at.to(work + "/reading"), say("Read what waits")));
    links.push_back(a(at.to(here + "/group"), say("Put together what says the same")));
    links.push_back(a(at.to(work + "/alike"), say("See what says the same, as the program finds it")));
  }
  if (view.may_import) links.push_back(a(at.to(work + "/import"), say("Bring in what people said elsewhere")));
  if (view.may_answer) {
    html::Url to = at.to(here + "/answer");
    if (view.group.is_set()) to = to.with("group", std::to_string(view.group.value));
    links.push_back(a(to, view.group.is_set() ? say("Answer all of this group") : say("Answer")));
  }
  return links.empty() ? out : out + html::links(links);
}

// The list as it is filtered here, or a file of it.
html::Url list_url(const SaidPage& view, const char* kind_of_file, const Showing& at) {
  html::Url out = at.to(work_said_path(view.work.work) + kind_of_file).with("state", view.state);
  if (view.kind) out = out.with("kind", kernel::word_of(*view.kind));
  return view.group.is_set() ? out.with("group", std::to_string(view.group.value)) : out;
}

// All of the list to take away; a long one in parts.
Html files(const SaidPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::int64_t parts = (view.of + lines_a_file_max - 1) / lines_a_file_max;
  const auto url = [&](const char* kind_of_file, std::int64_t part) {
    html::Url out = list_url(view, kind_of_file, at).with("per", std::to_string(lines_a_file_max));
    return part > 1 ? out.with("page", std::to_string(part)) : out;
  };
  const Html feed = a(at.to(work_said_path(view.work.work) + ".atom"), say("Follow with a feed reader"));
  if (parts <= 1) return html::links({a(url(".csv", 1), say("This list as CSV")), a(url(".json", 1), say("This list as JSON")), feed});
  std::vector<Html> all;
  for (std::int64_t part = 1; part <= parts; ++part) {
    all.push_back(a(url(".csv", part), say("CSV, part {n} of {of}", {{"n", part}, {"of", parts}})));
    all.push_back(a(url(".json", part), say("JSON, part {n} of {of}", {{"n", part}, {"of", parts}})));
  }
  return html::details(say("This list as files"), html::links(all)) + html::links({feed});
}

}  // namespace

std::string title(const SaidPage& view, const Say& say) { return say.plain("What people said: {work}", {{"work", work_title(view, say)}}); }

Html show(const SaidPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = work::bar(view.course, work::Part::said, at) + html::h1(say("What people said"));
  out += short_answer(view, say);
  Html main = doings(view, at);
  main += html::h2(say("You said, we did, we did not because"), "did") + did(view, at);
  main += html::h2(view.group.is_set() ? say("All that say the same") : say("One by one"), "all") + filters(view, at) + lines(view, at);
  main += html::pages(list_url(view, "", at), static_cast<int>(view.page), view.page * view.a_page < view.of, say);
  main += files(view, at);
  Html beside = html::h2(say("Three numbers"), "three") + three_numbers(view.counts, say) + other_numbers(view.counts, say) + groups(view, at);
  return out + html::split(main, beside);
}

std::string csv(const SaidPage& view, const Say&) {
  std::string out = csv_row({"said", "kind", "said_on", "how", "words", "media", "description", "state", "overdue", "due", "outcome", "answer", "changed", "group"});
  const auto number = [](Index index) { return index.is_set() ? std::to_string(index.value) : std::string(); };
  for (const SayingLine& one : view.lines) {
    out += csv_row({number(one.said), std::string(kernel::word_of(one.kind)), one.said_on.iso(), std::string(kernel::word_of(one.how)), one.words.or_empty(),
                    std::string(kernel::word_of(one.media)), one.description.or_empty(), std::string(kernel::word_of(one.stand)), one.overdue ? "yes" : "no",
                    one.due ? one.due->iso() : "", one.outcome ? std::string(kernel::word_of(*one.outcome)) : "", number(one.answer), number(one.changed), number(one.group)});
  }
  return out;
}

kernel::Feed feed(const SaidPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const SayingLine& one : view.lines) {
    out.entries.push_back({.path = said_path(one), .title = say.plain("{kind}, {day}", {{"kind", kind_plain(one.kind, say)}, {"day", one.said_on}}),
                           .summary = shortened(one.words.or_empty(), 300), .updated = one.said_on, .index = one.said});
  }
  return out;
}

}  // namespace alongside::said
