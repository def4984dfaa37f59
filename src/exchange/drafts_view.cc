// What the page of a draft holds: the files read again, and what the record has of each decision.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "commons/place/views.h"
#include "exchange/drafts_page.h"

namespace alongside::import {
namespace {

using kernel::Reader;
using kernel::Seeing;

std::string part_of(formats::Suggests field) {
  switch (field) {
    case formats::Suggests::reasons:
      return "reasons";
    case formats::Suggests::alternatives:
      return "options";
    case formats::Suggests::interests:
      return "interests";
    case formats::Suggests::power:
      return "powers";
    case formats::Suggests::exempt:
      break;
  }
  return "";
}

template <class Read>
DraftDecision line_of(const Read& read, const FileRead& file, std::int64_t nth) {
  DraftDecision out{
      .nth = nth, .file = file.name, .title = read.title, .read = read.fields_read, .missing = read.fields_missing};
  for (const formats::Flag flag : read.flags) out.flags.emplace_back(formats::name(flag));
  return out;
}

// What the record has of it, and whether publishing would add to that.
void add_held(DraftDecision& line, const decision::Recognised& here, const decision::ImportFacts& facts,
              const std::set<Index>& changed) {
  line.perhaps = here.match.proposed;
  line.decision = here.match.exact;
  const auto held = facts.on_record.find(here.match.exact);
  if (held == facts.on_record.end()) return;
  if (!held->second.is_taken && !line.is_coming) {
    line.held_as = HeldAs::coming_first;
  } else {
    line.held_as = changed.count(here.match.exact) != 0 ? HeldAs::otherwise : HeldAs::same;
  }
}

std::vector<DraftDecision> lines_of(Reader& reader, Day today, FileRead file, Index body, const PutRights& put_right,
                                    std::int64_t& nth) {
  std::vector<DraftDecision> out;
  const std::int64_t before = nth;
  decision::FromFile from = from_file(file, body_of(reader, body, file.read), put_right, nth);
  const auto facts = decision::look_import(reader, reader.size(), today, from);
  kernel::Changes tried;
  const auto done = decision::add_imported(tried, facts, source_of(file, "", today), std::move(from));
  const std::set<Index> changed(done.changed.begin(), done.changed.end());

  std::int64_t here = before;
  for (std::size_t i = 0; i < file.read.decisions.size(); ++i) {
    const formats::ReadDecision& read = file.read.decisions[i];
    DraftDecision line = line_of(read, file, ++here);
    line.is_put_right = put_right.count(here) != 0;
    for (const formats::Suggestion& one : read.suggestions) {
      const std::string part = part_of(one.field);
      const bool is_missing = std::find(line.missing.begin(), line.missing.end(), part) != line.missing.end();
      if (is_missing) line.offered.push_back({.part = part, .heading = one.heading, .words = one.words});
    }
    add_held(line, facts.taken[i], facts, changed);
    out.push_back(std::move(line));
  }
  for (std::size_t i = 0; i < file.read.coming.size(); ++i) {
    DraftDecision line = line_of(file.read.coming[i], file, ++here);
    line.is_coming = true;
    add_held(line, facts.coming[i], facts, changed);
    out.push_back(std::move(line));
  }
  return out;
}

// Of a draft's decision: its words as the form holds them.
Json form_of(const formats::ReadDecision& read, const std::string& take) {
  std::vector<std::string> options = read.alternatives, interests = read.interests, powers = read.powers;
  std::string reasons = join(read.reasons, "\n\n");
  for (const formats::Suggestion& one : read.suggestions) {
    if (part_of(one.field) != take) continue;
    if (take == "reasons") reasons += (reasons.empty() ? "" : "\n\n") + one.words;
    if (take == "options") options.push_back(one.words);
    if (take == "interests") interests.push_back(one.words);
    if (take == "powers") powers.push_back(one.words);
  }
  Json out = Json::object({{"interests", join(interests, "\n")},
                           {"maker", read.maker},
                           {"no_interests", read.no_interests},
                           {"options", join(options, "\n")},
                           {"powers", join(powers, "\n")},
                           {"reasons", reasons},
                           {"title", read.title},
                           {"what", join(read.what, "\n\n")}});
  if (read.decided) out.set("on", read.decided->iso());
  if (read.published) out.set("published", read.published->iso());
  if (read.effective) out.set("effective", read.effective->iso());
  return out;
}

}  // namespace

std::optional<Json> draft_form_start(const Seeing& seeing) {
  const auto draft = decision::draft_at(seeing.reader, seeing.index("draft"));
  if (!draft) return std::nullopt;
  Problems problems;
  const std::int64_t wanted = seeing.index("nth").value;
  std::int64_t nth = 0;
  for (FileRead& file : read_decision_files({.files = draft->files}, problems)) {
    const std::int64_t first = nth;
    from_file(file, draft->row.body, draft->put_right, nth);
    const std::int64_t at = wanted - first - 1;
    if (at >= 0 && at < static_cast<std::int64_t>(file.read.decisions.size())) {
      return form_of(file.read.decisions[static_cast<std::size_t>(at)], seeing.asked("take"));
    }
  }
  return std::nullopt;
}

Result<DraftPage> DraftPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto draft = decision::draft_at(reader, seeing.index("draft"));
  if (!draft)
    return problem(Code::not_found, "draft",
                   msg("This draft is not here. It was published, dropped or is older than 30 days."));
  DraftPage view{.draft = {.row = draft->row, .kept_until = draft->row.made_on + decision::draft_days},
                 .page = seeing.page()};
  if (draft->row.body.is_set()) view.draft.body_name = place::body_name(reader, draft->row.body);
  Problems problems;
  const std::int64_t skipped = (view.page - 1) * a_page;
  std::int64_t nth = 0;
  for (FileRead& file : read_decision_files({.files = draft->files}, problems)) {
    for (DraftDecision& line :
         lines_of(reader, seeing.today, std::move(file), draft->row.body, draft->put_right, nth)) {
      if (line.held_as == HeldAs::otherwise) ++view.would_change;
      if (line.held_as == HeldAs::fresh || line.held_as == HeldAs::coming_first) ++view.would_be_new;
      if (line.nth > skipped && line.nth <= skipped + a_page) view.decisions.push_back(std::move(line));
    }
  }
  view.has_more = nth > skipped + a_page;
  return view;
}

Result<DraftList> DraftList::see(const Seeing& seeing) {
  return DraftList{.drafts = decision::waiting_drafts(seeing.reader, seeing.actor)};
}

}  // namespace alongside::import
