// A program of its own: libsodium chooses its code once a process, and this needs processes that have not chosen yet.
#include <doctest/doctest.h>
#include <sodium.h>

#include <atomic>
#include <thread>

#include "base/random.h"
#include "faults/processes.h"
#include "store/vault.h"

namespace alongside::store {
namespace {

// seal() would choose, in the parent already.
std::string sealed_with(const Key& key, const std::string& plain) {
  std::string box(24 + plain.size() + 16, 'n');
  auto* const bytes = reinterpret_cast<unsigned char*>(box.data());
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + 24, nullptr, reinterpret_cast<const unsigned char*>(plain.data()),
                                             plain.size(), nullptr, 0, nullptr, bytes, key.data());
  return box;
}

TEST_CASE("a box that is being opened opens while another thread draws the process's first secret") {
  const Key key{};
  const std::string box = sealed_with(key, std::string(60'000, 'x'));
  int broken = 0;
  for (int i = 0; i < 100; ++i) {
    broken += 0 != in_a_process([&] {
      std::atomic<bool> opening = false;
      bool opens = true;
      std::thread other([&] {
        opening = true;
        for (int n = 0; n < 60; ++n) opens = open_box(key, box, "").has_value() && opens;
      });
      while (!opening) continue;
      ::usleep(300);
      secret_bytes(16);
      other.join();
      return opens ? 0 : 1;
    });
  }
  CHECK(broken == 0);
}

}  // namespace
}  // namespace alongside::store
