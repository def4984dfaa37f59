// The API: every command as POST /api/<place>/<its words>, described by /api/openapi.json; both made from the same rows as
// the forms and the command line.
#pragma once

#include "base/json.h"
#include "faces/web/visit.h"

namespace alongside::web {

// `rest` is what follows the place: "/decision/take".
void api(const Visit& visit, std::string_view rest, Reply reply);

// OpenAPI 3.0.
Json openapi(const kernel::House& house);

}  // namespace alongside::web
