// SHA-256 and HMAC-SHA-256 (FIPS 180-4, RFC 2104), through OpenSSL's EVP with the digest fetched once and one context a
// thread: one-shot calls cost three times as much.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
// The hash of the pieces put one after another.
Digest sha256(std::string_view first, std::string_view second, std::string_view third = {});
Digest hmac_sha256(std::string_view key, std::string_view bytes);

inline std::string_view view(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
// 32 bytes as a Digest; the caller has checked the length.
Digest as_digest(std::string_view bytes);

}  // namespace alongside
