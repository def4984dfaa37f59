#include "kernel/page_cache.h"

namespace alongside::kernel {
namespace {
std::size_t size_of(const CachedPage& page) {
  return page.body->size() + (page.gzip ? page.gzip->size() : 0) + 256;
}
}  // namespace

std::shared_ptr<const CachedPage> PageCache::find(std::int64_t version, const std::string& key) const {
  const std::lock_guard hold(lock_);
  if (version != version_) return nullptr;
  const auto at = pages_.find(key);
  return at == pages_.end() ? nullptr : at->second;
}

void PageCache::put(std::int64_t version, const std::string& key, std::shared_ptr<const CachedPage> page) {
  const std::lock_guard hold(lock_);
  if (version < version_) return;  // made from an older snapshot
  if (version > version_) {
    pages_.clear();
    order_.clear();
    bytes_ = 0;
    version_ = version;
  }
  if (!pages_.emplace(key, page).second) return;
  order_.push_back(key);
  bytes_ += size_of(*page);
  while (bytes_ > bytes_max_ && !order_.empty()) {
    const auto oldest = pages_.find(order_.front());
    bytes_ -= size_of(*oldest->second);
    pages_.erase(oldest);
    order_.pop_front();
  }
}

void PageCache::drop_all() {
  const std::lock_guard hold(lock_);
  pages_.clear();
  order_.clear();
  bytes_ = 0;
}

}  // namespace alongside::kernel
