// Long work says how far it is, and can be told to stop. The one who waits gives a Progress; pure code only calls it.
#pragma once

#include <cstdint>
#include <string>

namespace alongside {

class Progress {
 public:
  virtual ~Progress() = default;
  // `done` of `total` (0: not known) `what` ("decisions read"). False: stop at the next good moment.
  virtual bool at(std::int64_t done, std::int64_t total, const std::string& what) = 0;
};

// Says nothing and never stops.
class Quiet final : public Progress {
 public:
  bool at(std::int64_t, std::int64_t, const std::string&) override { return true; }
};

// A part of longer work: what it tells comes to the whole as thousandths, from `from` to `to`. So one bar fills once.
class Part final : public Progress {
 public:
  Part(Progress& whole, std::int64_t from, std::int64_t to) : whole_(whole), from_(from), to_(to) {}
  bool at(std::int64_t done, std::int64_t total, const std::string& what) override {
    return whole_.at(total > 0 ? from_ + (to_ - from_) * done / total : from_, 1000, what);
  }

 private:
  Progress& whole_;
  std::int64_t from_;
  std::int64_t to_;
};

}  // namespace alongside
