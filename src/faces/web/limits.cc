#include "faces/web/limits.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>

namespace alongside::web {

Rates::Rates(double rate, double burst, std::size_t addresses_max)
    : rate_(rate), burst_(std::max(burst, 1.0)), addresses_max_(addresses_max), overflow_{burst_, {}} {}

double Rates::refilled(const Bucket& bucket, Moment now) const {
  const double seconds = std::chrono::duration<double>(now - bucket.at).count();
  return std::min(burst_, bucket.tokens + std::max(0.0, seconds) * rate_);
}

Rates::Bucket& Rates::bucket_of(const std::string& key, Moment now) {
  const auto found = buckets_.find(key);
  if (found != buckets_.end()) return found->second;
  // A full bucket says no more than none at all. Sweeping costs a walk, so at most once a second.
  if (buckets_.size() >= addresses_max_ && now - swept_ >= std::chrono::seconds(1)) {
    swept_ = now;
    std::erase_if(buckets_, [&](const auto& one) { return refilled(one.second, now) >= burst_; });
  }
  if (buckets_.size() >= addresses_max_) return overflow_;
  return buckets_.emplace(key, Bucket{burst_, now}).first->second;
}

int Rates::take(std::string_view address, Moment now) {
  if (rate_ <= 0) return 0;
  const std::string key = limit_key(address);
  const std::lock_guard hold(mutex_);
  Bucket& bucket = bucket_of(key, now);
  bucket.tokens = refilled(bucket, now);
  bucket.at = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / rate_)));
}

std::size_t Rates::remembered() const {
  const std::lock_guard hold(mutex_);
  return buckets_.size();
}

Connections::Room Connections::enter(const std::string& address) {
  const std::string key = per_address_max_ ? limit_key(address) : std::string();
  const std::lock_guard hold(mutex_);
  if (open_ >= max_) return Room::full;
  if (per_address_max_) {
    std::size_t& here = by_address_[key];
    if (here >= per_address_max_) return Room::full_for_this_address;
    ++here;
  }
  ++open_;
  return Room::yes;
}

void Connections::leave(const std::string& address) {
  const std::string key = per_address_max_ ? limit_key(address) : std::string();
  const std::lock_guard hold(mutex_);
  --open_;
  if (!per_address_max_) return;
  const auto found = by_address_.find(key);
  if (found != by_address_.end() && --found->second == 0) by_address_.erase(found);
}

std::size_t Connections::open() const {
  const std::lock_guard hold(mutex_);
  return open_;
}

std::string limit_key(std::string_view address) {
  if (address.find(':') == std::string_view::npos) return std::string(address);
  in6_addr bytes{};
  const std::string text(address.substr(0, address.find('%')));
  if (inet_pton(AF_INET6, text.c_str(), &bytes) != 1) return text;
  if (IN6_IS_ADDR_V4MAPPED(&bytes)) {
    char v4[INET_ADDRSTRLEN];
    return inet_ntop(AF_INET, bytes.s6_addr + 12, v4, sizeof v4) ? v4 : text;
  }
  return std::string(reinterpret_cast<const char*>(bytes.s6_addr), 8);
}

}  // namespace alongside::web
