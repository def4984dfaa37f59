// Pages without a session or a state-changing form, kept as bytes until something changes.
//
// Every key holds `head.version`, so an erasure is gone from here at once: the version rises with it and old pages are
// dropped. Bounded by bytes; the oldest go first.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace alongside::kernel {

struct CachedPage {
  std::string content_type;
  std::shared_ptr<const std::string> body;
  std::shared_ptr<const std::string> gzip;  // may be null
  std::string etag;
  int status = 200;
};

class PageCache {
 public:
  explicit PageCache(std::size_t bytes_max = 32u << 20) : bytes_max_(bytes_max) {}
  std::shared_ptr<const CachedPage> find(std::int64_t version, const std::string& key) const;
  void put(std::int64_t version, const std::string& key, std::shared_ptr<const CachedPage> page);
  void drop_all();

 private:
  const std::size_t bytes_max_;
  mutable std::mutex lock_;  // guards all below
  std::int64_t version_ = -1;
  std::size_t bytes_ = 0;
  std::map<std::string, std::shared_ptr<const CachedPage>> pages_;
  std::deque<std::string> order_;
};

}  // namespace alongside::kernel
