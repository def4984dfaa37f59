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

Index stands_as(kernel::Reader& reader, Index valued) {
  const auto row = reader.one<ValuedRow>("WHERE idx = $1", {valued.value});
  return row && row->merged_into.is_set() ? row->merged_into : valued;
}

void keep_known(kernel::Changes& changes, const std::string& key, Index valued) {
  if (key.empty()) return;
  changes.run("INSERT INTO valued_keys (key, valued) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
              {store::Blob{key}, valued.value});
}

std::vector<Told> told(kernel::Reader& reader) {
  std::vector<Told> out;
  reader.each("SELECT COALESCE(v.merged_into, v.idx), t.edition, t.address, t.name FROM valued_told t JOIN valued v ON v.idx = t.valued "
              "ORDER BY t.valued, t.edition",
              {}, [&](const store::Row& row) {
                const auto key = [&](int column) { return row.is_null(column) ? std::string() : std::string(row.blob(column)); };
                out.push_back({{row.integer(0)}, std::string(row.text(1)), key(2), key(3)});
              });
  return out;
}

void keep_told(kernel::Changes& changes, const Told& told) {
  const auto key = [](const std::string& bytes) { return bytes.empty() ? store::Value() : store::Value(store::Blob{bytes}); };
  changes.run("INSERT INTO valued_told (valued, edition, address, name) VALUES ($1, $2, $3, $4) ON CONFLICT (valued, edition) DO NOTHING",
              {told.valued.value, told.edition, key(told.address), key(told.name)});
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
