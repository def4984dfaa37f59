#include "kernel/words.h"

namespace alongside::kernel {
namespace {
std::string bound(Index act, std::string_view field) { return std::to_string(act.value) + "/" + std::string(field); }
}  // namespace

std::string seal_words(const store::Key& key, const Opened& opened, Index act, std::string_view field) {
  return store::seal(key, opened.salt + opened.words, bound(act, field));
}

std::optional<Opened> open_words(const store::Key& key, std::string_view box, Index act, std::string_view field) {
  const auto plain = store::open_box(key, box, bound(act, field));
  if (!plain || plain->size() < 32) return std::nullopt;
  return Opened{.salt = plain->substr(0, 32), .words = plain->substr(32)};
}

}  // namespace alongside::kernel
