#include "store/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/text.h"

namespace alongside::store {

Result<PlaceLock> PlaceLock::take(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return Problem{.code = Code::cannot_write, .file = file,
                   .expected = msg("A folder that can be written: {why}.", {{"why", std::system_category().message(errno)}})};
  }
  PlaceLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    char text[32] = {};
    const ssize_t n = ::pread(descriptor, text, sizeof text - 1, 0);
    return Problem{.code = Code::wrong_state, .file = file,
                   .found = n > 0 ? "process " + std::string(trimmed({text, static_cast<std::size_t>(n)})) : "",
                   .expected = msg("Stop the process that holds this place, or speak to it: it is open there.")};
  }
  const std::string me = std::to_string(::getpid()) + "\n";
  // Whose it is, is told to people only: nothing depends on it.
  if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, me.data(), me.size(), 0) < 0) return lock;
  return lock;
}

PlaceLock::PlaceLock(PlaceLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
PlaceLock& PlaceLock::operator=(PlaceLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}
PlaceLock::~PlaceLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace alongside::store
