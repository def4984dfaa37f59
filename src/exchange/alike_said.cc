#include "exchange/alike_said.h"

#include <algorithm>
#include <map>

#include "commons/place/views.h"
#include "commons/said/pages.h"
#include "engines/grouping.h"
#include "html/nhsuk.h"
#include "kernel/long_work.h"

namespace alongside::import {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

constexpr std::size_t saids_of_a_form = said::grouped_at_once;

std::string said_path(const AlikeSaidPage& view, Index said) { return said::work_said_path(view.work.work) + "/" + std::to_string(said.value); }

html::Url together(const AlikeSaidPage& view, const std::vector<Index>& saids, Index into, const Showing& at) {
  std::string list;
  for (const Index one : saids) list += (list.empty() ? "" : ",") + std::to_string(one.value);
  const html::Url form = at.to(said::work_said_path(view.work.work) + "/group").with("saids", list);
  return into.is_set() ? form.with("into", std::to_string(into.value)) : form;
}

Html doings(const AlikeSaidPage& view, const std::vector<Index>& ungrouped, Index into, const std::vector<Index>& shown, const Showing& at) {
  const Say& say = at.say;
  std::vector<Html> links{a(together(view, ungrouped, into, at), into.is_set() ? say("Add to group {n}", {{"n", into.value}}) : say("Put these together"))};
  for (const Index one : shown) links.push_back(a(at.to(said_path(view, one)), say("Saying {n}", {{"n", one.value}})));
  return html::links(links);
}

Html one_group(const AlikeSaidPage& view, const AlikeGroup& group, const Showing& at) {
  const Say& say = at.say;
  Html body = said::words_or_why(group.words, say);
  body += html::p(group.is_exact ? say("All of them have these words, but for capitals, marks, a greeting or a name.") : say("The others have changed some words. Most have these."));
  if (group.n > static_cast<std::int64_t>(group.saids.size())) {
    body += html::p(say("The form takes {max} at a time. The others are proposed again when these are together.", {{"max", static_cast<std::int64_t>(group.saids.size())}}));
  }
  body += doings(view, group.saids, group.into, {group.said}, at);
  return html::entry({.id = "text-" + std::to_string(group.said.value), .heading = say.count("{n} saying", "{n} sayings", group.n), .body = std::move(body)});
}

Html one_pair(const AlikeSaidPage& view, const AlikePair& pair, const Showing& at) {
  const Say& say = at.say;
  Html body = said::words_or_why(pair.first_words, say) + said::words_or_why(pair.second_words, say);
  body += doings(view, pair.into.is_set() ? std::vector{pair.ungrouped} : std::vector{pair.first, pair.second}, pair.into, {pair.first, pair.second}, at);
  return html::entry({.id = "pair-" + std::to_string(pair.first.value) + "-" + std::to_string(pair.second.value),
                      .heading = say("{one} and {other}", {{"one", pair.first.value}, {"other", pair.second.value}}), .body = std::move(body)});
}

// What is found holds no words: only which sayings were compared, in the order of the record, and how.
struct Compared {
  std::vector<Index> sayings;
  engines::Grouping grouping;
};

Result<Compared> compare(Index work, const kernel::LongWork::Read& read, Progress& progress) {
  Compared out;
  std::vector<std::string> texts;
  read([&](kernel::Reader& reader) {
    said::each_public(reader, work, [&out](Index said, Index) { out.sayings.push_back(said); });
    std::sort(out.sayings.begin(), out.sayings.end());
    for (const Index said : out.sayings) texts.push_back(said::words_of(reader, said).or_empty());
  });
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  auto found = engines::group(views, {}, progress);
  if (!found) return found.problems();
  out.grouping = std::move(found).value();
  return out;
}

// Where each of the compared sayings stands now.
struct Standing {
  std::vector<Index> groups;  // unset: in none
  std::vector<bool> is_there;
  std::int64_t newer = 0;
};

Standing standing_of(kernel::Reader& reader, Index work, const std::vector<Index>& sayings) {
  Standing out{.groups = std::vector<Index>(sayings.size()), .is_there = std::vector<bool>(sayings.size())};
  said::each_public(reader, work, [&](Index said, Index group) {
    const auto at = std::lower_bound(sayings.begin(), sayings.end(), said);
    if (at == sayings.end() || *at != said) {
      ++out.newer;
      return;
    }
    const auto i = static_cast<std::size_t>(at - sayings.begin());
    out.is_there[i] = true;
    out.groups[i] = group;
  });
  return out;
}

// Those of a text that are in no group, and the group that most of the others are in.
std::optional<AlikeGroup> group_of(const engines::SameText& same, const Compared& compared, const Standing& now) {
  AlikeGroup out{.is_exact = same.is_exact, .said = compared.sayings[same.usual]};
  std::map<Index, std::int64_t> groups;
  for (const std::uint32_t one : same.sayings) {
    if (!now.is_there[one]) continue;
    if (now.groups[one].is_set()) {
      ++groups[now.groups[one]];
    } else if (++out.n <= static_cast<std::int64_t>(saids_of_a_form)) {
      out.saids.push_back(compared.sayings[one]);
    }
  }
  const auto most = std::max_element(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != groups.end()) out.into = most->first;
  return out.n >= (out.into.is_set() ? 1 : 2) ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<AlikePair> pair_of(const engines::AboutTheSame& pair, const Compared& compared, const Standing& now) {
  if (!now.is_there[pair.a] || !now.is_there[pair.b]) return std::nullopt;
  const Index a = now.groups[pair.a];
  const Index b = now.groups[pair.b];
  if (a.is_set() && b.is_set()) return std::nullopt;
  AlikePair out{.into = a.is_set() ? a : b, .first = compared.sayings[pair.a], .second = compared.sayings[pair.b], .per_mille = pair.per_mille};
  out.ungrouped = a.is_set() ? out.second : out.first;
  return out;
}

void fill(kernel::Reader& reader, const Compared& compared, AlikeSaidPage& out) {
  const Standing now = standing_of(reader, out.work.work, compared.sayings);
  out.compared = static_cast<std::int64_t>(compared.sayings.size());
  out.newer = now.newer;
  const auto words_of = [&](Index said) { return said::words_of(reader, said); };
  const auto is_of_this_page = [&](std::int64_t nth) { return nth > (out.page - 1) * AlikeSaidPage::a_page && nth <= out.page * AlikeSaidPage::a_page; };
  for (const engines::SameText& same : compared.grouping.same) {
    auto group = group_of(same, compared, now);
    if (!group || !is_of_this_page(++out.groups_in_all)) continue;
    group->words = words_of(group->said);
    out.groups.push_back(std::move(*group));
  }
  for (const engines::AboutTheSame& one : compared.grouping.about) {
    auto pair = pair_of(one, compared, now);
    if (!pair || !is_of_this_page(++out.pairs_in_all)) continue;
    pair->first_words = words_of(pair->first);
    pair->second_words = words_of(pair->second);
    out.pairs.push_back(std::move(*pair));
  }
}

}  // namespace

Result<AlikeSaidPage> AlikeSaidPage::see(const kernel::Seeing& seeing) {
  kernel::Reader& reader = seeing.reader;
  const auto row = work::row_of(reader, seeing.index("work"));
  if (!row) return problem(Code::not_found, "", msg("There is no such piece of work here."));
  AlikeSaidPage out{.work = *work::line(reader, row->index), .at = reader.size().value, .page = std::max(1, seeing.page())};

  const bool are_few = said::count_public(reader, row->index, at_once_max + 1) <= at_once_max;
  if (are_few || seeing.long_work == nullptr) {
    Quiet quiet;
    const auto found = compare(row->index, [&](const auto& with) { with(reader); }, quiet);
    if (!found) return found.problems();
    fill(reader, *found, out);
    return out;
  }
  // "?since=": somebody asked to compare again when the record had so many acts.
  const auto since = whole_number(seeing.asked("since"));
  const auto look = seeing.long_work->look<Compared>("alike/" + std::to_string(row->index.value), since.ok() ? std::min(*since, out.at) : 0,
                                                     [work = row->index](const kernel::LongWork::Read& read, Progress& progress) { return compare(work, read, progress); });
  if (!look.is_going && look.problems.any()) return look.problems;
  out.is_going = look.is_going;
  out.done = look.total > 0 ? 100 * look.done / look.total : 0;
  if (look.found) fill(reader, *look.found, out);
  return out;
}

std::string title(const AlikeSaidPage& view, const Say& say) { return say.plain("What may say the same: {work}", {{"work", place::name_of(view.work.title, say)}}); }

Html show(const AlikeSaidPage& view, const Showing& at) {
  const Say& say = at.say;
  const html::Url here = at.to("/work/" + std::to_string(view.work.work.value) + "/alike");
  Html out = html::h1(say("What may say the same"), a(at.to(said::work_said_path(view.work.work)), html::text(place::name_of(view.work.title, say))));
  if (view.is_going) {
    out += html::progress(say("A computer compares what people said. {n} of 100 parts are done. You can leave this page, and come back.", {{"n", view.done}}), view.done, 100);
    if (view.compared == 0) return out;
  }
  std::vector<Html> sentences{say.count("{n} published saying was compared.", "{n} published sayings were compared.", view.compared)};
  sentences.push_back(view.groups_in_all == 0 ? say("No text was sent by several people and is still to be put together.")
                                              : say.count("{n} text was sent by several people and is still to be put together.", "{n} texts were sent by several people and are still to be put together.", view.groups_in_all));
  if (view.newer > 0) {
    sentences.push_back(say.count("{n} was published since then.", "{n} were published since then.", view.newer));
    if (!view.is_going) sentences.push_back(a(here.with("since", std::to_string(view.at)), say("Compare again")));
  }
  sentences.push_back(say("A computer found these by their words. Only you can say if they are the same."));
  out += html::answer(say, sentences);
  if (!view.groups.empty()) out += html::h2(say("One text that many sent"), "texts");
  for (const AlikeGroup& group : view.groups) out += one_group(view, group, at);
  if (!view.pairs.empty()) out += html::h2(say("About the same in other words, the most alike first"), "pairs");
  for (const AlikePair& pair : view.pairs) out += one_pair(view, pair, at);
  const std::int64_t shown = view.page * AlikeSaidPage::a_page;
  return out + html::pages(here, static_cast<int>(view.page), shown < std::max(view.groups_in_all, view.pairs_in_all), say);
}

}  // namespace alongside::import
