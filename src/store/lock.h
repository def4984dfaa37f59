// One process a place: whoever writes holds the lock on a file in the place's folder, and a second one is told who it
// is.
//
// The lock is the system's (flock) and goes with the process, killed or not; the file stays, and says nothing by being
// there.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace alongside::store {

class PlaceLock {
 public:
  // Never waits. Problem(wrong_state): held; `found` is what the holder wrote, "process 4711". Problem(cannot_write):
  // the folder refuses.
  static Result<std::unique_ptr<PlaceLock>> take(const std::string& file);
  virtual ~PlaceLock() = default;  // lets go
};

}  // namespace alongside::store
