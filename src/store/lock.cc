#include "store/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "base/text.h"
#include "store/posix_file.h"

namespace alongside::store {
namespace {

class FileLock final : public PlaceLock {
 public:
  explicit FileLock(PosixFile file) : file_(std::move(file)) {}

 private:
  PosixFile file_;  // closing it lets go
};

}  // namespace

Result<std::unique_ptr<PlaceLock>> PlaceLock::take(const std::string& path) {
  try {
    PosixFile file(path, O_RDWR | O_CREAT);
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK) throw_errno(path, "cannot be locked");
      return Problem{.code = Code::wrong_state,
                     .file = path,
                     .found = std::string(trimmed(file.read(0, 100))),
                     .expected = msg("Another process holds this place. Stop it, or ask it to do this.")};
    }
    if (::ftruncate(file.descriptor(), 0) != 0) throw_errno(path, "cannot be written");
    file.write("process " + std::to_string(::getpid()) + "\n", 0);
    return std::unique_ptr<PlaceLock>(std::make_unique<FileLock>(std::move(file)));
  } catch (const Failure& failure) {
    return Problem{.code = Code::cannot_write,
                   .file = path,
                   .found = failure.what(),
                   .expected = msg("The place's folder must be there and writable.")};
  }
}

}  // namespace alongside::store
