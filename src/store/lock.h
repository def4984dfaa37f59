// One process holds a place: a lock on a file in its folder, gone with the process however it ends.
#pragma once

#include <string>

#include "base/result.h"

namespace alongside::store {

class PlaceLock {
 public:
  // wrong_state: somebody else holds it; `found` is that process's number.
  static Result<PlaceLock> take(const std::string& file);
  PlaceLock(PlaceLock&& other) noexcept;
  PlaceLock& operator=(PlaceLock&& other) noexcept;
  ~PlaceLock();

 private:
  explicit PlaceLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace alongside::store
