// How much one address, and everyone together, may take: connections, requests a second, bytes of bodies in memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace alongside::web {

struct Limits {
  std::size_t header_bytes_max = 16 * 1024;        // request line and fields: 431 beyond
  std::size_t target_bytes_max = 8 * 1024;         // 414 beyond
  std::size_t body_bytes_max = 256 * 1024;         // 413 beyond, unless Options::body_bytes_max says otherwise
  std::size_t all_bodies_bytes_max = 256u << 20;   // held in memory by all requests together: 503 beyond
  std::chrono::milliseconds header_time{10'000};   // from a request's first byte to its last header: 408 after
  std::chrono::milliseconds body_time{20'000};     // for a body, and besides
  std::size_t body_bytes_per_second_min = 20'000;  // as long as the declared length takes at this rate
  std::chrono::milliseconds idle_time{30'000};     // between two requests of a connection
  std::chrono::milliseconds write_time{60'000};    // for an answer to be taken
  std::size_t connections_max = 4000;              // 503 beyond
  std::size_t connections_per_address_max = 100;   // 429 beyond; not counted behind a proxy. 0: no limit
  double requests_per_second_per_address = 50;     // 429 beyond. 0: no limit
  double burst_per_address = 200;
};

// One bucket an address, refilled steadily: `burst` requests at once, `rate` a second after that. Threads share it.
// At most `addresses_max` are remembered; when they are all busy, the rest share one bucket, so that inventing
// addresses buys nothing and costs no memory.
class Rates {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  Rates(double rate, double burst, std::size_t addresses_max = 50'000);
  // 0: go ahead. Otherwise the whole seconds to wait before asking again.
  int take(std::string_view address, Moment now);
  std::size_t remembered() const;

 private:
  struct Bucket {
    double tokens;
    Moment at;
  };
  Bucket& bucket_of(const std::string& key, Moment now);
  double refilled(const Bucket& bucket, Moment now) const;

  const double rate_;
  const double burst_;
  const std::size_t addresses_max_;
  mutable std::mutex mutex_;  // holds all below
  std::unordered_map<std::string, Bucket> buckets_;
  Bucket overflow_;
  Moment swept_{};
};

// Connections now open, in all and by address. Threads share it.
class Connections {
 public:
  enum class Room { yes, full, full_for_this_address };
  Connections(std::size_t max, std::size_t per_address_max) : max_(max), per_address_max_(per_address_max) {}
  Room enter(const std::string& address);  // counted only after yes
  void leave(const std::string& address);
  std::size_t open() const;

 private:
  const std::size_t max_;
  const std::size_t per_address_max_;
  mutable std::mutex mutex_;  // holds both below
  std::size_t open_ = 0;
  std::unordered_map<std::string, std::size_t> by_address_;
};

// Whom a limit is about: an IPv4 address, or the /64 of an IPv6 one, since one household has all of that.
std::string limit_key(std::string_view address);

}  // namespace alongside::web
