#include "commons/valued/views.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "commons/place/views.h"
#include "commons/valued/importing.h"

namespace alongside::valued {
namespace {

using kernel::Reader;
using kernel::Seeing;

ValuedLine line_of(Reader& reader, const ValuedRow& row) {
  return {.valued = row.index, .name = reader.words(row.index, "name"), .where = reader.words(row.index, "where"), .support = row.support,
          .status = row.status, .since = row.status_act.is_set() ? row.status_on : row.opened, .unexplained = row.is_unexplained()};
}

// The rows of one place: its own, and those of what was put together with it.
constexpr const char* of_one = "WHERE valued IN (SELECT idx FROM valued WHERE idx = $1 OR merged_into = $1) ORDER BY idx";

// A decision's title stands in its first act; corrections of it are the decision page's business.
Text title_of(Reader& reader, Index decision) { return reader.words(decision, "title"); }

std::vector<Happened> history_of(Reader& reader, Index valued) {
  std::vector<Happened> out;
  for (const HistoryRow& row : reader.all<HistoryRow>("WHERE valued = $1 ORDER BY idx DESC", {valued.value})) {
    Happened one{.act = row.index, .status = row.status, .on = row.on, .words = reader.words(row.index, "words"), .moved_to = row.moved_to};
    if (const auto stamp = reader.stamp(row.index)) one.recorded = stamp->at;
    if (row.moved_to.is_set()) one.moved_to_name = reader.words(row.moved_to, "name");
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<AlsoLine> also_of(Reader& reader, Index valued) {
  std::vector<AlsoLine> out;
  for (const ValuedRow& row : reader.all<ValuedRow>("WHERE merged_into = $1 ORDER BY idx", {valued.value})) {
    AlsoLine one{.valued = row.index, .name = reader.words(row.index, "name"), .where = reader.words(row.index, "where"),
                 .history = history_of(reader, row.index)};
    if (const auto merge = reader.one<MergeRow>("WHERE valued = $1", {row.index.value})) one.act = merge->index;
    if (const auto stamp = reader.stamp(one.act)) one.merged_on = stamp->at;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::vector<Item> items_of(Reader& reader, Index valued) {
  std::vector<Item> out;
  for (const ReplacementRow& row : reader.all<ReplacementRow>("WHERE valued IN (SELECT idx FROM valued WHERE idx = $1 OR merged_into = $1) ORDER BY outcome, idx", {valued.value})) {
    out.push_back({row.index, row.outcome, reader.words(row.index, "what")});
  }
  return out;
}

std::vector<Text> accounts_of(Reader& reader, Index valued) {
  std::vector<Text> out;
  reader.each("SELECT idx FROM valued_accounts WHERE about IN (SELECT idx FROM valued WHERE idx = $1 OR merged_into = $1) ORDER BY idx",
              {valued.value}, [&](const store::Row& row) { out.push_back(reader.words({row.integer(0)}, "words")); });
  return out;
}

std::optional<ValuedLine> valued(Reader& reader, Index index) {
  const auto row = reader.one<ValuedRow>("WHERE idx = $1", {index.value});
  if (!row) return std::nullopt;
  return line_of(reader, *row);
}

std::vector<ValuedLine> unexplained_losses(Reader& reader, std::int64_t limit) {
  std::vector<ValuedLine> out;
  const char* newest_first = "WHERE is_loss = 1 AND decisions = 0 AND merged_into IS NULL ORDER BY status_act DESC NULLS LAST, idx DESC LIMIT $1";
  for (const ValuedRow& row : reader.all<ValuedRow>(newest_first, {limit})) {
    out.push_back(line_of(reader, row));
  }
  return out;
}

std::int64_t count_unexplained(Reader& reader) {
  return reader.count("SELECT COUNT(*) FROM valued WHERE is_loss = 1 AND decisions = 0 AND merged_into IS NULL");
}

std::vector<html::Choice> valued_choices(const Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  for (const ValuedRow& row : seeing.reader.all<ValuedRow>("WHERE merged_into IS NULL ORDER BY idx LIMIT 500")) {
    const Text name = seeing.reader.words(row.index, "name");
    out.push_back(html::choice_named(std::to_string(row.index.value), name.is_shown() ? name.words : say.plain("Name erased")));
  }
  return out;
}

std::vector<Touched> touched_by(Reader& reader, Index decision) {
  std::vector<Touched> out;
  std::set<Index> seen;
  for (const LinkRow& link : reader.all<LinkRow>("WHERE decision = $1 ORDER BY idx", {decision.value})) {
    const Index place = stands_as(reader, link.valued);
    auto line = valued(reader, place);
    if (!line || !seen.insert(place).second) continue;
    Touched one{.line = std::move(*line), .touch = link.touch};
    for (const Item& item : items_of(reader, place)) one.items.emplace_back(item.outcome, item.what);
    for (const LossRow& loss : reader.all<LossRow>(of_one, {place.value})) {
      one.losses.push_back(reader.words(loss.index, "words"));
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<AboutIt> about_it(const Seeing& seeing, Index index) {
  Reader& reader = seeing.reader;
  std::vector<kernel::AboutLine> lines = seeing.about(index);
  for (const ValuedRow& other : reader.all<ValuedRow>("WHERE merged_into = $1 ORDER BY idx", {index.value})) {
    for (kernel::AboutLine& line : seeing.about(other.index)) lines.push_back(std::move(line));
  }
  std::vector<AboutIt> out;
  std::set<std::pair<std::string, std::string>> seen;  // a work that touches two which are one now is said once
  for (kernel::AboutLine& line : lines) {
    if (!seen.emplace(line.kind, line.path).second) continue;
    const auto stamp = reader.stamp(line.index);
    out.push_back({.line = std::move(line), .recorded = stamp ? stamp->at : Day()});
  }
  const auto rank = [](const kernel::AboutLine& one) { return !one.is_open ? 2 : one.kind == "work" ? 0 : 1; };
  std::sort(out.begin(), out.end(), [&rank](const AboutIt& a, const AboutIt& b) {
    if (rank(a.line) != rank(b.line)) return rank(a.line) < rank(b.line);
    return std::tie(b.line.index, b.line.path) < std::tie(a.line.index, a.line.path);
  });
  return out;
}

Result<Register> Register::see(const Seeing& seeing) {
  Register out{.page = seeing.page(), .only_unexplained = seeing.asked("show") == "unexplained"};
  out.unexplained = count_unexplained(seeing.reader);
  out.of = out.only_unexplained ? out.unexplained : seeing.reader.count("SELECT COUNT(*) FROM valued WHERE merged_into IS NULL");
  const std::int64_t from = (out.page - 1) * lines_a_page;
  const auto rows = out.only_unexplained
                        ? seeing.reader.all<ValuedRow>("WHERE is_loss = 1 AND decisions = 0 AND merged_into IS NULL ORDER BY idx LIMIT $1 OFFSET $2", {lines_a_page, from})
                        : seeing.reader.all<ValuedRow>("WHERE merged_into IS NULL ORDER BY idx LIMIT $1 OFFSET $2", {lines_a_page, from});
  for (const ValuedRow& row : rows) out.lines.push_back(line_of(seeing.reader, row));
  return out;
}

Result<ValuedPage> ValuedPage::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  const Index index = seeing.index("valued");
  const auto row = reader.one<ValuedRow>("WHERE idx = $1", {index.value});
  if (!row) return problem(Code::not_found, "", msg("There is no place or group of this number on the register."));
  ValuedPage out{.line = line_of(reader, *row), .what_for = reader.words(index, "what_for"), .run_by = reader.words(index, "run_by"),
                 .body = place::body_name(reader, row->body), .body_index = row->body, .opened = row->opened};
  if (row->merged_into.is_set()) out.moved_to = "/valued/" + std::to_string(row->merged_into.value);
  if (const auto stamp = reader.stamp(index)) out.recorded = stamp->at;
  out.history = history_of(reader, index);
  out.also = also_of(reader, index);
  out.items = items_of(reader, index);
  for (const LossRow& loss : reader.all<LossRow>(of_one, {index.value})) {
    out.losses.push_back({loss.index, reader.words(loss.index, "words"), loss.people, loss.on});
  }
  std::set<Index> decisions;
  for (const LinkRow& link : reader.all<LinkRow>(of_one, {index.value})) {
    if (decisions.insert(link.decision).second) out.decisions.push_back({link.decision, title_of(reader, link.decision), link.touch});
  }
  out.accounts = accounts_of(reader, index);
  out.asked = about_it(seeing, index);
  out.may_change = seeing.actor.may_register();
  return out;
}

}  // namespace alongside::valued
