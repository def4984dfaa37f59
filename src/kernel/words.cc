#include "kernel/words.h"

#include <algorithm>

namespace alongside::kernel {
namespace {
std::string bound(Index act, std::string_view field) { return std::to_string(act.value) + "/" + std::string(field); }
}  // namespace

std::string seal_words(const store::Key& key, const Opened& opened, Index act, std::string_view field) {
  return store::seal(key, std::string(view(opened.salt)) + opened.words, bound(act, field));
}

std::optional<Opened> open_words(const store::Key& key, std::string_view box, Index act, std::string_view field) {
  const auto plain = store::open_box(key, box, bound(act, field));
  if (!plain || plain->size() < 32) return std::nullopt;
  Opened opened{.words = plain->substr(32)};
  std::copy_n(plain->begin(), opened.salt.size(), opened.salt.begin());
  return opened;
}

std::string private_bound(std::string_view name) { return "private/" + std::string(name); }

}  // namespace alongside::kernel
