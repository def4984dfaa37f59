// What a place holds before its first act: tables, the head of an empty record, settings, and the house's own key.
#pragma once

#include <string>

#include "kernel/house.h"
#include "kernel/reader.h"
#include "store/vault.h"

namespace alongside::kernel {

// The key of look-ups, made from the vault's first slot. Nothing: that slot is lost.
std::optional<LookupKey> lookup_key(const store::Vault& vault);

struct FirstSettings {
  std::string zone;  // the days of this record are days there
  bool sample = false;
};
// In an empty database, inside the caller's transaction.
void prepare_empty_place(const House& house, store::Connection& connection, const LookupKey& lookup,
                         const FirstSettings& settings);

std::string setting(store::Connection& connection, const std::string& name);  // empty: there is none
// A flipped byte in the vault's first slot would only make every look-up fail: this tells. A place without the mark
// fits.
bool vault_fits(store::Connection& connection, const LookupKey& lookup);

}  // namespace alongside::kernel
