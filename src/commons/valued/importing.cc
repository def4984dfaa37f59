#include "commons/valued/importing.h"

#include "commons/valued/apply.h"

namespace alongside::valued {

Index known_by(kernel::Reader& reader, const std::string& key) {
  Index out;
  if (key.empty()) return out;
  reader.each("SELECT valued FROM valued_keys WHERE key = $1", {store::Blob{key}},
              [&](const store::Row& row) { out.value = row.integer(0); });
  return out;
}

void keep_known(kernel::Changes& changes, const std::string& key, Index valued) {
  if (key.empty()) return;
  changes.run("INSERT INTO valued_keys (key, valued) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
              {store::Blob{key}, valued.value});
}

StatusNow status_now(kernel::Reader& reader, Index valued) {
  StatusNow out;
  const auto row = reader.one<ValuedRow>("WHERE idx = $1", {valued.value});
  if (!row) return out;
  out.status = row->status;
  if (!row->status_act.is_set()) return out;
  const auto said = reader.one<HistoryRow>("WHERE idx = $1", {row->status_act.value});
  out.said_by_a_person = said && !said->source.is_set();
  return out;
}

}  // namespace alongside::valued
