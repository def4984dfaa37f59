#include "record/key.h"

#include <sodium.h>

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"

namespace alongside::record {
namespace {

std::string_view bytes_of(const PublicKey& key) { return {reinterpret_cast<const char*>(key.data()), key.size()}; }

std::string eight_hex(std::uint32_t id) {
  const char bytes[4] = {static_cast<char>(id >> 24), static_cast<char>(id >> 16), static_cast<char>(id >> 8), static_cast<char>(id)};
  return hex({bytes, 4});
}

Problems bad_key(std::string_view text) {
  return problem(Code::malformed, "key", msg("Give a verifier key: name+8 hexadecimal digits+base64."), shortened(text, 60));
}

}  // namespace

std::uint32_t key_id(std::string_view name, std::uint8_t kind, std::string_view public_key) {
  std::string bytes(name);
  bytes += '\n';
  bytes += static_cast<char>(kind);
  bytes += public_key;
  const Digest hash = sha256(bytes);
  return static_cast<std::uint32_t>(hash[0]) << 24 | static_cast<std::uint32_t>(hash[1]) << 16 | static_cast<std::uint32_t>(hash[2]) << 8 | hash[3];
}

bool is_key_name(std::string_view name) {
  if (name.empty() || !is_utf8(name)) return false;
  // No Unicode space may stand in it; those of Latin-1 and the general punctuation block are all that occur.
  for (const std::string_view space : {"\xC2\xA0", "\xC2\x85", "\xE2\x80\x83", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE3\x80\x80", "\xE2\x80\x89"}) {
    if (name.find(space) != name.npos) return false;
  }
  return std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) <= 32 || c == 127 || c == '+'; });
}

Verifier make_verifier(std::string name, KeyKind kind, const PublicKey& key) {
  const std::uint32_t id = key_id(name, static_cast<std::uint8_t>(kind), bytes_of(key));
  return {.name = std::move(name), .kind = kind, .key = key, .id = id};
}

std::string verifier_key_text(const Verifier& verifier) {
  std::string key(1, static_cast<char>(verifier.kind));
  key += bytes_of(verifier.key);
  return verifier.name + "+" + eight_hex(verifier.id) + "+" + base64(key);
}

Result<Verifier> parse_verifier_key(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second = first == text.npos ? text.npos : text.find('+', first + 1);
  if (second == text.npos) return bad_key(text);
  const std::string_view name = text.substr(0, first);
  const auto bytes = from_base64(text.substr(second + 1));
  if (!is_key_name(name) || !bytes || bytes->size() != 33) return bad_key(text);
  const auto kind = static_cast<std::uint8_t>((*bytes)[0]);
  if (kind != static_cast<std::uint8_t>(KeyKind::ed25519) && kind != static_cast<std::uint8_t>(KeyKind::cosignature)) {
    return problem(Code::not_supported, "key", msg("Give a key of type 1 (Ed25519) or 4 (Ed25519 cosignature)."), std::to_string(kind));
  }
  PublicKey key;
  std::copy(bytes->begin() + 1, bytes->end(), key.begin());
  Verifier verifier = make_verifier(std::string(name), static_cast<KeyKind>(kind), key);
  if (text.substr(first + 1, second - first - 1) != eight_hex(verifier.id)) {
    return problem(Code::does_not_match, "key", msg("The eight digits do not belong to this name and key."), std::string(text.substr(first + 1, second - first - 1)));
  }
  return verifier;
}

Result<SigningKey> SigningKey::from_seed(std::string name, KeyKind kind, std::string_view seed) {
  if (!is_key_name(name)) return problem(Code::malformed, "name", msg("Give a key's name without spaces or +."), name);
  if (seed.size() != 32) return problem(Code::malformed, "seed", msg("Give a seed of 32 bytes."), std::to_string(seed.size()) + " bytes");
  SigningKey key;
  PublicKey shown;
  crypto_sign_seed_keypair(shown.data(), key.secret_.data(), reinterpret_cast<const unsigned char*>(seed.data()));
  key.verifier_ = make_verifier(std::move(name), kind, shown);
  return key;
}

Signature SigningKey::sign(std::string_view message) const {
  Signature out;
  crypto_sign_detached(out.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()), message.size(), secret_.data());
  return out;
}

bool verifies(const PublicKey& key, std::string_view message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(message.data()), message.size(), key.data()) == 0;
}

}  // namespace alongside::record
