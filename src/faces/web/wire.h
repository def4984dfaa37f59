// An answer as bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faces/web/http.h"

namespace alongside::web {

// What of the request decides how its answer is written.
struct Asked {
  bool head = false;        // HEAD: no body
  bool gzip = false;        // gzip is understood
  bool keep_alive = false;  // the connection may go on
  bool http_1_0 = false;
};

struct Wire {
  std::string head;                         // status line and fields, with the empty line
  std::shared_ptr<const std::string> body;  // null: none is sent
};

// Compresses where it is worth it. Throws std::invalid_argument for a header name or value that could begin another
// header, and for a status that no final answer has. `base` are the fields that stand unless the answer sets its own.
Wire to_wire(Response response, const Asked& asked, const std::vector<std::pair<std::string, std::string>>& base);

}  // namespace alongside::web
