#include "kernel/guard.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/text.h"
#include "store/door.h"

namespace alongside::kernel {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

[[noreturn]] void fail(const std::string& file) {
  const int why = errno;
  const auto trouble = why == ENOSPC || why == EDQUOT || why == EFBIG ? store::Trouble::disk_full
                       : why == EROFS || why == EACCES || why == EPERM ? store::Trouble::read_only
                                                                       : store::Trouble::other;
  throw store::Failure(trouble, file + ": " + std::system_category().message(why));
}

}  // namespace

void write_whole_file(const std::string& file, std::string_view bytes, int mode) {
  const std::string beside = file + ".new";
  {
    const Descriptor out(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (out.get() < 0) fail(beside);
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t n = ::write(out.get(), bytes.data() + done, bytes.size() - done);
      if (n < 0) {
        if (errno == EINTR) continue;
        fail(beside);
      }
      done += static_cast<std::size_t>(n);
    }
    if (::fsync(out.get()) != 0) fail(beside);
  }
  if (::rename(beside.c_str(), file.c_str()) != 0) fail(file);
  const std::size_t slash = file.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : file.substr(0, slash);
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() < 0 || ::fsync(directory.get()) != 0) fail(folder);
}

Result<std::string> read_whole_file(const std::string& file, std::size_t bytes_max) {
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  const auto cannot = [&](Message why) {
    return Problems(std::vector{Problem{.code = Code::cannot_read, .file = file, .expected = std::move(why)}});
  };
  if (in.get() < 0) return cannot(msg("Give a file that can be read: {why}.", {{"why", std::system_category().message(errno)}}));
  std::string out;
  struct stat known {};
  if (::fstat(in.get(), &known) == 0 && known.st_size > 0 && static_cast<std::size_t>(known.st_size) <= bytes_max) {
    out.reserve(static_cast<std::size_t>(known.st_size));  // grown piece by piece, it would be copied again and again
  }
  char buffer[65536];
  for (;;) {
    const ssize_t n = ::read(in.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot(msg("Give a file that can be read: {why}.", {{"why", std::system_category().message(errno)}}));
    if (n == 0) return out;
    out.append(buffer, static_cast<std::size_t>(n));
    if (out.size() > bytes_max) {
      return cannot(msg("Give a file of at most {bytes} bytes.", {{"bytes", std::to_string(bytes_max)}}));
    }
  }
}

Result<std::optional<Signed>> read_guard(const std::string& file) {
  if (::access(file.c_str(), F_OK) != 0) return std::optional<Signed>();
  const auto text = read_whole_file(file, 4096);
  if (!text) return text.problems();
  // Two lines: the size, and the root in base64.
  const auto lines = split(*text, '\n');
  const auto size = lines.size() == 3 ? whole_number(lines[0]) : whole_number("x");
  const auto root = lines.size() == 3 ? from_base64(lines[1]) : from_base64("!");
  if (!size.ok() || *size < 0 || !root.ok() || root->size() != 32) {
    return Problems(std::vector{Problem{.code = Code::malformed,
                                        .file = file,
                                        .line = 1,
                                        .expected = msg("Two lines: the highest size signed, and its root in base64.")}});
  }
  return std::optional(Signed{*size, as_digest(*root)});
}

void write_guard(const std::string& file, const Signed& now) {
  write_whole_file(file, std::to_string(now.size) + "\n" + base64(view(now.root)) + "\n", 0600);
}

}  // namespace alongside::kernel
