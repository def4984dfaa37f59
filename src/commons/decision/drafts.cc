#include "commons/decision/drafts.h"

#include "base/json.h"
#include "commons/place/views.h"

namespace alongside::decision {
namespace {

using kernel::Changes;
using kernel::Reader;

std::string about_name(Index draft) { return "draft/" + std::to_string(draft.value); }
std::string file_name(Index draft, std::int64_t nth) { return about_name(draft) + "/" + std::to_string(nth); }

// The address, the files' names and the corrections, as one sealed text.
std::string about(const Draft& draft) {
  Json names = Json::array(), corrections = Json::array();
  for (const File& file : draft.files) names.push(file.name);
  for (const auto& [nth, one] : draft.put_right) corrections.push(kernel::view_json(one));
  return Json::object({{"files", std::move(names)}, {"put_right", std::move(corrections)}, {"source", draft.source}})
      .canonical();
}

}  // namespace

std::optional<Draft> draft_at(Reader& reader, Index draft) {
  const auto row = reader.one<DraftRow>("WHERE draft = $1", {draft.value});
  if (!row) return std::nullopt;
  const auto text = reader.private_text(about_name(draft));
  if (!text) return std::nullopt;
  const auto json = parse_json(*text);
  if (!json) return std::nullopt;
  Draft out{.row = *row, .source = json->find("source")->string()};
  for (const Json& name : json->find("files")->items()) {
    auto bytes = reader.private_text(file_name(draft, static_cast<std::int64_t>(out.files.size())));
    if (!bytes) return std::nullopt;
    out.files.push_back({.name = name.string(), .bytes = std::move(*bytes)});
  }
  for (const Json& each : json->find("put_right")->items()) {
    if (auto one = kernel::read_as<PutRight>(each, kernel::From::request)) out.put_right[one->nth] = *one;
  }
  return out;
}

void keep_draft(Changes& changes, const Draft& draft) {
  changes.keep(draft.row);
  changes.keep_private(about_name(draft.row.draft), {draft.row.person}, about(draft));
  for (std::size_t i = 0; i < draft.files.size(); ++i) {
    changes.keep_private(file_name(draft.row.draft, static_cast<std::int64_t>(i)), {draft.row.person},
                         draft.files[i].bytes);
  }
}

void keep_put_right(Changes& changes, const Draft& draft) {
  changes.keep_private(about_name(draft.row.draft), {draft.row.person}, about(draft));
  changes.run("UPDATE import_drafts SET with_gaps = $1 WHERE draft = $2", {draft.row.with_gaps, draft.row.draft.value});
}

void drop_draft(Changes& changes, const DraftRow& draft) {
  changes.run("DELETE FROM import_drafts WHERE draft = $1", {draft.draft.value});
  changes.keep_private(about_name(draft.draft), {draft.person}, "");
  for (std::int64_t i = 0; i < draft.files; ++i) changes.keep_private(file_name(draft.draft, i), {draft.person}, "");
}

bool may_see(const kernel::Actor& actor, const DraftRow& draft) {
  return actor.is_keeper() || actor.is_officer_of(draft.body);
}

std::vector<DraftLine> waiting_drafts(Reader& reader, const kernel::Actor& actor) {
  std::vector<DraftLine> out;
  for (const DraftRow& row : reader.all<DraftRow>("ORDER BY made_day, draft")) {
    if (!may_see(actor, row)) continue;
    out.push_back({.row = row,
                   .body_name = row.body.is_set() ? place::body_name(reader, row.body) : Text{},
                   .kept_until = row.made_on + draft_days});
  }
  return out;
}

Result<Changes> forget_old_drafts(const kernel::Situation& situation) {
  Changes changes;
  const Day first_kept = situation.today - draft_days;
  for (const DraftRow& row :
       situation.reader.all<DraftRow>("WHERE made_day < $1 ORDER BY draft", {kernel::to_value(first_kept)})) {
    drop_draft(changes, row);
  }
  return changes;
}

}  // namespace alongside::decision
