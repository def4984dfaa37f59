// Chance, in two kinds that must not be mixed: secrets from the operating system, and seeded numbers that repeat.
#pragma once

#include <cstdint>
#include <string>

namespace alongside {

// Before libsodium opens, seals or hashes anything. The first call lets it choose its fastest code: between the steps of a
// box that another thread is opening, that would make a sound box seem broken.
void sodium_is_ready();

// `count` random bytes from the operating system, for keys, salts and codes.
std::string secret_bytes(std::size_t count);

// The same seed gives the same numbers on every machine (SplitMix64; Steele, Lea and Flood 2014).
class Seeded {
 public:
  explicit Seeded(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  std::uint64_t below(std::uint64_t bound);  // unbiased; bound is at least 1

 private:
  std::uint64_t state_;
};

}  // namespace alongside
