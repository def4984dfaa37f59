#include "commons/option/pages.h"

#include <algorithm>

#include "base/csv.h"
#include "base/money.h"
#include "base/text.h"
#include "commons/valued/pages.h"
#include "commons/work/bar.h"
#include "commons/work/pages.h"
#include "html/nhsuk.h"

namespace alongside::option {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

Html entry_link(Index act, const Showing& at) { return a(at.to("/record/" + std::to_string(act.value)), at.say("Entry {n}", {{"n", act.value}})); }
Html decision_link(const ChoiceLine& one, const Showing& at) {
  return a(at.to("/decisions/" + std::to_string(one.decision.value)), name_or(one.decision_title, at.say));
}

Html cost_words(const std::optional<Money>& cost, const Say& say) { return cost ? say("{sum} a year", {{"sum", *cost}}) : say("Not worked out"); }

// Somebody's words, or that they are not there.
Html said_or(const Text& said, const Html& otherwise, const Say& say) {
  if (said.is_shown()) return text(said.words);
  return said.state == Text::State::erased ? say("These words were erased.") : otherwise;
}

Html put_words(const OptionLine& one, const Say& say) {
  if (!one.is_put()) return say("Not put to people yet. Its words can still change.");
  return say("Put to people on {day}, in exactly these words.", {{"day", *one.put_on}});
}

Html put_stamp(const OptionLine& one, const Showing& at) {
  if (!one.is_put()) return {};
  const bool later = one.put_recorded && *one.put_recorded > *one.put_on;
  return html::stamp_line({.entry = one.put_act.value, .on = When(*one.put_on), .recorded = later ? one.put_recorded : std::nullopt,
                           .check = at.to("/record/" + std::to_string(one.put_act.value))}, at.say);
}

Html touched_links(const OptionLine& one, const Showing& at) {
  std::vector<Html> links;
  for (const valued::ValuedLine& place : one.touches) links.push_back(a(at.to(valued::path_of(place.valued)), valued::name_or(place.name, at.say)));
  return links.empty() ? Html() : at.say.list(links);
}

// ---- the short answer -----------------------------------------------------------------------------------------------

Html chosen_words(const ChoiceLine& one, const Showing& at) {
  const Say& say = at.say;
  const Html what = one.option.is_set() ? html::strong(text(name_or(one.title, say))) : said_or(one.words, say("Something else"), say);
  if (!one.decision.is_set()) return say("Chosen: {what}.", {{"what", what}});
  return say("Chosen: {what}, by the decision {decision}.", {{"what", what}, {"decision", decision_link(one, at)}});
}

std::vector<Html> short_answer(const OptionsPage& view, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> out;
  const auto put = std::count_if(view.options.begin(), view.options.end(), [](const OptionLine& one) { return one.is_put(); });
  for (const ChoiceLine& one : view.chosen) {
    out.push_back(chosen_words(one, at));
    if (one.people_were_not_asked()) out.push_back(html::strong(say("People were not asked about this choice.")));
  }
  if (view.options.empty() && view.chosen.empty()) out.push_back(say("No choice is written down yet."));
  if (!view.options.empty()) {
    out.push_back(say("{n} of {of} choices were put to people.", {{"n", put}, {"of", static_cast<std::int64_t>(view.options.size())}}));
  }
  if (view.chosen.empty() && put > 0) out.push_back(say("None has been chosen yet."));
  return out;
}

// ---- all side by side -----------------------------------------------------------------------------------------------

Html side_by_side(const OptionsPage& view, const Showing& at) {
  const Say& say = at.say;
  return html::table(say, say("The choices side by side"), view.options,
                     html::column(say("Choice"), [&](const OptionLine& one) { return a(at.to(option_path(one.work, one.option)), name_or(one.title, say)); }),
                     html::column(say("Cost"), [&](const OptionLine& one) { return cost_words(one.cost, say); }),
                     html::column(say("What it keeps"), [&](const OptionLine& one) { return said_or(one.keeps, say("Nobody has said."), say); }),
                     html::column(say("What it ends"), [&](const OptionLine& one) { return said_or(one.ends, say("Nobody has said."), say); }),
                     html::column(say("Places it touches"), [&](const OptionLine& one) {
                       return one.touches.empty() ? say("None, as far as the record says.") : touched_links(one, at);
                     }),
                     html::column(say("Put to people"), [&](const OptionLine& one) { return one.is_put() ? say.time(When(*one.put_on)) : say("No"); }));
}

Html chosen_section(const std::vector<ChoiceLine>& chosen, const Showing& at) {
  Html out;
  for (const ChoiceLine& one : chosen) {
    out += html::p(chosen_words(one, at));
    if (one.words.state != Text::State::absent) out += valued::quoted(one.words, at.say);
    out += asked_words(one, at) + html::links({entry_link(one.act, at)});
  }
  return out;
}

Html for_those_who_run_it(const OptionsPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string path = options_path(view.work);
  std::vector<Html> doing;
  if (view.may_run) {
    doing.push_back(a(at.to(path + "/new"), say("Write a choice")));
    doing.push_back(a(at.to(path + "/put"), say("Put choices to people")));
  }
  if (view.may_choose) doing.push_back(a(at.to(path + "/choose"), say("Say which was chosen")));
  return doing.empty() ? Html() : html::h2(say("For those who run it"), "run") + html::bullets(doing);
}

html::WordFate fate_of(const std::string& fate) {
  if (fate == "same") return html::WordFate::same;
  return fate == "removed" ? html::WordFate::removed : html::WordFate::added;
}

std::string part_name(const std::string& part, const Say& say) {
  if (part == "title") return say.plain("Its name");
  if (part == "what") return say.plain("What it is");
  if (part == "keeps") return say.plain("What it keeps");
  return part == "ends" ? say.plain("What it ends") : say.plain("Cost");
}

}  // namespace

