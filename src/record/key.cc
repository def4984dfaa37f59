#include "record/key.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "base/text.h"

namespace alongside::record {
namespace {

std::string_view bytes_of(const PublicKey& key) { return {reinterpret_cast<const char*>(key.data()), key.size()}; }

const unsigned char* unsigned_bytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Problems malformed(Message expected, std::string found = {}) {
  return problem(Code::malformed, "key", std::move(expected), std::move(found));
}

std::string hex8(std::uint32_t id) {
  const char bytes[4] = {char(id >> 24), char(id >> 16), char(id >> 8), char(id)};
  return hex({bytes, 4});
}

}  // namespace

std::uint32_t key_id(std::string_view name, std::uint8_t kind, std::string_view public_key) {
  const char between[2] = {'\n', static_cast<char>(kind)};
  const Digest hash = sha256(name, {between, 2}, public_key);
  return std::uint32_t(hash[0]) << 24 | std::uint32_t(hash[1]) << 16 | std::uint32_t(hash[2]) << 8 | hash[3];
}

bool is_key_name(std::string_view name) {
  if (name.empty() || !is_utf8(name)) return false;
  if (std::any_of(name.begin(), name.end(), [](char c) { return c == '+' || c == 0x7f || (c >= 0 && c <= ' '); })) {
    return false;
  }
  // White space outside ASCII (Unicode's White_Space property), as UTF-8.
  constexpr std::string_view spaces[] = {"\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
                                         "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
                                         "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};
  return std::none_of(std::begin(spaces), std::end(spaces),
                      [&](std::string_view space) { return name.find(space) != std::string_view::npos; });
}

Verifier make_verifier(std::string name, KeyKind kind, const PublicKey& key) {
  const std::uint32_t id = key_id(name, static_cast<std::uint8_t>(kind), bytes_of(key));
  return {.name = std::move(name), .kind = kind, .key = key, .id = id};
}

std::string verifier_key_text(const Verifier& verifier) {
  const std::string typed = std::string(1, static_cast<char>(verifier.kind)) + std::string(bytes_of(verifier.key));
  return verifier.name + "+" + hex8(verifier.id) + "+" + base64(typed);
}

Result<Verifier> parse_verifier_key(std::string_view text) {
  // Base64 may hold a plus, a name and an id never do: the first two are the separators.
  const std::size_t first = text.find('+');
  const std::size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) return malformed(msg("Give a verifier key: NAME+ID+KEY."), std::string(text));
  const std::string_view name = text.substr(0, first);
  const std::string_view id = text.substr(first + 1, second - first - 1);
  if (!is_key_name(name)) return malformed(msg("A key's name has no white space and no plus."), std::string(name));
  const auto id_bytes = from_hex(id);
  if (!id_bytes || id_bytes->size() != 4) return malformed(msg("A key's id has eight digits."), std::string(id));
  const auto typed = from_base64(text.substr(second + 1));
  if (!typed || typed->empty()) return malformed(msg("The key is not in base64."));
  const auto kind = static_cast<std::uint8_t>(typed->front());
  if (kind != 1 && kind != 4) {
    return problem(Code::not_supported, "key", msg("Give an Ed25519 key (kind 1 or 4)."), std::to_string(kind));
  }
  if (typed->size() != 33) return malformed(msg("An Ed25519 key has 32 bytes."), std::to_string(typed->size() - 1));
  PublicKey key;
  std::memcpy(key.data(), typed->data() + 1, key.size());
  Verifier verifier = make_verifier(std::string(name), KeyKind(kind), key);
  if (hex8(verifier.id) != id) {
    return problem(Code::does_not_match, "key", msg("This id is not that of the key and its name."), std::string(id));
  }
  return verifier;
}

Result<SigningKey> SigningKey::from_seed(std::string name, KeyKind kind, std::string_view seed) {
  if (!is_key_name(name)) return malformed(msg("A key's name has no white space and no plus."), std::move(name));
  if (seed.size() != 32) return malformed(msg("The seed of a key has 32 bytes."), std::to_string(seed.size()));
  SigningKey key;
  PublicKey half;
  crypto_sign_seed_keypair(half.data(), key.secret_.data(), unsigned_bytes(seed));
  key.verifier_ = make_verifier(std::move(name), kind, half);
  return key;
}

Signature SigningKey::sign(std::string_view message) const {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, unsigned_bytes(message), message.size(), secret_.data());
  return signature;
}

bool verifies(const PublicKey& key, std::string_view message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.data(), unsigned_bytes(message), message.size(), key.data()) == 0;
}

}  // namespace alongside::record
