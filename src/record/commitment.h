// A commitment stands in an entry where words would: it fixes them and does not show them. With the salt and the words
// gone nobody can tell what it stood for.
//
//   c = HMAC-SHA256(salt, "alongside/commit/v1\n" || field path || 0x00 || words)
//
// The field path is the keys joined by "/", array places in decimal: "options/0/why_not". The words are as as_words()
// (base/text.h) leaves them. In an entry: {"c":"43 characters of base64url"}.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/json.h"

namespace alongside::record {

using Salt = std::array<std::uint8_t, 32>;  // random, one for each item and field; the caller brings the chance

Digest commit(const Salt& salt, std::string_view field_path, std::string_view words);
std::string commitment_text(const Digest& commitment);
Json commitment_json(const Digest& commitment);  // {"c":"…"}
Result<Digest> parse_commitment(std::string_view text);

struct Committed {
  std::string field;
  Digest commitment{};
  friend bool operator==(const Committed&, const Committed&) = default;
};
// Every commitment in an entry's body with its field path, in the order of the bytes. An object is one when its only
// key is "c" and that holds 43 characters of base64url that stand for 32 bytes.
std::vector<Committed> commitments(const Json& body);

}  // namespace alongside::record
