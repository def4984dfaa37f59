// The key of a place's record, in a file beside the vault (0600).
//
// Three lines: its name (the origin), its seed in base64, and the verifier key that follows from both, so that a
// flipped byte shows. A copy of another's record holds one line, the verifier key of the original: it cannot sign.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "record/key.h"

namespace alongside::kernel {

struct PlaceKey {
  record::Verifier verifier;
  std::optional<record::SigningKey> signs;  // nothing: a copy
};

// A new key, not written yet. An empty origin becomes "alongside.invalid/<place>/<8 hex of the public key's hash>".
struct NewKey {
  record::SigningKey key;
  std::string file_bytes;
};
Result<NewKey> make_key(const std::string& origin, const std::string& place);

// Replaces the file as a whole, synced.
void write_key_file(const std::string& file, const NewKey& key);
void write_key_file(const std::string& file, const record::Verifier& original);
// Problems name the file and the line.
Result<PlaceKey> read_key_file(const std::string& file);

}  // namespace alongside::kernel
