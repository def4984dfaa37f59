// The keys of signed notes (C2SP signed-note, tlog-cosignature): a name, a kind, 32 bytes of Ed25519.
//
// Key id = SHA256(name || 0x0A || kind || public key)[0:4], big-endian. A verifier key is published as
// name+hex8(key id)+base64(kind || public key).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace alongside::record {

enum class KeyKind : std::uint8_t {
  ed25519 = 1,      // a log's own signature, over the text
  cosignature = 4,  // a witness's, with the moment at which it saw the checkpoint
};

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

struct Verifier {
  std::string name;
  KeyKind kind = KeyKind::ed25519;
  PublicKey key{};
  std::uint32_t id = 0;  // follows from the other three
  friend bool operator==(const Verifier&, const Verifier&) = default;
};

Verifier make_verifier(std::string name, KeyKind kind, const PublicKey& key);
std::uint32_t key_id(std::string_view name, std::uint8_t kind, std::string_view public_key);
// A key name: not empty, no white space, no plus, UTF-8.
bool is_key_name(std::string_view name);

std::string verifier_key_text(const Verifier& verifier);
// Malformed: not three parts, a bad name or base64, another length. does_not_match: the id is not this key's.
// not_supported: a kind other than the two above.
Result<Verifier> parse_verifier_key(std::string_view text);

class SigningKey {
 public:
  // From a 32-byte seed: the only secret. Refused: another length, a bad name.
  static Result<SigningKey> from_seed(std::string name, KeyKind kind, std::string_view seed);
  const Verifier& verifier() const { return verifier_; }
  Signature sign(std::string_view message) const;

 private:
  SigningKey() = default;
  Verifier verifier_;
  std::array<std::uint8_t, 64> secret_{};
};

// libsodium's rule: cofactorless; small-order keys and R, and S that is not reduced, are refused.
bool verifies(const PublicKey& key, std::string_view message, const Signature& signature);

}  // namespace alongside::record
