#include "base/said.h"

#include "base/text.h"

namespace alongside {

bool is_blank(const Said& said) { return trimmed(said.words()).empty(); }

}  // namespace alongside
