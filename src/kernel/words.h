// How words are sealed: salt and words lie in one box; the box's key lies in the vault. Destroy the key, and they are gone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kernel/fields.h"
#include "record/commitment.h"
#include "store/vault.h"

namespace alongside::kernel {

struct Opened {
  record::Salt salt{};
  std::string words;
};

// The box is bound to its act and field: moved to another row, it does not open.
std::string seal_words(const store::Key& key, const Opened& opened, Index act, std::string_view field);
std::optional<Opened> open_words(const store::Key& key, std::string_view box, Index act, std::string_view field);

// What the box of a private text of this name is bound to.
std::string private_bound(std::string_view name);

}  // namespace alongside::kernel
