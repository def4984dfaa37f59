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

}  // namespace alongside