Html asked_words(const ChoiceLine& choice, const Showing& at) {
  const Say& say = at.say;
  switch (choice.asked) {
    case Asked::as_put: return html::p(say("This choice was put to people in these words before it was chosen."));
    case Asked::nothing_put: return html::gap(say("whether people were asked"), say("No choice of this work had been put to people by then, as far as this record says."), {}, say);
    case Asked::not_known: return html::gap(say("whether people were asked"), say("Words were erased, so it cannot be said whether people had been asked about these."), {}, say);
    case Asked::other_words:
    case Asked::never_put: break;
  }
  Html out = html::notice(html::strong(say("People were not asked about this choice.")));
  out += choice.asked == Asked::other_words
             ? html::p(say("They were asked about it in other words. This is what differs."))
             : html::p(say("This is the nearest choice that was put to them, {name}, and what was chosen.",
                           {{"name", a(at.to(option_path(choice.work, choice.nearest)), name_or(choice.nearest_title, say))}}));
  if (choice.runs.empty()) return out;
  std::vector<html::WordChange> changes;
  for (const RunLine& run : choice.runs) changes.push_back({fate_of(run.fate), run.text});
  return out + html::word_changes(changes, say("asked"), say("chosen")) + html::small(say("Struck through: asked. Underlined on yellow: chosen."));
}

Html touches_line(const TouchingLine& one, const Showing& at) {
  const Say& say = at.say;
  const OptionLine& option = one.option;
  const Html choice = a(at.to(option_path(option.work, option.option)), name_or(option.title, say));
  Html out = say("A choice of a piece of work would touch this place: {choice}.", {{"choice", choice}}) + text(" ");
  out += option.is_put() ? say("It was put to people on {day}.", {{"day", *option.put_on}}) : say("It has not been put to people yet.");
  if (one.is_chosen) out += text(" ") + html::strong(say("It was chosen."));
  if (one.another_chosen) out += text(" ") + say("Another choice was chosen.");
  return html::p(out);
}

Html choice_line(const ChoiceLine& choice, const Showing& at) {
  Html out = html::p(at.say("It chose among the choices of {work}.", {{"work", a(at.to(options_path(choice.work)), at.say("a piece of work"))}}));
  return out + asked_words(choice, at);
}

Html put_line(const OptionLine& option, const Showing& at) {
  return at.say("A choice was put to people: {choice}", {{"choice", a(at.to(option_path(option.work, option.option)), name_or(option.title, at.say))}});
}

Html work_line(Index work, std::int64_t options, std::int64_t put, const Showing& at) {
  const Html link = a(at.to(options_path(work)), at.say("The choices side by side"));
  return html::p(at.say("{link}. {put} of {of} were put to people.", {{"link", link}, {"put", put}, {"of", options}}));
}

std::string title(const OptionsPage& view, const Say& say) { return say.plain("The choices: {work}", {{"work", name_or(view.work_title, say)}}); }

Html show(const OptionsPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = work::bar(view.course, work::Part::options, at);
  out += html::h1(say("The choices"), a(at.to(work::work_path(view.work)), name_or(view.work_title, say)));
  out += html::answer(say, short_answer(view, at), say("People are asked about exactly the words that were put to them."));
  if (view.options.empty()) {
    out += html::gap(say("the choices"), say("Nobody has written down what could be done, what it costs, what it keeps and what it ends."), {}, say);
  } else {
    out += html::h2(say("What could be done"), "choices") + side_by_side(view, at);
  }
  if (!view.chosen.empty()) out += html::h2(say("What was chosen"), "chosen") + chosen_section(view.chosen, at);
  out += for_those_who_run_it(view, at);
  return out + html::links({a(at.to(options_path(view.work) + ".csv"), say("This page as CSV")), a(at.to(options_path(view.work) + ".atom"), say("Follow the choices"))});
}

