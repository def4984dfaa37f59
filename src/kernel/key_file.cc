#include "kernel/key_file.h"

#include "base/hash.h"
#include "base/random.h"
#include "base/text.h"
#include "kernel/guard.h"

namespace alongside::kernel {
namespace {

constexpr int only_ours = 0600;

Problem wrong_at(const std::string& file, std::int64_t line, Code code, Message expected) {
  return {.code = code, .file = file, .line = line, .expected = std::move(expected)};
}

}  // namespace

Result<NewKey> make_key(const std::string& origin, const std::string& place) {
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
  const std::string verifier = record::verifier_key_text(key->verifier());
  return NewKey{std::move(key).value(), name + "\n" + base64(seed) + "\n" + verifier + "\n"};
}

void write_key_file(const std::string& file, const NewKey& key) { write_whole_file(file, key.file_bytes, only_ours); }

void write_key_file(const std::string& file, const record::Verifier& original) {
  write_whole_file(file, record::verifier_key_text(original) + "\n", only_ours);
}

Result<PlaceKey> read_key_file(const std::string& file) {
  const auto text = read_whole_file(file, 4096);
  if (!text) return text.problems();
  const auto lines = split(*text, '\n');
  if (lines.size() == 2 && lines[1].empty()) {
    auto original = record::parse_verifier_key(lines[0]);
    if (!original) return wrong_at(file, 1, Code::malformed, original.problems().list().front().expected);
    return PlaceKey{std::move(original).value(), std::nullopt};
  }
  if (lines.size() != 4 || !lines[3].empty()) {
    return wrong_at(file, 1, Code::malformed,
                    msg("Three lines: the key's name, its seed in base64, and its verifier key."));
  }
  const auto seed = from_base64(lines[1]);
  if (!seed || seed->size() != 32) return wrong_at(file, 2, Code::malformed, msg("A seed of 32 bytes, in base64."));
  auto key = record::SigningKey::from_seed(std::string(lines[0]), record::KeyKind::ed25519, *seed);
  if (!key) return wrong_at(file, 1, Code::malformed, key.problems().list().front().expected);
  if (record::verifier_key_text(key->verifier()) != lines[2]) {
    return wrong_at(file, 3, Code::does_not_match,
                    msg("The verifier key of this name and seed. One of the three lines was changed: bring back a copy "
                        "of this file."));
  }
  return PlaceKey{key->verifier(), std::move(key).value()};
}

}  // namespace alongside::kernel
