#include "exchange/alike_said.h"

#include <algorithm>

#include "commons/place/views.h"
#include "commons/said/pages.h"
#include "engines/grouping.h"
#include "html/nhsuk.h"

namespace alongside::import {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

constexpr std::size_t saids_of_a_form = 50;  // as said group offers

std::string said_path(const AlikeSaidPage& view, Index said) { return said::work_said_path(view.work.work) + "/" + std::to_string(said.value); }

html::Url together(const AlikeSaidPage& view, const std::vector<Index>& saids, const Showing& at) {
  std::string list;
  for (const Index one : saids) list += (list.empty() ? "" : ",") + std::to_string(one.value);
  return at.to(said::work_said_path(view.work.work) + "/group").with("saids", list);
}

Html one_group(const AlikeSaidPage& view, const AlikeGroup& group, const Showing& at) {
  const Say& say = at.say;
  Html body = said::words_or_why(group.words, say);
  body += html::p(group.is_exact ? say("All of them have these words, but for capitals, marks, a greeting or a name.") : say("The others have changed some words. Most have these."));
  if (group.n > static_cast<std::int64_t>(group.saids.size())) {
    body += html::p(say("The form takes {max} at a time. The others are proposed again when these are together.", {{"max", static_cast<std::int64_t>(group.saids.size())}}));
  }
  body += html::links({a(together(view, group.saids, at), say("Put these together")), a(at.to(said_path(view, group.said)), say("Saying {n}", {{"n", group.said.value}}))});
  return html::entry({.id = "text-" + std::to_string(group.said.value), .heading = say.count("{n} saying", "{n} sayings", group.n), .body = std::move(body)});
}

Html one_pair(const AlikeSaidPage& view, const AlikePair& pair, const Showing& at) {
  const Say& say = at.say;
  Html body = said::words_or_why(pair.first_words, say) + said::words_or_why(pair.second_words, say);
  body += html::links({a(together(view, {pair.first, pair.second}, at), say("Put these together")), a(at.to(said_path(view, pair.first)), say("Saying {n}", {{"n", pair.first.value}})),
                       a(at.to(said_path(view, pair.second)), say("Saying {n}", {{"n", pair.second.value}}))});
  return html::entry({.id = "pair-" + std::to_string(pair.first.value) + "-" + std::to_string(pair.second.value),
                      .heading = say("{one} and {other}", {{"one", pair.first.value}, {"other", pair.second.value}}), .body = std::move(body)});
}

}  // namespace

Result<AlikeSaidPage> AlikeSaidPage::see(const kernel::Seeing& seeing) {
  kernel::Reader& reader = seeing.reader;
  const auto row = work::row_of(reader, seeing.index("work"));
  if (!row) return problem(Code::not_found, "", msg("There is no such piece of work here."));
  AlikeSaidPage out{.work = *work::line(reader, row->index), .page = std::max(1, seeing.page())};

  auto rows = reader.all<said::SayingRow>("WHERE work = $1 AND is_public = 1 AND same_group IS NULL ORDER BY idx DESC LIMIT $2", {row->index.value, compared_max + 1});
  out.has_older = static_cast<std::int64_t>(rows.size()) > compared_max;
  if (out.has_older) rows.pop_back();
  std::reverse(rows.begin(), rows.end());
  out.compared = static_cast<std::int64_t>(rows.size());
  std::vector<Text> texts;
  for (const said::SayingRow& one : rows) texts.push_back(reader.words(one.words_act, "words"));
  std::vector<std::string_view> views;
  for (const Text& text : texts) views.push_back(text.is_shown() ? std::string_view(text.words) : std::string_view());
  Quiet quiet;  // bounded by compared_max
  const auto found = engines::group(views, {}, quiet);
  if (!found) return found.problems();

  out.groups_in_all = static_cast<std::int64_t>(found->same.size());
  out.pairs_in_all = static_cast<std::int64_t>(found->about.size());
  const auto of_this_page = [&](std::size_t count, const auto& visit) {
    const auto from = static_cast<std::size_t>((out.page - 1) * a_page);
    for (std::size_t i = from; i < std::min(count, from + a_page); ++i) visit(i);
  };
  of_this_page(found->same.size(), [&](std::size_t i) {
    const engines::SameText& same = found->same[i];
    AlikeGroup group{.is_exact = same.is_exact, .n = static_cast<std::int64_t>(same.sayings.size()), .said = rows[same.usual].index, .words = texts[same.usual]};
    for (std::size_t at = 0; at < std::min(same.sayings.size(), saids_of_a_form); ++at) group.saids.push_back(rows[same.sayings[at]].index);
    out.groups.push_back(std::move(group));
  });
  of_this_page(found->about.size(), [&](std::size_t i) {
    const engines::AboutTheSame& pair = found->about[i];
    out.pairs.push_back({.first = rows[pair.a].index, .second = rows[pair.b].index, .first_words = texts[pair.a], .second_words = texts[pair.b], .per_mille = pair.per_mille});
  });
  return out;
}

std::string title(const AlikeSaidPage& view, const Say& say) { return say.plain("What may say the same: {work}", {{"work", place::name_of(view.work.title, say)}}); }

Html show(const AlikeSaidPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(say("What may say the same"), a(at.to(said::work_said_path(view.work.work)), html::text(place::name_of(view.work.title, say))));
  std::vector<Html> sentences{say.count("{n} published saying is in no group.", "{n} published sayings are in no group.", view.compared)};
  if (view.has_older) sentences.push_back(say("Only the newest are compared here. Older ones follow when these are put together."));
  sentences.push_back(view.groups_in_all == 0 ? say("No text was sent by several people.") : say.count("{n} text was sent by several people.", "{n} texts were sent by several people.", view.groups_in_all));
  sentences.push_back(say("A computer found these by their words. Only you can say if they are the same."));
  out += html::answer(say, sentences);
  if (!view.groups.empty()) out += html::h2(say("One text that many sent"), "texts");
  for (const AlikeGroup& group : view.groups) out += one_group(view, group, at);
  if (!view.pairs.empty()) out += html::h2(say("About the same in other words, the most alike first"), "pairs");
  for (const AlikePair& pair : view.pairs) out += one_pair(view, pair, at);
  const std::int64_t shown = view.page * AlikeSaidPage::a_page;
  return out + html::pages(at.to("/work/" + std::to_string(view.work.work.value) + "/alike"), static_cast<int>(view.page),
                           shown < std::max(view.groups_in_all, view.pairs_in_all), say);
}

}  // namespace alongside::import
