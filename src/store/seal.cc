#include <sodium.h>

#include <cstdlib>

#include "base/random.h"
#include "store/vault.h"

namespace alongside::store {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(nonce_size == 24 && tag_size == 16 && crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

}  // namespace

std::string seal(const Key& key, std::string_view plain, std::string_view bound) {
  std::string box = secret_bytes(nonce_size);  // 192 random bits: no count of uses need be kept
  box.resize(nonce_size + plain.size() + tag_size);
  unsigned long long sealed_size = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(box) + nonce_size, &sealed_size, raw(plain), plain.size(), raw(bound),
                                             bound.size(), nullptr, raw(box), key.data());
  return box;
}

std::optional<std::string> open_box(const Key& key, std::string_view box, std::string_view bound) {
  if (box.size() < nonce_size + tag_size) return std::nullopt;
  sodium_is_ready();
  std::string plain(box.size() - nonce_size - tag_size, '\0');
  unsigned long long plain_size = 0;
  const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), &plain_size, nullptr, raw(box) + nonce_size,
                                                                box.size() - nonce_size, raw(bound), bound.size(),
                                                                raw(box), key.data());
  if (opened != 0) return std::nullopt;
  return plain;
}

}  // namespace alongside::store
