// How the command line speaks to a running server: HTTP over the socket beside the data.
#pragma once

#include <chrono>
#include <string>

#include "faces/web/http.h"

namespace alongside::web {

// Waits for the answer. Uses method, path, query, headers and body of the request. not_found: no server listens there;
// cannot_read: it went away or answered in no way we understand; too_many: it took longer than `patience`.
Result<Response> call(const std::string& socket_path, const Request& request,
                      std::chrono::seconds patience = std::chrono::seconds(600));

}  // namespace alongside::web
