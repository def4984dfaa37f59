// The form of a command, made from its row: the fields it names, in its order, with its words.
#pragma once

#include "html/form.h"
#include "kernel/concern.h"

namespace alongside::web {

inline constexpr const char* key_field = "idempotency_key";

html::Form form_of(const kernel::Command& command, const kernel::Seeing& seeing, const html::Url& action, const html::Say& say);

}  // namespace alongside::web
