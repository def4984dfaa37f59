#include "kernel/empty_place.h"

#include "base/text.h"
#include "kernel/log.h"
#include "kernel/migrate.h"

namespace alongside::kernel {
namespace {

std::string mark_of(const LookupKey& lookup) { return base64url(lookup.digest("vault", "")); }

}  // namespace

std::optional<LookupKey> lookup_key(const store::Vault& vault) {
  const auto key = vault.key(0);
  if (!key) return std::nullopt;
  return LookupKey{
      std::string(view(hmac_sha256({reinterpret_cast<const char*>(key->data()), key->size()}, "alongside/lookup/v1")))};
}

void prepare_empty_place(const House& house, store::Connection& connection, const LookupKey& lookup,
                         const FirstSettings& settings) {
  create_all_tables(house, connection);
  const Digest root = record::empty_root();
  connection.run("INSERT INTO head (one, size, root, edge, version, schema_number) VALUES (1, 0, $1, $2, 0, $3)",
                 {store::Blob{std::string(view(root))}, store::Blob{}, schema_number});
  connection.run("INSERT INTO counters (name, value) VALUES ('person', 0)", {});
  for (const auto& [name, value] : {std::pair<std::string, std::string>{"zone", settings.zone},
                                    {"sample", settings.sample ? "yes" : "no"},
                                    {"vault", mark_of(lookup)}}) {
    connection.run("INSERT INTO settings (name, value) VALUES ($1, $2)", {name, value});
  }
}

std::string setting(store::Connection& connection, const std::string& name) {
  std::string out;
  connection.each("SELECT value FROM settings WHERE name = $1", {name},
                  [&](const store::Row& row) { out = row.text(0); });
  return out;
}

bool vault_fits(store::Connection& connection, const LookupKey& lookup) {
  const std::string mark = setting(connection, "vault");
  return mark.empty() || mark == mark_of(lookup);
}

}  // namespace alongside::kernel
