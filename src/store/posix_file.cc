#include "store/posix_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace alongside::store {

Trouble trouble_of_errno(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return Trouble::disk_full;
    case EROFS:
    case EACCES:
    case EPERM:
      return Trouble::read_only;
    case EAGAIN:
    case EBUSY:
      return Trouble::busy;
    default:
      return Trouble::other;
  }
}

void throw_errno(const std::string& file, std::string_view doing) {
  const int error = errno;
  throw Failure(trouble_of_errno(error), file + ": " + std::string(doing) + ": " + std::strerror(error));
}

PosixFile::PosixFile(const std::string& path, int flags) : path_(path) {
  descriptor_ = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw_errno(path, "cannot be opened");
}

PosixFile::~PosixFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

PosixFile& PosixFile::operator=(PosixFile&& other) noexcept {
  if (this != &other) {
    if (descriptor_ >= 0) ::close(descriptor_);
    path_ = std::move(other.path_);
    descriptor_ = std::exchange(other.descriptor_, -1);
  }
  return *this;
}

std::int64_t PosixFile::size() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) throw_errno(path_, "its size cannot be read");
  return status.st_size;
}

std::size_t PosixFile::read_into(char* out, std::size_t count, std::int64_t offset) const {
  std::size_t done = 0;
  while (done < count) {
    const ssize_t got = ::pread(descriptor_, out + done, count - done, offset + static_cast<std::int64_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_errno(path_, "cannot be read");
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

std::string PosixFile::read(std::int64_t offset, std::size_t count) const {
  std::string out(count, '\0');
  out.resize(read_into(out.data(), count, offset));
  return out;
}

void PosixFile::write(std::string_view bytes, std::int64_t offset) {
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(descriptor_, bytes.data(), bytes.size(), offset);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw_errno(path_, "cannot be written");
    bytes.remove_prefix(static_cast<std::size_t>(put));
    offset += put;
  }
}

void PosixFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw_errno(path_, "cannot be written");
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

void PosixFile::sync() {
  if (::fdatasync(descriptor_) != 0) throw_errno(path_, "cannot be synced to the disk");
}

bool file_exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

void sync_folder_of(const std::string& path) {
  const PosixFile folder(folder_of(path), O_RDONLY | O_DIRECTORY);
  if (::fsync(folder.descriptor()) != 0) throw_errno(folder.path(), "cannot be synced to the disk");
}

void rename_durably(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_errno(to, "cannot be replaced");
  sync_folder_of(to);
}

}  // namespace alongside::store
