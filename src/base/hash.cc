#include "base/hash.h"

#include <openssl/evp.h>

#include <cstring>
#include <memory>
#include <stdexcept>

namespace alongside {
namespace {

const EVP_MD* sha256_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // kept for the life of the process
  return method;
}

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

EVP_MD_CTX* context() {
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> one(EVP_MD_CTX_new());
  return one.get();
}

void need(int done) {
  if (done != 1) throw std::runtime_error("OpenSSL could not hash");
}

}  // namespace

Digest sha256(std::string_view bytes) { return sha256(bytes, {}, {}); }

Digest sha256(std::string_view first, std::string_view second, std::string_view third) {
  Digest digest;
  EVP_MD_CTX* const c = context();
  need(EVP_DigestInit_ex(c, sha256_method(), nullptr));
  need(EVP_DigestUpdate(c, first.data(), first.size()));
  if (!second.empty()) need(EVP_DigestUpdate(c, second.data(), second.size()));
  if (!third.empty()) need(EVP_DigestUpdate(c, third.data(), third.size()));
  need(EVP_DigestFinal_ex(c, digest.data(), nullptr));
  return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view bytes) {
  std::array<char, 64> block{};
  if (key.size() > block.size()) {
    const Digest short_key = sha256(key);
    std::memcpy(block.data(), short_key.data(), short_key.size());
  } else {
    std::memcpy(block.data(), key.data(), key.size());
  }
  std::array<char, 64> inner;
  std::array<char, 64> outer;
  for (std::size_t i = 0; i < block.size(); ++i) {
    inner[i] = static_cast<char>(block[i] ^ 0x36);
    outer[i] = static_cast<char>(block[i] ^ 0x5c);
  }
  const Digest first = sha256({inner.data(), inner.size()}, bytes);
  return sha256({outer.data(), outer.size()}, view(first));
}

Digest as_digest(std::string_view bytes) {
  Digest digest{};
  if (bytes.size() != digest.size()) throw std::logic_error("a digest has 32 bytes");
  std::memcpy(digest.data(), bytes.data(), digest.size());
  return digest;
}

}  // namespace alongside
