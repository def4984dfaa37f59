#include "base/random.h"

#include <sodium.h>

#include <cstdlib>

namespace alongside {

void sodium_is_ready() {
  [[maybe_unused]] static const bool ready = [] {
    if (sodium_init() < 0) std::abort();  // no randomness: nothing may be sealed
    return true;
  }();
}

std::string secret_bytes(std::size_t count) {
  sodium_is_ready();
  std::string out(count, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

std::uint64_t Seeded::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::uint64_t Seeded::below(std::uint64_t bound) {
  const std::uint64_t refused = (0 - bound) % bound;  // numbers below it would favour small results
  for (;;) {
    const std::uint64_t value = next();
    if (value >= refused) return value % bound;
  }
}

}  // namespace alongside
