#include "kernel/key_file.h"

#include "base/hash.h"
#include "base/random.h"
#include "base/text.h"
#include "kernel/guard.h"

namespace alongside::kernel {

Result<record::SigningKey> make_key_file(const std::string& file, const std::string& origin, const std::string& place) {
  const std::string seed = secret_bytes(32);
  std::string name = origin;
  if (name.empty()) {
    const auto unnamed = record::SigningKey::from_seed("unnamed", record::KeyKind::ed25519, seed);
    if (!unnamed) return unnamed.problems();
    const record::PublicKey& key = unnamed->verifier().key;
    const Digest hash = sha256({reinterpret_cast<const char*>(key.data()), key.size()});
    name = "alongside.invalid/" + place + "/" + hex(view(hash)).substr(0, 8);
  }
  auto key = record::SigningKey::from_seed(name, record::KeyKind::ed25519, seed);
  if (!key) return key.problems();
  write_whole_file(file, name + "\n" + base64(seed) + "\n", 0600);
  return key;
}

Result<record::SigningKey> read_key_file(const std::string& file) {
  const auto text = read_whole_file(file, 4096);
  if (!text) return text.problems();
  const auto lines = split(*text, '\n');
  const auto seed = lines.size() == 3 ? from_base64(lines[1]) : from_base64("!");
  if (!seed || seed->size() != 32) {
    return Problems(std::vector{Problem{.code = Code::malformed, .file = file, .line = 2, .expected = msg("Two lines: the key's name, and its seed in base64.")}});
  }
  return record::SigningKey::from_seed(std::string(lines[0]), record::KeyKind::ed25519, *seed);
}

}  // namespace alongside::kernel
