// How decisions hang together across bodies.
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/json.h"
#include "commons/decision/reading.h"
#include "commons/decision/views.h"
#include "commons/place/views.h"

namespace alongside::decision {
namespace {

using kernel::Reader;

// Of one decision, each way. A decision with a thousand links shows the first of them; the page says that there are
// more.
constexpr std::string_view links_max = " ORDER BY idx LIMIT 100";

std::vector<LinkRow> links_of(Reader& reader, Index decision) {
  auto out = reader.all<LinkRow>("WHERE decision = $1" + std::string(links_max), {decision.value});
  const auto back = reader.all<LinkRow>("WHERE to_decision = $1" + std::string(links_max), {decision.value});
  out.insert(out.end(), back.begin(), back.end());
  return out;
}

std::optional<Elsewhere> elsewhere_of(Reader& reader, Index link) {
  const auto entry = reader.entry(link);
  if (!entry) return std::nullopt;
  const auto parsed = parse_json(*entry);
  const Json* body = parsed ? parsed->find("body") : nullptr;
  if (body == nullptr) return std::nullopt;
  auto act = kernel::read_as<DecisionLinked>(*body, kernel::From::entry);
  return act ? act->elsewhere : std::nullopt;
}

}  // namespace

Chain chain_of(Reader& reader, Index decision) {
  Chain out;
  std::map<Index, LinkRow> links;  // by act: each is met from both ends
  std::set<Index> met{decision};
  std::deque<Index> to_visit{decision};
  while (!to_visit.empty()) {
    const Index here = to_visit.front();
    to_visit.pop_front();
    for (const LinkRow& link : links_of(reader, here)) {
      if (!link.to.is_set()) {
        if (auto elsewhere = elsewhere_of(reader, link.index)) out.elsewhere.push_back(std::move(*elsewhere));
        continue;
      }
      const Index other = link.decision == here ? link.to : link.decision;
      if (met.count(other) == 0) {
        if (met.size() >= chain_max) {
          out.is_cut = true;
          continue;
        }
        met.insert(other);
        to_visit.push_back(other);
      }
      links.emplace(link.index, link);
    }
  }
  if (met.size() == 1) return out;

  std::vector<DecisionRow> rows;
  for (const Index index : met) {
    if (auto row = row_of(reader, index)) rows.push_back(std::move(*row));
  }
  std::sort(rows.begin(), rows.end(), [](const DecisionRow& a, const DecisionRow& b) {
    return a.sort_day != b.sort_day ? a.sort_day < b.sort_day : a.index < b.index;
  });
  std::map<Index, std::size_t> place_of;
  for (const DecisionRow& row : rows) {
    place_of.emplace(row.index, out.decisions.size());
    out.decisions.push_back({.decision = row.index,
                             .title = title_of(reader, row),
                             .body = row.body,
                             .body_name = row.body.is_set() ? place::body_name(reader, row.body) : Text{},
                             .on = row.on ? row.on : row.due,
                             .here = row.index == decision});
  }
  for (const auto& [act, link] : links) {
    const auto from = place_of.find(link.decision);
    const auto to = place_of.find(link.to);
    if (from == place_of.end() || to == place_of.end() || from == to) continue;
    ChainLine& line = out.decisions[from->second];
    line.hangs_on.push_back(to->second);
    line.links.push_back(link.link);
  }
  if (out.decisions.size() == 1) out.decisions.clear();
  return out;
}

}  // namespace alongside::decision