std::string csv(const OptionsPage& view, const Say&) {
  std::string out = csv_row({"option", "title", "what", "cost", "currency", "keeps", "ends", "touches", "put_on", "chosen_by", "people_were_asked"});
  for (const OptionLine& one : view.options) {
    std::string touches, decisions, asked;
    for (const valued::ValuedLine& place : one.touches) touches += (touches.empty() ? "" : " ") + std::to_string(place.valued.value);
    for (const ChoiceLine& choice : view.chosen) {
      if (choice.option != one.option) continue;
      decisions += (decisions.empty() ? "" : " ") + (choice.decision.is_set() ? std::to_string(choice.decision.value) : "");
      asked = kernel::word_of(choice.asked);
    }
    out += csv_row({std::to_string(one.option.value), one.title.or_empty(), one.what.or_empty(), one.cost ? std::to_string(one.cost->minor) : "",
                    one.cost ? one.cost->currency : "", one.keeps.or_empty(), one.ends.or_empty(), touches, one.put_on ? one.put_on->iso() : "", decisions, asked});
  }
  return out;
}

kernel::Feed feed(const OptionsPage& view, const Say& say) {
  kernel::Feed out{.title = title(view, say)};
  for (const ChoiceLine& one : view.chosen) {
    const std::string what = one.option.is_set() ? name_or(one.title, say) : shortened(one.words.or_empty(), 200);
    out.entries.push_back({.path = options_path(view.work), .title = say.plain("Chosen: {what}", {{"what", what}}),
                           .summary = one.people_were_not_asked() ? say.plain("People were not asked about this choice.") : "", .updated = one.recorded, .index = one.act});
  }
  for (auto one = view.options.rbegin(); one != view.options.rend(); ++one) {
    out.entries.push_back({.path = option_path(view.work, one->option), .title = name_or(one->title, say), .summary = one->what.or_empty(),
                           .updated = one->put_recorded.value_or(one->recorded), .index = one->is_put() ? one->put_act : one->option});
  }
  std::stable_sort(out.entries.begin(), out.entries.end(), [](const kernel::FeedEntry& x, const kernel::FeedEntry& y) { return x.updated > y.updated; });
  return out;
}

std::string title(const OptionPage& view, const Say& say) { return name_or(view.line.title, say); }

Html show(const OptionPage& view, const Showing& at) {
  const Say& say = at.say;
  const OptionLine& one = view.line;
  Html out = work::bar(view.course, work::Part::options, at);
  out += html::h1(text(title(view, say)), say("A choice in {work}", {{"work", a(at.to(work::work_path(one.work)), name_or(view.work_title, say))}}));
  std::vector<Html> sentences{put_words(one, say)};
  for (const ChoiceLine& choice : view.chosen) {
    sentences.push_back(chosen_words(choice, at));
    if (choice.people_were_not_asked()) sentences.push_back(html::strong(say("People were not asked about this choice.")));
  }
  if (!one.touches.empty()) sentences.push_back(say("It would touch {places}. Those who use it are a side of this work.", {{"places", touched_links(one, at)}}));
  out += html::answer(say, sentences);
  out += one.what.state == Text::State::absent ? html::gap(say("what it is"), say("Only its name is written down."), {}, say)
                                               : html::h2(say("What it is"), "what") + valued::quoted(one.what, say);
  out += html::facts({{.name = say("Cost"), .value = cost_words(one.cost, say)},
                      {.name = say("What it keeps"), .value = said_or(one.keeps, say("Nobody has said."), say)},
                      {.name = say("What it ends"), .value = said_or(one.ends, say("Nobody has said."), say)},
                      {.name = say("Written down"), .value = say.time(When(one.recorded)) + text(" ") + entry_link(one.option, at)},
                      {.name = say("Put to people"), .value = one.is_put() ? put_stamp(one, at) : say("Not yet.")}});
  if (!view.chosen.empty()) out += html::h2(say("What was chosen"), "chosen") + chosen_section(view.chosen, at);
  for (const kernel::AboutLine& line : view.about) out += line.html(at);
  if (!one.earlier.empty()) {
    out += html::h2(say("What it said before"), "before");
    for (const EarlierLine& earlier : one.earlier) {
      out += html::p(html::strong(text(part_name(earlier.part, say))) + text(" ") + entry_link(earlier.act, at));
      out += earlier.cost ? html::p(cost_words(earlier.cost, say)) : valued::quoted(earlier.words, say);
    }
  }
  std::vector<Html> links{a(at.to(options_path(one.work)), say("All the choices"))};
  if (view.may_run && !one.is_put()) links.push_back(a(at.to(option_path(one.work, one.option) + "/change"), say("Change its words")));
  return out + html::links(links);
}

}  // namespace alongside::option
