#include "commons/valued/same.h"

#include <algorithm>

#include "commons/valued/pairs.h"

namespace alongside::valued {
namespace {

using kernel::Reader;

Day recorded(Reader& reader, Index index) {
  const auto stamp = reader.stamp(index);
  return stamp ? stamp->at : Day();
}

SameSide side_of(Reader& reader, Index index) {
  const auto row = reader.one<ValuedRow>("WHERE idx = $1", {index.value});
  SameSide out{.run_by = reader.words(index, "run_by"),
               .accounts = accounts_of(reader, index),
               .recorded = recorded(reader, index)};
  if (auto line = valued(reader, index)) out.line = std::move(*line);
  if (row && row->source.is_set()) out.source = reader.words(row->source, "address");
  return out;
}

}  // namespace

Result<SamePage> SamePage::see(const kernel::Seeing& seeing) {
  const Pairs known = valued::pairs(seeing.reader);
  SamePage out{.of = static_cast<std::int64_t>(known.waiting.size()), .page = seeing.page()};
  const std::int64_t from = std::min((out.page - 1) * pairs_a_page, out.of);
  const std::int64_t to = std::min(from + pairs_a_page, out.of);
  for (std::int64_t i = from; i < to; ++i) {
    const Pair& pair = known.waiting[static_cast<std::size_t>(i)];
    out.pairs.push_back({.valued = side_of(seeing.reader, pair.valued), .maybe = side_of(seeing.reader, pair.maybe)});
  }
  return out;
}

std::optional<SameWaiting> same_waiting(Reader& reader) {
  const Pairs known = pairs(reader);
  if (known.waiting.empty()) return std::nullopt;
  return SameWaiting{.pairs = static_cast<std::int64_t>(known.waiting.size()),
                     .since = recorded(reader, known.waiting.front().valued)};
}

}  // namespace alongside::valued
