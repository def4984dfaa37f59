// The key of a place's record, in a file beside the vault (0600): two lines, its name (the origin) and its seed in base64.
#pragma once

#include <string>

#include "base/result.h"
#include "record/key.h"

namespace alongside::kernel {

// Makes a new key and writes it. An empty origin becomes "alongside.invalid/<place>/<8 hex of the public key's hash>".
Result<record::SigningKey> make_key_file(const std::string& file, const std::string& origin, const std::string& place);
Result<record::SigningKey> read_key_file(const std::string& file);

}  // namespace alongside::kernel
